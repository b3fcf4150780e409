using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>How a case lies to a scope.</summary>
internal enum ScopeFitKind
{
    Inside,
    Partly,
    Undetermined,
    Outside,
}

/// <summary>How a case lies to one scope or to all scopes of a chain, and in which dimension or for want of which facts.</summary>
/// <param name="Kind">Inside; partly, where some of its territories are; not to be told; outside.</param>
/// <param name="Dimension">The dimension in which it lies outside, or null.</param>
/// <param name="Missing">The facts that are missing; empty unless it cannot be told.</param>
/// <param name="Within">The territories of the case that lie inside, where only some do, also when the rest cannot be told; otherwise empty.</param>
internal sealed record ScopeFit(ScopeFitKind Kind, string? Dimension, IReadOnlyList<string> Missing, IReadOnlyList<string> Within)
{
    public static ScopeFit Inside { get; } = new(ScopeFitKind.Inside, null, [], []);

    public static ScopeFit Outside(string dimension) => new(ScopeFitKind.Outside, dimension, [], []);

    public static ScopeFit Lacking(string fact) => new(ScopeFitKind.Undetermined, null, [fact], []);

    /// <summary>In some of its territories, if any, and not in the others.</summary>
    public static ScopeFit Partly(IReadOnlyList<string> within) =>
        within.Count == 0 ? Outside("territory") : new(ScopeFitKind.Partly, "territory", [], within);

    public static ScopeFit Of(GrantScope scope, AuthorityCase facts)
    {
        if (scope.IsEverything)
        {
            return Inside;
        }

        ScopeFit fit = OfLimits(scope, facts);
        foreach (GrantScope exclusion in scope.Exclusions.AsSpan())
        {
            if (fit.Kind == ScopeFitKind.Outside)
            {
                break;
            }

            ScopeFit excluded = OfLimits(exclusion, facts);
            fit = fit.And(excluded.Kind switch
            {
                ScopeFitKind.Inside => Outside("exclusion"),
                ScopeFitKind.Outside => Inside,
                ScopeFitKind.Partly => Partly(facts.Territories.Except(excluded.Within, StringComparer.Ordinal).ToList()),
                _ => excluded with { Within = [] },
            });
        }

        return fit;
    }

    public static ScopeFit OfTerritories(IReadOnlyList<string> limit, AuthorityCase facts)
    {
        if (limit.Count == 0)
        {
            return Inside;
        }

        if (facts.Territories.Count == 0)
        {
            return Lacking("territory");
        }

        List<string> within = [.. facts.Territories.Where(t => limit.Contains(t, StringComparer.Ordinal))];
        return within.Count == facts.Territories.Count ? Inside : Partly(within);
    }

    /// <summary>Both hold: outside of one is outside; what cannot be told of one cannot be told of both, but in no territory is outside.</summary>
    public ScopeFit And(ScopeFit other)
    {
        if (Kind == ScopeFitKind.Outside || other.Kind == ScopeFitKind.Outside)
        {
            return Kind == ScopeFitKind.Outside ? this : other;
        }

        IReadOnlyList<string> within = Within.Count == 0 ? other.Within
            : other.Within.Count == 0 ? Within
            : [.. Within.Intersect(other.Within, StringComparer.Ordinal)];
        return within.Count == 0 && Within.Count + other.Within.Count > 0 ? Outside("territory")
            : Missing.Count + other.Missing.Count > 0
                ? new ScopeFit(ScopeFitKind.Undetermined, null, [.. Missing.Union(other.Missing, StringComparer.Ordinal)], within)
            : within.Count > 0 ? Partly(within)
            : Inside;
    }

    private static ScopeFit OfLimits(GrantScope scope, AuthorityCase facts) => OfList(scope.Subjects, facts.Subject, "subject")
        .And(OfTerritories(scope.Territories, facts))
        .And(OfList(scope.CaseKinds, facts.CaseKind, "case_kind"))
        .And(OfAmount(scope.Amount, facts.Amount));

    private static ScopeFit OfList(ValueList<string> limit, string? fact, string dimension) =>
        limit.Count == 0 ? Inside
        : fact is null ? Lacking(dimension)
        : limit.Contains(fact, StringComparer.Ordinal) ? Inside
        : Outside(dimension);

    private static ScopeFit OfAmount(AmountRange? limit, decimal? amount) =>
        limit is null ? Inside
        : amount is not decimal known ? Lacking("amount")
        : limit.Contains(known) ? Inside
        : Outside("amount");
}
