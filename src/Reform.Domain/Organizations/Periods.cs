using NodaTime;
using Reform.Domain.Legal;

namespace Reform.Domain.Organizations;

/// <summary>Arithmetic of periods of validity.</summary>
internal static class Periods
{
    /// <summary>The dates that both periods hold, or null when there are none.</summary>
    public static Validity? Intersect(this Validity one, Validity other)
    {
        LocalDate? from = one.From is null || other.From > one.From ? other.From : one.From;
        LocalDate? to = one.To is null || other.To < one.To ? other.To : one.To;
        return from is LocalDate start && to is LocalDate end && end <= start ? null : new Validity(from, to);
    }

    /// <summary>Whether a period begins on a date on which the other holds; an open beginning begins with the other.</summary>
    public static bool BeginsWithin(this Validity one, Validity other) => one.From is LocalDate from ? other.Contains(from) : !one.EndsBefore(other);

    private static bool EndsBefore(this Validity one, Validity other) => one.To is LocalDate to && other.From is LocalDate from && to <= from;
}
