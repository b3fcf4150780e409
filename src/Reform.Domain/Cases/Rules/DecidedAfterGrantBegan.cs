using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The grant was in force when the case was decided (văn bản đã có hiệu lực).</summary>
public sealed class DecidedAfterGrantBegan() : DecisionAuthorityRule(
    "CR-DLG-04",
    new BilingualText("Chưa có hiệu lực", "Grant not yet in force"),
    LegalBasis.LocalGovernment("14"),
    AuthorityBreak.GrantNotYetInForce);
