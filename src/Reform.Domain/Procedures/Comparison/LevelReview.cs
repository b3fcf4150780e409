using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Reviews a version against others and against the calendar (rà soát thời hạn theo cấp, theo lịch).</summary>
public static class LevelReview
{
    private static readonly ReasonKind Longer = new(
        "lower_limit_longer",
        "Thời hạn '{limit}' của cấp dưới là {lower} {unit}, dài hơn {higher} {unit} của cấp trên",
        "The lower level's limit '{limit}' is {lower} {unit}, longer than the {higher} {unit} of the higher level");

    private static readonly ReasonKind Lengthened = new(
        "lower_limit_lengthened",
        "Thời hạn '{limit}' của cấp dưới là {lower} {unit}, dài hơn {higher} {unit} của cấp trên; được phép theo {authority}, lý do: {why}",
        "The lower level's limit '{limit}' is {lower} {unit}, longer than the {higher} {unit} of the higher level; allowed by {authority}, because: {why}");

    private static readonly ReasonKind NotComparable = new(
        "lower_limit_not_comparable", "Không so sánh được thời hạn '{limit}' với cấp trên: {why}", "The limit '{limit}' cannot be compared with the higher level's: {why}");

    private static readonly ReasonKind Expires = new(
        "document_expires_before_use",
        "Giấy tờ '{document}' cấp ngày {on} hết giá trị ngày {last}, trước hạn quyết định {due}",
        "The document '{document}' issued on {on} counts until {last}, before the decision is due on {due}");

    private static readonly ReasonKind StepsTooLong = new(
        "procedure_steps_sum_exceeds_total",
        "Tổng thời hạn các bước nối tiếp là {sum} {unit}, dài hơn thời hạn toàn bộ '{total}' ({most} {unit})",
        "The steps one after the other add up to {sum} {unit}, more than the whole '{total}' ({most} {unit})");

    /// <summary>Compares the limits of a lower level with those of the level above.</summary>
    /// <param name="lower">The lower level's version.</param>
    /// <param name="higher">The higher level's version.</param>
    /// <param name="on">The date whose limits are compared.</param>
    /// <returns>Limits that are longer (lower_limit_longer; with the authority and reason of a local variant lower_limit_lengthened), and those of which it cannot be told (lower_limit_not_comparable), by the lower version's order.</returns>
    public static ValueList<Reason> AgainstSuperior(ProcedureVersion lower, ProcedureVersion higher, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(lower);
        ArgumentNullException.ThrowIfNull(higher);
        var found = new List<Reason>();
        foreach (ComparedLimit limit in VersionComparison.Of(higher, on, lower, on).Limits)
        {
            if (limit.Comparison is not { Comparability: Comparability.Comparable } comparison)
            {
                BilingualText why = limit.Comparison?.Explain().Sentence ?? new BilingualText("chưa rõ thời hạn vào ngày này", "its terms on the date are not recorded");
                found.Add(NotComparable.Because(null, ("limit", limit.Id), ("why", why)));
            }
            else if (comparison.Saved < 0)
            {
                (string, ReasonValue)[] places =
                [
                    ("limit", limit.Id), ("lower", comparison.After.Limit!.Amount), ("higher", comparison.Before.Limit!.Amount),
                    ("unit", TimeUnits.NameOf(comparison.After.Limit.Unit)),
                ];
                found.Add(lower.Variant is { LengtheningReason: BilingualText why, Authority: string authority }
                    ? Lengthened.Because(null, [.. places, ("authority", authority), ("why", why)])
                    : Longer.Because(null, places));
            }
        }

        return found.ToValueList();
    }

    /// <summary>Documents whose validity can end before the decision is due, when they are issued on the day on which the file is received.</summary>
    /// <param name="version">The version.</param>
    /// <param name="on">The day.</param>
    /// <param name="calendar">The work calendar.</param>
    /// <returns>One reason for each document; empty where no whole limit in days is recorded.</returns>
    /// <exception cref="CalendarRangeException">The calendar does not cover a day that has to be known.</exception>
    public static ValueList<Reason> DocumentsThatExpire(ProcedureVersion version, LocalDate on, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(calendar);
        LocalDate? due = LongestDue(version, on, calendar);
        var found = new List<Reason>();
        foreach (RequiredDocument document in version.Documents ?? [])
        {
            if (due is LocalDate decided && EndOf(document.Validity?.Length, on, calendar, RollPolicy.Stay) is LocalDate last && last < decided)
            {
                found.Add(Expires.Because(null, ("document", document.Name), ("on", on), ("last", last), ("due", decided)));
            }
        }

        return found.ToValueList();
    }

    // When the longest of the limits of the whole ends that start on a day; null: none in days is recorded.
    internal static LocalDate? LongestDue(ProcedureVersion version, LocalDate on, WorkCalendar calendar) =>
        version.TimeLimits.Where(l => l.Scope == LimitScope.Total)
            .Select(l => EndOf(VersionComparison.TermsOn(l, on)?.Limit, on, calendar, RollPolicy.NextWorkingDay)).Max();

    /// <summary>Whether the limits of steps that follow each other add up to more than the whole.</summary>
    /// <param name="version">The version.</param>
    /// <param name="on">The date whose limits count.</param>
    /// <returns>One reason for each whole limit that is exceeded; limits in other units than the whole's are not added.</returns>
    public static ValueList<Reason> StepsAgainstTotal(ProcedureVersion version, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(version);
        var found = new List<Reason>();
        foreach ((ProcedureTimeLimit total, TimeLimit most, long? sum) in SumsAgainstTotal(version, on))
        {
            if (sum > most.Amount)
            {
                found.Add(StepsTooLong.Because(
                    null, ("sum", (int)Math.Min(sum.Value, int.MaxValue)), ("unit", TimeUnits.NameOf(most.Unit)), ("total", total.Id), ("most", most.Amount)));
            }
        }

        return found.ToValueList();
    }

    // Each limit of the whole with the sum of the steps that follow each other; null: not all of them count its unit.
    internal static IEnumerable<(ProcedureTimeLimit Total, TimeLimit Most, long? Sum)> SumsAgainstTotal(ProcedureVersion version, LocalDate on)
    {
        List<TimeLimit> inSequence =
        [
            .. version.TimeLimits.Where(l => l.Scope == LimitScope.Step && IsInSequence(version, l)).Select(l => VersionComparison.TermsOn(l, on)?.Limit).OfType<TimeLimit>(),
        ];
        foreach (ProcedureTimeLimit total in version.TimeLimits.Where(l => l.Scope == LimitScope.Total && inSequence.Count > 1))
        {
            if (VersionComparison.TermsOn(total, on)?.Limit is TimeLimit most)
            {
                yield return (total, most, inSequence.All(l => l.Unit == most.Unit) ? inSequence.Sum(l => (long)l.Amount) : null);
            }
        }
    }

    // The first step runs from the start of the whole, the others from the end of the one before.
    private static bool IsInSequence(ProcedureVersion version, ProcedureTimeLimit limit) =>
        version.Steps.Any(s => s.TimeLimitIds.Contains(limit.Id))
        && (limit.Terms.StartEvent == "previous.step.done"
            || (limit.EndEvent == "step.done" && version.TimeLimits.Any(l => l.Terms.StartEvent == "previous.step.done")));

    private static LocalDate? EndOf(TimeLimit? length, LocalDate on, WorkCalendar calendar, RollPolicy roll)
    {
        if (length is null || TimeUnits.DueKindOf(length.Unit) == DueKind.Instant || length.Unit == TimeUnit.NextEvent)
        {
            return null;
        }

        Deadline end = new DeadlineTerms(length) { Policy = DeadlinePolicy.Default with { Roll = roll } }.From(on, calendar);
        return end.HasDue ? end.DueDate : null;
    }
}
