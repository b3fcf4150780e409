using Reform.Domain.Delegation;

namespace Reform.Domain.Cases;

/// <summary>
/// The one who decided holds the power by law or by some lawful grant (có văn bản giao thẩm quyền); fails for every cause of a broken chain
/// that no other rule names.
/// </summary>
public sealed class PowerWasGranted() : DecisionAuthorityRule(
    "CR-DLG-24",
    DelegationTitles.NeverGranted,
    [DelegationLaw.Since2025("9", "14")],
    [.. Enum.GetValues<AuthorityBreak>().Except(NamedByOthers)])
{
    private static readonly AuthorityBreak[] NamedByOthers =
    [
        AuthorityBreak.None, AuthorityBreak.GrantNotYetInForce, AuthorityBreak.GrantExpired, AuthorityBreak.GrantSuspended, AuthorityBreak.Revoked,
        AuthorityBreak.Lapsed, AuthorityBreak.OutOfScope, AuthorityBreak.ConditionNotMet, AuthorityBreak.GrantorLackedPower,
        AuthorityBreak.GrantorLostPower, AuthorityBreak.GrantorCeased, AuthorityBreak.SubdelegationForbidden,
    ];
}
