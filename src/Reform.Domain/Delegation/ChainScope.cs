namespace Reform.Domain.Delegation;

/// <summary>How a case lies to what a chain of grants allows on a day: unit, scope, conditions and law of every link up to the holder by law.</summary>
internal sealed class ChainScope(AuthorityModel model, AuthorityQuestion question)
{
    public const string Condition = "condition";
    public const string Territory = "territory";
    private readonly int day = DayNumber.Of(question.On);

    /// <summary>All links from a grant up to the holder by law.</summary>
    public ScopeFit OfGrant(int grant)
    {
        ScopeFit fit = ScopeFit.Inside;
        int at = grant;
        while (true)
        {
            fit = fit.And(OfLink(at));
            int parent = model.Forest.Parents[at];
            if (parent < 0 || fit.Kind == ScopeFitKind.Outside)
            {
                break;
            }

            at = parent;
        }

        return fit.Kind == ScopeFitKind.Outside ? fit : OfHolder(at, fit);
    }

    /// <summary>All rules together by which a holder has the power on the day; outside when none is in force.</summary>
    /// <param name="sources">The rules.</param>
    /// <param name="limits">What else limits it, whatever the unit; null: nothing.</param>
    public ScopeFit OfRules(IEnumerable<RuleSource> sources, ScopeFit? limits = null)
    {
        List<HolderRule> inForce = [.. sources.Where(s => s.Days.Contains(day)).Select(s => model.Rules[s.Rule].Rule)];
        ScopeFit best = ScopeFit.Outside("holder");
        foreach (string? unit in inForce.Select(r => r.UnitId).Distinct(StringComparer.Ordinal))
        {
            ScopeFit fit = (limits ?? ScopeFit.Inside).And(OfUnit(unit)).And(OfTerritories(inForce.Where(r => r.UnitId is null || string.Equals(r.UnitId, unit, StringComparison.Ordinal))));
            best = fit.Kind < best.Kind || best.Dimension == "holder" ? fit : best;
        }

        return best;
    }

    /// <summary>The rule that shows best how a holder has the power for the case; -1 when none is in force.</summary>
    public int ShownRule(IEnumerable<RuleSource> sources)
    {
        List<RuleSource> inForce = [.. sources.Where(s => s.Days.Contains(day))];
        return inForce.Count == 0 ? -1 : inForce.OrderBy(s => OfRules([s]).Kind).First().Rule;
    }

    // What one rule gives in one territory and another in the next, the holder has in both.
    private ScopeFit OfTerritories(IEnumerable<HolderRule> rules)
    {
        List<HolderRule> all = [.. rules];
        return all.Any(r => r.Territories.Count == 0)
            ? ScopeFit.Inside
            : ScopeFit.OfTerritories([.. all.SelectMany(r => r.Territories)], question.Case);
    }

    // Where the holder by law does not hold the power at all, that is another cause than scope.
    private ScopeFit OfHolder(int rootGrant, ScopeFit chain)
    {
        IReadOnlyList<RuleSource> sources = model.SourcesOf(rootGrant);
        return sources.Any(s => s.Days.Contains(day)) ? OfRules(sources, chain) : chain;
    }

    private ScopeFit OfLink(int grant)
    {
        ScopeFit fit = OfUnit(model.Grants[grant].UnitId).And(ScopeFit.Of(model.Lives[grant].ScopeOn(day), question.Case));
        foreach (GrantCondition condition in model.Grants[grant].Conditions.AsSpan())
        {
            fit = fit.And(
                question.Case.ConditionsNotMet.Contains(condition.Code, StringComparer.Ordinal) ? ScopeFit.Outside(Condition)
                : question.Case.ConditionsMet.Contains(condition.Code, StringComparer.Ordinal) ? ScopeFit.Inside
                : ScopeFit.Lacking(Condition + ":" + condition.Code));
        }

        foreach (string missing in model.Laws[grant].Missing)
        {
            fit = fit.And(ScopeFit.Lacking(missing));
        }

        return fit;
    }

    private ScopeFit OfUnit(string? unit) =>
        unit is null ? ScopeFit.Inside
        : question.UnitId is null ? ScopeFit.Lacking("unit")
        : string.Equals(unit, question.UnitId, StringComparison.Ordinal) ? ScopeFit.Inside
        : ScopeFit.Outside("unit");
}
