using NodaTime;
using Reform.Domain.Calendars;

namespace Reform.Domain.Deadlines;

/// <summary>Measures time of one kind.</summary>
internal interface IClockCounter
{
    /// <summary>How much of it there is from one moment to a later one.</summary>
    Duration Between(LocalDateTime start, LocalDateTime end);

    /// <summary>The moment at which an amount of more than zero is used up.</summary>
    LocalDateTime After(LocalDateTime start, Duration amount);
}

/// <summary>Time by the clock.</summary>
internal readonly struct AllTime : IClockCounter
{
    public static Duration Elapsed(LocalDateTime start, LocalDateTime end) => end.InUtc().ToInstant() - start.InUtc().ToInstant();

    public Duration Between(LocalDateTime start, LocalDateTime end) => Elapsed(start, end);

    public LocalDateTime After(LocalDateTime start, Duration amount) => (start.InUtc().ToInstant() + amount).InUtc().LocalDateTime;
}

/// <summary>Time inside office sessions.</summary>
internal readonly struct OfficeTimeOf(WorkCalendar calendar) : IClockCounter
{
    public Duration Between(LocalDateTime start, LocalDateTime end) => calendar.WorkingTimeBetween(start, end);

    public LocalDateTime After(LocalDateTime start, Duration amount) => calendar.WorkingTimeAfter(start, amount);
}
