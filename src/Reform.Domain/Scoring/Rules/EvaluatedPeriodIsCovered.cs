using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>A period is evaluated only from 2024 on, and by a set that applies on all its days (kỳ được bộ tiêu chí bao phủ).</summary>
public sealed class EvaluatedPeriodIsCovered() : ComplianceRule<EvaluationFacts>(
    "CR-EVA-02",
    Severity.Error,
    new BilingualText("Kỳ chưa áp dụng", "Period not covered"),
    LegalBasis.Programme72("thực hiện từ năm 2024", "from 2024 on"))
{
    private static readonly ReasonKind Breach = new(
        "period_not_covered",
        "Kỳ {period} ({from} – {to}) trước năm 2024 hoặc ngoài thời gian áp dụng của bộ tiêu chí",
        "The period {period} ({from} – {to}) lies before 2024 or outside the days of the criteria set");

    /// <inheritdoc/>
    protected override Specification<EvaluationFacts> AppliesWhen => Where(f => f.HasResult);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<EvaluationFacts>> Needs
    {
        get
        {
            LocalDate firstDay = ReformCriterion.InForceFrom;
            return
            [
                new(
                    "criteria_set",
                    new BilingualText("thời gian áp dụng của bộ tiêu chí", "the days of the criteria set"),
                    Where(f => f.SetFrom != null || f.PeriodFrom < firstDay)),
            ];
        }
    }

    /// <inheritdoc/>
    protected override Specification<EvaluationFacts> Requires
    {
        get
        {
            LocalDate firstDay = ReformCriterion.InForceFrom;
            return Where(f => f.PeriodFrom >= firstDay && f.SetFrom <= f.PeriodFrom && (f.SetUntil == null || f.PeriodTo < f.SetUntil));
        }
    }

    /// <inheritdoc/>
    protected override Reason Because(EvaluationFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("period", subject.PeriodId), ("from", subject.PeriodFrom), ("to", subject.PeriodTo));
    }
}
