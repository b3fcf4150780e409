using Reform.Domain.Delegation;

namespace Reform.Domain.Cases;

/// <summary>The grant holds for the territory and the procedure of the case (đúng phạm vi được giao).</summary>
public sealed class DecidedWithinScope() : DecisionAuthorityRule(
    "CR-DLG-05",
    DelegationTitles.OutOfScope,
    [DelegationLaw.Since2025("9")],
    AuthorityBreak.OutOfScope, AuthorityBreak.ConditionNotMet);
