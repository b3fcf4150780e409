using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>The due date under one reading (hạn theo một cách hiểu).</summary>
/// <param name="As">The reading.</param>
/// <param name="StartedOn">The date of its start event; null: not known.</param>
/// <param name="Deadline">The deadline; null: it cannot be computed, and the reason says why.</param>
/// <param name="Reason">By what it is due, or why that is unknown.</param>
public sealed record DueAsRead(TermsAsRead As, LocalDate? StartedOn, Deadline? Deadline, Reason Reason)
{
    private static readonly BilingualText AsWritten = new("theo văn bản", "as written");

    private static readonly ReasonKind Due = new(
        "due_as_read",
        "Cách hiểu '{reading}': {amount} {unit} từ ngày {start}, hạn ngày {due}",
        "Reading '{reading}': {amount} {unit} from {start}, due on {due}");

    private static readonly ReasonKind NoTerms = new(
        "due_as_read_without_terms",
        "Cách hiểu '{reading}': thời hạn '{limit}' không có độ dài được ghi nhận cho ngày đó",
        "Reading '{reading}': no length of the time limit '{limit}' is recorded for that date");

    private static readonly ReasonKind NoStart = new(
        "due_as_read_without_start", "Cách hiểu '{reading}': chưa rõ ngày của mốc tính '{event}'", "Reading '{reading}': the date of '{event}' is not known");

    private static readonly ReasonKind NotComputed = new(
        "due_as_read_not_computed", "Cách hiểu '{reading}': không tính được hạn: {why}", "Reading '{reading}': the due date cannot be computed: {why}");

    /// <summary>The due date; null: unknown.</summary>
    public LocalDate? DueOn => Deadline is { HasDue: true } deadline ? deadline.DueDate : null;

    internal static DueAsRead Of(TermsAsRead terms, ProcedureTimeLimit limit, Func<string, LocalDate?> dateOf, WorkCalendar calendar)
    {
        BilingualText name = terms.Reading?.Meaning ?? AsWritten;
        if (terms.ToDeadlineTerms() is not DeadlineTerms counted)
        {
            return new DueAsRead(terms, null, null, NoTerms.Because(null, ("reading", name), ("limit", limit.Id)));
        }

        if (dateOf(terms.Terms!.StartEvent) is not LocalDate start)
        {
            return new DueAsRead(terms, null, null, NoStart.Because(null, ("reading", name), ("event", terms.Terms.StartEvent)));
        }

        try
        {
            Deadline deadline = limit.Direction == CountDirection.Backward ? counted.Before(start, calendar) : counted.From(start, calendar);
            return new DueAsRead(terms, start, deadline, ReasonOf(terms, name, start, deadline));
        }
        catch (InvalidTermsException e)
        {
            return new DueAsRead(terms, start, null, NotComputed.Because(null, ("reading", name), ("why", e.Reason.Sentence)));
        }
        catch (CalendarRangeException e)
        {
            return new DueAsRead(terms, start, null, NotComputed.Because(null, ("reading", name), ("why", OutsideOf(e))));
        }
    }

    internal static BilingualText OutsideOf(CalendarRangeException e) => new(
        "lịch '" + e.CalendarId + "' không bao gồm ngày " + LocalDatePattern.Iso.Format(e.Date),
        "the calendar '" + e.CalendarId + "' does not cover " + LocalDatePattern.Iso.Format(e.Date));

    private static Reason ReasonOf(TermsAsRead terms, BilingualText name, LocalDate start, Deadline deadline) => deadline.HasDue
        ? Due.Because(
            terms.Interpretation?.Instrument,
            ("reading", name),
            ("amount", deadline.Limit.Amount),
            ("unit", TimeUnits.NameOf(deadline.Limit.Unit)),
            ("start", start),
            ("due", deadline.DueDate))
        : NotComputed.Because(null, ("reading", name), ("why", new BilingualText("chờ sự kiện", "it waits for its event")));
}

/// <summary>The due dates under every reading that stands, side by side (hạn theo từng cách hiểu).</summary>
/// <param name="Standing">On what the readings rest.</param>
/// <param name="Dues">One for each reading; never empty.</param>
public sealed record DuesAsRead(InterpretationStanding Standing, ValueList<DueAsRead> Dues)
{
    /// <summary>The due date to which every reading comes; null when they differ, or one is unknown.</summary>
    public LocalDate? AgreedOn => Dues.Select(d => d.DueOn).Distinct().Count() == 1 ? Dues[0].DueOn : null;

    /// <summary>Whether what ended on a date was in time, for rules: yes or no only when every reading says so.</summary>
    /// <param name="endedOn">The date.</param>
    /// <returns>True: in time by every reading. False: late by every reading. Null: they differ, or a due date is unknown.</returns>
    public bool? IsInTime(LocalDate endedOn) =>
        Dues.Any(d => d.DueOn is null) ? null
        : Dues.All(d => endedOn <= d.DueOn) ? true
        : Dues.All(d => endedOn > d.DueOn) ? false
        : null;
}
