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
            CheckCap(question);
            return Walk(question);
        }
        catch (ReferenceRefusal refusal)
        {
            return ReferenceAnswer.Refused(refusal.Field);
        }
        catch (ClockStandsStill)
        {
            return ReferenceAnswer.StandsStill;
        }
    }

    private ReferenceAnswer Walk(ReferenceQuestion question)
    {
        CheckAmounts(question);
        (List<HashSet<LocalDate>> waits, LocalDate? openFrom) = SuspendedBy(question.Waits);
        calendar.Covered(question.Received.Date);
        CheckTime(question);
        Count[] counts = [question.Limit, .. question.Tolerance is Count more ? [more] : Array.Empty<Count>(), .. question.Extensions];
        LocalDate day = DeemedReceived(question.Received, question.Policy).Date;
        bool stopsWhereTheCalendarEnds = openFrom is LocalDate stop && (stop >= calendar.Last || day >= calendar.Last);
        bool isDueOnASuspendedDay = question.Limit.Unit is "same_day" or "immediate" && (waits.Any(w => w.Contains(day)) || day > openFrom);
        if (stopsWhereTheCalendarEnds || isDueOnASuspendedDay)
        {
            return ReferenceAnswer.Unsettled;
        }

        SuspendedDays suspended = new(question.Policy.Restart ? [] : waits.SelectMany(w => w), openFrom);
        Place received = Place.At(DeemedReceived(question.Received, question.Policy));
        Place start = question.Policy.Restart ? LastRestart(received, counts, waits, question.Policy) : received;
        Place unrolled = WalkAll(start, counts, suspended, question.Policy);
        LocalDate? due = unrolled.Date is LocalDate last ? Roll(last, question.Policy.Roll) : null;
        return new ReferenceAnswer(due, unrolled.Instant, IsProvisional(question, start, counts, suspended, due), null)
        {
            Unrolled = unrolled.Date,
            OverAt = due is LocalDate date ? OverAt(date, question.Policy) : unrolled.Instant,
        };
    }

    private LocalDateTime OverAt(LocalDate due, ReferencePolicy policy) => policy.CloseOfBusiness && calendar.IsWorked(due)
        ? due + calendar.Sessions(due)[^1].End
        : due.PlusDays(1).AtMidnight();

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

    // A date without a time is on neither side of a cut-off hour, and starts no count that ends at an instant; but a day off that is
    // deemed received at the next opening has that time.
    private void CheckTime(ReferenceQuestion question)
    {
        bool hasOpening = question.Policy.DayOffToNextWorkingDay && !calendar.IsWorked(question.Received.Date);
        if (question.DateOnly && !hasOpening && (!question.Limit.EndsOnADate || question.Policy.CutOff is not null))
        {
            throw new ReferenceRefusal("received");
        }
    }

    // How many, how long in the cap's own unit, and only while the period before it still ran.
    private void CheckCap(ReferenceQuestion question)
    {
        if (question.Cap is not Cap cap)
        {
            return;
        }

        bool tooMany = question.Extensions.Count > cap.Times;
        bool tooLong = cap.Longest is Count longest && question.Extensions.Any(e => e.Unit != longest.Unit || e.Amount > longest.Amount);
        if (tooMany || tooLong || question.GrantedOn.Where((day, i) => day > DueWith(question, i)).Any())
        {
            throw new ReferenceRefusal("extensions");
        }
    }

    // The due date with the first few extensions only; null while the clock stands still.
    private LocalDate? DueWith(ReferenceQuestion question, int extensions)
    {
        try
        {
            ReferenceAnswer before = Walk(question with { Extensions = [.. question.Extensions.Take(extensions)] });
            return before.Date ?? before.Instant?.Date;
        }
        catch (ClockStandsStill)
        {
            return null;
        }
    }

    // (A, B] of each, in the order of time; two may not hold the same day. An open one holds every day after A.
    private static (List<HashSet<LocalDate>> Waits, LocalDate? OpenFrom) SuspendedBy(IReadOnlyList<Waiting> waits)
    {
        var seen = new HashSet<LocalDate>();
        var all = new List<HashSet<LocalDate>>();
        LocalDate? openFrom = null;
        foreach (Waiting wait in waits.OrderBy(w => w.From).ThenBy(w => w.To ?? LocalDate.MaxIsoValue))
        {
            if (wait.To < wait.From || (wait.To is null && openFrom is not null))
            {
                throw new ReferenceRefusal("suspensions");
            }

            openFrom = wait.To is null ? wait.From : openFrom;
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

        return seen.Any(d => d > openFrom) ? throw new ReferenceRefusal("suspensions") : (all, openFrom);
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
            end = WalkAll(start, counts, SuspendedDays.None, policy);
        }
        catch (ReferenceRefusal)
        {
            return true;
        }

        return days.Any(d => (firstDayToo ? d >= from : d > from)
            && (end.Date is LocalDate last ? d <= last : d.AtMidnight() < end.Instant!.Value));
    }

    private Place WalkAll(Place place, IEnumerable<Count> counts, SuspendedDays suspended, ReferencePolicy policy)
    {
        foreach (Count count in counts)
        {
            place = WalkOn(place, count, suspended, policy);
        }

        return place;
    }

    private Place WalkOn(Place place, Count count, SuspendedDays suspended, ReferencePolicy policy) => count.Unit switch
    {
        "minute" => Place.At(Elapse(place.Moment, 60L * count.Amount, suspended)),
        "hour" => Place.At(Elapse(place.Moment, 3600L * count.Amount, suspended)),
        "working_hour" => Place.At(Work(place.Moment, 3600L * count.Amount, suspended)),
        "half_day" when policy.HalfDayIsFourHours => Place.At(Work(place.Moment, 4 * 3600L * count.Amount, suspended)),
        "half_day" => Place.At(Sessions(place.Moment, count.Amount, suspended)),
        "immediate" => Place.At(place.Moment),
        "same_day" => Place.On(place.Day),
        "week" => Place.On(Days(place.Day, 7L * count.Amount, count.Unit, suspended)),
        "month" => Place.On(Months(place.Day, count.Amount, suspended, leapDayTo1March: false)),
        "year" => Place.On(Months(place.Day, 12 * count.Amount, suspended, policy.LeapDayTo1March)),
        _ => Place.On(Days(place.Day, count.Amount, count.Unit, suspended)),
    };

    // Art. 147(2): the first day is not counted. A suspended day is not counted either.
    private LocalDate Days(LocalDate first, long left, string unit, SuspendedDays suspended)
    {
        LocalDate day = first;
        while (left > 0)
        {
            day = calendar.Covered(day.PlusDays(1));
            if (!suspended.Has(day) && Counts(unit, day))
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
    private LocalDate Months(LocalDate first, int months, SuspendedDays suspended, bool leapDayTo1March)
    {
        LocalDate end = SameDayNumber(first, months);
        if (leapDayTo1March && first is { Month: 2, Day: 29 } && end.Day == 28)
        {
            end = end.PlusDays(1);
        }

        int toMove = 0;
        for (LocalDate day = first.PlusDays(1); day <= end; day = day.PlusDays(1))
        {
            toMove += suspended.Has(day) ? 1 : 0;
        }

        calendar.Covered(end);

        while (toMove > 0)
        {
            end = end.PlusDays(1);
            toMove -= suspended.Has(end) ? 0 : 1;
            calendar.Covered(end);
        }

        return end;
    }

    internal static LocalDate SameDayNumber(LocalDate date, int months)
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

    private LocalDateTime Elapse(LocalDateTime at, long seconds, SuspendedDays suspended)
    {
        while (seconds > 0)
        {
            LocalDateTime midnight = calendar.Covered(at.Date).PlusDays(1).AtMidnight();
            if (suspended.Has(at.Date))
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

    private LocalDateTime Work(LocalDateTime from, long seconds, SuspendedDays suspended)
    {
        for (LocalDate day = from.Date; ; day = day.PlusDays(1))
        {
            foreach ((LocalTime start, LocalTime end) in suspended.Has(calendar.Covered(day)) ? [] : calendar.Sessions(day))
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

    private LocalDateTime Sessions(LocalDateTime from, int left, SuspendedDays suspended)
    {
        for (LocalDate day = from.Date; ; day = day.PlusDays(1))
        {
            foreach ((LocalTime start, LocalTime end) in suspended.Has(calendar.Covered(day)) ? [] : calendar.Sessions(day))
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
    private LocalDate Roll(LocalDate last, Rolled roll)
    {
        calendar.Covered(last);
        if (roll != Rolled.Previous)
        {
            return roll == Rolled.Next ? NextWorkedOnOrAfter(last) : last;
        }

        while (!calendar.IsWorked(last))
        {
            last = last.PlusDays(-1);
        }

        return last;
    }

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
        ReferenceQuestion question, Place start, Count[] counts, SuspendedDays suspended, LocalDate? due)
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
