using NodaTime;

namespace Reform.Domain.Cases;

/// <summary>A time of a case: its legal date, and the instant when it was written with one (thời điểm).</summary>
/// <param name="Date">The legal date: the date in the zone of the mapping, or the date as written when no time was.</param>
/// <param name="Instant">The instant; null when only a date was written.</param>
/// <param name="WrittenOffset">The offset from UTC as it was written; null when none was.</param>
public sealed record CaseTime(LocalDate Date, Instant? Instant, Offset? WrittenOffset)
{
    /// <summary>Whether this lies before another time: by instant where both have one, otherwise by legal date.</summary>
    /// <param name="other">The other time.</param>
    /// <returns>True when it is certainly earlier.</returns>
    public bool IsBefore(CaseTime other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Instant is Instant mine && other.Instant is Instant theirs ? mine < theirs : Date < other.Date;
    }
}
