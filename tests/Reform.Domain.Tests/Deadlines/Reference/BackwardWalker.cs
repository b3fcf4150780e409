using NodaTime;

namespace Reform.Domain.Tests.Deadlines.Reference;

/// <summary>Limits counted backward, day by day and minute by minute: the last day or moment that leaves the whole amount before another.</summary>
internal sealed class BackwardWalker(ReferenceCalendar calendar)
{
    /// <summary>Before a day that is counted itself or is not.</summary>
    public ReferenceAnswer Before(Count limit, LocalDate day, bool inclusive, ReferencePolicy policy) => Answer(() =>
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
            at = ReferenceWalker.SameDayNumber(at, limit.Unit == "month" ? -limit.Amount : -12 * limit.Amount);
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

        LocalDate due = Roll(calendar.Covered(at), policy.BackwardRoll);
        bool provisional = false;
        for (LocalDate d = due; inclusive ? d <= day : d < day; d = d.PlusDays(1))
        {
            provisional |= calendar.IsProvisional(d);
        }

        return new ReferenceAnswer(due, null, provisional, null) { Unrolled = at };
    });

    /// <summary>Before a moment.</summary>
    public ReferenceAnswer Before(Count limit, LocalDateTime moment, ReferencePolicy policy) => Answer(() =>
    {
        if (limit.Amount < 1)
        {
            throw new ReferenceRefusal("amount");
        }

        calendar.Covered(moment.Date);
        LocalDateTime due = limit.Unit switch
        {
            "minute" => moment.PlusMinutes(-limit.Amount),
            "hour" => moment.PlusHours(-limit.Amount),
            "half_day" when !policy.HalfDayIsFourHours => Sessions(moment, limit.Amount),
            "half_day" => Work(moment, 4 * 3600L * limit.Amount),
            _ => Work(moment, 3600L * limit.Amount),
        };
        calendar.Covered(due.Date);
        bool provisional = false;
        for (LocalDate d = due.Date; limit.RestsOnTheCalendar && d <= moment.Date; d = d.PlusDays(1))
        {
            provisional |= calendar.IsProvisional(d);
        }

        return new ReferenceAnswer(null, due, provisional, null);
    });

    private static ReferenceAnswer Answer(Func<ReferenceAnswer> walk)
    {
        try
        {
            return walk();
        }
        catch (ReferenceRefusal refusal)
        {
            return ReferenceAnswer.Refused(refusal.Field);
        }
    }

    private bool Counts(string unit, LocalDate day) => unit switch
    {
        "working_day" => calendar.IsWorked(day),
        "non_holiday_day" => !calendar.IsPublicHoliday(day),
        _ => true,
    };

    private LocalDate Roll(LocalDate day, Rolled roll)
    {
        while (roll != Rolled.Stay && !calendar.IsWorked(day))
        {
            day = day.PlusDays(roll == Rolled.Previous ? -1 : 1);
        }

        return day;
    }

    private LocalDateTime Work(LocalDateTime to, long seconds)
    {
        for (LocalDate day = to.Date; ; day = day.PlusDays(-1))
        {
            foreach ((LocalTime start, LocalTime end) in calendar.Sessions(day).Reverse())
            {
                LocalDateTime closes = day + end > to ? to : day + end;
                if (closes <= day + start)
                {
                    continue;
                }

                long available = Period.Between(day + start, closes, PeriodUnits.Seconds).Seconds;
                if (available >= seconds)
                {
                    return closes.PlusSeconds(-seconds);
                }

                seconds -= available;
            }
        }
    }

    // The sessions that are over by the moment, the last first; the one in which it lies is not counted.
    private LocalDateTime Sessions(LocalDateTime to, int left)
    {
        for (LocalDate day = to.Date; ; day = day.PlusDays(-1))
        {
            foreach ((LocalTime start, LocalTime end) in calendar.Sessions(day).Reverse())
            {
                if (day + end <= to && --left == 0)
                {
                    return day + start;
                }
            }
        }
    }
}
