using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Every unit that has to be evaluated has a result when it is due (chấm đủ đối tượng); before it, one without is not judged.</summary>
public sealed class EverySubjectIsScored() : ComplianceRule<EvaluationFacts>(
    "CR-EVA-16",
    Severity.Error,
    new BilingualText("Không chấm đủ đối tượng", "Subject missing"),
    LegalBasis.Programme72("đánh giá, xếp loại", "evaluate and classify"))
{
    private static readonly ReasonKind Breach = new(
        "subject_without_result",
        "Đơn vị {unit} không có kết quả kỳ {period}, hạn {due}",
        "The unit {unit} has no result of the period {period}, due on {due}");

    /// <inheritdoc/>
    protected override Specification<EvaluationFacts> AppliesWhen => Where(f => f.HasResult || f.ResultDueOn == null || f.On > f.ResultDueOn);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<EvaluationFacts>> Needs =>
    [
        new("result_due", new BilingualText("hạn có kết quả", "the due date of the result"), Where(f => f.HasResult || f.ResultDueOn != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<EvaluationFacts> Requires => Where(f => f.HasResult);

    /// <inheritdoc/>
    protected override Reason Because(EvaluationFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("unit", subject.UnitId), ("period", subject.PeriodId), ("due", subject.ResultDueOn!.Value));
    }
}
