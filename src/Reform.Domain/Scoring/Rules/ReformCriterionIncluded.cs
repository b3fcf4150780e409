using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>From 2024 on the reform criterion is in the yearly rating of units and heads (có tiêu chí cải cách hành chính).</summary>
public sealed class ReformCriterionIncluded() : ComplianceRule<RatingFacts>(
    "CR-EVA-15",
    Severity.Error,
    new BilingualText("Chưa đưa tiêu chí CCHC vào xếp loại", "Reform criterion absent"),
    LegalBasis.Programme72("tiêu chí đánh giá, xếp loại thi đua", "a criterion of the yearly rating"))
{
    private static readonly ReasonKind Breach = new(
        "reform_criterion_absent",
        "Xếp loại kỳ {period} không có tiêu chí cải cách hành chính",
        "The rating of {period} lacks the reform criterion");

    /// <inheritdoc/>
    protected override Validity Validity => new(new LocalDate(2024, 1, 1), null);

    /// <inheritdoc/>
    protected override Specification<RatingFacts> AppliesWhen => Where(f => f.IsYearly && (f.Rated == RatingSubject.Collective || f.Rated == RatingSubject.Head));

    /// <inheritdoc/>
    protected override IEnumerable<Fact<RatingFacts>> Needs =>
    [
        new("criteria", new BilingualText("các tiêu chí xếp loại", "the criteria of the rating"), Where(f => f.HasReformCriterion != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<RatingFacts> Requires => Where(f => f.HasReformCriterion == true);

    /// <inheritdoc/>
    protected override Reason Because(RatingFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("period", subject.PeriodId));
    }
}
