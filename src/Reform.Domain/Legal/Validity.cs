using NodaTime;
using NodaTime.Text;

namespace Reform.Domain.Legal;

/// <summary>A period of validity in legal dates (thời gian có hiệu lực), start included, end excluded: [from, to).</summary>
/// <remarks>The default value is valid on every date.</remarks>
public readonly record struct Validity
{
    /// <summary>Creates a period.</summary>
    /// <param name="from">The first valid date, or null when it has always been valid.</param>
    /// <param name="to">The first date that is no longer valid, or null when no end is known.</param>
    /// <exception cref="ArgumentException"><paramref name="to"/> is not after <paramref name="from"/>.</exception>
    public Validity(LocalDate? from, LocalDate? to)
    {
        if (from is LocalDate start && to is LocalDate end && end <= start)
        {
            throw new ArgumentException("A period of validity ends after it starts.", nameof(to));
        }

        From = from;
        To = to;
    }

    /// <summary>The first valid date; null: always.</summary>
    public LocalDate? From { get; }

    /// <summary>The first date that is no longer valid; null: no end is known.</summary>
    public LocalDate? To { get; }

    /// <summary>Whether the period holds a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>True from <see cref="From"/> on and before <see cref="To"/>.</returns>
    public bool Contains(LocalDate date) => !StartsAfter(date) && !EndedBy(date);

    /// <summary>Whether the period begins only after a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>True when the date lies before <see cref="From"/>.</returns>
    public bool StartsAfter(LocalDate date) => From is LocalDate from && date < from;

    /// <summary>Whether the period is over on a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>True on <see cref="To"/> and after it.</returns>
    public bool EndedBy(LocalDate date) => To is LocalDate to && date >= to;

    /// <summary>Whether two periods share at least one date.</summary>
    /// <param name="other">The other period.</param>
    /// <returns>True when they overlap.</returns>
    public bool Overlaps(Validity other) =>
        (From is null || other.To is null || From < other.To) && (other.From is null || To is null || other.From < To);

    /// <summary>The period as "[from, to)", with ".." for an open side.</summary>
    /// <returns>Text for a debugger or a log.</returns>
    public override string ToString()
    {
        string from = From is LocalDate f ? LocalDatePattern.Iso.Format(f) : "..";
        string to = To is LocalDate t ? LocalDatePattern.Iso.Format(t) : "..";
        return "[" + from + ", " + to + ")";
    }
}
