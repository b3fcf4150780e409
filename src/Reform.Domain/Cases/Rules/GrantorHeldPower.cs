using Reform.Domain.Delegation;

namespace Reform.Domain.Cases;

/// <summary>Whoever granted the power held it, when granting and when the case was decided (bên giao có thẩm quyền).</summary>
public sealed class GrantorHeldPower() : DecisionAuthorityRule(
    "CR-DLG-06",
    DelegationTitles.GrantorLackedPower,
    [DelegationLaw.Before2025("14"), DelegationLaw.Since2025("9", "14")],
    AuthorityBreak.GrantorLackedPower, AuthorityBreak.GrantorLostPower, AuthorityBreak.GrantorCeased);
