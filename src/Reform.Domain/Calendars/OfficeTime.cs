using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>The office hours of every day, summed up in minutes, so that time between two moments costs two look-ups.</summary>
internal sealed class OfficeTime
{
    /// <summary>What Vietnamese offices work where nothing else is decided: 07:30-11:30 and 13:30-17:00.</summary>
    public static readonly ValueList<OfficeSession> Default =
        [new(new LocalTime(7, 30), new LocalTime(11, 30)), new(new LocalTime(13, 30), new LocalTime(17, 0))];

    private readonly DayTable days;
    private readonly ValueList<OfficeSession>[] sessions;  // by day
    private readonly int[] minutesUpTo;                    // [i]: minutes of work in the first i days

    public OfficeTime(DayTable days, Func<int, ValueList<OfficeSession>> sessionsOfWorkedDay)
    {
        this.days = days;
        sessions = new ValueList<OfficeSession>[days.Count];
        minutesUpTo = new int[days.Count + 1];
        for (int i = 0; i < days.Count; i++)
        {
            sessions[i] = days.At(i).IsWorked ? sessionsOfWorkedDay(i) : ValueList<OfficeSession>.Empty;
            minutesUpTo[i + 1] = minutesUpTo[i] + MinutesIn(sessions[i]);
        }
    }

    public ValueList<OfficeSession> SessionsAt(int offset) => sessions[offset];

    /// <summary>The time of work from the first day's midnight to a moment.</summary>
    public Duration UpTo(int offset, LocalTime time)
    {
        Duration worked = Duration.FromMinutes(minutesUpTo[offset]);
        foreach (OfficeSession session in sessions[offset].AsSpan())
        {
            LocalTime end = time < session.End ? time : session.End;
            if (end > session.Start)
            {
                worked += Duration.FromNanoseconds(end.NanosecondOfDay - session.Start.NanosecondOfDay);
            }
        }

        return worked;
    }

    /// <summary>The first moment up to which an amount is worked from the first day's midnight on; null when the calendar ends before it.</summary>
    public LocalDateTime? MomentOf(Duration worked)
    {
        long minutes = (worked.Days * (long)NodaConstants.MinutesPerDay)
            + ((worked.NanosecondOfDay + NodaConstants.NanosecondsPerMinute - 1) / NodaConstants.NanosecondsPerMinute);
        if (minutes > minutesUpTo[^1])
        {
            return null;
        }

        int day = FirstDayReaching((int)minutes);
        Duration left = worked - Duration.FromMinutes(minutesUpTo[day]);
        foreach (OfficeSession session in sessions[day].AsSpan())
        {
            var length = Duration.FromNanoseconds(session.End.NanosecondOfDay - session.Start.NanosecondOfDay);
            if (left <= length)
            {
                return days.DateAt(day) + session.Start.PlusNanoseconds(left.ToInt64Nanoseconds());
            }

            left -= length;
        }

        throw new InvalidOperationException("A day holds less work than was counted for it.");
    }

    // The day on whose sessions the sum reaches the amount: the smallest i with minutesUpTo[i + 1] >= minutes.
    private int FirstDayReaching(int minutes)
    {
        int low = 0;
        int high = days.Count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (minutesUpTo[middle + 1] >= minutes)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private static int MinutesIn(ValueList<OfficeSession> sessions)
    {
        int minutes = 0;
        foreach (OfficeSession session in sessions.AsSpan())
        {
            minutes += (int)((session.End.NanosecondOfDay - session.Start.NanosecondOfDay) / NodaConstants.NanosecondsPerMinute);
        }

        return minutes;
    }
}
