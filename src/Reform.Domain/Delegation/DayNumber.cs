using NodaTime;

namespace Reform.Domain.Delegation;

/// <summary>Legal dates as whole numbers in the same order, so that the engine compares them in one instruction.</summary>
internal static class DayNumber
{
    /// <summary>Before every date.</summary>
    public const int Min = int.MinValue;

    /// <summary>After every date.</summary>
    public const int Max = int.MaxValue;

    public static int Of(LocalDate date)
    {
        if (date.Calendar != CalendarSystem.Iso)
        {
            date = date.WithCalendar(CalendarSystem.Iso);
        }

        return (date.Year << 9) | (date.Month << 5) | date.Day;
    }

    public static int FromOrMin(LocalDate? date) => date is LocalDate day ? Of(day) : Min;

    public static int ToOrMax(LocalDate? date) => date is LocalDate day ? Of(day) : Max;

    /// <summary>The day after a last day; the end of time when there is none.</summary>
    public static int After(LocalDate? lastDay) =>
        lastDay is LocalDate day && day.WithCalendar(CalendarSystem.Iso) < LocalDate.MaxIsoValue ? Of(day.PlusDays(1)) : Max;

    public static LocalDate ToDate(int number) => new(number >> 9, (number >> 5) & 15, number & 31);

    public static LocalDate? ToDateOrNull(int number) => number is Min or Max ? null : ToDate(number);
}
