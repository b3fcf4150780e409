using System.Globalization;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;

namespace Reform.Domain.Procedures;

/// <summary>Whether two limits can be compared (khả năng so sánh hai thời hạn).</summary>
public enum Comparability
{
    /// <summary>Both count the same unit from the same event (so sánh được).</summary>
    Comparable = 0,

    /// <summary>They start from different events: the difference of the numbers is no saving (mốc tính khác nhau).</summary>
    StartEventMoved = 1,

    /// <summary>They count different units (đơn vị khác nhau).</summary>
    OtherUnit = 2,

    /// <summary>One of them has no length (không có độ dài).</summary>
    NoLength = 3,
}

/// <summary>Two terms of one time limit side by side (so sánh thời hạn); percentages are exact fractions.</summary>
public sealed record LimitComparison
{
    private static readonly ReasonKind Shorter = new(
        "limit_compared",
        "Từ {before} thành {after} {unit}: giảm {saved} {unit}, tức {percent}%",
        "From {before} to {after} {unit}: {saved} {unit} less, which is {percent}%");

    private static readonly ReasonKind Moved = new(
        "limit_start_event_moved",
        "Không so sánh được: mốc tính chuyển từ '{before}' sang '{after}'",
        "Not comparable: the start event moved from '{before}' to '{after}'");

    private static readonly ReasonKind Units = new(
        "limit_unit_changed",
        "Không so sánh được: đơn vị đổi từ {before} sang {after}",
        "Not comparable: the unit changed from {before} to {after}");

    private static readonly ReasonKind Lengthless = new(
        "limit_without_length",
        "Không so sánh được: một trong hai thời hạn không có độ dài",
        "Not comparable: one of the two limits has no length");

    private LimitComparison(LimitTerms before, LimitTerms after, Comparability comparability)
    {
        Before = before;
        After = after;
        Comparability = comparability;
    }

    /// <summary>The earlier terms.</summary>
    public LimitTerms Before { get; }

    /// <summary>The later terms.</summary>
    public LimitTerms After { get; }

    /// <summary>Whether they can be compared.</summary>
    public Comparability Comparability { get; }

    /// <summary>How much shorter, in the unit of both; negative: longer; null when they cannot be compared.</summary>
    public int? Saved => Comparability == Comparability.Comparable ? Before.Limit!.Amount - After.Limit!.Amount : null;

    /// <summary>Compares two terms.</summary>
    /// <param name="before">The earlier ones.</param>
    /// <param name="after">The later ones.</param>
    /// <returns>The comparison.</returns>
    public static LimitComparison Of(LimitTerms before, LimitTerms after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        Comparability comparability =
            !string.Equals(before.StartEvent, after.StartEvent, StringComparison.Ordinal) ? Comparability.StartEventMoved
            : before.Limit is null || after.Limit is null ? Comparability.NoLength
            : before.Limit.Unit != after.Limit.Unit || before.Limit.Event != after.Limit.Event ? Comparability.OtherUnit
            : Comparability.Comparable;
        return new LimitComparison(before, after, comparability);
    }

    /// <summary>Whether the later limit is at least a share shorter; exact, in whole numbers.</summary>
    /// <param name="percent">The share, in percent; for example 25.</param>
    /// <returns>The answer, or null when they cannot be compared.</returns>
    public bool? SavesAtLeast(int percent) => Saved is int saved ? (long)saved * 100 >= (long)percent * Before.Limit!.Amount : null;

    /// <summary>Why the comparison says what it says.</summary>
    /// <returns>The reason; its percentage is rounded to one decimal, halves away from zero, for reading only.</returns>
    public Reason Explain() => Comparability switch
    {
        Comparability.StartEventMoved => Moved.Because(null, ("before", Before.StartEvent), ("after", After.StartEvent)),
        Comparability.OtherUnit => Units.Because(
            null, ("before", TimeUnits.NameOf(Before.Limit!.Unit)), ("after", TimeUnits.NameOf(After.Limit!.Unit))),
        Comparability.NoLength => Lengthless.Because(null),
        _ => Shorter.Because(
            null,
            ("before", Before.Limit!.Amount),
            ("after", After.Limit!.Amount),
            ("unit", TimeUnits.NameOf(After.Limit.Unit)),
            ("saved", Saved!.Value),
            ("percent", Percent())),
    };

    private string Percent() => Math.Round(Saved!.Value * 100m / Before.Limit!.Amount, 1, MidpointRounding.AwayFromZero)
        .ToString("0.#", CultureInfo.InvariantCulture);
}
