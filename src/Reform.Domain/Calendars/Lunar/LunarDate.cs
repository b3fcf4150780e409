using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>A date of the lunisolar calendar of Vietnam (ngày âm lịch).</summary>
/// <remarks>
/// It exists: the month has that day, and the year has that leap month. The default value is the first date of the calendar, day 1 of
/// month 1 of <see cref="LunarCalendar.FirstYear"/>. Dates are ordered in time.
/// </remarks>
public readonly record struct LunarDate : IComparable<LunarDate>
{
    private const int YearShift = 10;
    private const int MonthShift = 6;
    private const int LeapShift = 5;

    // The year, month and day, from 0; ascending in time, so that it can be compared as one number.
    private readonly int packed;

    /// <summary>Creates a date.</summary>
    /// <param name="year">The lunar year: the Gregorian year in which it begins; 1900 to 2199.</param>
    /// <param name="month">The month, 1 to 12; a leap month has the number of the month before it.</param>
    /// <param name="day">The day, 1 to 29 or 30.</param>
    /// <param name="isLeapMonth">Whether it is the leap month (tháng nhuận) of that number.</param>
    /// <exception cref="CalendarRangeException">The calendar does not cover the year.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The month is not 1 to 12, or it has no such day.</exception>
    /// <exception cref="ArgumentException">The year has no leap month of that number.</exception>
    public LunarDate(int year, int month, int day, bool isLeapMonth = false)
    {
        int days = LunarCalendar.DaysInMonth(year, month, isLeapMonth);
        if (day < 1 || day > days)
        {
            throw new ArgumentOutOfRangeException(
                nameof(day), day, string.Create(CultureInfo.InvariantCulture, $"The lunar month has days 1 to {days}."));
        }

        packed = Pack(year - LunarCalendar.FirstYear, month - 1, isLeapMonth ? 1 : 0, day - 1);
    }

    private LunarDate(int packed) => this.packed = packed;

    /// <summary>The lunar year: the Gregorian year in which it begins.</summary>
    public int Year => LunarCalendar.FirstYear + YearIndex;

    /// <summary>The month, 1 to 12; a leap month has the number of the month before it.</summary>
    public int Month => MonthIndex + 1;

    /// <summary>Whether the date lies in a leap month (tháng nhuận).</summary>
    public bool IsLeapMonth => LeapBit != 0;

    /// <summary>The day of the month, 1 to 30.</summary>
    public int Day => DayIndex + 1;

    // The parts from 0.
    internal int YearIndex => packed >> YearShift;

    internal int MonthIndex => (packed >> MonthShift) & 0xF;

    internal int LeapBit => (packed >> LeapShift) & 1;

    internal int DayIndex => packed & 0x1F;

    /// <summary>Whether one date comes before another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when it is earlier.</returns>
    public static bool operator <(LunarDate left, LunarDate right) => left.packed < right.packed;

    /// <summary>Whether one date comes before another, or is the same.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when it is not later.</returns>
    public static bool operator <=(LunarDate left, LunarDate right) => left.packed <= right.packed;

    /// <summary>Whether one date comes after another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when it is later.</returns>
    public static bool operator >(LunarDate left, LunarDate right) => left.packed > right.packed;

    /// <summary>Whether one date comes after another, or is the same.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when it is not earlier.</returns>
    public static bool operator >=(LunarDate left, LunarDate right) => left.packed >= right.packed;

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <param name="text">The text, for example "AL2026-03-10", or "AL2033-11N-01" in a leap month.</param>
    /// <returns>The date.</returns>
    /// <exception cref="FormatException">The text has another form, or names a date that does not exist or is not covered.</exception>
    public static LunarDate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out LunarDate date) ? date : throw new FormatException(string.Create(
            CultureInfo.InvariantCulture,
            $"'{text}' is no lunar date of {LunarCalendar.FirstYear} to {LunarCalendar.LastYear}; the form is AL2026-03-10 or AL2033-11N-01."));
    }

    /// <summary>Reads what <see cref="ToString"/> writes, if it can.</summary>
    /// <param name="text">The text.</param>
    /// <param name="date">The date; the default value when it cannot be read.</param>
    /// <returns>True when the text is a date of the calendar.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out LunarDate date) => LunarDateText.TryRead(text, out date);

    /// <summary>Compares in time.</summary>
    /// <param name="other">The other date.</param>
    /// <returns>Less than 0 when this date is earlier, 0 when it is the same, more than 0 when it is later.</returns>
    public int CompareTo(LunarDate other) => packed.CompareTo(other.packed);

    /// <summary>The date in words, with the can chi name of the year.</summary>
    /// <returns>For example "mùng 10 tháng Ba năm Bính Ngọ (2026)".</returns>
    public BilingualText Describe() => LunarDateText.InWords(this);

    /// <summary>The date in a form that <see cref="Parse"/> reads, the same in every culture.</summary>
    /// <returns>For example "AL2026-03-10" (AL: âm lịch), or "AL2033-11N-01" in a leap month (N: nhuận).</returns>
    public override string ToString() => LunarDateText.Write(this);

    internal static LunarDate FromParts(int yearIndex, int monthIndex, int leapBit, int dayIndex) =>
        new(Pack(yearIndex, monthIndex, leapBit, dayIndex));

    private static int Pack(int yearIndex, int monthIndex, int leapBit, int dayIndex) =>
        (yearIndex << YearShift) | (monthIndex << MonthShift) | (leapBit << LeapShift) | dayIndex;
}
