using NodaTime;

namespace Reform.Domain.Calendars;

/// <summary>A working day given off for a weekly rest day that is worked (hoán đổi ngày làm việc); the two may lie in different years.</summary>
/// <param name="DayOff">The working day that is off.</param>
/// <param name="MakeUpDay">The weekly rest day that is worked.</param>
public sealed record WorkingDaySwap(LocalDate DayOff, LocalDate MakeUpDay);
