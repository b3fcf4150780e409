using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Legal;

/// <summary>A value with the period in which it is law, and its source.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Validity">The dates on which it holds, [from, to).</param>
/// <param name="Basis">Where it comes from.</param>
public sealed record Dated<T>(T Value, Validity Validity, LegalBasis Basis);

/// <summary>A value as the law changed it over time: at most one is in force on any date, and there may be gaps.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed record DatedValues<T>
{
    /// <summary>Creates the sequence.</summary>
    /// <param name="entries">The values with their periods, in any order.</param>
    /// <exception cref="ArgumentException">Two periods overlap.</exception>
    public DatedValues(IEnumerable<Dated<T>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        Entries = entries.OrderBy(e => e.Validity.From ?? LocalDate.MinIsoValue).ToValueList();
        for (int i = 1; i < Entries.Count; i++)
        {
            if (Entries[i - 1].Validity.Overlaps(Entries[i].Validity))
            {
                throw new ArgumentException(
                    "Two values are in force at once: " + Entries[i - 1].Validity + " and " + Entries[i].Validity + ".", nameof(entries));
            }
        }
    }

    /// <summary>The values with their periods, oldest first; they never overlap.</summary>
    public ValueList<Dated<T>> Entries { get; }

    /// <summary>The value in force on a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The value with its period, or null when none is in force then.</returns>
    public Dated<T>? InForceOn(LocalDate date) => Entries.FirstOrDefault(e => e.Validity.Contains(date));
}
