using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;

namespace Reform.Domain.Cases;

/// <summary>How a case stands by its due date, and for how long it has been late.</summary>
internal static class StandingFacts
{
    public static CaseFacts Of(CaseFile file, CaseTerms terms, LimitReading? whole, CaseFacts facts)
    {
        CaseFacts one = ByOne(file, terms, whole, facts, facts.AppointedOn);
        return whole is { Alternatives.Count: > 0, Deadline: null } ? ByAll(one, [.. whole.Alternatives.Select(r => ByOne(file, terms, r, facts, null))]) : one;
    }

    // While it is not settled how the limit is read, the appointed date settles it neither: known is what every reading comes to.
    private static CaseFacts ByAll(CaseFacts facts, CaseFacts[] readings)
    {
        T? Agreed<T>(Func<CaseFacts, T?> of) => Array.TrueForAll(readings, r => EqualityComparer<T?>.Default.Equals(of(r), of(readings[0]))) ? of(readings[0]) : default;
        return facts with
        {
            IsDueInstant = Agreed(r => (bool?)r.IsDueInstant) ?? false,
            EndedAfterDueInstant = Agreed(r => (bool?)r.EndedAfterDueInstant) ?? false,
            CalendarVersion = Agreed(r => r.CalendarVersion),
            DueOn = Agreed(r => r.DueOn),
            Timeliness = Agreed(r => r.Timeliness),
            SlipDueOn = Agreed(r => r.SlipDueOn),
            AppointmentDiffers = Agreed(r => r.AppointmentDiffers),
            WorkingDaysLate = Agreed(r => r.WorkingDaysLate),
            WorkingDaysSinceDue = Agreed(r => r.WorkingDaysSinceDue),
            WorkingDaysToReview = Agreed(r => r.WorkingDaysToReview),
        };
    }

    private static CaseFacts ByOne(CaseFile file, CaseTerms terms, LimitReading? whole, CaseFacts facts, LocalDate? appointedOn)
    {
        LocalDate? reviewedOn = file.TimeOf(Milestones.ResponsibilityReview)?.Date;
        facts = facts with
        {
            ComputedDueOn = whole?.On,
            IsDueProvisional = whole?.IsProvisional ?? false,
            IsDueInstant = whole?.Deadline is { DueKind: DueKind.Instant },
            EndedAfterDueInstant = whole?.Deadline is { DueKind: DueKind.Instant } deadline && file.Outcome is { At: { IsDateOnly: false } at }
                && at.Date == deadline.DueDate && at.Date.At(at.Clock!.Value) > deadline.DueAt,
            CalendarVersion = whole?.Deadline?.CalendarVersion,
            WholeLimit = whole?.State ?? ClockState.Unknown,
        };
        LocalDate? due = facts.ComputedDueOn ?? appointedOn;
        LocalDate? slip = whole?.StartedAt?.Date == facts.ReceivedOn ? whole!.FirstDueOn : null;
        Timeliness? timeliness = TimelinessOf(facts, due, whole);
        bool awaits = facts is { Outcome: CaseOutcome.Decided or CaseOutcome.Refused, ReturnedOn: null }
            && whole?.Limit.EndEvent is "result.date" or "result.sent.date";
        bool late = timeliness is Timeliness.Late or Timeliness.PendingOverdue || whole?.State == ClockState.Broken
            || (awaits && whole!.State == ClockState.Overdue);
        LocalDate until = whole is { State: ClockState.Broken, EndedAt: CaseTime end } ? end.Date
            : awaits ? facts.AsOf
            : facts.EndedOn ?? facts.AsOf;
        return facts with
        {
            DueOn = due,
            Timeliness = timeliness,
            SlipDueOn = slip,
            AwaitsHandOver = awaits,
            AppointmentDiffers = facts.AppointedOn is LocalDate stated && slip is LocalDate right ? stated != right : null,
            WorkingDaysLate = due is not LocalDate day || timeliness is null ? null : late ? WorkingDays(terms.Calendar, day, until) : 0,
            WorkingDaysSinceDue = due is LocalDate since ? WorkingDays(terms.Calendar, since, facts.AsOf) : null,
            ReviewedOn = reviewedOn,
            WorkingDaysToReview = due is LocalDate from && reviewedOn is LocalDate to ? WorkingDays(terms.Calendar, from, to) : null,
        };
    }

    private static Timeliness? TimelinessOf(CaseFacts facts, LocalDate? dueOn, LimitReading? whole)
    {
        if (facts.WholeLimit == ClockState.Stopped)
        {
            return Timeliness.PendingWithin;
        }

        if (dueOn is not LocalDate due)
        {
            return null;
        }

        if (facts.EndedOn is not LocalDate ended)
        {
            bool overdue = facts.IsDueInstant ? facts.WholeLimit == ClockState.Overdue : facts.AsOf > due;
            return overdue ? Timeliness.PendingOverdue : Timeliness.PendingWithin;
        }

        // Due at an hour of that day, and at what hour it ended is not known.
        if (facts.IsDueInstant && ended == due && whole?.State == ClockState.Unknown)
        {
            return null;
        }

        return ended > due || facts.EndedAfterDueInstant ? Timeliness.Late : ended < due ? Timeliness.Early : Timeliness.OnTime;
    }

    private static int? WorkingDays(WorkCalendar calendar, LocalDate from, LocalDate to)
    {
        try
        {
            return to <= from ? 0 : calendar.WorkingDaysBetween(from, to);
        }
        catch (CalendarRangeException)
        {
            return null;
        }
    }
}
