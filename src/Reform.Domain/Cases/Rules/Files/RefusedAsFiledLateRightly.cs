using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>What is refused as filed too late was filed after its period, whichever way a month is read (thời hiệu).</summary>
internal sealed class RefusedAsFiledLateRightly(InForce law) : CaseFileRule(
    "CR-CAS-23B",
    Severity.Critical,
    new BilingualText("Từ chối hồ sơ còn trong thời hiệu", "Refused though inside the filing period"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "refused_within_filing_period", "Từ chối ngày {ended} vì hết thời hiệu, nhưng hồ sơ nộp còn trong thời hiệu", "Refused on {ended} as filed too late, but it was filed in time");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => Where(c => c.RefusedAsFiledLate);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CaseFacts>> Needs =>
    [
        Known(nameof(CaseFacts.FilingPeriod), c => c.FilingPeriod == ClockState.Kept || c.FilingPeriod == ClockState.Broken),
        Known(nameof(CaseFacts.FilingPeriodOtherwise), c => c.FilingPeriod == c.FilingPeriodOtherwise),
    ];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => Where(c => c.FilingPeriod == ClockState.Broken);

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("ended", Told(subject.EndedOn)));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => CaseLaw.FilingPeriods.Select(l => new RefusedAsFiledLateRightly(l));
}
