using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Pilots;

/// <summary>A pilot that is over is evaluated within so many days (tổng kết thí điểm); until they have passed, it is not judged.</summary>
public sealed class EvaluatedAfterEnd() : ComplianceRule<PilotFacts>(
    "CR-PIL-04",
    Severity.Warning,
    new BilingualText("Chưa tổng kết thí điểm", "Pilot not evaluated"),
    Basis)
{
    private static readonly LegalBasis Basis = LegalBasis.Programme72("vừa làm vừa hoàn thiện", "improve while doing");

    private static readonly RuleParameter Most = RuleParameter.Always(
        "most_days", new BilingualText("số ngày để tổng kết", "days to evaluate"), Tightening.Lower, 60, Basis);

    private static readonly ReasonKind Breach = new(
        "pilot_not_evaluated",
        "Thí điểm kết thúc từ {ended}, quá {days} ngày mà chưa tổng kết",
        "The pilot is over since {ended}, more than {days} day(s) ago, and has not been evaluated");

    /// <inheritdoc/>
    protected override IEnumerable<RuleParameter> Parameters => [Most];

    /// <inheritdoc/>
    protected override Specification<PilotFacts> AppliesWhen
    {
        get
        {
            int most = ValueOf(Most);
            return Where(f => f.EndedOn != null && (f.EvaluatedOn != null || f.DaysSinceEnd > most));
        }
    }

    /// <inheritdoc/>
    protected override Specification<PilotFacts> Requires => Where(f => f.EvaluatedOn != null);

    /// <inheritdoc/>
    protected override Reason Because(PilotFacts subject) => Breach.Because(Info.Basis, ("ended", subject.EndedOn!.Value), ("days", ValueOf(Most)));
}
