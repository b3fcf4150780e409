using NodaTime;

namespace Reform.Domain.Calendars;

/// <summary>A part of every year (mùa), from a day of the year to another, both included; it may run over New Year.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public readonly record struct Season(AnnualDate From, AnnualDate To)
{
    /// <summary>Whether the season holds a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>True from <see cref="From"/> to <see cref="To"/>.</returns>
    public bool Contains(LocalDate date)
    {
        var day = new AnnualDate(date.Month, date.Day);
        return From <= To ? From <= day && day <= To : From <= day || day <= To;
    }

    /// <summary>Whether two seasons share a day.</summary>
    /// <param name="other">The other season.</param>
    /// <returns>True when they overlap.</returns>
    public bool Overlaps(Season other) => Holds(other.From) || other.Holds(From);

    private bool Holds(AnnualDate day) => From <= To ? From <= day && day <= To : From <= day || day <= To;
}
