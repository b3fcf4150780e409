using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;

namespace Reform.Domain.Delegation;


/// <summary>No two grants of one power in force at once, to different grantees, reach one case (không chồng lấn thẩm quyền).</summary>
public sealed class GrantsDoNotOverlap() : ComplianceRule<PowerFacts>(
    "CR-DLG-11", Severity.Warning, DelegationTitles.Overlap, Law.Basis)
{
    private static readonly DelegationLaw Law = DelegationLaw.Since2025("8-9");

    private static readonly ReasonKind Breach = new(
        "grants_overlap",
        "Việc giao quyền '{first}' và '{second}' chồng lấn ({pairs} cặp)",
        "The grants '{first}' and '{second}' overlap ({pairs} pair(s))");

    /// <inheritdoc/>
    protected override Validity Validity => Law.Validity;

    /// <inheritdoc/>
    protected override Specification<PowerFacts> AppliesWhen => Where(p => p.GrantsInForce > 1);

    /// <inheritdoc/>
    protected override Specification<PowerFacts> Requires => Where(p => p.Overlaps == 0);

    /// <inheritdoc/>
    protected override Reason Because(PowerFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(
            Info.Basis, ("first", subject.FirstGrantId!), ("second", subject.SecondGrantId!), ("pairs", subject.Overlaps));
    }
}
