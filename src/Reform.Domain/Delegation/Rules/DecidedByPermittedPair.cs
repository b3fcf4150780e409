using Reform.Domain.Rules;

namespace Reform.Domain.Delegation;

/// <summary>The law of the grant lets this grantor grant to this grantee (cặp chủ thể được phép).</summary>
public sealed class DecidedByPermittedPair() : DecisionRule(
    "CR-DLG-08", Severity.Critical, DelegationTitles.PairNotAllowed, DelegationLaw.Pairs, AuthorityBreak.PairNotAllowed, AuthorityBreak.GranteeKindNotAllowed);
