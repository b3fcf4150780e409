using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>A unit that is consulted about a task replies within the limit (cho ý kiến phối hợp đúng hạn); it answers for its delay, not the lead.</summary>
public sealed class ConsultationAnsweredInTime() : ComplianceRule<TaskConsultationFacts>(
    "CR-PRG-08",
    Severity.Warning,
    new BilingualText("Phối hợp chậm", "Coordination late"),
    LegalBasis.Programme72("hiệu quả công tác phối hợp", "effective coordination"))
{
    private static readonly ReasonKind None = new(
        "opinion_missing",
        "'{unit}' chưa cho ý kiến về nhiệm vụ '{task}' của '{lead}', hạn ngày {due}",
        "'{unit}' has not replied about the task '{task}' to '{lead}'; the opinion was due on {due}");

    private static readonly ReasonKind Late = new(
        "opinion_late",
        "'{unit}' cho ý kiến về nhiệm vụ '{task}' của '{lead}' ngày {replied}, sau hạn {due}",
        "'{unit}' replied about the task '{task}' to '{lead}' on {replied}, after {due}");

    /// <inheritdoc/>
    protected override Specification<TaskConsultationFacts> AppliesWhen => Where(f => f.State != DutyState.Pending);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<TaskConsultationFacts>> Needs =>
    [
        new Fact<TaskConsultationFacts>(
            "opinion_due",
            new BilingualText("hạn cho ý kiến", "when the opinion is due"),
            Specification.Where<TaskConsultationFacts>(f => f.DueOn != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<TaskConsultationFacts> Requires => Where(f => f.State == DutyState.DoneInTime);

    /// <inheritdoc/>
    protected override Reason Because(TaskConsultationFacts subject) => subject.RepliedOn is LocalDate replied
        ? Late.Because(
            Info.Basis, ("unit", subject.UnitId), ("task", subject.TaskId), ("lead", subject.AskedBy), ("replied", replied), ("due", subject.DueOn!.Value))
        : None.Because(Info.Basis, ("unit", subject.UnitId), ("task", subject.TaskId), ("lead", subject.AskedBy), ("due", subject.DueOn!.Value));
}
