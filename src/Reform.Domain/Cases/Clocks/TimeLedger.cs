using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Whose hands took the time of a case (sổ thời gian): every working day after the receipt is charged once.</summary>
/// <remarks>
/// As in the counting of limits a day belongs to what had happened by the end of the day before: the day of receipt is charged to nobody, the
/// day of an event to who held the file until then. A day on which a consultation is past its limit is charged to the unit that was asked.
/// </remarks>
public sealed record TimeLedger
{
    private TimeLedger(ValueList<TimeCharge> charges) => Charges = charges;

    /// <summary>The charges, in the order in which they first occurred.</summary>
    public ValueList<TimeCharge> Charges { get; }

    /// <summary>The working days that are charged, those when the clock stood still left out.</summary>
    public int WorkingDays => Charges.Where(c => c.Kind != ChargeKind.Stopped).Sum(c => c.WorkingDays);

    /// <summary>The working days of one kind of charge.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>How many.</returns>
    public int DaysOf(ChargeKind kind) => Charges.Where(c => c.Kind == kind).Sum(c => c.WorkingDays);

    /// <summary>The step that took the most working days; the earlier one when two took as many. Null: no day was charged to a step.</summary>
    public int? SlowestStep => DaysByStep.Where(s => s.WorkingDays > 0).OrderByDescending(s => s.WorkingDays).ThenBy(s => s.Step)
        .Select(s => (int?)s.Step).FirstOrDefault();

    /// <summary>The working days that each step took, by step; those when the clock stood still left out.</summary>
    public IEnumerable<(int Step, int WorkingDays)> DaysByStep => Charges.Where(c => c.Step is not null && c.Kind != ChargeKind.Stopped)
        .GroupBy(c => c.Step!.Value).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(c => c.WorkingDays)));

    /// <summary>The unit that the most working days are charged to; the first in ordinal order when two took as many. Null: no day was charged.</summary>
    public string? SlowestUnit => Charges.Where(c => c.Kind != ChargeKind.Stopped)
        .GroupBy(c => c.UnitId, StringComparer.Ordinal).OrderByDescending(g => g.Sum(c => c.WorkingDays)).ThenBy(g => g.Key, StringComparer.Ordinal)
        .Where(g => g.Sum(c => c.WorkingDays) > 0).Select(g => g.Key).FirstOrDefault();

    /// <summary>Charges the time of a case.</summary>
    /// <param name="file">The case, as it stood on the date.</param>
    /// <param name="calendar">The work calendar.</param>
    /// <param name="until">Up to which date, where it has not ended; the date is included.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="CalendarRangeException">The calendar does not cover a day that has to be known.</exception>
    public static TimeLedger Of(CaseFile file, WorkCalendar calendar, LocalDate until)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(calendar);
        LocalDate start = file.Receipt.At.Date;
        LocalDate end = file.Outcome?.At.Date ?? until;
        if (end <= start)
        {
            return new TimeLedger([]);
        }

        List<(CaseConsultation Asked, LocalDate Due)> limited = Limited(file, calendar);
        var replay = new CaseReplay();
        var charges = new List<TimeCharge>();
        LocalDate from = start;
        int next = 0;
        foreach (LocalDate to in Boundaries(file, limited, start, end))
        {
            for (; next < file.Events.Count && file.Events[next].At.Date <= from; next++)
            {
                replay.Take(file.Events[next]);
            }

            Add(charges, ChargeOf(replay, limited, to, calendar.WorkingDaysBetween(from, to)));
            from = to;
        }

        return new TimeLedger(charges.ToValueList());
    }

    private static TimeCharge ChargeOf(CaseReplay replay, List<(CaseConsultation Asked, LocalDate Due)> limited, LocalDate day, int days)
    {
        int? step = replay.Steps.Find(s => s.IsOpen)?.Step;
        if (replay.State is CaseState.AwaitingSupplement or CaseState.Suspended)
        {
            return new TimeCharge(replay.Holder, step, ChargeKind.Stopped, days);
        }

        foreach ((CaseConsultation asked, LocalDate due) in limited)
        {
            if (day > due && replay.Consultations.Exists(c => c.AnsweredAt is null && string.Equals(c.Id, asked.Id, StringComparison.Ordinal)))
            {
                return new TimeCharge(asked.UnitId, step, ChargeKind.LateConsultation, days);
            }
        }

        return new TimeCharge(replay.Holder, step, ChargeKind.Handling, days);
    }

    private static void Add(List<TimeCharge> charges, TimeCharge charge)
    {
        int same = charges.FindIndex(c => c with { WorkingDays = charge.WorkingDays } == charge);
        if (same < 0)
        {
            charges.Add(charge);
        }
        else
        {
            charges[same] = charge with { WorkingDays = charges[same].WorkingDays + charge.WorkingDays };
        }
    }

    // What holds between two boundaries does not change.
    private static SortedSet<LocalDate> Boundaries(CaseFile file, List<(CaseConsultation Asked, LocalDate Due)> limited, LocalDate start, LocalDate end)
    {
        var dates = new SortedSet<LocalDate> { end };
        foreach (LocalDate date in file.Events.Select(e => e.At.Date).Concat(limited.Select(l => l.Due)))
        {
            if (date > start && date < end)
            {
                dates.Add(date);
            }
        }

        return dates;
    }

    private static List<(CaseConsultation Asked, LocalDate Due)> Limited(CaseFile file, WorkCalendar calendar)
    {
        var limited = new List<(CaseConsultation, LocalDate)>();
        foreach (CaseConsultation asked in file.Consultations)
        {
            if (asked.Limit is TimeLimit limit && (TimeUnits.DueKindOf(limit.Unit) == DueKind.Date || !asked.RequestedAt.IsDateOnly))
            {
                CaseTime at = asked.RequestedAt;
                Deadline due = at.IsDateOnly ? limit.From(at.Date, calendar) : limit.From(at.Date.At(at.Clock!.Value), calendar);
                if (due.HasDue)
                {
                    limited.Add((asked, due.DueDate));
                }
            }
        }

        return limited;
    }
}

/// <summary>Working days charged to a unit and a step (thời gian tính cho đơn vị, bước).</summary>
/// <param name="UnitId">The unit: that which held the file, or was asked.</param>
/// <param name="Step">The first step that was open; null: none was.</param>
/// <param name="Kind">Why they are charged to it.</param>
/// <param name="WorkingDays">How many.</param>
public sealed record TimeCharge(string UnitId, int? Step, ChargeKind Kind, int WorkingDays);

/// <summary>Why days are charged to a unit (lý do tính thời gian).</summary>
public enum ChargeKind
{
    /// <summary>It held the file (đang giữ hồ sơ).</summary>
    Handling = 0,

    /// <summary>It was asked for its opinion and was late (chậm trả lời phối hợp).</summary>
    LateConsultation = 1,

    /// <summary>The clock stood still: a supplement was awaited, or the case was suspended; no time of the limit (đồng hồ dừng).</summary>
    Stopped = 2,
}
