using Reform.Domain.Delegation;
using Reform.Domain.Legal;

namespace Reform.Domain.Cases;

/// <summary>The grant was in force when the case was decided (văn bản đã có hiệu lực).</summary>
public sealed class DecidedAfterGrantBegan() : DecisionAuthorityRule(
    "CR-DLG-04",
    DelegationTitles.NotYetInForce,
    LegalBasis.LocalGovernment("14"),
    AuthorityBreak.GrantNotYetInForce);
