using NodaTime;

namespace Reform.Domain.Tests.Deadlines.Reference;

/// <summary>The reference of the reference: one minute after another, each asked whether it counts.</summary>
internal sealed class MinuteWalker(ReferenceCalendar calendar, HashSet<LocalDate> suspended)
{
    /// <summary>The end of a count from a whole minute.</summary>
    public LocalDateTime Walk(LocalDateTime received, Count count)
    {
        int left = count.Unit switch
        {
            "minute" => count.Amount,
            "hour" or "working_hour" => 60 * count.Amount,
            _ => count.Amount,
        };
        for (LocalDateTime minute = received; ; minute = minute.PlusMinutes(1))
        {
            left -= Counts(count.Unit, minute, received) ? 1 : 0;
            if (left == 0)
            {
                return count.Unit == "half_day" ? minute.Date + SessionAt(minute)!.Value.End : minute.PlusMinutes(1);
            }
        }
    }

    // A half day counts with its first minute, unless it began before the receipt or with it.
    private bool Counts(string unit, LocalDateTime minute, LocalDateTime received) =>
        !suspended.Contains(minute.Date) && unit switch
        {
            "working_hour" => SessionAt(minute) is not null,
            "half_day" => SessionAt(minute)?.Start == minute.TimeOfDay && minute > received,
            _ => true,
        };

    private (LocalTime Start, LocalTime End)? SessionAt(LocalDateTime minute)
    {
        foreach ((LocalTime start, LocalTime end) in calendar.Sessions(minute.Date))
        {
            if (start <= minute.TimeOfDay && minute.TimeOfDay < end)
            {
                return (start, end);
            }
        }

        return null;
    }
}
