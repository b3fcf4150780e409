using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>What a rule is, apart from how it judges.</summary>
/// <param name="Code">The code in the catalogue of rules; for example "CR-CAS-06".</param>
/// <param name="Title">The title of a breach.</param>
/// <param name="Severity">How grave a breach is.</param>
/// <param name="Basis">Where the rule comes from.</param>
public sealed record RuleInfo(string Code, BilingualText Title, Severity Severity, LegalBasis Basis)
{
    /// <summary>The dates on which the rule binds; every date unless stated.</summary>
    public Validity Validity { get; init; }

    /// <summary>When a rule that binds only later was made known; null: it was never announced before it bound.</summary>
    public LocalDate? AnnouncedOn { get; init; }

    /// <summary>The thresholds of the rule; none unless stated.</summary>
    public ValueList<RuleParameter> Parameters { get; init; } = [];

    /// <summary>Whether a breach is a sign for people to look at, and accuses nobody (để xem xét).</summary>
    public bool IsForReview { get; init; }

    /// <summary>The rule pack that brought it; null: it came with the library, or as data.</summary>
    public string? Pack { get; init; }

    /// <summary>Whether the rule is known but does not bind yet on a date: a breach is a failure to come.</summary>
    /// <param name="date">The date.</param>
    /// <returns>True from the announcement on and before the rule binds.</returns>
    public bool IsAnnouncedOn(LocalDate date) => AnnouncedOn is LocalDate known && date >= known && Validity.StartsAfter(date);
}
