using Reform.Domain.Rules;
using Reform.Domain.Specifications;

namespace Reform.Domain.Delegation;

/// <summary>What was decided lies in the scope of the grant, or of the law (đúng phạm vi được giao).</summary>
public sealed class DecidedInScope() : DecisionRule(
    "CR-DLG-05", Severity.Critical, DelegationTitles.OutOfScope, DelegationLaw.Since2025("9"), AuthorityBreak.OutOfScope, AuthorityBreak.ConditionNotMet)
{
    /// <inheritdoc/>
    protected override Specification<DecisionFacts> AppliesWhen => Specification.Always<DecisionFacts>();
}
