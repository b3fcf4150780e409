using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>An extension of a period (gia hạn): counting goes on, in the extension's own unit, from the unrolled end.</summary>
public sealed record Extension
{
    /// <summary>Creates an extension.</summary>
    /// <param name="length">How long it is.</param>
    /// <param name="grantedOn">The legal date on which it was granted; null when it is not said, and then that it came in time is not checked.</param>
    /// <param name="why">Why; null when it is not said.</param>
    /// <param name="basis">What it rests on; null when it is not said.</param>
    /// <exception cref="InvalidTermsException">The unit has no length (same day, immediate, next event); the field is "length".</exception>
    public Extension(TimeLimit length, LocalDate? grantedOn = null, BilingualText? why = null, LegalBasis? basis = null)
    {
        ArgumentNullException.ThrowIfNull(length);
        if (length.Unit is TimeUnit.SameDay or TimeUnit.Immediate or TimeUnit.NextEvent)
        {
            throw InvalidTermsException.HasNoLength(nameof(length), new BilingualText("gia hạn", "extend"), length.Unit);
        }

        Length = length;
        GrantedOn = grantedOn?.WithCalendar(CalendarSystem.Iso);
        Why = why;
        Basis = basis;
    }

    /// <summary>How long it is.</summary>
    public TimeLimit Length { get; }

    /// <summary>The legal date on which it was granted; null when it is not said.</summary>
    public LocalDate? GrantedOn { get; }

    /// <summary>Why; null when it is not said.</summary>
    public BilingualText? Why { get; }

    /// <summary>What it rests on; null when it is not said.</summary>
    public LegalBasis? Basis { get; }
}
