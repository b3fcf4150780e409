using NodaTime;

namespace Reform.Domain.Calendars;

/// <summary>A month of the lunisolar calendar of Vietnam (tháng âm lịch).</summary>
public sealed record LunarMonth
{
    internal LunarMonth(int year, int number, bool isLeapMonth, LocalDate firstDay, int length)
    {
        Year = year;
        Number = number;
        IsLeapMonth = isLeapMonth;
        FirstDay = firstDay;
        Length = length;
    }

    /// <summary>The lunar year: the Gregorian year in which it begins.</summary>
    public int Year { get; }

    /// <summary>The month, 1 to 12; a leap month has the number of the month before it.</summary>
    public int Number { get; }

    /// <summary>Whether it is the leap month (tháng nhuận) of that number.</summary>
    public bool IsLeapMonth { get; }

    /// <summary>Its first solar date, the day of the new moon.</summary>
    public LocalDate FirstDay { get; }

    /// <summary>Its days: 29 (tháng thiếu) or 30 (tháng đủ).</summary>
    public int Length { get; }

    /// <summary>Whether an instant within two minutes of midnight decides it; see <see cref="LunarCalendar.IsUncertain"/>.</summary>
    public bool IsUncertain => LunarCalendar.IsUncertain(Year, Number, IsLeapMonth);

    /// <summary>Whether it lies in a lunar year before 1968; see <see cref="LunarCalendar.IsApproximation"/>.</summary>
    public bool IsApproximation => LunarCalendar.IsApproximation(Year);
}
