using Reform.Domain.Rules;
using Reform.Domain.Specifications;

namespace Reform.Domain.Delegation;

/// <summary>
/// Who decided holds the power by law or by some lawful grant (có văn bản giao thẩm quyền); fails for every cause of a broken chain that no other
/// rule over decisions names.
/// </summary>
public sealed class DecidedByHolder() : DecisionRule(
    "CR-DLG-24", Severity.Critical, DelegationTitles.NeverGranted, DelegationLaw.Since2025("9", "14"), [.. Enum.GetValues<AuthorityBreak>().Except(NamedElsewhere)])
{
    private static readonly AuthorityBreak[] NamedElsewhere =
    [
        AuthorityBreak.None, AuthorityBreak.NoWrittenInstrument, AuthorityBreak.GrantExpired, AuthorityBreak.GrantSuspended, AuthorityBreak.Revoked,
        AuthorityBreak.Lapsed, AuthorityBreak.GrantNotYetInForce, AuthorityBreak.OutOfScope, AuthorityBreak.ConditionNotMet,
        AuthorityBreak.GrantorLackedPower, AuthorityBreak.GrantorLostPower, AuthorityBreak.SubdelegationForbidden, AuthorityBreak.PairNotAllowed,
        AuthorityBreak.GranteeKindNotAllowed, AuthorityBreak.WrongInstrumentKind, AuthorityBreak.GranteeCeased, AuthorityBreak.GrantorCeased,
        AuthorityBreak.UnitCeased, AuthorityBreak.VoteNotPassed, AuthorityBreak.NotYetConfirmed, AuthorityBreak.NonDelegable,
    ];

    /// <inheritdoc/>
    protected override Specification<DecisionFacts> AppliesWhen => Specification.Always<DecisionFacts>();
}
