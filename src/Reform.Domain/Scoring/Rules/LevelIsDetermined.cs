using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>A level rule matches each result (xác định được mức): where none does, the rules have a gap, and a person has to decide.</summary>
public sealed class LevelIsDetermined() : ComplianceRule<EvaluationFacts>(
    "CR-EVA-12",
    Severity.Error,
    new BilingualText("Không xác định được mức", "Level undetermined"),
    LegalBasis.Programme72("đánh giá, xếp loại", "evaluate and classify"))
{
    private static readonly ReasonKind Breach = new(
        "level_undetermined",
        "Không quy tắc xếp loại nào khớp với kết quả của đơn vị {unit}",
        "No level rule matches the result of the unit {unit}");

    /// <inheritdoc/>
    protected override Specification<EvaluationFacts> AppliesWhen => Where(f => f.HasResult);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<EvaluationFacts>> Needs =>
    [
        new("level", new BilingualText("mức xếp loại", "the level"), Where(f => f.Level != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<EvaluationFacts> Requires => Where(f => f.Level != RatingLevel.Indeterminate);

    /// <inheritdoc/>
    protected override Reason Because(EvaluationFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("unit", subject.UnitId));
    }
}
