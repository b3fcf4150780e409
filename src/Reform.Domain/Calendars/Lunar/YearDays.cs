using NodaTime;

namespace Reform.Domain.Calendars;

/// <summary>The days of a Gregorian year by number, from 0; as if February had 30, so that one small table serves all years.</summary>
internal static class YearDays
{
    public const int InCommonYear = 365;

    private const int February = 2;
    private const int BeforeMarch = 31 + 30;
    private const int MonthShift = 5;
    private const int DayMask = 0x1F;

    // Month and day for each number.
    private static readonly ushort[] MonthAndDay =
        [.. Enumerable.Range(1, 12).SelectMany(m => Enumerable.Range(1, Before(m + 1) - Before(m)).Select(d => (ushort)((m << MonthShift) | d)))];

    /// <summary>The number of a date in its year.</summary>
    public static int Of(LocalDate date, int leapDay) => Before(date.Month) + date.Day - 1 - (date.Month > February ? Missing(leapDay) : 0);

    /// <summary>The date of a number in a year.</summary>
    public static LocalDate Date(int year, int day, int leapDay)
    {
        if (day >= BeforeMarch - Missing(leapDay))
        {
            day += Missing(leapDay);
        }

        int place = MonthAndDay[day];
        return new LocalDate(year, place >> MonthShift, place & DayMask);
    }

    private static int Before(int month) => ((367 * month) - 362) / 12;

    private static int Missing(int leapDay) => 2 - leapDay;
}
