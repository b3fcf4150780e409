using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Whose reply is late was told why by the due date (thông báo lý do khi trả lời chậm).</summary>
internal sealed class DelayIsAnnounced(InForce law) : CaseFileRule(
    "CR-CAS-17",
    Severity.Warning,
    new BilingualText("Chưa có lý do hợp lệ khi trả lời chậm", "Delay notice missing"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "delay_not_announced",
        "Trả lời chậm, hạn ngày {due}; không thông báo lý do đến hết ngày đó",
        "The reply is late, due on {due}; no reason was given by then");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => Where(c => c.ProcedureCode == CaseLaw.Replies) & MayBeLate;

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CaseFacts>> Needs => [TimelinessKnown];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => Where(c => c.DelayNotifiedOn <= c.DueOn);

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("due", Told(subject.DueOn)));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => new[] { CaseLaw.Charter("2.3") }.Select(l => new DelayIsAnnounced(l));
}
