using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>What is accepted was filed within its filing period, whichever way a month is read (thời hiệu).</summary>
internal sealed class FiledWithinPeriod(InForce law) : CaseFileRule(
    "CR-CAS-23",
    Severity.Error,
    new BilingualText("Nhận hồ sơ đã hết thời hiệu", "Accepted after the filing period"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "accepted_after_filing_period", "Hồ sơ tiếp nhận ngày {received} nộp sau khi hết thời hiệu", "The case received on {received} was filed after its period");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => Where(c => !c.RefusedAsFiledLate
        && (c.FilingPeriod == ClockState.Kept || c.FilingPeriod == ClockState.Broken || c.FilingPeriod == ClockState.Unknown));

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CaseFacts>> Needs =>
    [
        Known(nameof(CaseFacts.FilingPeriod), c => c.FilingPeriod == ClockState.Kept || c.FilingPeriod == ClockState.Broken),
        Known(nameof(CaseFacts.FilingPeriodOtherwise), c => c.FilingPeriod == c.FilingPeriodOtherwise),
    ];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => Where(c => c.FilingPeriod != ClockState.Broken);

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("received", subject.ReceivedOn));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => CaseLaw.FilingPeriods.Select(l => new FiledWithinPeriod(l));
}
