using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>A date that a decision or the law made different from its weekday.</summary>
/// <param name="Date">The date.</param>
/// <param name="Kind">What it is; a day off or a make-up working day.</param>
/// <param name="Name">Its name; for example "Tết Nguyên đán".</param>
/// <param name="Basis">The instrument that says so.</param>
public sealed record CalendarDay(LocalDate Date, DayKind Kind, BilingualText Name, LegalBasis Basis)
{
    /// <summary>The date on which it became known; null: not recorded.</summary>
    public LocalDate? KnownOn { get; init; }

    /// <summary>Whether it is projected from a rule because the decision that places it is not known (tạm tính).</summary>
    public bool IsProjected { get; init; }
}
