using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>A score shows no sign of formalism (không có dấu hiệu hình thức): a self-score far off, tasks closed in bulk, everything at its maximum, easy tasks only. A sign is for people to look at.</summary>
public sealed class NoFormalismSigns() : ComplianceRule<EvaluationFacts>(
    "CR-EVA-07",
    Severity.Warning,
    new BilingualText("Dấu hiệu hình thức", "Formalism signals"),
    LegalBasis.Programme72("tránh hình thức, hiệu quả thực chất", "no formalism, real effect"))
{
    private static readonly ReasonKind Breach = new(
        "formalism_signs",
        "{count} dấu hiệu hình thức cần xem xét",
        "{count} signs of formalism to look at");

    /// <inheritdoc/>
    protected override bool IsForReview => true;

    /// <inheritdoc/>
    protected override Specification<EvaluationFacts> AppliesWhen => Where(f => f.HasResult);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<EvaluationFacts>> Needs =>
    [
        new("signs", new BilingualText("kết quả rà soát dấu hiệu", "the search for signs"), Where(f => f.FormalismSignals != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<EvaluationFacts> Requires => Where(f => f.FormalismSignals == 0);

    /// <inheritdoc/>
    protected override Reason Because(EvaluationFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("count", subject.FormalismSignals!.Value));
    }
}
