using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Each change of a self-score has its reason (sửa điểm có lý do).</summary>
public sealed class ChangesHaveReasons() : ComplianceRule<EvaluationFacts>(
    "CR-EVA-05",
    Severity.Warning,
    new BilingualText("Sửa điểm không lý do", "Change without reason"),
    LegalBasis.Programme72("khách quan, minh bạch", "objective, transparent"))
{
    private static readonly ReasonKind Breach = new(
        "change_without_reason",
        "{count} điểm tự chấm bị sửa không nêu lý do",
        "{count} self-scores were changed without a reason");

    /// <inheritdoc/>
    protected override Specification<EvaluationFacts> AppliesWhen => Where(f => f.IsAppraised);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<EvaluationFacts>> Needs =>
    [
        new("changes", new BilingualText("lý do sửa điểm", "the reasons of changes"), Where(f => f.ChangesWithoutReason != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<EvaluationFacts> Requires => Where(f => f.ChangesWithoutReason == 0);

    /// <inheritdoc/>
    protected override Reason Because(EvaluationFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("count", subject.ChangesWithoutReason!.Value));
    }
}
