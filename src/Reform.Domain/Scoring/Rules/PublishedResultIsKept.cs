using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>A published result changes only by a re-rating with its decision (kết quả đã công bố chỉ sửa bằng quyết định đánh giá lại).</summary>
public sealed class PublishedResultIsKept() : ComplianceRule<EvaluationFacts>(
    "CR-EVA-14",
    Severity.Critical,
    new BilingualText("Sửa kết quả đã công bố", "Published result altered"),
    LegalBasis.QualityRating("15"))
{
    private static readonly ReasonKind Breach = new(
        "published_result_altered",
        "Kết quả đang công bố của đơn vị {unit} khác với kết quả đã quyết định, không có quyết định đánh giá lại",
        "The result that is shown of the unit {unit} differs from the one that was decided, without a re-rating");

    /// <inheritdoc/>
    protected override Validity Validity => new(new LocalDate(2025, 8, 30), null);

    /// <inheritdoc/>
    protected override Specification<EvaluationFacts> AppliesWhen => Where(f => f.IsPublished);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<EvaluationFacts>> Needs =>
    [
        new("decided_result", new BilingualText("kết quả đã quyết định", "the result that was decided"), Where(f => f.DiffersFromDecided != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<EvaluationFacts> Requires => Where(f => f.DiffersFromDecided == false);

    /// <inheritdoc/>
    protected override Reason Because(EvaluationFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("unit", subject.UnitId));
    }
}
