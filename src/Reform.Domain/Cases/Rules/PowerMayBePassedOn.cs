using Reform.Domain.Delegation;
using Reform.Domain.Legal;

namespace Reform.Domain.Cases;

/// <summary>A power that may not be passed on was not (không ủy quyền lại).</summary>
public sealed class PowerMayBePassedOn() : DecisionAuthorityRule(
    "CR-DLG-07",
    DelegationTitles.SubDelegation,
    LegalBasis.GovernmentOrganization("9"),
    AuthorityBreak.SubdelegationForbidden);
