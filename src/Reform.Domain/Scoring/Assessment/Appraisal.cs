using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>
/// The appraisal of one unit in one period (thẩm định điểm): self-score, appraisal by another unit with a reason for each change, a dispute round
/// with its deadline, and the close. Immutable: each step gives a new state, or is refused.
/// </summary>
public sealed record Appraisal
{
    private Appraisal(CriteriaTree tree, string unitId, string periodId) => (Tree, UnitId, PeriodId) = (tree, unitId, periodId);

    /// <summary>The criteria.</summary>
    public CriteriaTree Tree { get; }

    /// <summary>The unit that is scored.</summary>
    public string UnitId { get; }

    /// <summary>The period.</summary>
    public string PeriodId { get; }

    /// <summary>How it stands.</summary>
    public AppraisalState State { get; private init; }

    /// <summary>What the unit gave itself; surveys have none.</summary>
    public ValueList<SelfScore> SelfScores { get; private init; } = [];

    /// <summary>When it scored itself; null: not yet.</summary>
    public LocalDate? SelfScoredOn { get; private init; }

    /// <summary>Who appraised; null: nobody yet.</summary>
    public string? AppraiserUnitId { get; private init; }

    /// <summary>The appraised points, with a reason where they differ from the self-score.</summary>
    public ValueList<AppraisedScore> Appraised { get; private init; } = [];

    /// <summary>The last day on which the unit may dispute; null: not appraised yet.</summary>
    public LocalDate? DisputeUntil { get; private init; }

    /// <summary>What the unit disputed.</summary>
    public ValueList<ScoreDispute> Disputes { get; private init; } = [];

    /// <summary>When it was closed; null: not yet.</summary>
    public LocalDate? ClosedOn { get; private init; }

    /// <summary>Opens an appraisal.</summary>
    /// <param name="tree">The criteria.</param>
    /// <param name="unitId">The unit that is scored.</param>
    /// <param name="periodId">The period.</param>
    /// <returns>The appraisal, without scores.</returns>
    public static Appraisal Open(CriteriaTree tree, string unitId, string periodId)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentException.ThrowIfNullOrWhiteSpace(unitId);
        ArgumentException.ThrowIfNullOrWhiteSpace(periodId);
        return new Appraisal(tree, unitId, periodId);
    }

    /// <summary>Takes in the self-score of the unit; it may be given anew until it is appraised.</summary>
    /// <param name="scores">The points by leaf.</param>
    /// <param name="on">The day.</param>
    /// <returns>The appraisal with them.</returns>
    /// <exception cref="RecordInputException">It is appraised already; a leaf is unknown, surveyed or stands twice; points are outside its scale.</exception>
    public Appraisal SelfScore(ValueList<SelfScore> scores, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (State > AppraisalState.SelfScored)
        {
            throw RecordInputException.Of("already_appraised", "state", "đã thẩm định, không tự chấm lại được", "it is appraised already, and no longer self-scored");
        }

        var problems = new RecordProblems();
        var check = new PointsCheck(Tree, problems);
        for (int i = 0; i < scores.Count; i++)
        {
            string field = RecordProblems.At("scores", i);
            if (check.Leaf(scores[i].LeafId, scores[i].Points, field, field + ".points") is { Leaf.IsSurvey: true })
            {
                problems.Add("survey_self_scored", field, "tiêu chí khảo sát không được tự chấm", "a surveyed leaf is never self-scored");
            }
        }

        problems.ThrowIfAny();
        return this with { SelfScores = scores, SelfScoredOn = on, State = AppraisalState.SelfScored };
    }

    /// <summary>Takes in the appraisal by another unit, and opens the dispute round.</summary>
    /// <param name="appraiserUnitId">The unit that appraises; never the one that is scored.</param>
    /// <param name="scores">The points by leaf.</param>
    /// <param name="on">The day; not before the self-score.</param>
    /// <param name="disputeUntil">The last day on which the unit may dispute; not before <paramref name="on"/>.</param>
    /// <returns>The appraisal with them.</returns>
    /// <exception cref="RecordInputException">
    /// The unit appraises itself, has not scored itself, a change has no reason, a day is out of order, or the points are wrong as for a self-score.
    /// </exception>
    public Appraisal Appraise(string appraiserUnitId, ValueList<AppraisedScore> scores, LocalDate on, LocalDate disputeUntil)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(appraiserUnitId);
        ArgumentNullException.ThrowIfNull(scores);
        var problems = new RecordProblems();
        if (string.Equals(appraiserUnitId, UnitId, StringComparison.Ordinal))
        {
            problems.Add(
                "appraiser_not_independent", "appraiserUnitId", "đơn vị được chấm không được tự thẩm định", "the scored unit never appraises itself");
        }

        if (State != AppraisalState.SelfScored)
        {
            problems.Add("wrong_state", "state", "chỉ thẩm định sau khi đơn vị tự chấm, và một lần", "it is appraised after the self-score, and once");
        }

        if (on < SelfScoredOn || disputeUntil < on)
        {
            problems.Add("out_of_order", "on", "ngày thẩm định phải từ ngày tự chấm đến hạn giải trình", "the day must lie from the self-score to the end of the dispute round");
        }

        var check = new PointsCheck(Tree, problems);
        for (int i = 0; i < scores.Count; i++)
        {
            AppraisedScore score = scores[i];
            string field = RecordProblems.At("scores", i);
            check.Leaf(score.LeafId, score.Points, field, field + ".points");
            if (SelfPointsOf(score.LeafId) is Fraction self && self != score.Points && string.IsNullOrWhiteSpace(score.Reason?.Vietnamese))
            {
                problems.Add(
                    "change_without_reason", field + ".reason", "sửa điểm tự chấm phải nêu lý do", "a change of the self-score needs a reason");
            }
        }

        problems.ThrowIfAny();
        return this with { AppraiserUnitId = appraiserUnitId, Appraised = scores, DisputeUntil = disputeUntil, State = AppraisalState.Appraised };
    }

    /// <summary>Takes in a dispute of the unit (giải trình).</summary>
    /// <param name="leafId">The leaf.</param>
    /// <param name="claimed">The points that the unit claims.</param>
    /// <param name="grounds">Its grounds.</param>
    /// <param name="on">The day; not after the deadline of the round.</param>
    /// <returns>The appraisal with it.</returns>
    /// <exception cref="RecordInputException">It is not appraised, the round is over, the leaf is unknown or disputed already, or the points are outside the scale.</exception>
    public Appraisal Dispute(string leafId, Fraction claimed, BilingualText grounds, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(grounds);
        var problems = new RecordProblems();
        new PointsCheck(Tree, problems).Leaf(leafId, claimed, "leafId", "claimed");
        if (State != AppraisalState.Appraised)
        {
            problems.Add("wrong_state", "state", "chỉ giải trình sau khi thẩm định và trước khi chốt", "a dispute comes after the appraisal and before the close");
        }
        else if (on > DisputeUntil)
        {
            problems.Add("dispute_round_over", "on", "đã hết hạn giải trình", "the dispute round is over");
        }

        if (Disputes.Any(d => string.Equals(d.LeafId, leafId, StringComparison.Ordinal)))
        {
            problems.Add("disputed_already", "leafId", "tiêu chí này đã giải trình", "the leaf is disputed already");
        }

        problems.ThrowIfAny();
        return this with { Disputes = [.. Disputes, new ScoreDispute(leafId, claimed, grounds, on)] };
    }

    /// <summary>Decides a dispute.</summary>
    /// <param name="leafId">The leaf.</param>
    /// <param name="points">The points that stand.</param>
    /// <param name="reason">Why.</param>
    /// <param name="on">The day; not before the dispute.</param>
    /// <returns>The appraisal with the decision.</returns>
    /// <exception cref="RecordInputException">There is no such dispute that is open, or the points are outside the scale.</exception>
    public Appraisal Decide(string leafId, Fraction points, BilingualText reason, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var problems = new RecordProblems();
        new PointsCheck(Tree, problems).Leaf(leafId, points, "leafId", "points");
        ScoreDispute? open = Disputes.FirstOrDefault(d => string.Equals(d.LeafId, leafId, StringComparison.Ordinal) && d.Decision is null);
        if (open is null || State == AppraisalState.Closed || on < open.On)
        {
            problems.Add("no_open_dispute", "leafId", "không có giải trình nào đang chờ quyết định", "there is no dispute waiting for a decision");
        }

        problems.ThrowIfAny();
        return this with
        {
            Disputes = Disputes.Select(d => d == open ? d with { Decision = new DisputeDecision(points, reason, on) } : d).ToValueList(),
        };
    }

    /// <summary>Closes the appraisal: from then on only a re-rating changes the result.</summary>
    /// <param name="on">The day; after the dispute round.</param>
    /// <returns>The closed appraisal.</returns>
    /// <exception cref="RecordInputException">It is not appraised, the dispute round still runs, or a dispute is not decided.</exception>
    public Appraisal Close(LocalDate on)
    {
        var problems = new RecordProblems();
        if (State != AppraisalState.Appraised)
        {
            problems.Add("wrong_state", "state", "chỉ chốt sau khi thẩm định, và một lần", "it is closed after the appraisal, and once");
        }
        else if (on <= DisputeUntil)
        {
            problems.Add("dispute_round_runs", "on", "còn hạn giải trình", "the dispute round still runs");
        }

        if (Disputes.Any(d => d.Decision is null))
        {
            problems.Add("dispute_undecided", "disputes", "còn giải trình chưa quyết định", "a dispute is not decided");
        }

        problems.ThrowIfAny();
        return this with { ClosedOn = on, State = AppraisalState.Closed };
    }

    /// <summary>The points of a leaf as they stand: decided in a dispute, or appraised.</summary>
    /// <param name="leafId">The leaf.</param>
    /// <returns>The points; null: not appraised.</returns>
    public Fraction? PointsOf(string leafId) =>
        Disputes.FirstOrDefault(d => string.Equals(d.LeafId, leafId, StringComparison.Ordinal))?.Decision?.Points
        ?? Appraised.FirstOrDefault(a => string.Equals(a.LeafId, leafId, StringComparison.Ordinal))?.Points;

    private Fraction? SelfPointsOf(string leafId) => SelfScores.FirstOrDefault(s => string.Equals(s.LeafId, leafId, StringComparison.Ordinal))?.Points;

    /// <summary>Points belong to a leaf of the tree, once, within its scale.</summary>
    private sealed class PointsCheck(CriteriaTree tree, RecordProblems problems)
    {
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);

        public Criterion? Leaf(string id, Fraction points, string field, string pointsField)
        {
            Criterion? leaf = tree.FindLeaf(id);
            if (leaf is null)
            {
                problems.Add("unknown_leaf", field, "không có tiêu chí thành phần '" + id + "'", "there is no leaf '" + id + "'");
            }
            else if (!seen.Add(id))
            {
                problems.Add("duplicate_leaf", field, "tiêu chí '" + id + "' bị lặp lại", "the leaf '" + id + "' stands twice");
            }
            else if (points.Sign < 0 || points > leaf.Max)
            {
                problems.Add("outside_scale", pointsField, "điểm phải từ 0 đến " + leaf.Max, "points must lie from 0 to " + leaf.Max);
            }

            return leaf;
        }
    }
}
