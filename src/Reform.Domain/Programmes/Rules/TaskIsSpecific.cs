using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>A task states its output, its due date and its lead (nhiệm vụ có đầu ra, hạn, chủ trì).</summary>
public sealed class TaskIsSpecific() : ComplianceRule<ProgrammeTaskFacts>(
    "CR-PRG-03",
    Severity.Error,
    new BilingualText("Nhiệm vụ thiếu đầu ra, hạn, chủ trì", "Task lacks output, due, lead"),
    LegalBasis.Programme72("giao nhiệm vụ cụ thể", "specific tasks"))
{
    private static readonly ReasonKind Breach = new("task_not_specific", "Nhiệm vụ '{task}': {lacks}", "The task '{task}': {lacks}");

    private static readonly BilingualText Output = new("thiếu đầu ra", "no output");
    private static readonly BilingualText Due = new("thiếu hạn", "no due date");
    private static readonly BilingualText Lead = new("thiếu đơn vị chủ trì", "no lead");

    /// <inheritdoc/>
    protected override Specification<ProgrammeTaskFacts> Requires => Where(f => f.HasOutput && f.HasDue && f.Leads > 0);

    /// <inheritdoc/>
    protected override IEnumerable<Condition<ProgrammeTaskFacts>> Conditions =>
    [
        new("output", Output, Where(f => f.HasOutput)), new("due", Due, Where(f => f.HasDue)), new("lead", Lead, Where(f => f.Leads > 0)),
    ];

    /// <inheritdoc/>
    protected override Reason Because(ProgrammeTaskFacts subject) => Breach.Because(
        Info.Basis, ("task", subject.Id), ("lacks", Lacks.Joined((!subject.HasOutput, Output), (!subject.HasDue, Due), (subject.Leads == 0, Lead))));
}
