using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A case was received with an appointed date (giấy tiếp nhận hồ sơ và hẹn trả kết quả), where its limit gives one.</summary>
internal sealed class SlipStatesDueDate(InForce law) : CaseFileRule(
    "CR-CAS-01",
    Severity.Error,
    new BilingualText("Không có giấy tiếp nhận, hẹn trả", "No receipt with due date"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "slip_without_due_date",
        "Tiếp nhận ngày {received} nhưng giấy hẹn không ghi ngày trả; theo thời hạn phải là ngày {due}",
        "Received on {received} with no appointed date; by the limit it is {due}");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => Where(c => c.AppointedOn != null || c.DueUnknownBecause == null || c.DueUnknownBecause != "no_total_limit");

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CaseFacts>> Needs => [Known(nameof(CaseFacts.SlipDueOn), c => c.AppointedOn != null || c.SlipDueOn != null)];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => Where(c => c.AppointedOn != null);

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("received", subject.ReceivedOn), ("due", Told(subject.SlipDueOn)));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => CaseLaw.Slip.Select(l => new SlipStatesDueDate(l));
}
