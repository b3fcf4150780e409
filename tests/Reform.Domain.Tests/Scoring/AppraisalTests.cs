using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Indicators;
using Reform.Domain.Legal;
using Reform.Domain.Scoring;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Scoring;

/// <summary>From the self-score to the result, its versions, the lists and the signs of formalism.</summary>
public sealed class AppraisalTests
{
    private static readonly ScoreSheet Golden = Examples.Score(Examples.Golden);
    private static readonly LocalDate Day = new(2026, 1, 10);
    private static readonly BilingualText Why = new("không có tài liệu", "no evidence");
    private static readonly EvaluationPeriod Year2025 = new("2025", new LocalDate(2025, 1, 1), new LocalDate(2025, 12, 31));

    [Fact]
    public void F02_The_scored_unit_never_appraises_itself()
    {
        Appraisal scored = Scored();

        Assert.Equal("appraiser_not_independent", Code(() => scored.Appraise("U2", [new AppraisedScore("A1", 2, null)], Day, Day)));
        Assert.Equal("Org", scored.Appraise("Org", [new AppraisedScore("A1", 2, null)], Day, Day).AppraiserUnitId);
    }

    [Fact]
    public void A_change_needs_a_reason_and_a_survey_is_never_self_scored()
    {
        Assert.Equal("change_without_reason", Code(() => Scored().Appraise("Org", [new AppraisedScore("D1", 0, null)], Day, Day)));
        Assert.Equal((Fraction)0, Scored().Appraise("Org", [new AppraisedScore("D1", 0, Why)], Day, Day).PointsOf("D1"));
        Assert.Equal((Fraction)14, Scored().Appraise("Org", [new AppraisedScore("E1", 14, null)], Day, Day).PointsOf("E1"));
        Assert.Equal("survey_self_scored", Code(() => Open().SelfScore([new SelfScore("E1", 14)], Day)));
        Assert.Equal("unknown_leaf", Code(() => Open().SelfScore([new SelfScore("Z", 1)], Day)));
        Assert.Equal("duplicate_leaf", Code(() => Open().SelfScore([new SelfScore("A1", 1), new SelfScore("A1", 2)], Day)));
        Assert.Equal("outside_scale", Code(() => Open().SelfScore([new SelfScore("A1", Examples.Number("4.01"))], Day)));
    }

    [Fact]
    public void A_dispute_is_raised_until_the_last_day_of_its_round_and_the_decision_stands()
    {
        Appraisal appraised = Scored().Appraise("Org", [new AppraisedScore("D1", 0, Why)], Day, Day.PlusDays(5));

        Assert.Equal("dispute_round_over", Code(() => appraised.Dispute("D1", 10, Why, Day.PlusDays(6))));
        Assert.Equal("dispute_round_runs", Code(() => appraised.Close(Day.PlusDays(5))));
        Appraisal disputed = appraised.Dispute("D1", 10, Why, Day.PlusDays(5));
        Assert.Equal("disputed_already", Code(() => disputed.Dispute("D1", 10, Why, Day)));
        Assert.Equal("dispute_undecided", Code(() => disputed.Close(Day.PlusDays(6))));
        Assert.Equal("no_open_dispute", Code(() => disputed.Decide("A1", 1, Why, Day.PlusDays(7))));
        Appraisal closed = disputed.Decide("D1", 6, Why, Day.PlusDays(7)).Close(Day.PlusDays(8));

        Assert.Equal(((Fraction)6, AppraisalState.Closed), (closed.PointsOf("D1"), closed.State));
        Assert.Equal("wrong_state", Code(() => closed.Dispute("A1", 1, Why, Day)));
        Assert.Equal("already_appraised", Code(() => closed.SelfScore([], Day)));
        Assert.Equal("wrong_state", Code(() => closed.Close(Day.PlusDays(9))));
        Assert.Equal((Fraction)0, appraised.PointsOf("D1"));
    }

    [Fact]
    public void What_is_out_of_order_is_refused()
    {
        Assert.Equal("wrong_state", Code(() => Open().Appraise("Org", [], Day, Day)));
        Assert.Equal("out_of_order", Code(() => Scored().Appraise("Org", [], Day.PlusDays(-11), Day)));
        Assert.Equal("out_of_order", Code(() => Scored().Appraise("Org", [], Day, Day.PlusDays(-1))));
    }

    [Fact]
    public void A_rating_that_was_wrong_is_rated_anew_with_a_reason_and_nothing_is_overwritten()
    {
        UnitScore score = Golden.Unit("U2").Score;
        ResultHistory first = ResultHistory.Publish(score, RatingLevel.Good, Day, "TU");

        Assert.Equal("no_reason", Code(() => first.ReRate(score, RatingLevel.Completed, Day, "TU", null)));
        Assert.Equal("another_unit", Code(() => first.ReRate(Golden.Unit("U1").Score, RatingLevel.Completed, Day, "TU", Why)));
        Assert.Equal("out_of_order", Code(() => first.ReRate(score, RatingLevel.Completed, Day.PlusDays(-1), "TU", Why)));
        ResultHistory second = first.ReRate(score, RatingLevel.Completed, Day.PlusDays(30), "TU", Why);

        Assert.Equal([(1, RatingLevel.Good), (2, RatingLevel.Completed)], second.Versions.Select(v => (v.Number, v.Level)));
        Assert.Equal([null, 1, 1, 2], Array.ConvertAll<int, int?>([-1, 0, 29, 30], d => second.AsOf(Day.PlusDays(d))?.Number));
        Assert.Single(first.Versions);
    }

    [Fact]
    public void E08_Ratings_out_of_order_are_found()
    {
        RatingRecord[] inOrder =
        [
            new("phường", RatingSubject.Collective, "P", "TU", Day, RatingLevel.Good),
            new("thành ủy", RatingSubject.Collective, "TU", null, Day.PlusDays(1), RatingLevel.Good),
            new("bí thư phường", RatingSubject.Head, "P", "TU", Day, RatingLevel.Good),
            new("đảng bộ phường", RatingSubject.PartyOrganization, "P", "TU", Day.PlusDays(2), RatingLevel.Good),
        ];

        Assert.Empty(RatingOrder.Check([.. inOrder]));
        // What is rated anew later was first rated in order.
        Assert.Empty(RatingOrder.Check([inOrder[0] with { DecidedOn = Day.PlusDays(9), FirstDecidedOn = Day }, .. inOrder.Skip(1)]));
        Assert.Equal(
            [("thành ủy", "phường"), ("bí thư phường", "phường"), ("chánh văn phòng", "VP")],
            RatingOrder.Check(
            [
                inOrder[0] with { DecidedOn = Day.PlusDays(2) }, inOrder[1], inOrder[2], inOrder[3],
                new("chánh văn phòng", RatingSubject.Head, "VP", "TU", Day, RatingLevel.Good),
            ]).Select(b => (b.RatingId, b.First)));
    }

    [Fact]
    public void E18_Two_periods_not_completed_are_listed_for_people_to_decide()
    {
        static SubjectRatings Of(string id, params RatingLevel[] levels) =>
            new(id, RatingSubject.Head, levels.Select((l, i) => new PeriodRating((2024 + i).ToString(System.Globalization.CultureInfo.InvariantCulture), l)).ToValueList());

        RatingLists lists = RatingLists.Of(
        [
            Of("a", RatingLevel.NotCompleted, RatingLevel.NotCompleted), Of("b", RatingLevel.NotCompleted, RatingLevel.Completed),
            Of("c", RatingLevel.NotCompleted, RatingLevel.Indeterminate, RatingLevel.NotCompleted), Of("d", RatingLevel.Completed, RatingLevel.Good),
            Of("e", RatingLevel.Indeterminate, RatingLevel.Excellent), Of("f"),
        ]);

        Assert.Equal(["a"], lists.ForDecision.Select(l => l.SubjectId));
        Assert.Equal(["a", "c"], lists.Remind.Select(l => l.SubjectId));
        Assert.Equal(["d", "e"], lists.Commend.Select(l => l.SubjectId));
        Assert.Contains("people decide", lists.ForDecision[0].Why.Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public void E24_Signs_of_formalism_fire_where_they_are_planted_and_nowhere_else()
    {
        LocalDate end = Year2025.To;
        FormalismData clean = new("U1", Year2025)
        {
            Score = Golden.Unit("U1").Score,
            LeavesWithEvidence = Golden.Unit("U1").Score.Leaves.Select(l => l.LeafId).ToValueList(),
            Gap = new SelfAppraisalGap(80, 75, 5),
            TasksClosedOn = [end, end.PlusDays(-4), end.PlusDays(-5), end.PlusDays(-60), end.PlusDays(-90)],
            Difficulty = new DifficultyCounts(10, 9, 10, 5),
        };
        FormalismKind[] Found(FormalismData data) => [.. FormalismSignal.In(data, FormalismThresholds.Default).Select(s => s.Kind)];

        Assert.Empty(Found(clean));
        Assert.Empty(Found(new FormalismData("U1", Year2025)));
        Assert.Equal([FormalismKind.PointsWithoutEvidence], Found(clean with { LeavesWithEvidence = [.. clean.LeavesWithEvidence!.Skip(1)] }));
        Assert.Equal([FormalismKind.SelfScoreFarFromAppraisal], Found(clean with { Gap = new SelfAppraisalGap(Examples.Number("80.01"), 75, 5) }));
        Assert.Equal([FormalismKind.SelfScoreFarFromAppraisal], Found(clean with { Gap = new SelfAppraisalGap(75, Examples.Number("80.01"), 5) }));
        Assert.Equal(
            [FormalismKind.AllAtMaximum],
            Found(clean with { Score = clean.Score with { Leaves = clean.Score.Leaves.Select(l => l with { Points = l.Max }).ToValueList() } }));
        Assert.Equal([FormalismKind.ClosedInLastDays], Found(clean with { TasksClosedOn = [end, end.PlusDays(-4), end.PlusDays(-4), end.PlusDays(-60), end.PlusDays(-90)] }));
        Assert.Empty(Found(clean with { TasksClosedOn = [end, end, end, end] }));
        Assert.Equal([FormalismKind.EasyBeforeHard], Found(clean with { Difficulty = new DifficultyCounts(10, 9, 10, 4) }));
        Assert.Empty(Found(clean with { Difficulty = new DifficultyCounts(10, 10, 0, 0) }));
    }

    [Fact]
    public void A_score_is_explained_down_to_its_facts_in_both_languages()
    {
        var measures = new MeasureSet(
        [
            new("published", (Fraction)57) { Source = MeasureSource.Declared, Facts = ["QĐ-12", "QĐ-13"] }, new("procedures", (Fraction)64),
        ]);
        var tree = new CriteriaTree(
        [
            new Criterion("B", new BilingualText("Thủ tục", "Procedures"), 100)
            {
                Children = [new Criterion("B1", new BilingualText("Công khai", "Published"), 100) { Leaf = new LeafDefinition(new RatioFormula(ScoreExpression.Parse("published / procedures"))) }],
            },
        ]);
        UnitMeasures unit = new("U", "g") { Leaves = [new LeafMeasures("B1", measures)] };
        UnitScore score = new Scorer(tree, AdjustmentRules.None).Score(unit);

        var why = ScoreExplanation.Of(tree, unit, score);

        Assert.Equal("89.06", why.Value);
        Assert.Equal("89.06 / 100 × 100, rounded to 89.06", why.Why[0].Sentence.English);
        ScoreExplanation leaf = why.Children[0].Children[0].Children[0];
        Assert.Equal(("B1 Công khai", "89.06"), (leaf.Label.Vietnamese, leaf.Value));
        Assert.Equal(
            ["published / procedures = 0.890625 (with published = 57, procedures = 64)", "the ratio × 100 points", "89.0625 points, rounded to 89.06"],
            leaf.Why.Select(r => r.Sentence.English));
        Assert.Equal(["QĐ-12", "QĐ-13"], leaf.Children[0].Children.Select(c => c.Label.English));
    }

    [Fact]
    public void What_is_missing_leaves_the_score_unknown_and_is_named()
    {
        UnitMeasures unit = new("U", "xa-phuong");

        UnitScore score = new Scorer(Golden.Tree, AdjustmentRules.None).Score(unit);

        Assert.Equal((null, null), (score.Total, score.Index));
        Assert.Equal(["issued", "onTime", "units", "published", "limits", "onTime", "delegated", "defects", "electronic", "online", "respondents"], score.UnknownLeaves.Select(l => l.Fault!.Name));
        Assert.Equal("–", ScoreExplanation.Of(Golden.Tree, unit, score).Value);
    }

    [Fact]
    public void A_level_that_a_missing_fact_could_change_is_indeterminate_and_the_fact_is_named()
    {
        LevelResult unknown = Golden.Levels.Classify(new LevelFacts(80, new TaskCounts(10, 10, 0), [new("tasksExceededShare", (Fraction)0), new("shortcomingsFixed", true)]));
        LevelResult known = Golden.Levels.Classify(new LevelFacts(40, null, [new("disciplined", false)]));

        Assert.Equal((RatingLevel.Indeterminate, "level_unknown"), (unknown.Level, unknown.Why[0].Code));
        Assert.Contains("'disciplined'", unknown.Why[0].Sentence.English, StringComparison.Ordinal);
        Assert.Equal((RatingLevel.NotCompleted, 0), (known.Level, known.RuleIndex));
    }

    [Fact]
    public void Measures_come_from_indicators_and_the_register()
    {
        ValueList<Measure> cases = SystemMeasures.Of(new IndicatorFigures { ResolvedEarly = 300, ResolvedOnTime = 180, ResolvedLate = 12, PendingOverdue = 8, PendingWithin = 25, ResolvedUnknown = 2 });
        ValueList<Measure> powers = SystemMeasures.Of(new DelegationRatio("U", Day, ["p", "q"], ["q"]));

        Assert.Equal(["onTime 480", "late 12", "pendingOverdue 8", "pendingInTime 25", "unknownDue 2"], cases.Select(m => m.Name + " " + m.Value));
        Assert.Equal(
            Golden.Unit("U1").Score.Find("B3")!.Points,
            Rounding.ToTwoDecimals.Of(Golden.Tree.FindLeaf("B3")!.Leaf!.Formula.Evaluate(new MeasureSet(cases), 14).Points));
        Assert.Equal(["eligible 2", "delegated 1"], powers.Select(m => m.Name + " " + m.Value));
        Assert.Equal(["q"], powers[1].Facts);
    }

    private static Appraisal Open() => Appraisal.Open(Golden.Tree, "U2", "2025");

    private static Appraisal Scored() => Open().SelfScore(Golden.Unit("U2").SelfScores, Day.PlusDays(-10));

    private static string Code(Action step) => Assert.Throws<RecordInputException>(step).Problems[0].Code;

    private static string Code(Func<object?> step) => Assert.Throws<RecordInputException>(step).Problems[0].Code;
}
