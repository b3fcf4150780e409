using NodaTime;
using Reform.Domain.Calendars;

namespace Reform.Domain.Deadlines;

/// <summary>Measures how much of one limit is used at a moment, leaving out suspended days.</summary>
internal readonly struct ShareCount(DeadlineTerms terms, WorkCalendar calendar, bool skipsRuns)
{
    private ReadOnlySpan<SuspendedRun> Runs => skipsRuns ? terms.Runs.AsSpan() : [];

    /// <summary>The share of a limit.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="start">Where it is counted from.</param>
    /// <param name="isOver">Whether all of it is used.</param>
    /// <param name="now">The moment; null: it does not run yet.</param>
    public Share Of(TimeLimit limit, Position start, bool isOver, LocalDateTime? now)
    {
        (TimeUnit unit, int amount) = PeriodCount.Measure(limit, terms.Policy);
        (TimeUnit measure, long whole) = unit switch
        {
            TimeUnit.Month or TimeUnit.Year => (TimeUnit.CalendarDay, Period.DaysBetween(start.Date, Unmoved(limit, start.Date))),
            TimeUnit.Hour => (TimeUnit.Minute, amount * (long)NodaConstants.MinutesPerHour),
            TimeUnit.WorkingHour => (TimeUnit.WorkingHour, amount * (long)NodaConstants.MinutesPerHour),
            _ => (unit, amount),
        };
        long used = isOver ? whole : now is LocalDateTime moment ? Math.Clamp(UsedOf(measure, start, moment), 0, whole) : 0;
        return new Share(limit, measure, used, whole, start.Date);
    }

    private LocalDate Unmoved(TimeLimit limit, LocalDate start) => new PeriodCount(terms, calendar, skipsRuns).Unmoved(limit, start);

    private long UsedOf(TimeUnit measure, Position start, LocalDateTime now) => measure switch
    {
        TimeUnit.CalendarDay => Days(start.Date, now.Date, default(AllDays)),
        TimeUnit.WorkingDay => Days(start.Date, now.Date, new WorkingDaysOf(calendar)),
        TimeUnit.NonHolidayDay => Days(start.Date, now.Date, new NonHolidaysOf(calendar)),
        TimeUnit.Minute => Minutes(start.Moment, now, default(AllTime)),
        TimeUnit.WorkingHour => Minutes(start.Moment, now, new OfficeTimeOf(calendar)),
        TimeUnit.HalfDay => Sessions(start.Moment, now),
        _ => 0,
    };

    private int Days<TCounter>(LocalDate start, LocalDate upTo, TCounter counter)
        where TCounter : struct, IDayCounter
    {
        int used = 0;
        LocalDate at = start;
        foreach (ref readonly SuspendedRun run in Runs)
        {
            if (run.First > upTo)
            {
                break;
            }

            if (run.Last > at)
            {
                used += run.First > at ? counter.Between(at, run.First.PlusDays(-1)) : 0;
                at = run.Last;
            }
        }

        return at < upTo ? used + counter.Between(at, upTo) : used;
    }

    private long Minutes<TCounter>(LocalDateTime start, LocalDateTime upTo, TCounter counter)
        where TCounter : struct, IClockCounter
    {
        Duration used = Duration.Zero;
        LocalDateTime at = start;
        foreach (ref readonly SuspendedRun run in Runs)
        {
            if (run.Start >= upTo)
            {
                break;
            }

            if (run.IsOpen || run.End > at)
            {
                used += run.Start > at ? counter.Between(at, run.Start) : Duration.Zero;
                at = run.IsOpen ? upTo : run.End;
            }
        }

        used += at < upTo ? counter.Between(at, upTo) : Duration.Zero;
        return (long)Math.Floor(used.TotalMinutes);
    }

    private int Sessions(LocalDateTime start, LocalDateTime upTo)
    {
        int used = 0;
        for (LocalDate date = start.Date; date <= upTo.Date; date = date.PlusDays(1))
        {
            if (IsSuspended(date, out bool forEver))
            {
                if (forEver)
                {
                    break;
                }

                continue;
            }

            foreach (OfficeSession session in calendar.SessionsOf(date).AsSpan())
            {
                LocalDateTime begins = date + session.Start;
                used += begins > start && begins <= upTo ? 1 : 0;
            }
        }

        return used;
    }

    private bool IsSuspended(LocalDate date, out bool forEver)
    {
        foreach (ref readonly SuspendedRun run in Runs)
        {
            if (run.First <= date && date <= run.Last)
            {
                forEver = run.IsOpen;
                return true;
            }
        }

        forEver = false;
        return false;
    }
}
