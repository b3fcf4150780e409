using NodaTime;
using Reform.Domain.Explanations;

namespace Reform.Domain.Cases;

/// <summary>A time of a case: its legal date, and the instant when it was written with one (thời điểm).</summary>
public sealed record CaseTime
{
    private CaseTime(LocalDate date, LocalTime? clock, Instant? instant, Offset? writtenOffset)
    {
        Date = date;
        Clock = clock;
        Instant = instant;
        WrittenOffset = writtenOffset;
    }

    /// <summary>The legal date: the date in the zone of the mapping, or the date as written when no time was.</summary>
    public LocalDate Date { get; }

    /// <summary>The time of day in the zone of the mapping; null when only a date was written.</summary>
    public LocalTime? Clock { get; }

    /// <summary>The instant; null when only a date was written.</summary>
    public Instant? Instant { get; }

    /// <summary>The offset from UTC as it was written; null when none was.</summary>
    public Offset? WrittenOffset { get; }

    /// <summary>Whether it says no more than a date: no time was written, or the first second of the day, which systems write for a date alone.</summary>
    public bool IsDateOnly => Clock is not LocalTime clock || clock is { Hour: 0, Minute: 0, Second: 0 };

    /// <summary>The time of day in whole seconds; null where it says no more than a date.</summary>
    internal int? SecondOfDay => IsDateOnly ? null : (int)(Clock!.Value.TickOfDay / NodaConstants.TicksPerSecond);

    /// <summary>The time as an argument of a reason: the date, with the time of day where it says one.</summary>
    internal ReasonValue AsReasonValue => IsDateOnly ? Date : Date.At(Clock!.Value);

    /// <summary>A time that is only a date.</summary>
    /// <param name="date">The legal date.</param>
    /// <returns>The time.</returns>
    public static CaseTime On(LocalDate date) => new(date, null, null, null);

    /// <summary>A time that is an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="zone">The zone that gives its legal date.</param>
    /// <param name="writtenOffset">The offset as it was written; null when none was.</param>
    /// <returns>The time.</returns>
    public static CaseTime At(Instant instant, DateTimeZone zone, Offset? writtenOffset = null)
    {
        LocalDateTime local = instant.InZone(zone).LocalDateTime;
        return new CaseTime(local.Date, local.TimeOfDay, instant, writtenOffset);
    }

    /// <summary>Whether this lies before another time: by legal date, and on one date by instant where both say more than a date.</summary>
    /// <param name="other">The other time.</param>
    /// <returns>True when it is certainly earlier.</returns>
    public bool IsBefore(CaseTime other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsDateOnly || other.IsDateOnly ? Date < other.Date : Instant < other.Instant;
    }
}
