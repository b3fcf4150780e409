using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>When an open deadline is due soon (mức cảnh báo sắp đến hạn). The default value does not exist: it is a class.</summary>
public sealed record WarningLevel
{
    private WarningLevel(WarningMeasure measure, int amount, BilingualText name) => (Measure, Amount, Name) = (measure, amount, name);

    /// <summary>What is measured.</summary>
    public WarningMeasure Measure { get; }

    /// <summary>Per cent, or days.</summary>
    public int Amount { get; }

    /// <summary>The name, as a clerk reads it.</summary>
    public BilingualText Name { get; }

    /// <summary>From when so much of the period is used (đã dùng … % thời hạn).</summary>
    /// <param name="percent">From 1 to 100.</param>
    /// <returns>The level.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public static WarningLevel PercentUsed(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, Most);
        string number = Digits(percent);
        return new WarningLevel(WarningMeasure.PercentUsed, percent, new("đã dùng " + number + "% thời hạn", number + "% of the limit used"));
    }

    /// <summary>From so many working days before the due date on (trước hạn … ngày làm việc).</summary>
    /// <param name="days">1 or more; 1 is the working day before the due date.</param>
    /// <returns>The level.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public static WarningLevel WorkingDaysBefore(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        string number = Digits(days);
        return new WarningLevel(
            WarningMeasure.WorkingDaysBefore, days, new("trước hạn " + number + " ngày làm việc", number + " working day(s) before it is due"));
    }

    /// <summary>From so many dates before the due date on (trước hạn … ngày).</summary>
    /// <param name="days">0 or more; 0 is the due date itself.</param>
    /// <returns>The level.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static WarningLevel CalendarDaysBefore(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        string number = Digits(days);
        return new WarningLevel(WarningMeasure.CalendarDaysBefore, days, new("trước hạn " + number + " ngày", number + " calendar day(s) before it is due"));
    }

    private const int Most = 100;

    private static string Digits(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
