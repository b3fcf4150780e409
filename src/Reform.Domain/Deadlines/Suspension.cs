using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>A time during which the clock stands still (tạm dừng): the dates d with from &lt; d &lt;= to are not counted.</summary>
public sealed record Suspension
{
    /// <summary>Creates a suspension.</summary>
    /// <param name="from">The date on which it begins, such as that of the request for a supplement; itself still counted.</param>
    /// <param name="to">The last date that is not counted, such as that of the supplement; null while it lasts. On <paramref name="from"/>: no days.</param>
    /// <param name="why">Why; null when it is not said.</param>
    /// <param name="basis">What it rests on; null when it is not said.</param>
    /// <exception cref="InvalidTermsException">It ends before it starts; the field is "to".</exception>
    public Suspension(LocalDate from, LocalDate? to, BilingualText? why = null, LegalBasis? basis = null)
    {
        From = from.WithCalendar(CalendarSystem.Iso);
        To = to?.WithCalendar(CalendarSystem.Iso);
        if (To < From)
        {
            throw InvalidTermsException.SuspensionEndsFirst(From, To.Value);
        }

        Why = why;
        Basis = basis;
    }

    /// <summary>The date on which it begins; itself still counted.</summary>
    public LocalDate From { get; }

    /// <summary>The last date that is not counted; null while it lasts.</summary>
    public LocalDate? To { get; }

    /// <summary>Why; null when it is not said.</summary>
    public BilingualText? Why { get; }

    /// <summary>What it rests on; null when it is not said.</summary>
    public LegalBasis? Basis { get; }

    /// <summary>Whether it lasts (đang tạm dừng): its end is not known.</summary>
    public bool IsOpen => To is null;
}
