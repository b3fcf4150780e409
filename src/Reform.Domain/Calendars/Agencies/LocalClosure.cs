using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>Days on which an agency is closed though its calendar says that they are worked (đóng cửa tại chỗ), as in a typhoon.</summary>
/// <param name="FirstDay">The first day.</param>
/// <param name="LastDay">The last day, included.</param>
/// <param name="Name">Why; for example "Bão số 3".</param>
/// <param name="Basis">The instrument that orders it.</param>
public sealed record LocalClosure(LocalDate FirstDay, LocalDate LastDay, BilingualText Name, LegalBasis Basis)
{
    /// <summary>The date on which it became known; null: not recorded, so at the latest on its first day.</summary>
    public LocalDate? KnownOn { get; init; }
}
