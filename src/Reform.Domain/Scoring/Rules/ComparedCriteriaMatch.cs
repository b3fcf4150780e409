using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Results are compared only where their criteria match (so sánh tương thích).</summary>
public sealed class ComparedCriteriaMatch() : ComplianceRule<ScoreTrendFacts>(
    "CR-EVA-13",
    Severity.Warning,
    new BilingualText("So sánh không tương thích", "Incompatible comparison"),
    LegalBasis.Programme72("đạt kết quả cao hơn", "better results"))
{
    private static readonly ReasonKind Breach = new(
        "criteria_do_not_match",
        "So sánh {id} giữa hai bộ tiêu chí không tương thích",
        "The comparison {id} is between criteria that do not match");

    /// <inheritdoc/>
    protected override IEnumerable<Fact<ScoreTrendFacts>> Needs =>
    [
        new("sets", new BilingualText("hai bộ tiêu chí", "the two criteria sets"), Where(f => f.SetsMatch != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<ScoreTrendFacts> Requires => Where(f => f.SetsMatch == true);

    /// <inheritdoc/>
    protected override Reason Because(ScoreTrendFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("id", subject.Id));
    }
}
