using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Points have evidence or an explanation (điểm có tài liệu kiểm chứng).</summary>
public sealed class PointsHaveEvidence() : ComplianceRule<EvaluationFacts>(
    "CR-EVA-06",
    Severity.Error,
    new BilingualText("Điểm không có tài liệu kiểm chứng", "Score without evidence"),
    LegalBasis.Programme72("tránh hình thức, hiệu quả thực chất", "no formalism, real effect"))
{
    private static readonly ReasonKind Breach = new(
        "points_without_evidence",
        "{count} tiêu chí có điểm nhưng không có tài liệu kiểm chứng hoặc giải trình",
        "{count} leaves have points without evidence or an explanation");

    /// <inheritdoc/>
    protected override Specification<EvaluationFacts> AppliesWhen => Where(f => f.HasResult);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<EvaluationFacts>> Needs =>
    [
        new("evidence", new BilingualText("tài liệu kiểm chứng", "the evidence"), Where(f => f.LeavesWithoutEvidence != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<EvaluationFacts> Requires => Where(f => f.LeavesWithoutEvidence == 0);

    /// <inheritdoc/>
    protected override Reason Because(EvaluationFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("count", subject.LeavesWithoutEvidence!.Value));
    }
}
