using NodaTime;

namespace Reform.Domain.Calendars;

/// <summary>
/// The days of a Gregorian year and of the beginning of the next, numbered from 0 on 1 January. Only the leap days of the two years
/// matter: 0 for neither, 1 when the first year has one, 2 when the next has.
/// </summary>
internal static class YearDays
{
    public const int InCommonYear = 365;

    private const int Covered = 512;
    private const int MonthShift = 5;
    private const int YearShift = 9;

    // For each kind of year and each number: the years to add, the month and the day.
    private static readonly ushort[] Dates = [.. DatesFrom(2001), .. DatesFrom(2000), .. DatesFrom(1999)];

    /// <summary>The number of a date in its own year.</summary>
    public static int Of(LocalDate date, int leapDay) =>
        (((367 * date.Month) - 362) / 12) + date.Day - 1 - (date.Month > 2 ? 2 - leapDay : 0);

    /// <summary>The date of a number below 512.</summary>
    public static LocalDate Date(int year, int leapDays, int day)
    {
        int parts = Dates[(leapDays * Covered) + day];
        return new LocalDate(year + (parts >> YearShift), (parts >> MonthShift) & 0xF, parts & 0x1F);
    }

    private static IEnumerable<ushort> DatesFrom(int year) => Enumerable.Range(0, Covered).Select(new LocalDate(year, 1, 1).PlusDays)
        .Select(d => (ushort)(((d.Year - year) << YearShift) | (d.Month << MonthShift) | d.Day));
}
