using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>What is fixed about each unit of time limits: its code in data files and commands, its name, and the kind of due it leads to.</summary>
public static class TimeUnits
{
    private static readonly Entry[] Entries =
    [
        new(TimeUnit.CalendarDay, "calendar_day", "ngày", "calendar day(s)", DueKind.Date, 36_500),
        new(TimeUnit.WorkingDay, "working_day", "ngày làm việc", "working day(s)", DueKind.Date, 36_500),
        new(TimeUnit.Week, "week", "tuần", "week(s)", DueKind.Date, 5_200),
        new(TimeUnit.Month, "month", "tháng", "month(s)", DueKind.Date, 1_200),
        new(TimeUnit.Year, "year", "năm", "year(s)", DueKind.Date, 100),
        new(TimeUnit.NonHolidayDay, "non_holiday_day", "ngày không kể ngày lễ, tết", "day(s) excluding public holidays", DueKind.Date, 36_500),
        new(TimeUnit.HalfDay, "half_day", "buổi làm việc", "office session(s)", DueKind.Instant, 73_000),
        new(TimeUnit.WorkingHour, "working_hour", "giờ làm việc", "working hour(s)", DueKind.Instant, 292_000),
        new(TimeUnit.Hour, "hour", "giờ", "hour(s)", DueKind.Instant, 876_000),
        new(TimeUnit.Minute, "minute", "phút", "minute(s)", DueKind.Instant, 52_560_000),
        new(TimeUnit.SameDay, "same_day", "ngày tiếp nhận", "day of receipt", DueKind.Date, 1),
        new(TimeUnit.Immediate, "immediate", "lần thực hiện ngay", "act at once", DueKind.Instant, 1),
        new(TimeUnit.NextEvent, "next_event", "kỳ gần nhất", "next event", DueKind.Date, 1),
    ];

    private static readonly ReadOnlyDictionary<string, TimeUnit> ByCode =
        new(Entries.ToDictionary(e => e.Code, e => e.Unit, StringComparer.Ordinal));

    /// <summary>Every code with its unit.</summary>
    public static IReadOnlyDictionary<string, TimeUnit> Codes => ByCode;

    /// <summary>The code of a unit in data files, commands and contracts; for example "working_day".</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The snake_case code.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The unit is no defined unit.</exception>
    public static string CodeOf(TimeUnit unit) => Of(unit).Code;

    /// <summary>The unit of a code.</summary>
    /// <param name="code">The code; letter case matters.</param>
    /// <param name="unit">The unit, when there is one.</param>
    /// <returns>Whether the code is one of <see cref="Codes"/>.</returns>
    public static bool TryParse([NotNullWhen(true)] string? code, out TimeUnit unit)
    {
        unit = default;
        return code is not null && ByCode.TryGetValue(code, out unit);
    }

    /// <summary>The name of a unit, as a clerk reads it after an amount.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The name; for example "ngày làm việc", "working day(s)".</returns>
    /// <exception cref="ArgumentOutOfRangeException">The unit is no defined unit.</exception>
    public static BilingualText NameOf(TimeUnit unit) => Of(unit).Name;

    /// <summary>Whether a limit in a unit ends on a date or at an instant.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>A date or an instant.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The unit is no defined unit.</exception>
    public static DueKind DueKindOf(TimeUnit unit) => Of(unit).Due;

    internal static int MostOf(TimeUnit unit) => Of(unit).Most;

    private static Entry Of(TimeUnit unit) =>
        (uint)unit < (uint)Entries.Length ? Entries[(int)unit] : throw new ArgumentOutOfRangeException(nameof(unit), unit, "No such unit.");

    private sealed class Entry(TimeUnit unit, string code, string vietnamese, string english, DueKind due, int most)
    {
        public TimeUnit Unit { get; } = unit;

        public string Code { get; } = code;

        public BilingualText Name { get; } = new(vietnamese, english);

        public DueKind Due { get; } = due;

        public int Most { get; } = most;
    }
}
