using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>Tells a deadline step by step. It counts each limit again with the code that counted the deadline, and says what it finds.</summary>
internal sealed class DeadlineTrace
{
    private readonly Deadline deadline;
    private readonly DeadlineTerms terms;
    private readonly WorkCalendar calendar;
    private readonly DeadlinePolicy policy;
    private readonly List<Reason> steps = [];
    private readonly HashSet<int> toldSuspensions = [];

    private DeadlineTrace(in Deadline deadline)
    {
        this.deadline = deadline;
        terms = deadline.Terms;
        calendar = deadline.Calendar;
        policy = terms.Policy;
    }

    public static ValueList<Reason> Of(in Deadline deadline)
    {
        var trace = new DeadlineTrace(deadline);
        if (deadline.BackwardBound is Bound bound)
        {
            trace.TellBackward(bound);
        }
        else
        {
            trace.TellForward();
        }

        trace.TellEnd();
        return trace.steps.ToValueList();
    }

    private void TellForward()
    {
        ValueList<SuspensionEffect> ledger = deadline.Ledger();
        var count = new ForwardCount(terms, calendar);
        Position at = count.Start(deadline.Received, deadline.HasTime);
        if (at.IsMoment && at.Moment != deadline.Received)
        {
            steps.Add(DeadlineReasons.DeemedReceived.Because(
                policy.Intake.Basis,
                ("received", deadline.HasTime ? deadline.Received : deadline.ReceivedOn),
                ("policy", policy.Intake.Name),
                ("deemed", at.Moment)));
        }

        TellStart(at);
        foreach (SuspensionEffect effect in ledger.Where(e => e.Outcome == SuspensionOutcome.Restarted).OrderBy(e => e.Suspension.From))
        {
            at = Position.EndOf(effect.Suspension.To!.Value);
            steps.Add(DeadlineReasons.Restarted.Because(
                effect.Suspension.Basis ?? policy.Supplement.Basis, ("to", at.Date), ("why", Why(effect.Suspension.Why))));
        }

        TellParts(ledger, at);
        foreach (SuspensionEffect effect in ledger)
        {
            TellWithoutEffect(effect);
        }

        if (deadline.HasDue)
        {
            TellRoll(policy.Roll);
        }
    }

    private void TellStart(Position at)
    {
        switch (terms.Part(0).Unit)
        {
            case TimeUnit.SameDay or TimeUnit.Immediate or TimeUnit.NextEvent:
                break;
            case TimeUnit.Minute or TimeUnit.Hour:
                steps.Add(DeadlineReasons.StartsAtMoment.Because(LegalBasis.CivilCode("147(1)"), ("start", at.Moment)));
                break;
            case TimeUnit.WorkingHour:
                TellWorkingStart(at.Moment, DeadlineReasons.WorkingHours);
                break;
            case TimeUnit.HalfDay when policy.HalfDay == HalfDayPolicy.FourWorkingHours:
                TellWorkingStart(at.Moment, policy.HalfDay.Basis);
                break;
            case TimeUnit.HalfDay:
                steps.Add(
                    SessionAt(at.Moment) is null
                        ? DeadlineReasons.StartsAtMoment.Because(policy.HalfDay.Basis, ("start", at.Moment))
                        : DeadlineReasons.SessionNotCounted.Because(policy.HalfDay.Basis, ("received", at.Moment)));
                break;
            default:
                steps.Add(DeadlineReasons.FirstDayNotCounted.Because(LegalBasis.CivilCode("147(2)"), ("received", at.Date)));
                break;
        }
    }

    private void TellWorkingStart(LocalDateTime moment, LegalBasis basis)
    {
        if (SessionAt(moment) is not null)
        {
            steps.Add(DeadlineReasons.StartsAtMoment.Because(basis, ("start", moment)));
            return;
        }

        LocalDate date = moment.Date;
        OfficeSession? next = FirstAfter(date, moment);
        while (next is null)
        {
            date = date.PlusDays(1);
            next = FirstAfter(date, moment);
        }

        steps.Add(DeadlineReasons.StartsInSession.Because(basis, ("received", moment), ("start", date + next.Value.Start)));
    }

    private OfficeSession? FirstAfter(LocalDate date, LocalDateTime moment)
    {
        foreach (OfficeSession session in calendar.SessionsOf(date))
        {
            if (date + session.Start > moment)
            {
                return session;
            }
        }

        return null;
    }

    private OfficeSession? SessionAt(LocalDateTime moment)
    {
        foreach (OfficeSession session in calendar.SessionsOf(moment.Date))
        {
            if (session.Start <= moment.TimeOfDay && moment.TimeOfDay < session.End)
            {
                return session;
            }
        }

        return null;
    }

    private void TellParts(ValueList<SuspensionEffect> ledger, Position at)
    {
        bool skipsRuns = policy.Supplement != SupplementRegime.RestartFromZero;
        var period = new PeriodCount(terms, calendar, skipsRuns);
        for (int i = 0; i < terms.PartCount; i++)
        {
            TimeLimit limit = terms.Part(i);
            Position start = at;
            Standing standing = period.End(limit, start, out at);
            if (standing == Standing.AwaitsEvent)
            {
                steps.Add(DeadlineReasons.AwaitsEvent.Because(DeadlineReasons.UnknownIsSaid, ("received", start.Date), ("event", limit.Event!)));
                return;
            }

            TellRuns(ledger, start, standing == Standing.Ended ? at : null, skipsRuns);
            if (standing == Standing.Suspended || deadline.IsSuspended && !skipsRuns)
            {
                return;
            }

            TellPart(i, limit, start, at, period);
        }
    }

    // The suspensions that fall between two positions; those that last end the telling.
    private void TellRuns(ValueList<SuspensionEffect> ledger, Position start, Position? end, bool skipsRuns)
    {
        foreach (SuspendedRun run in terms.Runs)
        {
            SuspensionEffect effect = ledger[run.Index];
            BilingualText why = Why(effect.Suspension.Why);
            LegalBasis basis = effect.Suspension.Basis ?? policy.Supplement.Basis;
            bool isHere = run.Last >= start.Date && (end is not Position last || run.Start < last.Moment);
            if (effect.Outcome == SuspensionOutcome.Open && (isHere || !skipsRuns))
            {
                steps.Add(DeadlineReasons.SuspensionOpen.Because(
                    basis,
                    ("from", effect.Suspension.From),
                    ("why", why),
                    ("remaining", deadline.RemainingAt(run.First.At(LocalTime.MaxValue)).Text)));
            }
            else if (effect.Outcome == SuspensionOutcome.Excluded && isHere && toldSuspensions.Add(run.Index))
            {
                steps.Add(DeadlineReasons.SuspensionExcluded.Because(
                    basis, ("from", effect.Suspension.From), ("to", effect.Suspension.To!.Value), ("why", why), ("days", effect.DaysNotCounted)));
            }
        }
    }

    private void TellPart(int index, TimeLimit limit, Position start, Position end, PeriodCount period)
    {
        TellDaysCounted(limit, start, end);
        ReasonValue last = Value(end);
        BilingualText unit = TimeUnits.NameOf(limit.Unit);
        if (index < terms.OwnPart)
        {
            steps.Add(DeadlineReasons.StepCounted.Because(DeadlineReasons.StatedByTerms, ("amount", limit.Amount), ("unit", unit), ("last", last)));
        }
        else if (index >= terms.FirstExtensionPart)
        {
            TellExtension(terms.Extensions[index - terms.FirstExtensionPart], start, last);
        }
        else if (index > terms.OwnPart)
        {
            steps.Add(DeadlineReasons.ToleranceCounted.Because(
                DeadlineReasons.StatedByTerms, ("amount", limit.Amount), ("unit", unit), ("last", last)));
        }
        else
        {
            TellLimit(limit, start, end);
        }

        if (limit.Unit is TimeUnit.Month or TimeUnit.Year)
        {
            TellClamp(limit, start, period.Unmoved(limit, start.Date));
        }
    }

    private void TellLimit(TimeLimit limit, Position start, Position end)
    {
        ReasonValue last = Value(end);
        BilingualText unit = TimeUnits.NameOf(limit.Unit);
        steps.Add(limit.Unit switch
        {
            TimeUnit.WorkingDay => DeadlineReasons.CountedWorkingDays.Because(
                DeadlineReasons.WorkingDays, ("amount", limit.Amount), ("from", start.Date), ("last", last)),
            TimeUnit.SameDay => DeadlineReasons.DueSameDay.Because(DeadlineReasons.StatedByTerms, ("last", last)),
            TimeUnit.Immediate => DeadlineReasons.DueImmediately.Because(DeadlineReasons.StatedByTerms, ("last", last)),
            TimeUnit.NextEvent => DeadlineReasons.DueAtEvent.Because(
                LegalBasis.CivilCode("147(3)"), ("last", last), ("event", limit.Event!), ("received", start.Date)),
            _ when end.IsMoment => DeadlineReasons.CountedToMoment.Because(
                BasisOf(limit.Unit), ("amount", limit.Amount), ("unit", unit), ("last", last)),
            _ => DeadlineReasons.CountedToDate.Because(BasisOf(limit.Unit), ("amount", limit.Amount), ("unit", unit), ("last", last)),
        });
    }

    private void TellExtension(Extension extension, Position start, ReasonValue last)
    {
        LegalBasis basis = extension.Basis ?? terms.ExtensionCap?.Basis ?? DeadlineReasons.OwnUnit;
        if (terms.ExtensionCap is not null && extension.GrantedOn is null)
        {
            steps.Add(DeadlineReasons.GrantDateNotStated.Because(basis));
        }

        steps.Add(DeadlineReasons.ExtensionCounted.Because(
            basis,
            ("amount", extension.Length.Amount),
            ("unit", TimeUnits.NameOf(extension.Length.Unit)),
            ("why", Why(extension.Why)),
            ("from", Value(start)),
            ("last", last)));
    }

    private void TellClamp(TimeLimit limit, Position start, LocalDate end)
    {
        if (end.Day == start.Date.Day)
        {
            return;
        }

        steps.Add(limit.Unit == TimeUnit.Month
            ? DeadlineReasons.MonthHasNoSuchDay.Because(LegalBasis.CivilCode("148(3)"), ("day", start.Date.Day), ("last", end))
            : DeadlineReasons.LeapDay.Because(policy.LeapDay.Basis, ("policy", policy.LeapDay.Name), ("last", end)));
    }

    private LegalBasis BasisOf(TimeUnit unit) => unit switch
    {
        TimeUnit.CalendarDay => LegalBasis.CivilCode("148(1)"),
        TimeUnit.Week => LegalBasis.CivilCode("148(2)"),
        TimeUnit.Month => LegalBasis.CivilCode("148(3)"),
        TimeUnit.Year => LegalBasis.CivilCode("148(4)"),
        TimeUnit.NonHolidayDay => DeadlineReasons.NonHolidays,
        TimeUnit.WorkingHour => DeadlineReasons.WorkingHours,
        TimeUnit.HalfDay => policy.HalfDay.Basis,
        _ => LegalBasis.CivilCode("147(1)"),
    };

    // The days that a count skips or takes in against their weekday; those inside a suspension matter to nobody.
    private void TellDaysCounted(TimeLimit limit, Position start, Position end)
    {
        (TimeUnit unit, _) = PeriodCount.Measure(limit, policy);
        LocalDate first = start.IsMoment && TimeUnits.DueKindOf(limit.Unit) == DueKind.Instant ? start.Date : start.Date.PlusDays(1);
        switch (unit)
        {
            case TimeUnit.WorkingDay or TimeUnit.WorkingHour or TimeUnit.HalfDay:
                TellSpecialDays(first, end.Date, _ => true);
                break;
            case TimeUnit.NonHolidayDay:
                TellSpecialDays(first, end.Date, calendar.IsPublicHoliday);
                break;
            default:
                break;
        }
    }

    private void TellSpecialDays(LocalDate first, LocalDate last, Func<LocalDate, bool> matters)
    {
        foreach (CalendarDay day in first <= last ? calendar.SpecialDaysBetween(first, last) : [])
        {
            if (matters(day.Date) && !IsSuspended(day.Date))
            {
                steps.Add(calendar.Explain(day.Date));
            }
        }
    }

    private bool IsSuspended(LocalDate date) => terms.Runs.Any(r => r.First <= date && date <= r.Last);

    private void TellWithoutEffect(SuspensionEffect effect)
    {
        ReasonKind? kind = effect.Outcome switch
        {
            SuspensionOutcome.NotReached => DeadlineReasons.SuspensionNotReached,
            SuspensionOutcome.Empty => DeadlineReasons.SuspensionWithoutDays,
            _ => null,
        };
        if (kind is not null)
        {
            steps.Add(kind.Because(
                effect.Suspension.Basis ?? policy.Supplement.Basis, ("from", effect.Suspension.From), ("why", Why(effect.Suspension.Why))));
        }
    }

    private void TellBackward(Bound bound)
    {
        TimeLimit limit = terms.Limit;
        bool isInstant = TimeUnits.DueKindOf(limit.Unit) == DueKind.Instant;
        steps.Add(isInstant
            ? DeadlineReasons.CountedBackFromMoment.Because(DeadlineReasons.StatedByTerms, ("moment", deadline.Received))
            : bound == Bound.Inclusive
                ? DeadlineReasons.CountedBackInclusive.Because(DeadlineReasons.ByDay, ("day", deadline.ReceivedOn))
                : DeadlineReasons.CountedBackExclusive.Because(DeadlineReasons.BeforeDay, ("day", deadline.ReceivedOn)));
        LocalDate lastCounted = isInstant || bound == Bound.Inclusive ? deadline.ReceivedOn : deadline.ReceivedOn.PlusDays(-1);
        switch (PeriodCount.Measure(limit, policy).Unit)
        {
            case TimeUnit.WorkingDay or TimeUnit.WorkingHour or TimeUnit.HalfDay:
                TellSpecialDays(deadline.UnrolledDate, lastCounted, _ => true);
                break;
            case TimeUnit.NonHolidayDay:
                TellSpecialDays(deadline.UnrolledDate, lastCounted, calendar.IsPublicHoliday);
                break;
            default:
                break;
        }

        steps.Add(DeadlineReasons.CountedBack.Because(
            limit.Unit == TimeUnit.WorkingDay ? DeadlineReasons.WorkingDays : BasisOf(limit.Unit),
            ("amount", limit.Amount),
            ("unit", TimeUnits.NameOf(limit.Unit)),
            ("last", isInstant ? deadline.DueAt : deadline.UnrolledDate)));
        TellRoll(policy.BackwardRoll);
    }

    // A term rolled off a day says which days moved it.
    private void TellRoll(RollPolicy roll)
    {
        TimeUnit last = terms.Part(terms.PartCount - 1).Unit;
        if (deadline.DueKind != DueKind.Date || last is TimeUnit.WorkingDay or TimeUnit.NextEvent)
        {
            return;
        }

        LocalDate unrolled = deadline.UnrolledDate;
        LocalDate due = deadline.DueDate;
        if (calendar.KindOf(unrolled) != DayKind.WorkingDay || due != unrolled)
        {
            int step = due < unrolled ? -1 : 1;
            for (LocalDate date = unrolled; date != due; date = date.PlusDays(step))
            {
                steps.Add(calendar.Explain(date));
            }

            if (calendar.KindOf(due) != DayKind.WorkingDay)
            {
                steps.Add(calendar.Explain(due));
            }
        }

        if (due != unrolled)
        {
            ReasonKind kind = due > unrolled ? DeadlineReasons.RolledToWorkingDay : DeadlineReasons.RolledBack;
            steps.Add(kind.Because(roll.Basis, ("last", unrolled), ("due", due)));
        }
        else if (!calendar.IsWorkingDay(unrolled))
        {
            steps.Add(DeadlineReasons.NotRolled.Because(roll.Basis, ("last", unrolled), ("policy", roll.Name)));
        }
    }

    private void TellEnd()
    {
        if (deadline.DueKind == DueKind.Date)
        {
            bool closes = deadline.DueAt.TimeOfDay != LocalTime.Midnight;
            steps.Add(closes
                ? DeadlineReasons.EndsAtClosing.Because(policy.DueEnd.Basis, ("due", deadline.DueAt))
                : DeadlineReasons.EndsAtEndOfDay.Because(DueEndPolicy.EndOfDay.Basis, ("due", deadline.DueDate)));
        }

        if (CalendarSpan.Of(deadline) is CalendarSpan span)
        {
            TellCalendar(span);
        }
    }

    private void TellCalendar(CalendarSpan span)
    {
        steps.Add(calendar.KnownOn is LocalDate known
            ? DeadlineReasons.CalendarUsedAsKnown.Because(
                policy.Calendar.Basis,
                ("calendar", calendar.Title),
                ("known_on", known),
                ("version", calendar.Version),
                ("policy", policy.Calendar.Name))
            : DeadlineReasons.CalendarUsed.Because(
                policy.Calendar.Basis, ("calendar", calendar.Title), ("version", calendar.Version), ("policy", policy.Calendar.Name)));
        if (deadline.IsProvisional)
        {
            steps.Add(DeadlineReasons.Provisional.Because(DeadlineReasons.UnknownIsSaid, ("first", span.First), ("last", span.Last)));
        }

        // also what is open without making a day provisional: a holiday whose compensation is unsettled, a swap that is only proposed
        if (span.First <= span.Last)
        {
            steps.AddRange(calendar.OpenQuestionsBetween(span.First, span.Last));
        }
    }

    private static ReasonValue Value(Position position) => position.IsMoment ? position.Moment : position.Date;

    private static BilingualText Why(BilingualText? why) => why ?? DeadlineReasons.NoReasonGiven;
}
