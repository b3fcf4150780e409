using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>A unit is inspected once in so many months (luân phiên kiểm tra).</summary>
public sealed class InspectedByRotation() : ComplianceRule<RotationFacts>(
    "CR-INS-08",
    Severity.Info,
    new BilingualText("Lâu chưa kiểm tra", "Not inspected for long"),
    Basis)
{
    private static readonly LegalBasis Basis = LegalBasis.Programme72("kiểm tra, giám sát tại một số cơ quan", "inspects some bodies");

    private static readonly RuleParameter Most = RuleParameter.Always(
        "most_months", new BilingualText("số tháng giữa hai lần kiểm tra", "months between two inspections"), Tightening.Lower, 36, Basis);

    private static readonly Fact<RotationFacts> SinceKnown = new(
        "since", RotationFacts.Subject.WordOf(nameof(RotationFacts.Since)), Specification.Where<RotationFacts>(f => f.Since != null && f.MonthsSince != null));

    private static readonly ReasonKind Breach = new(
        "not_inspected_for_long",
        "Đơn vị '{unit}' {months} tháng chưa được kiểm tra, từ {since}",
        "The unit '{unit}' has not been inspected for {months} month(s), since {since}");

    /// <inheritdoc/>
    protected override IEnumerable<RuleParameter> Parameters => [Most];

    /// <inheritdoc/>
    protected override IEnumerable<Fact<RotationFacts>> Needs => [SinceKnown];

    /// <inheritdoc/>
    protected override Specification<RotationFacts> Requires
    {
        get
        {
            int most = ValueOf(Most);
            return Where(f => f.MonthsSince < most);
        }
    }

    /// <inheritdoc/>
    protected override Reason Because(RotationFacts subject) =>
        Breach.Because(Info.Basis, ("unit", subject.Id), ("months", subject.MonthsSince!.Value), ("since", subject.Since!.Value));
}
