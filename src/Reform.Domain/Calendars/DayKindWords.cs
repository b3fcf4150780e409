using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>The kinds of days as programs and people write them.</summary>
public static class DayKindWords
{
    /// <summary>The word for programs (từ dùng cho máy); it never changes.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>For example "make-up-working-day".</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is no defined kind.</exception>
    public static string Word(this DayKind kind) => kind switch
    {
        DayKind.WorkingDay => "working-day",
        DayKind.WeeklyRest => "weekly-rest",
        DayKind.PublicHoliday => "public-holiday",
        DayKind.CompensatoryDayOff => "compensatory-day-off",
        DayKind.SwappedDayOff => "swapped-day-off",
        DayKind.MakeUpWorkingDay => "make-up-working-day",
        DayKind.LocalClosure => "local-closure",
        _ => throw NoSuchKind(kind),
    };

    /// <summary>The name as people read it.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>For example "ngày làm bù" / "make-up working day".</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is no defined kind.</exception>
    public static BilingualText Name(this DayKind kind) => kind switch
    {
        DayKind.WorkingDay => new("ngày làm việc", "working day"),
        DayKind.WeeklyRest => new("ngày nghỉ hằng tuần", "weekly rest day"),
        DayKind.PublicHoliday => new("ngày lễ, tết", "public holiday"),
        DayKind.CompensatoryDayOff => new("ngày nghỉ bù", "compensatory day off"),
        DayKind.SwappedDayOff => new("ngày nghỉ hoán đổi", "swapped day off"),
        DayKind.MakeUpWorkingDay => new("ngày làm bù", "make-up working day"),
        DayKind.LocalClosure => new("ngày đóng cửa tại chỗ", "local closure"),
        _ => throw NoSuchKind(kind),
    };

    private static ArgumentOutOfRangeException NoSuchKind(DayKind kind) => new(nameof(kind), kind, "No such kind of day.");
}
