using NodaTime;

namespace Reform.Domain.Tests.Deadlines.Reference;

/// <summary>A calendar as plain sets of days. It computes nothing; it is asked one day at a time.</summary>
internal sealed class ReferenceCalendar
{
    public static readonly (LocalTime Start, LocalTime End)[] UsualHours =
        [(new LocalTime(7, 30), new LocalTime(11, 30)), (new LocalTime(13, 30), new LocalTime(17, 0))];

    public required LocalDate First { get; init; }

    public required LocalDate Last { get; init; }

    public required HashSet<LocalDate> DaysOff { get; init; }

    public required HashSet<LocalDate> PublicHolidays { get; init; }

    public required HashSet<LocalDate> ProvisionalDays { get; init; }

    /// <summary>The office sessions of each weekday that has other ones than the usual.</summary>
    public Dictionary<IsoDayOfWeek, (LocalTime Start, LocalTime End)[]> Hours { get; init; } = [];

    public bool IsWorked(LocalDate date) => !DaysOff.Contains(Covered(date));

    public bool IsPublicHoliday(LocalDate date) => PublicHolidays.Contains(Covered(date));

    public bool IsProvisional(LocalDate date) => ProvisionalDays.Contains(Covered(date));

    public (LocalTime Start, LocalTime End)[] Sessions(LocalDate date) =>
        !IsWorked(date) ? [] : Hours.TryGetValue(date.DayOfWeek, out (LocalTime, LocalTime)[]? own) ? own : UsualHours;

    public LocalDate Covered(LocalDate date) => date >= First && date <= Last ? date : throw new ReferenceRefusal("calendar");
}
