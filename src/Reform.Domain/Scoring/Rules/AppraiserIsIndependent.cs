using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Nobody of the scored unit appraises its score (thẩm định độc lập).</summary>
public sealed class AppraiserIsIndependent() : ComplianceRule<EvaluationFacts>(
    "CR-EVA-04",
    Severity.Error,
    new BilingualText("Thẩm định không độc lập", "Appraiser not independent"),
    LegalBasis.Programme72("khách quan", "objective"))
{
    private static readonly ReasonKind Breach = new(
        "appraiser_not_independent",
        "Điểm của đơn vị {unit} do chính đơn vị thẩm định",
        "The score of the unit {unit} was appraised by the unit itself");

    /// <inheritdoc/>
    protected override Specification<EvaluationFacts> AppliesWhen => Where(f => f.IsAppraised);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<EvaluationFacts>> Needs =>
    [
        new("appraiser", new BilingualText("đơn vị của người thẩm định", "the unit of whoever appraised"), Where(f => f.AppraiserUnitId != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<EvaluationFacts> Requires => Where(f => f.AppraiserUnitId != f.UnitId);

    /// <inheritdoc/>
    protected override Reason Because(EvaluationFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("unit", subject.UnitId));
    }
}
