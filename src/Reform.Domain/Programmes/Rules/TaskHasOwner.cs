using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>An open task whose lead has ended has a successor (nhiệm vụ có đơn vị kế thừa).</summary>
public sealed class TaskHasOwner() : ComplianceRule<ProgrammeTaskFacts>(
    "CR-PRG-11",
    Severity.Critical,
    new BilingualText("Nhiệm vụ mồ côi", "Orphan task"),
    new LegalBasis(new BilingualText("Điều 4 Nghị quyết 190/2025/QH15", "Resolution 190/2025/QH15, Art. 4")))
{
    private static readonly ReasonKind Breach = new(
        "task_orphaned",
        "Nhiệm vụ '{task}': '{unit}' đã kết thúc hoạt động, chưa ghi nhận một đơn vị kế thừa",
        "The task '{task}': '{unit}' has ended, and no one successor is recorded");

    /// <inheritdoc/>
    protected override Validity Validity => new(new LocalDate(2025, 2, 19), null);

    /// <inheritdoc/>
    protected override Specification<ProgrammeTaskFacts> AppliesWhen => Where(f => f.Progress != TaskProgress.Done && f.LeadState != LeadState.None);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<ProgrammeTaskFacts>> Needs =>
    [
        new Fact<ProgrammeTaskFacts>(
            "lead",
            new BilingualText("đơn vị chủ trì có còn hoạt động hay không", "whether the lead still exists"),
            Specification.Where<ProgrammeTaskFacts>(f => f.LeadState != LeadState.Unknown)),
    ];

    /// <inheritdoc/>
    protected override Specification<ProgrammeTaskFacts> Requires => Where(f => f.LeadState != LeadState.Orphaned);

    /// <inheritdoc/>
    protected override Reason Because(ProgrammeTaskFacts subject) => Breach.Because(Info.Basis, ("task", subject.Id), ("unit", subject.UnitId!));
}
