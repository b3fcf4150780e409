using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The planned end does not lie after the recorded due date (kế hoạch không vượt hạn).</summary>
public sealed class PlannedEndByDueDate() : ComplianceRule<LoggedCaseFacts>(
    "CR-CAS-34",
    Severity.Warning,
    new BilingualText("Kế hoạch vượt hạn", "Planned beyond the due date"),
    LegalBasis.Programme72("theo dõi, đôn đốc", "monitoring and urging"))
{
    private static readonly ReasonKind Breach = new(
        "planned_beyond_due_date",
        "Dự kiến xong ngày {planned}, sau hạn ngày {due}",
        "Planned to end on {planned}, after the due date {due}");

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.PlannedEndOn != null || c.IsPlannedEndUnreadable);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LoggedCaseFacts>> Needs => [CaseFact.PlannedEnd, CaseFact.RecordedDeadline];

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => c.PlannedEndOn <= c.RecordedDueOn);

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject) => Breach.Because(Info.Basis, ("planned", Told.Of(subject.PlannedEndOn)), ("due", Told.Of(subject.RecordedDueOn)));
}
