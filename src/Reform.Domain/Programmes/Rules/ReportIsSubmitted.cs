using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>A unit has reported about a period when the report is due (có báo cáo khi đến hạn); before it, one that has not is not judged.</summary>
public sealed class ReportIsSubmitted() : ComplianceRule<ReportDutyFacts>(
    "CR-PRG-05",
    Severity.Error,
    new BilingualText("Không báo cáo", "Report missing"),
    LegalBasis.Programme72("tổng hợp kết quả", "results are summed up"))
{
    private static readonly ReasonKind Breach = new(
        "report_missing",
        "Đơn vị '{unit}' chưa báo cáo kỳ từ {from} đến {to}, hạn ngày {due}",
        "The unit '{unit}' has not reported about {from} to {to}, which was due on {due}");

    /// <inheritdoc/>
    protected override Specification<ReportDutyFacts> AppliesWhen => Where(f => f.State != DutyState.Pending);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<ReportDutyFacts>> Needs =>
    [
        new Fact<ReportDutyFacts>(
            "report_due",
            new BilingualText("hạn báo cáo", "when the report is due"),
            Specification.Where<ReportDutyFacts>(f => f.SubmittedOn != null || f.DueOn != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<ReportDutyFacts> Requires => Where(f => f.SubmittedOn != null);

    /// <inheritdoc/>
    protected override Reason Because(ReportDutyFacts subject) => Breach.Because(
        Info.Basis, ("unit", subject.UnitId), ("from", subject.PeriodFrom), ("to", subject.PeriodTo), ("due", subject.DueOn!.Value));
}
