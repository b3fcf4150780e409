using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>Every unit that a programme binds has issued its plan at the due date (ban hành kế hoạch đúng hạn); before it, one without is not judged.</summary>
public sealed class PlanIssuedByDueDate() : ComplianceRule<UnitPlanFacts>(
    "CR-PRG-01",
    Severity.Error,
    new BilingualText("Chưa ban hành kế hoạch", "No unit plan"),
    LegalBasis.Programme72("chương trình, kế hoạch cụ thể", "programmes, specific plans"))
{
    private static readonly ReasonKind None = new(
        "unit_plan_missing", "Đơn vị '{unit}' chưa ban hành kế hoạch, hạn ngày {due}", "The unit '{unit}' has no plan, which was due on {due}");

    private static readonly ReasonKind Late = new(
        "unit_plan_late",
        "Đơn vị '{unit}' ban hành kế hoạch ngày {issued}, sau hạn {due}",
        "The unit '{unit}' issued its plan on {issued}, after {due}");

    /// <inheritdoc/>
    protected override Specification<UnitPlanFacts> AppliesWhen => Where(f => f.State != DutyState.Pending);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<UnitPlanFacts>> Needs =>
    [
        new Fact<UnitPlanFacts>(
            "plan_due", new BilingualText("hạn ban hành kế hoạch", "when the plan is due"), Specification.Where<UnitPlanFacts>(f => f.DueOn != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<UnitPlanFacts> Requires => Where(f => f.State == DutyState.DoneInTime);

    /// <inheritdoc/>
    protected override Reason Because(UnitPlanFacts subject) => subject.IssuedOn is LocalDate issued
        ? Late.Because(Info.Basis, ("unit", subject.UnitId), ("issued", issued), ("due", subject.DueOn!.Value))
        : None.Because(Info.Basis, ("unit", subject.UnitId), ("due", subject.DueOn!.Value));
}
