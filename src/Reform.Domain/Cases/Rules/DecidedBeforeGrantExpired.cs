using Reform.Domain.Delegation;

namespace Reform.Domain.Cases;

/// <summary>The grant had not ended, was not suspended, revoked or lapsed when the case was decided (chưa quá thời hạn ủy quyền).</summary>
public sealed class DecidedBeforeGrantExpired() : DecisionAuthorityRule(
    "CR-DLG-03",
    DelegationTitles.Expired,
    [DelegationLaw.Before2025("14"), DelegationLaw.Since2025("9", "14")],
    AuthorityBreak.GrantExpired, AuthorityBreak.GrantSuspended, AuthorityBreak.Revoked, AuthorityBreak.Lapsed);
