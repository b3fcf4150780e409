using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>For what a grant holds (phạm vi): subjects, territories, kinds of case and amounts at once, less what is excluded.</summary>
/// <remarks>
/// A list that is empty sets no limit. Identifiers are compared as written: a territory does not contain another by its name, so that a
/// wider grant lists what lies in it. Whoever receives a power holds at most what the grantor holds: the scopes of a chain all apply.
/// </remarks>
public sealed record GrantScope
{
    /// <summary>A scope without limits.</summary>
    public static GrantScope Everything { get; } = new();

    /// <summary>The subject matters (nội dung, lĩnh vực, loại giấy phép, mã thủ tục); empty: every one.</summary>
    public ValueList<string> Subjects { get; init; } = [];

    /// <summary>The territories (địa bàn); empty: everywhere.</summary>
    public ValueList<string> Territories { get; init; } = [];

    /// <summary>The kinds of case (loại vụ việc); empty: every kind.</summary>
    public ValueList<string> CaseKinds { get; init; } = [];

    /// <summary>The amounts (hạn mức); null: every amount.</summary>
    public AmountRange? Amount { get; init; }

    /// <summary>What lies inside the limits above and is excluded all the same (loại trừ); exclusions in these are not looked at.</summary>
    public ValueList<GrantScope> Exclusions { get; init; } = [];

    /// <summary>Whether the scope sets no limit at all.</summary>
    public bool IsEverything => Subjects.Count == 0 && Territories.Count == 0 && CaseKinds.Count == 0 && Amount is null && Exclusions.Count == 0;

    /// <summary>Whether the scope holds a case of which every limited fact is known.</summary>
    /// <param name="facts">The facts of the case.</param>
    /// <returns>True when it does; false also when a fact that would decide is missing.</returns>
    public bool Covers(AuthorityCase facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return ScopeFit.Of(this, facts).Kind == ScopeFitKind.Inside;
    }

    /// <summary>Whether everything in this scope lies in another, so that the one may be granted out of the other.</summary>
    /// <remarks>An exclusion of the other scope must stand here too, or lie outside this scope.</remarks>
    /// <param name="other">The other scope, as a rule that of the grantor.</param>
    /// <returns>True when it does.</returns>
    public bool IsWithin(GrantScope other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return FirstExcess(other) is null;
    }

    /// <summary>Whether some case could lie in both scopes.</summary>
    /// <param name="other">The other scope.</param>
    /// <returns>True when one could; false also when an exclusion of one takes in all of the other.</returns>
    public bool Overlaps(GrantScope other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Share(Subjects, other.Subjects) && Share(Territories, other.Territories) && Share(CaseKinds, other.CaseKinds)
            && (Amount is null || other.Amount is null || Amount.Overlaps(other.Amount))
            && !Exclusions.Any(other.LimitsAreWithin) && !other.Exclusions.Any(LimitsAreWithin);
    }

    /// <summary>The first dimension in which this scope exceeds another: subject, territory, case_kind, amount or exclusion; null when none.</summary>
    internal string? FirstExcess(GrantScope other) =>
        !Inside(Subjects, other.Subjects) ? "subject"
        : !Inside(Territories, other.Territories) ? "territory"
        : !Inside(CaseKinds, other.CaseKinds) ? "case_kind"
        : other.Amount is AmountRange limit && !(Amount?.IsWithin(limit) ?? false) ? "amount"
        : other.Exclusions.Any(e => OverlapsLimits(e) && !Exclusions.Any(e.LimitsAreWithin)) ? "exclusion"
        : null;

    private bool OverlapsLimits(GrantScope other) => Share(Subjects, other.Subjects) && Share(Territories, other.Territories)
        && Share(CaseKinds, other.CaseKinds) && (Amount is null || other.Amount is null || Amount.Overlaps(other.Amount));

    private bool LimitsAreWithin(GrantScope other) => Inside(Subjects, other.Subjects) && Inside(Territories, other.Territories)
        && Inside(CaseKinds, other.CaseKinds) && (other.Amount is null || (Amount?.IsWithin(other.Amount) ?? false));

    private static bool Inside(ValueList<string> part, ValueList<string> whole) =>
        whole.Count == 0 || (part.Count > 0 && part.All(p => whole.Contains(p, StringComparer.Ordinal)));

    private static bool Share(ValueList<string> a, ValueList<string> b) =>
        a.Count == 0 || b.Count == 0 || a.Any(x => b.Contains(x, StringComparer.Ordinal));
}
