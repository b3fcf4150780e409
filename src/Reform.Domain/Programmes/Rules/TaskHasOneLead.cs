using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>A task has exactly one lead (một nhiệm vụ, một đơn vị chủ trì).</summary>
/// <remarks>A register takes in no task with two leads; one that is drafted elsewhere is judged before (<see cref="ProgrammeTaskFactsBuilder.OfDraft"/>).</remarks>
public sealed class TaskHasOneLead() : ComplianceRule<ProgrammeTaskFacts>(
    "CR-PRG-04",
    Severity.Error,
    new BilingualText("Nhiều đơn vị chủ trì", "More than one lead"),
    LegalBasis.Programme72("nâng cao trách nhiệm", "more responsibility"))
{
    private static readonly ReasonKind Breach = new(
        "task_leads_not_one", "Nhiệm vụ '{task}' có {leads} đơn vị chủ trì", "The task '{task}' has {leads} lead(s), not one");

    /// <inheritdoc/>
    protected override Specification<ProgrammeTaskFacts> Requires => Where(f => f.Leads == 1);

    /// <inheritdoc/>
    protected override Reason Because(ProgrammeTaskFacts subject) => Breach.Because(Info.Basis, ("task", subject.Id), ("leads", subject.Leads));
}
