using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>All that is known of the evaluation of one unit in one period (hồ sơ đánh giá); what is absent is not known.</summary>
/// <param name="Period">The period.</param>
/// <param name="UnitId">The unit.</param>
public sealed record EvaluationDossier(EvaluationPeriod Period, string UnitId)
{
    /// <summary>The criteria set that was used.</summary>
    public CriteriaSet? Set { get; init; }

    /// <summary>By when the self-score is due.</summary>
    public LocalDate? SelfScoreDueOn { get; init; }

    /// <summary>By when the result is due.</summary>
    public LocalDate? ResultDueOn { get; init; }

    /// <summary>Self-score, appraisal and disputes.</summary>
    public Appraisal? Appraisal { get; init; }

    /// <summary>The signs of formalism that were looked for, and what was known for it.</summary>
    public FormalismData? Formalism { get; init; }

    /// <summary>The versions of the result that were decided.</summary>
    public ResultHistory? Decided { get; init; }

    /// <summary>What was seen to be shown to the public, on which days; none: nothing is known to be.</summary>
    public ValueList<ShownResult> Shown { get; init; } = [];

    /// <summary>Works out the flat facts.</summary>
    /// <param name="on">The date of judgement.</param>
    /// <param name="thresholds">From where on a sign of formalism is shown.</param>
    /// <returns>The facts.</returns>
    public EvaluationFacts FactsOn(LocalDate on, FormalismThresholds thresholds)
    {
        ShownResult[] shown = [.. Shown.Where(s => s.SeenOn <= on)];
        ValueList<FormalismSignal>? signs = Formalism is null ? null : FormalismSignal.In(Formalism, thresholds);
        return new EvaluationFacts
        {
            Id = Period.Id + "/" + UnitId,
            UnitId = UnitId,
            PeriodId = Period.Id,
            PeriodFrom = Period.From,
            PeriodTo = Period.To,
            On = on,
            SetFrom = Set?.Effective.From,
            SetUntil = Set?.Effective.To,
            SelfScoreDueOn = SelfScoreDueOn,
            SelfScoredOn = Appraisal?.SelfScoredOn is LocalDate scored && scored <= on ? scored : null,
            IsAppraised = Appraisal?.State >= AppraisalState.Appraised,
            AppraiserUnitId = Appraisal?.AppraiserUnitId,
            ChangesWithoutReason = Appraisal is { State: >= AppraisalState.Appraised } ? Unexplained(Appraisal) : null,
            LeavesWithoutEvidence = BareLeaves(),
            FormalismSignals = signs?.Count(s => s.Kind != FormalismKind.PointsWithoutEvidence),
            HasResult = Decided?.AsOf(on) is not null,
            ResultDueOn = ResultDueOn,
            Level = Decided?.AsOf(on)?.Level,
            IsPublished = shown.Length > 0,
            DiffersFromDecided = Differs(shown),
        };
    }

    // One that differs is enough; where what was decided by then is not known, neither is whether it differs.
    private bool? Differs(ShownResult[] shown)
    {
        bool?[] each = Array.ConvertAll(shown, s => Decided?.AsOf(s.SeenOn) is ResultVersion version ? s.DiffersFrom(version) : (bool?)null);
        return each.Contains(true) ? true : each.Length == 0 || each.Contains(null) ? null : false;
    }

    private static int Unexplained(Appraisal appraisal) => appraisal.Appraised.Count(a => a.Reason is null
        && appraisal.SelfScores.Any(s => string.Equals(s.LeafId, a.LeafId, StringComparison.Ordinal) && s.Points != a.Points));

    private int? BareLeaves() => Formalism is { Score: { } score, LeavesWithEvidence: { } shown }
        ? score.Leaves.Count(l => l.Points?.Sign > 0 && !shown.Contains(l.LeafId, StringComparer.Ordinal))
        : null;
}
