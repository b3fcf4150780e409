using NodaTime;
using Reform.Domain.Calendars;

namespace Reform.Domain.Deadlines;

/// <summary>Counts the dates of one kind.</summary>
internal interface IDayCounter
{
    /// <summary>How many of them there are with start &lt; d &lt;= end.</summary>
    int Between(LocalDate start, LocalDate end);

    /// <summary>The n-th of them after a date; n is 1 or more.</summary>
    LocalDate After(LocalDate date, int count);

    /// <summary>The n-th of them before a date; n is 1 or more.</summary>
    LocalDate Before(LocalDate date, int count);
}

/// <summary>Every date.</summary>
internal readonly struct AllDays : IDayCounter
{
    public int Between(LocalDate start, LocalDate end) => Period.DaysBetween(start, end);

    public LocalDate After(LocalDate date, int count) => date.PlusDays(count);

    public LocalDate Before(LocalDate date, int count) => date.PlusDays(-count);
}

/// <summary>Working days.</summary>
internal readonly struct WorkingDaysOf(WorkCalendar calendar) : IDayCounter
{
    public int Between(LocalDate start, LocalDate end) => calendar.WorkingDaysBetween(start, end);

    public LocalDate After(LocalDate date, int count) => calendar.WorkingDayAfter(date, count);

    public LocalDate Before(LocalDate date, int count) => calendar.WorkingDayBefore(date, count);
}

/// <summary>Dates that are no public holiday; they are walked, because all but a dozen a year count.</summary>
internal readonly struct NonHolidaysOf(WorkCalendar calendar) : IDayCounter
{
    public int Between(LocalDate start, LocalDate end)
    {
        int count = 0;
        for (LocalDate date = start.PlusDays(1); date <= end; date = date.PlusDays(1))
        {
            count += calendar.IsPublicHoliday(date) ? 0 : 1;
        }

        return count;
    }

    public LocalDate After(LocalDate date, int count) => Walk(date, count, 1);

    public LocalDate Before(LocalDate date, int count) => Walk(date, count, -1);

    private LocalDate Walk(LocalDate date, int count, int step)
    {
        while (count > 0)
        {
            date = date.PlusDays(step);
            count -= calendar.IsPublicHoliday(date) ? 0 : 1;
        }

        return date;
    }
}
