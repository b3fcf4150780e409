using NodaTime;
using Reform.Domain.Calendars;

namespace Reform.Domain.Deadlines;

/// <summary>Counts one limit forward from a position, leaving out suspended days. Knows nothing of rolling.</summary>
internal readonly struct PeriodCount(DeadlineTerms terms, WorkCalendar calendar, bool skipsRuns)
{
    internal const int DaysInWeek = 7;
    internal const int HoursInHalfDay = 4;

    private ReadOnlySpan<SuspendedRun> Runs => skipsRuns ? terms.Runs.AsSpan() : [];

    /// <summary>How the terms count a limit: half days may be working hours, weeks are days.</summary>
    public static (TimeUnit Unit, int Amount) Measure(TimeLimit limit, DeadlinePolicy policy) => limit.Unit switch
    {
        TimeUnit.Week => (TimeUnit.CalendarDay, limit.Amount * DaysInWeek),
        TimeUnit.HalfDay when policy.HalfDay == HalfDayPolicy.FourWorkingHours => (TimeUnit.WorkingHour, limit.Amount * HoursInHalfDay),
        _ => (limit.Unit, limit.Amount),
    };

    /// <summary>Counts a limit; where it does not end, the end is the start.</summary>
    /// <exception cref="CalendarRangeException">The end is not covered.</exception>
    public Standing End(TimeLimit limit, Position start, out Position end)
    {
        end = start;
        Position? found;
        try
        {
            (TimeUnit unit, int amount) = Measure(limit, terms.Policy);
            found = unit switch
            {
                TimeUnit.WorkingDay => EndOf(Days(start.Date, amount, new WorkingDaysOf(calendar))),
                TimeUnit.CalendarDay => EndOf(Days(start.Date, amount, default(AllDays))),
                TimeUnit.NonHolidayDay => EndOf(Days(start.Date, amount, new NonHolidaysOf(calendar))),
                TimeUnit.Month or TimeUnit.Year => EndOf(Corresponding(start.Date, Unmoved(limit, start.Date))),
                TimeUnit.SameDay => Position.EndOf(start.Date),
                TimeUnit.NextEvent => EndOf(NextEvent(start.Date)),
                TimeUnit.Minute => At(Clock(start.Moment, Duration.FromMinutes(amount), default(AllTime))),
                TimeUnit.Hour => At(Clock(start.Moment, Duration.FromHours(amount), default(AllTime))),
                TimeUnit.WorkingHour => At(Clock(start.Moment, Duration.FromHours(amount), new OfficeTimeOf(calendar))),
                TimeUnit.HalfDay => At(Sessions(start.Moment, amount)),
                TimeUnit.Immediate => Position.At(start.Moment),
                _ => throw new ArgumentOutOfRangeException(nameof(limit), unit, "No such unit."),
            };
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException and not CalendarRangeException)
        {
            throw new CalendarRangeException(calendar.Id, LocalDate.MaxIsoValue, calendar.Covers);
        }

        if (found is not Position at)
        {
            return limit.Unit == TimeUnit.NextEvent ? Standing.AwaitsEvent : Standing.Suspended;
        }

        calendar.KindOf(at.Date);
        end = at;
        return Standing.Ended;
    }

    /// <summary>The day of a month or year limit before suspended days move it.</summary>
    public LocalDate Unmoved(TimeLimit limit, LocalDate start)
    {
        if (limit.Unit == TimeUnit.Month)
        {
            return start.PlusMonths(limit.Amount);
        }

        LocalDate end = start.PlusYears(limit.Amount);
        return terms.Policy.LeapDay == LeapDayPolicy.March1 && end.Day != start.Day ? end.PlusDays(1) : end;
    }

    private static Position? EndOf(LocalDate? date) => date is LocalDate d ? Position.EndOf(d) : null;

    private static Position? At(LocalDateTime? moment) => moment is LocalDateTime m ? Position.At(m) : null;

    private LocalDate? Days<TCounter>(LocalDate start, int amount, TCounter counter)
        where TCounter : struct, IDayCounter
    {
        LocalDate at = start;
        foreach (ref readonly SuspendedRun run in Runs)
        {
            if (run.Last <= at)
            {
                continue;
            }

            if (calendar.Covers.EndedBy(run.First))
            {
                break;
            }

            int before = run.First > at.PlusDays(1) ? counter.Between(at, run.First.PlusDays(-1)) : 0;
            if (amount <= before)
            {
                break;
            }

            if (run.IsOpen)
            {
                return null;
            }

            amount -= before;
            at = run.Last;
        }

        return counter.After(at, amount);
    }

    private LocalDate? Corresponding(LocalDate start, LocalDate end)
    {
        foreach (ref readonly SuspendedRun run in Runs)
        {
            if (run.Last <= start)
            {
                continue;
            }

            if (run.First > end)
            {
                break;
            }

            if (run.IsOpen)
            {
                return null;
            }

            end = end.PlusDays(Period.DaysBetween(LocalDate.Max(run.First.PlusDays(-1), start), run.Last));
        }

        return end;
    }

    private LocalDate? NextEvent(LocalDate after)
    {
        LocalDate? next = null;
        foreach (LocalDate date in terms.KnownEvents.AsSpan())
        {
            if (date > after && !(date >= next))
            {
                next = date;
            }
        }

        return next;
    }

    private LocalDateTime? Clock<TCounter>(LocalDateTime start, Duration amount, TCounter counter)
        where TCounter : struct, IClockCounter
    {
        LocalDateTime at = start;
        foreach (ref readonly SuspendedRun run in Runs)
        {
            if (!run.IsOpen && run.End <= at)
            {
                continue;
            }

            if (calendar.Covers.EndedBy(run.First))
            {
                break;
            }

            Duration before = run.Start > at ? counter.Between(at, run.Start) : Duration.Zero;
            if (amount <= before)
            {
                break;
            }

            if (run.IsOpen)
            {
                return null;
            }

            amount -= before;
            at = run.End;
        }

        return counter.After(at, amount);
    }

    // The session that runs at the start, or begins with it, is not counted.
    private LocalDateTime? Sessions(LocalDateTime start, int amount)
    {
        LocalDate date = start.Date;
        foreach (ref readonly SuspendedRun run in Runs)
        {
            if (run.Last < date)
            {
                continue;
            }

            if (SessionWithin(start, ref date, run.First.PlusDays(-1), ref amount) is LocalDateTime end)
            {
                return end;
            }

            if (run.IsOpen)
            {
                return null;
            }

            date = run.Last.PlusDays(1);
        }

        return SessionWithin(start, ref date, LocalDate.MaxIsoValue, ref amount);
    }

    private LocalDateTime? SessionWithin(LocalDateTime start, ref LocalDate date, LocalDate last, ref int amount)
    {
        for (; date <= last; date = date.PlusDays(1))
        {
            foreach (OfficeSession session in calendar.SessionsOf(date).AsSpan())
            {
                if (date + session.Start > start && --amount == 0)
                {
                    return date + session.End;
                }
            }
        }

        return null;
    }
}
