using Reform.Domain.Delegation;
using Reform.Domain.Legal;

namespace Reform.Domain.Cases;

/// <summary>The grant had not ended, was not suspended, revoked or lapsed when the case was decided (chưa quá thời hạn ủy quyền).</summary>
public sealed class DecidedBeforeGrantExpired() : DecisionAuthorityRule(
    "CR-DLG-03",
    DelegationTitles.Expired,
    LegalBasis.LocalGovernment("14"),
    AuthorityBreak.GrantExpired, AuthorityBreak.GrantSuspended, AuthorityBreak.Revoked, AuthorityBreak.Lapsed);
