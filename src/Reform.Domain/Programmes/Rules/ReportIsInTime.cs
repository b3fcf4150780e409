using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>A report came by its due date (báo cáo đúng hạn).</summary>
public sealed class ReportIsInTime() : ComplianceRule<SubmittedReportFacts>(
    "CR-PRG-05",
    Severity.Error,
    new BilingualText("Chậm báo cáo", "Report late"),
    LegalBasis.Programme72("tổng hợp kết quả", "results are summed up"))
{
    private static readonly ReasonKind Breach = new(
        "report_late",
        "Đơn vị '{unit}' gửi báo cáo '{report}' ngày {submitted}, sau hạn {due}",
        "The unit '{unit}' sent the report '{report}' on {submitted}, after {due}");

    /// <inheritdoc/>
    protected override IEnumerable<Fact<SubmittedReportFacts>> Needs =>
    [
        new Fact<SubmittedReportFacts>(
            "report_due",
            new BilingualText("hạn báo cáo", "when the report is due"),
            Specification.Where<SubmittedReportFacts>(f => f.DueOn != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<SubmittedReportFacts> Requires => Where(f => f.SubmittedOn <= f.DueOn);

    /// <inheritdoc/>
    protected override Reason Because(SubmittedReportFacts subject) => Breach.Because(
        Info.Basis, ("unit", subject.UnitId), ("report", subject.Id), ("submitted", subject.SubmittedOn), ("due", subject.DueOn!.Value));
}
