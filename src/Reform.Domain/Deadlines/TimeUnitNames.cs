using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>The names of the units of time limits, as a clerk reads them.</summary>
internal static class TimeUnitNames
{
    private static readonly Dictionary<TimeUnit, BilingualText> Names = new()
    {
        [TimeUnit.CalendarDay] = new("ngày", "calendar day(s)"),
        [TimeUnit.WorkingDay] = new("ngày làm việc", "working day(s)"),
        [TimeUnit.Week] = new("tuần", "week(s)"),
        [TimeUnit.Month] = new("tháng", "month(s)"),
        [TimeUnit.Year] = new("năm", "year(s)"),
    };

    public static BilingualText Of(TimeUnit unit) => Names[unit];
}
