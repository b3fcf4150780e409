using Reform.Domain.Rules;

namespace Reform.Domain.Delegation;

/// <summary>The law lets the power be passed on by this kind of grant, and nobody alone decides what a collective decides (thẩm quyền được phép giao).</summary>
public sealed class DecidedByDelegablePower() : DecisionRule(
    "CR-DLG-18", Severity.Critical, DelegationTitles.NonDelegable, DelegationLaw.Since2025("9", "14"), AuthorityBreak.NonDelegable);
