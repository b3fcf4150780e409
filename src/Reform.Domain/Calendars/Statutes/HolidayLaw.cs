using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>A law that grants public holidays (luật quy định ngày lễ, tết), with the date on which it became known.</summary>
/// <param name="Id">A short name, unique in its calendar.</param>
/// <param name="Basis">The law.</param>
/// <param name="From">The first date on which it is in force; it ends where a law that replaces it begins.</param>
/// <param name="KnownOn">The date on which it was adopted and so became known.</param>
/// <param name="Holidays">The holidays that it grants.</param>
/// <param name="Compensation">What it says of holidays on a weekly rest day.</param>
public sealed record HolidayLaw(
    string Id, LegalBasis Basis, LocalDate From, LocalDate KnownOn, ValueList<HolidayRule> Holidays, CompensatoryRule Compensation)
{
    /// <summary>The provision on compensatory days; null: that of the law as a whole.</summary>
    public LegalBasis? CompensatoryBasis { get; init; }

    /// <summary>The provision on the weekly rest; null: not recorded.</summary>
    public LegalBasis? WeeklyRestBasis { get; init; }

    /// <summary>The law that it replaces, by <see cref="Id"/>; null: it stands beside the others.</summary>
    public string? Replaces { get; init; }

    /// <summary>Where it was read.</summary>
    public ValueList<string> Sources { get; init; } = [];

    /// <summary>What a reader should know of it.</summary>
    public BilingualText? Note { get; init; }
}
