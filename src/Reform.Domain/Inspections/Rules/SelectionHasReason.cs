using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>A unit is selected for risk, by rotation, or by a draw whose seed is recorded (lý do chọn đơn vị).</summary>
public sealed class SelectionHasReason() : ComplianceRule<SelectionFacts>(
    "CR-INS-02",
    Severity.Warning,
    new BilingualText("Chọn đơn vị không rõ lý do", "Selection without reason"),
    LegalBasis.Programme72("kiểm tra, giám sát tại một số cơ quan, khách quan", "inspects some bodies, objective"))
{
    private static readonly ReasonKind None = new(
        "selected_without_reason",
        "Đơn vị '{selected}' được chọn mà không ghi lý do",
        "The unit '{selected}' is selected and no reason is recorded");

    private static readonly ReasonKind NoSeed = new(
        "drawn_without_seed",
        "Đơn vị '{selected}' được chọn ngẫu nhiên nhưng không ghi nguồn ngẫu nhiên",
        "The unit '{selected}' was drawn, and the seed is not recorded");

    /// <inheritdoc/>
    protected override Specification<SelectionFacts> Requires => Where(f => f.HasReason);

    /// <inheritdoc/>
    protected override Reason Because(SelectionFacts subject) => (subject.Reason is null ? None : NoSeed).Because(Info.Basis, ("selected", subject.SelectedId));
}
