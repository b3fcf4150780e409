using System.Numerics;
using NodaTime;
using Reform.Domain.Legal;

namespace Reform.Domain.Calendars;

/// <summary>
/// The lunisolar calendar of Vietnam (âm lịch), lunar years 1900 to 2199, by one rule: the clock of UTC+7 in every year.
/// </summary>
/// <remarks>
/// A month begins on the day of the new moon, the month of the winter solstice is month 11, and a leap month is the first without a major
/// solar term where 13 months lead from one month 11 to the next. Before 1968 this is an approximation of the calendars that were used:
/// <see cref="IsApproximation"/>. Where an instant within two minutes of midnight decides, the month is marked: <see cref="IsUncertain"/>.
/// Basis: Decision 121-CP of 8 August 1967 and Decision 134/2002/QĐ-TTg (the official time is UTC+7).
/// </remarks>
public static class LunarCalendar
{
    /// <summary>The name of the calendar in errors.</summary>
    public const string Id = "vietnam-lunar";

    /// <summary>The first lunar year that is covered.</summary>
    public const int FirstYear = 1900;

    /// <summary>The last lunar year that is covered.</summary>
    public const int LastYear = 2199;

    private const int FirstCivilYear = 1968;
    private const int MonthsBits = 13;
    private const int LeapMask = 0xF;
    private const int NewYearShift = 17;
    private const int NewYearMask = 0x3F;
    private const int LeapDayShift = 23;
    private const int ShortMonth = 29;

    /// <summary>The solar dates that are covered, [from, to).</summary>
    public static Validity Covers { get; } = new(NewYear(FirstYear), NewYear(LastYear).PlusDays(Length(Word(LastYear))));

    /// <summary>The lunar date of a solar date.</summary>
    /// <param name="date">The solar date.</param>
    /// <returns>The lunar date; constant time, no allocation.</returns>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public static LunarDate FromSolar(LocalDate date)
    {
        if (date.Calendar != CalendarSystem.Iso)
        {
            date = date.WithCalendar(CalendarSystem.Iso);
        }

        uint[] years = LunarTable.Years;
        int index = date.Year - FirstYear;
        if ((uint)index < (uint)years.Length)
        {
            uint word = years[index];
            int day = YearDays.Of(date, LeapDay(word)) - NewYearDay(word);
            if (day >= 0)
            {
                return OfDay(index, word, day);
            }
        }

        // It lies in the lunar year that began the year before, or outside.
        index--;
        if ((uint)index < (uint)years.Length)
        {
            uint word = years[index];
            int day = YearDays.Of(date, LeapDayOfNext(word)) + YearDays.InCommonYear + LeapDay(word) - NewYearDay(word);
            if (day < Length(word))
            {
                return OfDay(index, word, day);
            }
        }

        throw new CalendarRangeException(Id, date, Covers);
    }

    /// <summary>The solar date of a lunar date.</summary>
    /// <param name="date">The lunar date.</param>
    /// <returns>The solar date; constant time, no allocation.</returns>
    public static LocalDate ToSolar(LunarDate date)
    {
        uint word = LunarTable.Years[date.YearIndex];
        return Solar(date.Year, word, Start(word, PlaceOf(word, date.MonthIndex, date.LeapBit)) + date.DayIndex);
    }

    /// <summary>The first day of a lunar year (mùng một Tết).</summary>
    /// <param name="year">The lunar year.</param>
    /// <returns>The solar date.</returns>
    /// <exception cref="CalendarRangeException">The calendar does not cover the year.</exception>
    public static LocalDate NewYear(int year) => Solar(year, CheckedWord(year), 0);

    /// <summary>The number of the leap month of a lunar year (tháng nhuận).</summary>
    /// <param name="year">The lunar year.</param>
    /// <returns>1 to 12: the leap month stands after the month of the same number; null when the year has none.</returns>
    /// <exception cref="CalendarRangeException">The calendar does not cover the year.</exception>
    public static int? LeapMonth(int year)
    {
        int leap = LeapOf(CheckedWord(year));
        return leap == 0 ? null : leap;
    }

    /// <summary>The months of a lunar year.</summary>
    /// <param name="year">The lunar year.</param>
    /// <returns>12 months, or 13 in a leap year, in order.</returns>
    /// <exception cref="CalendarRangeException">The calendar does not cover the year.</exception>
    public static IReadOnlyList<LunarMonth> MonthsOf(int year)
    {
        uint word = CheckedWord(year);
        int leap = LeapOf(word);
        var months = new LunarMonth[MonthsIn(word)];
        LocalDate first = NewYear(year);
        for (int place = 0; place < months.Length; place++)
        {
            int number = place + (leap != 0 && place >= leap ? 0 : 1);
            months[place] = new LunarMonth(
                year,
                number,
                leap != 0 && place == leap,
                first.PlusDays(Start(word, place)),
                Start(word, place + 1) - Start(word, place));
        }

        return months;
    }

    /// <summary>The days of a month.</summary>
    /// <param name="year">The lunar year.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <param name="isLeapMonth">Whether the leap month of that number is meant.</param>
    /// <returns>29 or 30.</returns>
    /// <exception cref="CalendarRangeException">The calendar does not cover the year.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The month is not 1 to 12.</exception>
    /// <exception cref="ArgumentException">The year has no leap month of that number.</exception>
    public static int DaysInMonth(int year, int month, bool isLeapMonth = false)
    {
        int place = CheckedPlace(year, month, isLeapMonth);
        return ShortMonth + (int)((Word(year) >> place) & 1);
    }

    /// <summary>
    /// Whether an instant within two minutes of midnight decides the first day, the number or the leap of a month, so that a better
    /// theory, another rotation of the Earth, or the official calendar may differ by a day or a month.
    /// </summary>
    /// <param name="year">The lunar year.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <param name="isLeapMonth">Whether the leap month of that number is meant.</param>
    /// <returns>True when it is uncertain; the last day of the month before then is, too.</returns>
    /// <exception cref="CalendarRangeException">The calendar does not cover the year.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The month is not 1 to 12.</exception>
    /// <exception cref="ArgumentException">The year has no leap month of that number.</exception>
    public static bool IsUncertain(int year, int month, bool isLeapMonth = false)
    {
        int place = CheckedPlace(year, month, isLeapMonth);
        return Array.BinarySearch(LunarTable.UncertainMonths, (ushort)((16 * (year - FirstYear)) + place)) >= 0;
    }

    /// <summary>
    /// Whether a lunar year began before 1968. The State fixed UTC+7 from 1 January 1968 on; earlier calendars followed other clocks, so
    /// that this one is an approximation of them.
    /// </summary>
    /// <param name="year">The lunar year.</param>
    /// <returns>True before 1968.</returns>
    /// <exception cref="CalendarRangeException">The calendar does not cover the year.</exception>
    public static bool IsApproximation(int year)
    {
        CheckedWord(year);
        return year < FirstCivilYear;
    }

    internal static bool Exists(int year, int month, bool isLeapMonth, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && (!isLeapMonth || LeapOf(Word(year)) == month)
        && day >= 1 && day <= DaysInMonth(year, month, isLeapMonth);

    // The lunar date of a day of a lunar year, counted from 0.
    private static LunarDate OfDay(int index, uint word, int day)
    {
        // No month is shorter than 29 days and no 13 are longer than 390: the place is this one or the next.
        int place = day / 30;
        place += day >= Start(word, place + 1) ? 1 : 0;
        int leapBit = (place == LeapOf(word)) & (place != 0) ? 1 : 0;
        int isLater = BeforeLeap(word) < (uint)place ? 1 : 0;
        return LunarDate.FromParts(index, place - isLater, leapBit, day - Start(word, place));
    }

    // The solar date of a day of a lunar year, counted from 0.
    private static LocalDate Solar(int year, uint word, int day) => YearDays.Date(year, (int)(word >> LeapDayShift), NewYearDay(word) + day);

    private static uint Word(int year) => LunarTable.Years[year - FirstYear];

    private static uint CheckedWord(int year) => year is >= FirstYear and <= LastYear
        ? Word(year)
        : throw CalendarRangeException.ForLunarYear(Id, year, FirstYear, LastYear, Covers);

    private static int CheckedPlace(int year, int month, bool isLeapMonth)
    {
        uint word = CheckedWord(year);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        return !isLeapMonth || LeapOf(word) == month
            ? PlaceOf(word, month - 1, isLeapMonth ? 1 : 0)
            : throw new ArgumentException("The lunar year has no leap month of that number.", nameof(isLeapMonth));
    }

    private static int PlaceOf(uint word, int monthIndex, int leapBit) =>
        monthIndex + (BeforeLeap(word) < (uint)(monthIndex + leapBit) ? 1 : 0);

    private static int LeapOf(uint word) => (int)(word >> MonthsBits) & LeapMask;

    // The place of the month that the leap month repeats; in a year without one, a place after all others.
    private static uint BeforeLeap(uint word) => ((word >> MonthsBits) & LeapMask) - 1;

    private static int NewYearDay(uint word) => (int)(word >> NewYearShift) & NewYearMask;

    private static int LeapDay(uint word) => (int)(word >> LeapDayShift) & 1;

    private static int LeapDayOfNext(uint word) => (int)(word >> (LeapDayShift + 1)) & 1;

    private static int MonthsIn(uint word) => LeapOf(word) == 0 ? 12 : 13;

    private static int Length(uint word) => Start(word, MonthsIn(word));

    // The days of a lunar year before the month at a place.
    private static int Start(uint word, int place) => (ShortMonth * place) + BitOperations.PopCount(word & ((1u << place) - 1));
}
