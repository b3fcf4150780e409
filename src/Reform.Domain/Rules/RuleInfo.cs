using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>What a rule is, apart from how it judges.</summary>
/// <param name="Code">The code in the catalogue of rules; for example "CR-CAS-06".</param>
/// <param name="Title">The title of a breach.</param>
/// <param name="Severity">How grave a breach is.</param>
/// <param name="Basis">Where the rule comes from.</param>
public sealed record RuleInfo(string Code, BilingualText Title, Severity Severity, LegalBasis Basis);
