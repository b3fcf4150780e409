using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>Every task of a programme stands in the plan of a unit (nhiệm vụ được giao trong kế hoạch); as long as plans are not due, one that does not is not judged.</summary>
public sealed class TaskStandsInPlan() : ComplianceRule<ProgrammeTaskFacts>(
    "CR-PRG-02",
    Severity.Error,
    new BilingualText("Nhiệm vụ chưa giao", "Programme task unassigned"),
    LegalBasis.Programme72("giao nhiệm vụ cụ thể", "specific tasks"))
{
    private static readonly ReasonKind Breach = new(
        "task_in_no_plan", "Nhiệm vụ '{task}' không có trong kế hoạch nào, hạn kế hoạch {due}", "The task '{task}' is in no plan; plans were due on {due}");

    /// <inheritdoc/>
    protected override Specification<ProgrammeTaskFacts> AppliesWhen => Where(f => f.Plans > 0 || f.PlansDueOn == null || f.On > f.PlansDueOn);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<ProgrammeTaskFacts>> Needs =>
    [
        new Fact<ProgrammeTaskFacts>(
            "plans_due",
            new BilingualText("hạn ban hành kế hoạch", "when plans are due"),
            Specification.Where<ProgrammeTaskFacts>(f => f.Plans > 0 || f.PlansDueOn != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<ProgrammeTaskFacts> Requires => Where(f => f.Plans > 0);

    /// <inheritdoc/>
    protected override Reason Because(ProgrammeTaskFacts subject) => Breach.Because(Info.Basis, ("task", subject.Id), ("due", subject.PlansDueOn!.Value));
}
