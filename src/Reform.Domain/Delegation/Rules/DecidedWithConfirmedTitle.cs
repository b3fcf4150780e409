using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;

namespace Reform.Domain.Delegation;

/// <summary>Who decided by an elected title had it confirmed (chức danh đã được chuẩn y).</summary>
public sealed class DecidedWithConfirmedTitle() : DecisionRule(
    "CR-DLG-13", Severity.Error, DelegationTitles.NotConfirmed, DelegationLaw.Regulation294("15.2"), AuthorityBreak.NotYetConfirmed)
{
    /// <inheritdoc/>
    protected override Specification<DecisionFacts> AppliesWhen => Where(d => d.System == OrganizationSystem.Party);
}
