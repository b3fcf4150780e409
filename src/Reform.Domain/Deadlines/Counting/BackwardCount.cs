using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>Counts one limit back from a day or a moment, and rolls the end once.</summary>
internal readonly struct BackwardCount(DeadlineTerms terms, WorkCalendar calendar, Bound bound)
{
    public static Deadline Of(DeadlineTerms terms, LocalDateTime anchor, bool hasTime, Bound bound, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (bound is not (Bound.Exclusive or Bound.Inclusive))
        {
            throw new ArgumentOutOfRangeException(nameof(bound), bound, "No such bound.");
        }

        CheckTerms(terms, anchor.Date, hasTime);
        calendar.KindOf(anchor.Date);
        return new Deadline(terms, calendar, anchor, hasTime, new BackwardCount(terms, calendar, bound).Outcome(anchor), bound);
    }

    private static void CheckTerms(DeadlineTerms terms, LocalDate date, bool hasTime)
    {
        TimeUnit unit = terms.Limit.Unit;
        if (unit is TimeUnit.SameDay or TimeUnit.Immediate or TimeUnit.NextEvent)
        {
            throw InvalidTermsException.HasNoLength("unit", new BilingualText("tính ngược", "count back"), unit);
        }

        if (terms.Suspensions.Count > 0)
        {
            throw InvalidTermsException.Backward("suspensions", new BilingualText("tạm dừng", "suspensions"));
        }

        if (terms.Extensions.Count > 0)
        {
            throw InvalidTermsException.Backward("extensions", new BilingualText("gia hạn", "extensions"));
        }

        if (terms.Tolerance is not null)
        {
            throw InvalidTermsException.ToleranceWithout();
        }

        if (!hasTime && TimeUnits.DueKindOf(unit) == DueKind.Instant)
        {
            throw InvalidTermsException.NeedsTime("day", unit, date);
        }
    }

    private Outcome Outcome(LocalDateTime anchor)
    {
        (TimeUnit unit, int amount) = PeriodCount.Measure(terms.Limit, terms.Policy);
        Position end;
        try
        {
            end = unit switch
            {
                TimeUnit.WorkingDay => Days(anchor.Date, amount, new WorkingDaysOf(calendar), calendar.IsWorkingDay(anchor.Date)),
                TimeUnit.CalendarDay => Days(anchor.Date, amount, default(AllDays), countsDay: true),
                TimeUnit.NonHolidayDay => Days(anchor.Date, amount, new NonHolidaysOf(calendar), !calendar.IsPublicHoliday(anchor.Date)),
                TimeUnit.Month => Position.EndOf(Anchor(anchor.Date).PlusMonths(-amount)),
                TimeUnit.Year => Position.EndOf(Anchor(anchor.Date).PlusYears(-amount)),
                TimeUnit.Minute => Position.At(anchor.PlusMinutes(-(long)amount)),
                TimeUnit.Hour => Position.At(anchor.PlusHours(-(long)amount)),
                TimeUnit.WorkingHour => Position.At(WorkingTimeBefore(anchor, Duration.FromHours(amount))),
                _ => Position.At(SessionBefore(anchor, amount)),
            };
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException and not CalendarRangeException)
        {
            throw new CalendarRangeException(calendar.Id, LocalDate.MinIsoValue, calendar.Covers);
        }

        calendar.KindOf(end.Date);
        Position due = end.IsMoment ? end : Position.EndOf(ForwardCount.Roll(end.Date, terms.Policy.BackwardRoll, calendar));
        return new Outcome(Standing.Ended, end, due);
    }

    private Position Days<TCounter>(LocalDate day, int amount, TCounter counter, bool countsDay)
        where TCounter : struct, IDayCounter
    {
        int left = bound == Bound.Inclusive && countsDay ? amount - 1 : amount;
        return Position.EndOf(left == 0 ? day : counter.Before(day, left));
    }

    private LocalDate Anchor(LocalDate day) => bound == Bound.Inclusive ? day.PlusDays(1) : day;

    // The latest moment from which the amount is worked until the anchor: the start of a session, never the end of the one before.
    private LocalDateTime WorkingTimeBefore(LocalDateTime anchor, Duration amount)
    {
        for (LocalDate date = anchor.Date; ; date = date.PlusDays(-1))
        {
            ValueList<OfficeSession> sessions = calendar.SessionsOf(date);
            for (int i = sessions.Count - 1; i >= 0; i--)
            {
                LocalDateTime start = date + sessions[i].Start;
                LocalDateTime end = LocalDateTime.Min(date + sessions[i].End, anchor);
                if (end <= start)
                {
                    continue;
                }

                Duration length = AllTime.Elapsed(start, end);
                if (amount <= length)
                {
                    return (end.InUtc().ToInstant() - amount).InUtc().LocalDateTime;
                }

                amount -= length;
            }
        }
    }

    // The session that runs at the anchor is not counted; the others begin when the amount does.
    private LocalDateTime SessionBefore(LocalDateTime anchor, int amount)
    {
        for (LocalDate date = anchor.Date; ; date = date.PlusDays(-1))
        {
            ValueList<OfficeSession> sessions = calendar.SessionsOf(date);
            for (int i = sessions.Count - 1; i >= 0; i--)
            {
                if (date + sessions[i].End <= anchor && --amount == 0)
                {
                    return date + sessions[i].Start;
                }
            }
        }
    }
}
