using Reform.Domain.Delegation;

namespace Reform.Domain.Cases;

/// <summary>A power that may not be passed on was not (không ủy quyền lại).</summary>
public sealed class PowerMayBePassedOn() : DecisionAuthorityRule(
    "CR-DLG-07",
    DelegationTitles.SubDelegation,
    [DelegationLaw.Before2025("14"), DelegationLaw.Since2025("9", "14")],
    AuthorityBreak.SubdelegationForbidden);
