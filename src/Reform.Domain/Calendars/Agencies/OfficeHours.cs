using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>The office hours of an agency (giờ làm việc), for a period and a season.</summary>
/// <param name="Sessions">The sessions of a worked day; one at least.</param>
public sealed record OfficeHours(ValueList<OfficeSession> Sessions)
{
    /// <summary>The dates on which they hold, [from, to); always by default.</summary>
    public Validity InForce { get; init; }

    /// <summary>The part of the year in which they hold; null: wherever no season does.</summary>
    public Season? Season { get; init; }

    /// <summary>Weekdays with sessions of their own.</summary>
    public ValueList<WeekdayHours> Weekdays { get; init; } = [];

    /// <summary>The instrument that sets them; null: not recorded.</summary>
    public LegalBasis? Basis { get; init; }

    internal bool HoldOn(LocalDate date) => InForce.Contains(date) && Season?.Contains(date) != false;

    internal ValueList<OfficeSession> On(IsoDayOfWeek weekday)
    {
        foreach (WeekdayHours own in Weekdays.AsSpan())
        {
            if (own.Weekday == weekday)
            {
                return own.Sessions;
            }
        }

        return Sessions;
    }
}

/// <summary>The sessions of one weekday, where it has its own.</summary>
/// <param name="Weekday">The weekday. A rest day's sessions are those of a make-up working day on it.</param>
/// <param name="Sessions">The sessions; one at least.</param>
public sealed record WeekdayHours(IsoDayOfWeek Weekday, ValueList<OfficeSession> Sessions);
