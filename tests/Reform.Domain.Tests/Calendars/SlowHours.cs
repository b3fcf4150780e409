using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Calendars;

/// <summary>Office time counted minute by minute.</summary>
internal static class SlowHours
{
    public static Duration Between(LocalDateTime start, LocalDateTime end, Func<LocalDate, ValueList<OfficeSession>> sessions)
    {
        if (end < start)
        {
            return -Between(end, start, sessions);
        }

        int minutes = 0;
        for (LocalDateTime minute = start; minute < end; minute = minute.PlusMinutes(1))
        {
            minutes += IsWorked(minute, sessions) ? 1 : 0;
        }

        return Duration.FromMinutes(minutes);
    }

    /// <summary>The end of the minute in which the amount is used up; null when the calendar ends before it.</summary>
    public static LocalDateTime? After(LocalDateTime start, int minutes, LocalDate end, Func<LocalDate, ValueList<OfficeSession>> sessions)
    {
        LocalDateTime minute = start;
        while (minute.Date < end)
        {
            minutes -= IsWorked(minute, sessions) ? 1 : 0;
            minute = minute.PlusMinutes(1);
            if (minutes == 0)
            {
                return minute;
            }
        }

        return null;
    }

    private static bool IsWorked(LocalDateTime minute, Func<LocalDate, ValueList<OfficeSession>> sessions) =>
        sessions(minute.Date).Any(s => s.Start <= minute.TimeOfDay && minute.TimeOfDay < s.End);
}
