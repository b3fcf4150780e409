using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Not more are excellent than the cap lets be, of the base that was chosen (không vượt tỉ lệ xuất sắc).</summary>
public sealed class ExcellenceWithinCap() : ComplianceRule<PeerGroupFacts>(
    "CR-EVA-09",
    Severity.Error,
    new BilingualText("Vượt tỉ lệ xuất sắc", "Cap exceeded"),
    LegalBasis.QualityRating("11"))
{
    private static readonly ReasonKind Breach = new(
        "cap_exceeded",
        "{excellent} xuất sắc trên cơ số {base}: vượt tỉ lệ khống chế",
        "{excellent} are excellent of a base of {base}: above the cap");

    private static readonly RuleParameter Share = RuleParameter.Always(
        "cap_percent", new BilingualText("tỉ lệ khống chế (%)", "cap (%)"), Tightening.Lower, 20, LegalBasis.QualityRating("11"));

    private static readonly RuleParameter OutstandingShare = RuleParameter.Always(
        "outstanding_cap_percent",
        new BilingualText("tỉ lệ khống chế của nhóm nổi trội (%)", "cap of an outstanding group (%)"),
        Tightening.Lower,
        25,
        LegalBasis.QualityRating("11"));

    /// <inheritdoc/>
    protected override Validity Validity => new(new LocalDate(2025, 8, 30), null);

    /// <inheritdoc/>
    protected override IEnumerable<RuleParameter> Parameters => [Share, OutstandingShare];

    /// <inheritdoc/>
    protected override IEnumerable<Fact<PeerGroupFacts>> Needs =>
    [
        new("levels", new BilingualText("số xuất sắc và cơ số", "the number of excellent ones and the base"), Where(f => f.Excellent != null && f.BaseSize != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<PeerGroupFacts> Requires
    {
        get
        {
            int ordinary = ValueOf(Share);
            int outstanding = ValueOf(OutstandingShare);
            return Where(f => (f.IsOutstanding && f.Excellent * 100 <= f.BaseSize * outstanding) || (!f.IsOutstanding && f.Excellent * 100 <= f.BaseSize * ordinary));
        }
    }

    /// <inheritdoc/>
    protected override Reason Because(PeerGroupFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("excellent", subject.Excellent!.Value), ("base", subject.BaseSize!.Value));
    }
}
