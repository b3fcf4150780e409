using Reform.Domain.Rules;

namespace Reform.Domain.Delegation;

/// <summary>Grantor, grantee and unit of the grant existed when it was decided, or somebody took the grant over (bên giao, bên nhận còn tồn tại).</summary>
public sealed class DecidedByLivingParties() : DecisionRule(
    "CR-DLG-10", Severity.Critical, DelegationTitles.Ceased, DelegationLaw.Resolution190("4, 10"), AuthorityBreak.GranteeCeased, AuthorityBreak.GrantorCeased, AuthorityBreak.UnitCeased);
