using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>A unit scores itself by the due date (tự chấm đúng hạn); before it, one that has not is not judged.</summary>
public sealed class SelfScoredInTime() : ComplianceRule<EvaluationFacts>(
    "CR-EVA-03",
    Severity.Warning,
    new BilingualText("Chậm tự chấm", "Late self-score"),
    LegalBasis.Programme72("đánh giá, xếp loại", "evaluate and classify"))
{
    private static readonly ReasonKind Breach = new(
        "self_score_late",
        "Đơn vị {unit} không tự chấm đúng hạn {due}",
        "The unit {unit} did not score itself by {due}");

    /// <inheritdoc/>
    protected override Specification<EvaluationFacts> AppliesWhen => Where(f => f.SelfScoreDueOn == null || f.SelfScoredOn != null || f.On > f.SelfScoreDueOn);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<EvaluationFacts>> Needs =>
    [
        new("self_score_due", new BilingualText("hạn tự chấm", "the due date of the self-score"), Where(f => f.SelfScoreDueOn != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<EvaluationFacts> Requires => Where(f => f.SelfScoredOn != null && f.SelfScoredOn <= f.SelfScoreDueOn);

    /// <inheritdoc/>
    protected override Reason Because(EvaluationFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("unit", subject.UnitId), ("due", subject.SelfScoreDueOn!.Value));
    }
}
