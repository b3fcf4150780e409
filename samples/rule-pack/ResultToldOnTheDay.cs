using Reform.Domain.Cases;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Samples.RulePack;

/// <summary>The requester is told of a decision, or of a refusal, on the day on which it is made.</summary>
public sealed class ResultToldOnTheDay() : ComplianceRule<CaseFacts>(
    "SAMPLE-CAS-01",
    Severity.Warning,
    new BilingualText("Báo kết quả sau ngày quyết định", "Result told after the day of the decision"),
    LegalBasis.Citing("Quy tắc mẫu, không cơ quan nào ban hành"))
{
    private static readonly ReasonKind Breach = new(
        "sample_result_told_late",
        "Quyết định ngày {decided}, đến ngày {told} mới báo kết quả",
        "Decided on {decided}, told on {told} only");

    protected override Specification<CaseFacts> AppliesWhen => Where(c => c.Outcome == CaseOutcome.Decided || c.Outcome == CaseOutcome.Refused);

    protected override IEnumerable<Fact<CaseFacts>> Needs =>
    [
        new("result_notified_on", new BilingualText("ngày báo kết quả", "when the result was told"), Where(c => c.ResultNotifiedOn != null)),
    ];

    protected override Specification<CaseFacts> Requires => Where(c => c.ResultNotifiedOn <= c.EndedOn);

    protected override Reason Because(CaseFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("decided", subject.EndedOn!.Value), ("told", subject.ResultNotifiedOn!.Value));
    }
}
