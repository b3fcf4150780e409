using Reform.Domain.Rules;
using Reform.Domain.Scoring;

namespace Reform.Domain.Compliance;

/// <content>The rules over evaluations (CR-EVA), one book for each kind of subject.</content>
public static partial class BuiltInRules
{
    /// <summary>The rules over criteria sets as they are written (bộ tiêu chí).</summary>
    public static RuleBook<CriteriaSetFacts> CriteriaSets { get; } = new(CriteriaSetFacts.Subject, [new CriteriaSetIsConsistent()]);

    /// <summary>The rules over the evaluation of units in periods (đánh giá đơn vị).</summary>
    public static RuleBook<EvaluationFacts> Evaluations { get; } = new(
        EvaluationFacts.Subject,
    [
        new EvaluatedPeriodIsCovered(),
        new SelfScoredInTime(),
        new AppraiserIsIndependent(),
        new ChangesHaveReasons(),
        new PointsHaveEvidence(),
        new NoFormalismSigns(),
        new LevelIsDetermined(),
        new PublishedResultIsKept(),
        new EverySubjectIsScored(),
    ]);

    /// <summary>The rules over ratings that were decided (kết quả xếp loại).</summary>
    public static RuleBook<RatingFacts> Ratings { get; } = new(
        RatingFacts.Subject, [new RatedInOrder(), new NotTwiceNotCompleted(), new HeadNotAboveCollective(), new ReformCriterionIncluded()]);

    /// <summary>The rules over the levels of peer groups (nhóm đối tượng).</summary>
    public static RuleBook<PeerGroupFacts> PeerGroups { get; } = new(PeerGroupFacts.Subject, [new ExcellenceWithinCap()]);

    /// <summary>The rules over comparisons of results (so sánh kết quả).</summary>
    public static RuleBook<ScoreTrendFacts> ScoreTrends { get; } = new(ScoreTrendFacts.Subject, [new ComparedCriteriaMatch()]);

    /// <summary>What the rules over evaluations are, every edition of every book.</summary>
    public static IEnumerable<RuleInfo> OverScoring =>
        [.. InfosOf(CriteriaSets), .. InfosOf(Evaluations), .. InfosOf(Ratings), .. InfosOf(PeerGroups), .. InfosOf(ScoreTrends)];
}
