namespace Reform.Domain.Delegation;

/// <summary>How a case lies to what a chain of grants allows on a day: unit, scope, conditions and law of every link up to the holder by law.</summary>
internal sealed class ChainScope(AuthorityModel model, AuthorityQuestion question)
{
    public const string Condition = "condition";
    public const string Territory = "territory";
    public const string Successor = "successor";
    private readonly int day = DayNumber.Of(question.On);

    /// <summary>All links from a grant up to the holder by law.</summary>
    public ScopeFit OfGrant(int grant)
    {
        ScopeFit fit = ScopeFit.Inside;
        int at = grant;
        while (true)
        {
            fit = fit.And(OfLink(at)).And(OfGrantor(at));
            int parent = model.Forest.Parents[at];
            if (parent < 0 || fit.Kind == ScopeFitKind.Outside)
            {
                break;
            }

            at = parent;
        }

        return fit.Kind == ScopeFitKind.Outside ? fit : OfHolder(at, fit);
    }

    /// <summary>What the grantor of one grant has of what it passes on, by its parent or by law.</summary>
    public ScopeFit OfGrantorOf(int grant) => model.Forest.Parents[grant] >= 0 ? OfGrantor(grant) : OfHolder(grant, ScopeFit.Inside);

    /// <summary>All rules together by which a holder has the power on the day; outside when none is in force.</summary>
    /// <param name="sources">The rules.</param>
    /// <param name="limits">What else limits it, whatever the unit; null: nothing.</param>
    /// <param name="rootGrant">The grant by which the holder passes it on; -1: it decides itself.</param>
    public ScopeFit OfRules(IEnumerable<RuleSource> sources, ScopeFit? limits = null, int rootGrant = -1)
    {
        List<RuleSource> inForce = [.. sources.Where(s => s.Days.Contains(day))];
        ScopeFit best = ScopeFit.Outside("holder");
        foreach (string? unit in inForce.Select(s => RuleOf(s).UnitId).Distinct(StringComparer.Ordinal))
        {
            IEnumerable<RuleSource> ofUnit = inForce.Where(s => RuleOf(s).UnitId is null || string.Equals(RuleOf(s).UnitId, unit, StringComparison.Ordinal));
            ScopeFit fit = (limits ?? ScopeFit.Inside).And(OfUnit(unit)).And(OfTerritories([.. ofUnit], rootGrant));
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
    private ScopeFit OfTerritories(List<RuleSource> sources, int rootGrant)
    {
        if (rootGrant < 0)
        {
            return sources.Any(s => RuleOf(s).Territories.Count == 0)
                ? ScopeFit.Inside
                : ScopeFit.OfTerritories([.. sources.SelectMany(s => RuleOf(s).Territories)], question.Case);
        }

        return OfHolds(
            t => sources.Max(s => RuleOf(s).Territories is var own && (own.Count == 0 || own.Contains(t, StringComparer.Ordinal)) ? HoldOf(rootGrant, s.Side!.Value, t) : TerritoryHold.No),
            sources.SelectMany(s => model.TerritoriesOf(rootGrant, s.Side!.Value).Telling(s.Side.Value).Concat(RuleOf(s).Territories)));
    }

    // What the grantor had of its parent: where it took over, or gave away, in some territories only, it passes on the others, or none.
    private ScopeFit OfGrantor(int grant)
    {
        IReadOnlyList<GrantorSide> sides = model.ParentSides(grant);
        return sides.Count == 0 ? ScopeFit.Inside
            : OfHolds(t => sides.Max(s => HoldOf(grant, s, t)), sides.SelectMany(s => model.TerritoriesOf(grant, s).Telling(s)));
    }

    private TerritoryHold HoldOf(int grant, GrantorSide side, string territory) => model.TerritoriesOf(grant, side).HoldOf(side, day, territory);

    private ScopeFit OfHolds(Func<string, TerritoryHold> holdIn, IEnumerable<string> telling)
    {
        bool isStated = question.Case.Territories.Count > 0;
        var holds = (isStated ? question.Case.Territories : telling.Append(string.Concat(telling) + "?").Distinct(StringComparer.Ordinal))
            .Select(t => (Territory: t, Hold: holdIn(t))).ToList();
        return holds.All(h => h.Hold == TerritoryHold.Yes) ? ScopeFit.Inside
            : isStated && holds.Any(h => h.Hold == TerritoryHold.Unsettled) ? ScopeFit.Lacking(Successor)
            : isStated ? ScopeFit.Partly([.. holds.Where(h => h.Hold == TerritoryHold.Yes).Select(h => h.Territory)])
            : holds.All(h => h.Hold == TerritoryHold.No) ? ScopeFit.Outside(Territory)
            : ScopeFit.Lacking(holds.All(h => h.Hold == TerritoryHold.Unsettled) ? Successor : Territory);
    }

    private HolderRule RuleOf(RuleSource source) => model.Rules[source.Rule].Rule;

    // Where the holder by law does not hold the power at all, that is another cause than scope.
    private ScopeFit OfHolder(int rootGrant, ScopeFit chain)
    {
        IReadOnlyList<RuleSource> sources = model.SourcesOf(rootGrant);
        return sources.Any(s => s.Days.Contains(day)) ? OfRules(sources, chain, rootGrant) : chain;
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
