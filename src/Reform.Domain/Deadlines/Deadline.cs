using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>When something is due (hạn giải quyết): the date, and what it was computed from.</summary>
/// <remarks>
/// Two deadlines are equal when limit, receipt, dates and calendar version are. A later change of the calendar does not
/// change a deadline: computing it anew is a separate act, and the version tells whether it is needed.
/// </remarks>
public sealed class Deadline : IEquatable<Deadline>
{
    private static readonly ReasonKind FirstDayNotCounted = new(
        "first_day_not_counted",
        "Tiếp nhận ngày {received}; ngày này không tính vào thời hạn",
        "Received on {received}; that day is not counted");

    private static readonly ReasonKind CountedWorkingDays = new(
        "counted_working_days",
        "Đếm {amount} ngày làm việc sau ngày tiếp nhận: đến ngày {last}",
        "{amount} working days after the receipt: to {last}");

    private static readonly ReasonKind CountedToDate = new(
        "counted_to_date", "Cộng {amount} {unit}: ngày cuối của thời hạn là {last}", "Plus {amount} {unit}: the last day of the period is {last}");

    private static readonly ReasonKind RolledToWorkingDay = new(
        "rolled_to_working_day",
        "Ngày {last} không phải ngày làm việc; thời hạn kết thúc vào ngày làm việc tiếp theo, {due}",
        "{last} is no working day; the period ends on the next working day, {due}");

    private static readonly LegalBasis DaysOffBasis = new(new BilingualText(
        "Điều 111, Điều 112 Bộ luật Lao động 45/2019/QH14", "Labour Code 45/2019/QH14, Arts. 111 and 112"));

    private readonly WorkCalendar calendar;

    internal Deadline(TimeLimit limit, LocalDate receivedOn, LocalDate unrolledDate, LocalDate dueDate, WorkCalendar calendar)
    {
        Limit = limit;
        ReceivedOn = receivedOn;
        UnrolledDate = unrolledDate;
        DueDate = dueDate;
        this.calendar = calendar;
    }

    /// <summary>The limit.</summary>
    public TimeLimit Limit { get; }

    /// <summary>The legal date of receipt (ngày tiếp nhận); not counted.</summary>
    public LocalDate ReceivedOn { get; }

    /// <summary>The last day of the period before it was rolled to a working day; extensions count from here.</summary>
    public LocalDate UnrolledDate { get; }

    /// <summary>The due date (ngày hẹn trả); kept by whatever happens until its end, 24:00 (Civil Code, Art. 148(6)).</summary>
    public LocalDate DueDate { get; }

    /// <summary>The version of the calendar that the deadline rests on.</summary>
    public string CalendarVersion => calendar.Version;

    /// <summary>How the date came about, step by step, each with its article or instrument.</summary>
    /// <returns>The reasons, in the order of the steps; the days that were skipped or worked against the weekday are named.</returns>
    public ValueList<Reason> Explain()
    {
        List<Reason> steps = [FirstDayNotCounted.Because(LegalBasis.CivilCode("147(2)"), ("received", ReceivedOn))];
        if (Limit.Unit == TimeUnit.WorkingDay)
        {
            steps.AddRange(SpecialDays(ReceivedOn, DueDate));
            steps.Add(CountedWorkingDays.Because(DaysOffBasis, ("amount", Limit.Amount), ("last", DueDate)));
            return steps.ToValueList();
        }

        steps.Add(CountedToDate.Because(
            LegalBasis.CivilCode("148"), ("amount", Limit.Amount), ("unit", TimeUnitNames.Of(Limit.Unit)), ("last", UnrolledDate)));
        steps.AddRange(SpecialDays(UnrolledDate.PlusDays(-1), DueDate));
        if (DueDate != UnrolledDate)
        {
            steps.Add(RolledToWorkingDay.Because(LegalBasis.CivilCode("148(5)"), ("last", UnrolledDate), ("due", DueDate)));
        }

        return steps.ToValueList();
    }

    /// <inheritdoc/>
    public bool Equals(Deadline? other) =>
        other is not null && Limit == other.Limit && ReceivedOn == other.ReceivedOn && UnrolledDate == other.UnrolledDate
        && DueDate == other.DueDate && string.Equals(CalendarVersion, other.CalendarVersion, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Deadline);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Limit, ReceivedOn, UnrolledDate, DueDate, CalendarVersion);

    private IEnumerable<Reason> SpecialDays(LocalDate after, LocalDate upTo) =>
        calendar.SpecialDays.Where(d => d.Date > after && d.Date <= upTo).Select(d => calendar.Explain(d.Date));
}
