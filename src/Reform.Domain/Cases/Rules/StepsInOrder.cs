using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A finished case has every step, and no step comes before an earlier one (đủ bước, đúng trình tự).</summary>
public sealed class StepsInOrder() : ComplianceRule<LoggedCaseFacts>(
    "CR-CAS-15",
    Severity.Error,
    new BilingualText("Sai trình tự bước", "Step order broken"),
    LegalBasis.Programme72("chuẩn hóa các quy trình nghiệp vụ", "standardised work processes"))
{
    private static readonly ReasonKind Breach = new(
        "steps_not_followed",
        "Không theo đúng trình tự; thiếu bước: {missing}; sai thứ tự: {out_of_order}",
        "The steps were not followed; skipped: {missing}; out of order: {out_of_order}");

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.HasSteps);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LoggedCaseFacts>> Needs => [CaseFact.Activities];

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => c.StepsOutOfOrder == null && (c.IsOpen || c.MissingSteps == null));

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject)
    {
        var none = new BilingualText("không", "none");
        return Breach.Because(
            Told.Basis(subject.ProcedureBasis, Info.Basis),
            ("missing", subject is { IsOpen: false, MissingSteps: string missing } ? missing : none),
            ("out_of_order", subject.StepsOutOfOrder is string outOfOrder ? outOfOrder : none));
    }
}
