using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Nothing is done that the procedure does not have (không phát sinh bước ngoài quy trình).</summary>
public sealed class NoActivityOutsideProcedure() : ComplianceRule<LoggedCaseFacts>(
    "CR-CAS-28",
    Severity.Warning,
    new BilingualText("Hoạt động ngoài quy trình", "Activity outside the procedure"),
    LegalBasis.Programme72("chuẩn hóa các quy trình nghiệp vụ", "standardised work processes"))
{
    private static readonly ReasonKind Breach = new(
        "activity_outside_procedure",
        "Hoạt động không có trong quy trình: {activities}",
        "Not part of the procedure: {activities}");

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.HasSteps);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LoggedCaseFacts>> Needs => [CaseFact.ActivitiesOfProcedure];

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => c.UnexpectedActivities == null);

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject) => Breach.Because(Told.Basis(subject.ProcedureBasis, Info.Basis), ("activities", Told.Of(subject.UnexpectedActivities)));
}
