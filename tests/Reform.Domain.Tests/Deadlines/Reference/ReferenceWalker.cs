using NodaTime;

namespace Reform.Domain.Tests.Deadlines.Reference;

/// <summary>
/// Deadlines worked out day by day from the words of the Civil Code, Arts. 144-148, and of the default policy. Slow and obvious; it
/// shares no counting with the library.
/// </summary>
internal sealed class ReferenceWalker(ReferenceCalendar calendar)
{
    public ReferenceAnswer Answer(ReferenceQuestion question)
    {
        try
        {
            return Walk(question);
        }
        catch (ReferenceRefusal refusal)
        {
            return ReferenceAnswer.Refused(refusal.Field);
        }
    }

    /// <summary>The last day on which to act: so many days before a day, the day itself counted or not.</summary>
    public ReferenceAnswer Before(Count limit, LocalDate day, bool inclusive)
    {
        try
        {
            if (limit.Amount < 1)
            {
                throw new ReferenceRefusal("amount");
            }

            LocalDate at = calendar.Covered(day);
            if (inclusive)
            {
                at = at.PlusDays(1);
            }

            if (limit.Unit is "month" or "year")
            {
                at = SameDayNumber(at, limit.Unit == "month" ? -limit.Amount : -12 * limit.Amount);
            }
            else
            {
                int left = limit.Unit == "week" ? 7 * limit.Amount : limit.Amount;
                while (left > 0)
                {
                    at = calendar.Covered(at.PlusDays(-1));
                    left -= Counts(limit.Unit, at) ? 1 : 0;
                }
            }

            calendar.Covered(at);
            while (!calendar.IsWorked(at))
            {
                at = at.PlusDays(-1);
            }

            bool provisional = false;
            for (LocalDate d = at; d < day; d = d.PlusDays(1))
            {
                provisional |= calendar.IsProvisional(d);
            }

            return new ReferenceAnswer(at, null, provisional, null);
        }
        catch (ReferenceRefusal refusal)
        {
            return ReferenceAnswer.Refused(refusal.Field);
        }
    }

    private ReferenceAnswer Walk(ReferenceQuestion question)
    {
        CheckAmounts(question);
        List<HashSet<LocalDate>> waits = SuspendedDays(question.Waits);
        calendar.Covered(question.Received.Date);
        LocalDateTime received = DeemedReceived(question.Received, question.Policy);
        Count[] counts = [question.Limit, .. question.Extensions];
        HashSet<LocalDate> suspended = question.Policy.Restart ? [] : [.. waits.SelectMany(w => w)];
        Place start = question.Policy.Restart
            ? LastRestart(Place.At(received), counts, waits, question.Policy)
            : Place.At(received);
        Place unrolled = WalkAll(start, counts, suspended, question.Policy);
        LocalDate? due = unrolled.Date is LocalDate last ? NextWorkedOnOrAfter(last) : null;
        bool provisional = IsProvisional(question, start, counts, suspended, due);
        return new ReferenceAnswer(due, unrolled.Instant, provisional, null);
    }

    private static void CheckAmounts(ReferenceQuestion question)
    {
        if (question.Limit.Amount is < 1 or > 100_000_000)
        {
            throw new ReferenceRefusal("amount");
        }

        if (question.Extensions.Any(e => e.Amount is < 1 or > 100_000_000))
        {
            throw new ReferenceRefusal("extensions");
        }
    }

    // (A, B] of each, in the order of time; two may not hold the same day.
    private static List<HashSet<LocalDate>> SuspendedDays(IReadOnlyList<Waiting> waits)
    {
        var seen = new HashSet<LocalDate>();
        var all = new List<HashSet<LocalDate>>();
        foreach (Waiting wait in waits.OrderBy(w => w.From).ThenBy(w => w.To))
        {
            if (wait.To < wait.From)
            {
                throw new ReferenceRefusal("suspensions");
            }

            var days = new HashSet<LocalDate>();
            for (LocalDate day = wait.From.PlusDays(1); day <= wait.To; day = day.PlusDays(1))
            {
                days.Add(day);
                if (!seen.Add(day))
                {
                    throw new ReferenceRefusal("suspensions");
                }
            }

            all.Add(days);
        }

        return all;
    }

    private LocalDateTime DeemedReceived(LocalDateTime stamp, ReferencePolicy policy)
    {
        bool late = policy.CutOff is LocalTime hour && stamp.TimeOfDay > hour;
        bool dayOff = policy.DayOffToNextWorkingDay && !calendar.IsWorked(stamp.Date);
        if (!late && !dayOff)
        {
            return stamp;
        }

        LocalDate day = NextWorkedOnOrAfter(stamp.Date.PlusDays(1));
        return day + calendar.Sessions(day)[0].Start;
    }

    // A suspension that is reached before the last unit is used up throws the count back to zero at its end.
    private Place LastRestart(Place start, Count[] counts, List<HashSet<LocalDate>> waits, ReferencePolicy policy)
    {
        foreach (HashSet<LocalDate> days in waits)
        {
            if (days.Count > 0 && IsReached(days, start, counts, policy))
            {
                start = Place.On(days.Max());
            }
        }

        return start;
    }

    private bool IsReached(HashSet<LocalDate> days, Place start, Count[] counts, ReferencePolicy policy)
    {
        bool firstDayToo = start.Instant is not null && !counts[0].EndsOnADate;
        LocalDate from = start.Day;
        if (!days.Any(d => firstDayToo ? d >= from : d > from))
        {
            return false;
        }

        Place end;
        try
        {
            end = WalkAll(start, counts, [], policy);
        }
        catch (ReferenceRefusal)
        {
            return true;
        }

        return days.Any(d => (firstDayToo ? d >= from : d > from)
            && (end.Date is LocalDate last ? d <= last : d.AtMidnight() < end.Instant!.Value));
    }

    private Place WalkAll(Place place, IEnumerable<Count> counts, HashSet<LocalDate> suspended, ReferencePolicy policy)
    {
        foreach (Count count in counts)
        {
            place = WalkOn(place, count, suspended, policy);
        }

        return place;
    }

    private Place WalkOn(Place place, Count count, HashSet<LocalDate> suspended, ReferencePolicy policy) => count.Unit switch
    {
        "minute" => Place.At(Elapse(place.Moment, 60L * count.Amount, suspended)),
        "hour" => Place.At(Elapse(place.Moment, 3600L * count.Amount, suspended)),
        "working_hour" => Place.At(Work(place.Moment, 3600L * count.Amount, suspended)),
        "half_day" when policy.HalfDayIsFourHours => Place.At(Work(place.Moment, 4 * 3600L * count.Amount, suspended)),
        "half_day" => Place.At(Sessions(place.Moment, count.Amount, suspended)),
        "immediate" => Place.At(place.Moment.PlusMinutes(policy.ToleranceMinutes)),
        "same_day" => Place.On(place.Day),
        "week" => Place.On(Days(place.Day, 7L * count.Amount, count.Unit, suspended)),
        "month" => Place.On(Months(place.Day, count.Amount, suspended, leapDayTo1March: false)),
        "year" => Place.On(Months(place.Day, 12 * count.Amount, suspended, policy.LeapDayTo1March)),
        _ => Place.On(Days(place.Day, count.Amount, count.Unit, suspended)),
    };

    // Art. 147(2): the first day is not counted. A suspended day is not counted either.
    private LocalDate Days(LocalDate first, long left, string unit, HashSet<LocalDate> suspended)
    {
        LocalDate day = first;
        while (left > 0)
        {
            day = calendar.Covered(day.PlusDays(1));
            if (!suspended.Contains(day) && Counts(unit, day))
            {
                left--;
            }
        }

        return day;
    }

    private bool Counts(string unit, LocalDate day) => unit switch
    {
        "working_day" => calendar.IsWorked(day),
        "non_holiday_day" => !calendar.IsPublicHoliday(day),
        _ => true,
    };

    // Art. 148(3) and (4): the corresponding day, or the last day of the month. Each suspended day in between moves it by one day.
    private LocalDate Months(LocalDate first, int months, HashSet<LocalDate> suspended, bool leapDayTo1March)
    {
        LocalDate end = SameDayNumber(first, months);
        if (leapDayTo1March && first is { Month: 2, Day: 29 } && end.Day == 28)
        {
            end = end.PlusDays(1);
        }

        calendar.Covered(end);
        int toMove = suspended.Count(d => d > first && d <= end);
        while (toMove > 0)
        {
            end = calendar.Covered(end.PlusDays(1));
            if (!suspended.Contains(end))
            {
                toMove--;
            }
        }

        return end;
    }

    private static LocalDate SameDayNumber(LocalDate date, int months)
    {
        int month = (date.Year * 12) + date.Month - 1 + months;
        int year = (int)Math.Floor(month / 12.0);
        if (year is < 1 or > 9998)
        {
            throw new ReferenceRefusal("calendar");
        }

        month = month - (12 * year) + 1;
        return new LocalDate(year, month, Math.Min(date.Day, DateTime.DaysInMonth(year, month)));
    }

    private LocalDateTime Elapse(LocalDateTime at, long seconds, HashSet<LocalDate> suspended)
    {
        while (seconds > 0)
        {
            LocalDateTime midnight = calendar.Covered(at.Date).PlusDays(1).AtMidnight();
            if (suspended.Contains(at.Date))
            {
                at = midnight;
                continue;
            }

            long step = Math.Min(seconds, Seconds(at, midnight));
            at = at.PlusSeconds(step);
            seconds -= step;
        }

        calendar.Covered(at.Date);
        return at;
    }

    private LocalDateTime Work(LocalDateTime from, long seconds, HashSet<LocalDate> suspended)
    {
        for (LocalDate day = from.Date; ; day = day.PlusDays(1))
        {
            foreach ((LocalTime start, LocalTime end) in suspended.Contains(calendar.Covered(day)) ? [] : calendar.Sessions(day))
            {
                LocalDateTime opens = day + start < from ? from : day + start;
                if (opens >= day + end)
                {
                    continue;
                }

                long available = Seconds(opens, day + end);
                if (available >= seconds)
                {
                    return opens.PlusSeconds(seconds);
                }

                seconds -= available;
            }
        }
    }

    private LocalDateTime Sessions(LocalDateTime from, int left, HashSet<LocalDate> suspended)
    {
        for (LocalDate day = from.Date; ; day = day.PlusDays(1))
        {
            foreach ((LocalTime start, LocalTime end) in suspended.Contains(calendar.Covered(day)) ? [] : calendar.Sessions(day))
            {
                bool begunBefore = day + start < from;
                bool sessionOfReceipt = day + start <= from && from < day + end;
                if (begunBefore || sessionOfReceipt)
                {
                    continue;
                }

                left--;
                if (left == 0)
                {
                    return day + end;
                }
            }
        }
    }

    // Art. 148(5): once, at the very end.
    private LocalDate NextWorkedOnOrAfter(LocalDate date)
    {
        while (!calendar.IsWorked(date))
        {
            date = date.PlusDays(1);
        }

        return date;
    }

    // The answer rests on the days after the receipt up to the end of the last count that reads the calendar, the roll included; where
    // sessions of the day of receipt itself were counted, on that day too.
    private bool IsProvisional(
        ReferenceQuestion question, Place start, Count[] counts, HashSet<LocalDate> suspended, LocalDate? due)
    {
        int last = Array.FindLastIndex(counts, c => c.RestsOnTheCalendar);
        if (last < 0)
        {
            return false;
        }

        LocalDate end = due ?? WalkAll(start, counts.Take(last + 1), suspended, question.Policy).Day;
        LocalDate received = question.Received.Date;
        bool provisional = counts[0].CountsSessions && calendar.IsProvisional(received);
        for (LocalDate day = received.PlusDays(1); day <= end; day = day.PlusDays(1))
        {
            provisional |= calendar.IsProvisional(day);
        }

        return provisional;
    }

    private static long Seconds(LocalDateTime from, LocalDateTime to) => Period.Between(from, to, PeriodUnits.Seconds).Seconds;

    /// <summary>Where a count stands: on a date that is over at 24:00, or at a moment.</summary>
    private readonly record struct Place(LocalDate? Date, LocalDateTime? Instant)
    {
        public LocalDate Day => Date ?? Instant!.Value.Date;

        public LocalDateTime Moment => Instant ?? Date!.Value.PlusDays(1).AtMidnight();

        public static Place On(LocalDate date) => new(date, null);

        public static Place At(LocalDateTime moment) => new(null, moment);
    }
}
