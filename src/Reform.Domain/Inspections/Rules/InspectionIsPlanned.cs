using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>A plan to inspect is approved for the period by its due date (có kế hoạch kiểm tra); before it, none is missing.</summary>
public sealed class InspectionIsPlanned() : ComplianceRule<InspectionDutyFacts>(
    "CR-INS-01",
    Severity.Error,
    new BilingualText("Không có kế hoạch kiểm tra", "No inspection plan"),
    LegalBasis.Programme72("kiểm tra, giám sát tại một số cơ quan", "inspects some bodies"))
{
    private static readonly ReasonKind None = new(
        "inspection_plan_missing",
        "Đơn vị '{unit}' chưa có kế hoạch kiểm tra được phê duyệt, hạn ngày {due}",
        "The unit '{unit}' has no approved plan to inspect, which was due on {due}");

    private static readonly ReasonKind Late = new(
        "inspection_plan_late",
        "Kế hoạch kiểm tra được phê duyệt ngày {approved}, sau hạn {due}",
        "The plan to inspect was approved on {approved}, after {due}");

    /// <inheritdoc/>
    protected override Specification<InspectionDutyFacts> AppliesWhen => Where(f => f.AsOf > f.PlanDueOn || f.ApprovedOn != null);

    /// <inheritdoc/>
    protected override Specification<InspectionDutyFacts> Requires => Where(f => f.ApprovedOn <= f.PlanDueOn);

    /// <inheritdoc/>
    protected override Reason Because(InspectionDutyFacts subject) => subject.ApprovedOn is LocalDate approved
        ? Late.Because(Info.Basis, ("approved", approved), ("due", subject.PlanDueOn))
        : None.Because(Info.Basis, ("unit", subject.UnitId), ("due", subject.PlanDueOn));
}
