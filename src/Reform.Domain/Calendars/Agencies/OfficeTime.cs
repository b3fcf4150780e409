using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>The office hours of every day, summed up in minutes, so that time between two moments costs two look-ups.</summary>
internal sealed class OfficeTime
{
    private readonly DayTable days;
    private readonly ushort[] scheduleOf;                     // by day
    private readonly List<ValueList<OfficeSession>> schedules = [ValueList<OfficeSession>.Empty];
    private readonly int[] minutesUpTo;                       // [i]: minutes of work in the first i days

    public OfficeTime(DayTable days, HoursPlan plan)
    {
        this.days = days;
        scheduleOf = new ushort[days.Count];
        minutesUpTo = new int[days.Count + 1];
        List<int> minutes = [0];
        ushort last = 0;
        LocalDate date = days.First;
        for (int i = 0; i < days.Count; i++, date = date.PlusDays(1))
        {
            ushort schedule = 0;
            if (days.At(i).IsWorked)
            {
                ValueList<OfficeSession> sessions = plan.Work(date);
                last = ReferenceEquals(schedules[last], sessions) ? last : ScheduleOf(sessions, minutes);
                schedule = last;
            }

            scheduleOf[i] = schedule;
            minutesUpTo[i + 1] = minutesUpTo[i] + minutes[schedule];
        }
    }

    public ValueList<OfficeSession> SessionsAt(int offset) => schedules[scheduleOf[offset]];

    /// <summary>The time of work from the first day's midnight to a moment.</summary>
    public Duration UpTo(int offset, LocalTime time)
    {
        long worked = 0;
        foreach (OfficeSession session in SessionsAt(offset).AsSpan())
        {
            long end = Math.Min(time.NanosecondOfDay, session.End.NanosecondOfDay);
            worked += Math.Max(0, end - session.Start.NanosecondOfDay);
        }

        return Duration.FromMinutes(minutesUpTo[offset]) + Duration.FromNanoseconds(worked);
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
        long left = (worked - Duration.FromMinutes(minutesUpTo[day])).ToInt64Nanoseconds();
        foreach (OfficeSession session in SessionsAt(day).AsSpan())
        {
            long length = session.End.NanosecondOfDay - session.Start.NanosecondOfDay;
            if (left <= length)
            {
                return days.DateAt(day) + session.Start.PlusNanoseconds(left);
            }

            left -= length;
        }

        throw new InvalidOperationException("A day holds less work than was counted for it.");
    }

    private ushort ScheduleOf(ValueList<OfficeSession> sessions, List<int> minutes)
    {
        int known = schedules.IndexOf(sessions);
        if (known < 0)
        {
            known = schedules.Count;
            schedules.Add(sessions);
            minutes.Add((int)(sessions.Sum(s => s.End.NanosecondOfDay - s.Start.NanosecondOfDay) / NodaConstants.NanosecondsPerMinute));
        }

        return checked((ushort)known);
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
}
