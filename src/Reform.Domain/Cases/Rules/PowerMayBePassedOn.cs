using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A power that may not be passed on was not (không ủy quyền lại).</summary>
public sealed class PowerMayBePassedOn() : DecisionAuthorityRule(
    "CR-DLG-07",
    new BilingualText("Ủy quyền lại", "Sub-delegation"),
    LegalBasis.GovernmentOrganization("9"),
    AuthorityBreak.SubdelegationForbidden);
