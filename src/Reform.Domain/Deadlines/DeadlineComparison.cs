using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>What would be if (so sánh phương án): one receipt under several limits, policies or calendars, side by side.</summary>
public sealed record DeadlineComparison
{
    private static readonly ReasonKind OtherLimit = new(
        "other_limit",
        "Thời hạn {amount} {unit} thay cho {first_amount} {first_unit}",
        "A limit of {amount} {unit} instead of {first_amount} {first_unit}");

    private static readonly ReasonKind OtherPolicy = new("other_policy", "Chính sách khác: {policy}", "Another policy: {policy}");

    private static readonly ReasonKind OtherCalendar = new(
        "other_calendar", "Lịch {calendar}, phiên bản {version}", "Calendar {calendar}, version {version}");

    private static readonly ReasonKind OtherLedger = new(
        "other_suspensions_or_extensions", "Tạm dừng, gia hạn hoặc điều kiện khác không giống nhau", "Suspensions, extensions or other terms differ");

    private DeadlineComparison(ValueList<DeadlineAlternative> alternatives) => Alternatives = alternatives;

    /// <summary>The alternatives, in the order given; the others are compared with the first.</summary>
    public ValueList<DeadlineAlternative> Alternatives { get; }

    /// <summary>Compares alternatives for something received on a date.</summary>
    /// <param name="received">The legal date of receipt.</param>
    /// <param name="alternatives">The alternatives, each with a label; at least one.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">There is no alternative.</exception>
    /// <exception cref="InvalidTermsException">An alternative's terms are wrong, or it needs the time of receipt.</exception>
    /// <exception cref="CalendarRangeException">A calendar does not cover a day that has to be known.</exception>
    public static DeadlineComparison Of(
        LocalDate received, IEnumerable<(string Label, DeadlineTerms Terms, WorkCalendar Calendar)> alternatives)
    {
        ArgumentNullException.ThrowIfNull(alternatives);
        return Compare([.. alternatives.Select(a => (a.Label, a.Terms.From(received, a.Calendar)))]);
    }

    /// <summary>Compares alternatives for something received at a moment.</summary>
    /// <param name="received">The moment of receipt, Vietnam civil time.</param>
    /// <param name="alternatives">The alternatives, each with a label; at least one.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">There is no alternative.</exception>
    /// <exception cref="InvalidTermsException">An alternative's terms are wrong.</exception>
    /// <exception cref="CalendarRangeException">A calendar does not cover a day that has to be known.</exception>
    public static DeadlineComparison Of(
        LocalDateTime received, IEnumerable<(string Label, DeadlineTerms Terms, WorkCalendar Calendar)> alternatives)
    {
        ArgumentNullException.ThrowIfNull(alternatives);
        return Compare([.. alternatives.Select(a => (a.Label, a.Terms.From(received, a.Calendar)))]);
    }

    private static DeadlineComparison Compare((string Label, Deadline Deadline)[] alternatives)
    {
        if (alternatives.Length == 0)
        {
            throw new ArgumentException("A comparison has at least one alternative.", nameof(alternatives));
        }

        return new DeadlineComparison(alternatives.Select(a => Alternative(a.Label, a.Deadline, alternatives[0].Deadline)).ToValueList());
    }

    private static DeadlineAlternative Alternative(string label, Deadline deadline, Deadline first)
    {
        int? daysLater = deadline.HasDue && first.HasDue ? Period.DaysBetween(first.DueDate, deadline.DueDate) : null;
        return new DeadlineAlternative(label, deadline, daysLater, Differences(deadline, first).ToValueList());
    }

    private static IEnumerable<Reason> Differences(Deadline deadline, Deadline first)
    {
        DeadlineTerms terms = deadline.Terms;
        DeadlineTerms other = first.Terms;
        if (terms.Limit != other.Limit)
        {
            yield return OtherLimit.Because(
                null,
                ("amount", terms.Limit.Amount),
                ("unit", TimeUnits.NameOf(terms.Limit.Unit)),
                ("first_amount", other.Limit.Amount),
                ("first_unit", TimeUnits.NameOf(other.Limit.Unit)));
        }

        foreach ((NamedPolicy mine, NamedPolicy its) in terms.Policy.Choices.Zip(other.Policy.Choices))
        {
            if (!mine.Equals(its))
            {
                yield return OtherPolicy.Because(mine.Basis, ("policy", mine.Name));
            }
        }

        if (terms with { Limit = other.Limit, Policy = other.Policy } != other)
        {
            yield return OtherLedger.Because(null);
        }

        if (!string.Equals(deadline.CalendarVersion, first.CalendarVersion, StringComparison.Ordinal))
        {
            yield return OtherCalendar.Because(null, ("calendar", deadline.Calendar.Title), ("version", deadline.CalendarVersion));
        }
    }
}

/// <summary>One alternative of a comparison.</summary>
/// <param name="Label">Its label, as given.</param>
/// <param name="Deadline">The deadline.</param>
/// <param name="DaysLater">By how many dates its due date lies after that of the first; negative: before; null where one has no due.</param>
/// <param name="Differences">In what it differs from the first; empty for the first.</param>
public sealed record DeadlineAlternative(string Label, Deadline Deadline, int? DaysLater, ValueList<Reason> Differences);
