using NodaTime;

namespace Reform.Domain.Calendars;

/// <summary>Counts Monday-to-Friday dates without any holidays, for figures that must compare across countries and tools.</summary>
public static class Weekdays
{
    /// <summary>How many Monday-to-Friday dates d there are with start &lt; d &lt;= end; negative when the end lies before the start.</summary>
    /// <param name="start">The date that is not counted.</param>
    /// <param name="end">The last date, counted.</param>
    /// <returns>The number of dates, in constant time.</returns>
    public static int Between(LocalDate start, LocalDate end) => UpTo(end) - UpTo(start);

    // Monday-to-Friday dates since an arbitrary Monday, the date included.
    private static int UpTo(LocalDate date)
    {
        int days = Period.DaysBetween(new LocalDate(1900, 1, 1), date);
        int weeks = (int)Math.Floor(days / 7.0);
        return (weeks * 5) + Math.Min((days - (weeks * 7)) + 1, 5);
    }
}
