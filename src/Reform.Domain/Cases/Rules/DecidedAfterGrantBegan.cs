using Reform.Domain.Delegation;

namespace Reform.Domain.Cases;

/// <summary>The grant was in force when the case was decided (văn bản đã có hiệu lực).</summary>
public sealed class DecidedAfterGrantBegan() : DecisionAuthorityRule(
    "CR-DLG-04",
    DelegationTitles.NotYetInForce,
    [DelegationLaw.Before2025("14"), DelegationLaw.Since2025("9", "14")],
    AuthorityBreak.GrantNotYetInForce);
