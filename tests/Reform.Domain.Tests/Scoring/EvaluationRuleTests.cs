using NodaTime;
using Reform.Domain.Compliance;
using Reform.Domain.Rules;
using Reform.Domain.Scoring;
using Reform.Domain.Tests.Procedures.Rules;
using Reform.Domain.Values;
using Reform.Testing;

namespace Reform.Domain.Tests.Scoring;

/// <summary>The rules CR-EVA on both sides of every bound, in memory and in SQLite.</summary>
public sealed class EvaluationRuleTests
{
    private static readonly EvaluationFacts Evaluation = new()
    {
        Id = "2025/u",
        UnitId = "u",
        PeriodId = "2025",
        PeriodFrom = Day("2025-01-01"),
        PeriodTo = Day("2025-12-31"),
        On = Day("2026-02-01"),
        SetFrom = Day("2025-01-01"),
        SetUntil = Day("2026-01-01"),
        HasResult = true,
        IsAppraised = true,
    };

    private static readonly RatingFacts Rating = new()
    {
        Id = "2025/u",
        Rated = RatingSubject.Head,
        PeriodId = "2025",
        DecidedOn = Day("2026-02-01"),
        Level = RatingLevel.Good,
        IsYearly = true,
    };

    private static readonly PeerGroupFacts Group = new() { Id = "2025/g", DecidedOn = Day("2026-02-01"), Excellent = 4, BaseSize = 20 };

    [Fact]
    public void A_set_is_consistent() => RuleTable.Check(
        new CriteriaSetIsConsistent(),
        CriteriaSetFacts.Subject,
        new(Written(Leaf("a", 60), Leaf("b", 40)), Verdict.Pass),
        new(Written(Leaf("a", 60), Leaf("b", 41)), Verdict.Fail),
        new(Written(Leaf("a", 60), Leaf("a", 40)), Verdict.Fail),
        new(Written(Leaf("a", 60), Leaf("b", 40) with { Leaf = null }), Verdict.Fail),
        new(Written(Leaf("a", 100), Leaf("b", 0)), Verdict.Fail));

    [Fact]
    public void What_is_wrong_with_a_set_is_counted() => Assert.Equal(
        new CriteriaSetFacts { Id = "s", EffectiveFrom = Day("2025-01-01"), SumErrors = 1, IdErrors = 1, LeavesWithoutFormula = 1 },
        Written(Leaf("a", 60), Leaf("a", 41) with { Leaf = null }));

    [Fact]
    public void A_period_is_covered() => RuleTable.Check(
        new EvaluatedPeriodIsCovered(),
        EvaluationFacts.Subject,
        new(Evaluation, Verdict.Pass),
        new(Evaluation with { SetUntil = null }, Verdict.Pass),
        new(Evaluation with { SetUntil = Day("2025-12-31") }, Verdict.Fail),
        new(Evaluation with { SetFrom = Day("2025-01-02") }, Verdict.Fail),
        new(Evaluation with { PeriodFrom = Day("2024-01-01"), SetFrom = Day("2024-01-01") }, Verdict.Pass),
        new(Evaluation with { PeriodFrom = Day("2023-12-31"), SetFrom = Day("2023-01-01") }, Verdict.Fail),
        new(Evaluation with { PeriodFrom = Day("2023-12-31"), SetFrom = null }, Verdict.Fail),
        new(Evaluation with { SetFrom = null }, Verdict.Unknown, "criteria_set"),
        new(Evaluation with { HasResult = false }, Verdict.NotApplicable));

    [Fact]
    public void A_unit_scores_itself_in_time() => RuleTable.Check(
        new SelfScoredInTime(),
        EvaluationFacts.Subject,
        new(Evaluation with { SelfScoreDueOn = Day("2026-01-15"), SelfScoredOn = Day("2026-01-15") }, Verdict.Pass),
        new(Evaluation with { SelfScoreDueOn = Day("2026-01-15"), SelfScoredOn = Day("2026-01-16") }, Verdict.Fail),
        new(Evaluation with { SelfScoreDueOn = Day("2026-01-31") }, Verdict.Fail),
        new(Evaluation with { SelfScoreDueOn = Day("2026-02-01") }, Verdict.NotApplicable),
        new(Evaluation with { SelfScoredOn = Day("2026-01-15") }, Verdict.Unknown, "self_score_due"));

    [Fact]
    public void An_appraiser_is_of_another_unit() => RuleTable.Check(
        new AppraiserIsIndependent(),
        EvaluationFacts.Subject,
        new(Evaluation with { AppraiserUnitId = "org" }, Verdict.Pass),
        new(Evaluation with { AppraiserUnitId = "u" }, Verdict.Fail),
        new(Evaluation, Verdict.Unknown, "appraiser"),
        new(Evaluation with { IsAppraised = false }, Verdict.NotApplicable));

    [Fact]
    public void Changes_have_reasons() => RuleTable.Check(
        new ChangesHaveReasons(),
        EvaluationFacts.Subject,
        new(Evaluation with { ChangesWithoutReason = 0 }, Verdict.Pass),
        new(Evaluation with { ChangesWithoutReason = 1 }, Verdict.Fail),
        new(Evaluation, Verdict.Unknown, "changes"),
        new(Evaluation with { IsAppraised = false }, Verdict.NotApplicable));

    [Fact]
    public void Points_have_evidence() => RuleTable.Check(
        new PointsHaveEvidence(),
        EvaluationFacts.Subject,
        new(Evaluation with { LeavesWithoutEvidence = 0 }, Verdict.Pass),
        new(Evaluation with { LeavesWithoutEvidence = 1 }, Verdict.Fail),
        new(Evaluation, Verdict.Unknown, "evidence"),
        new(Evaluation with { HasResult = false }, Verdict.NotApplicable));

    [Fact]
    public void Signs_of_formalism_are_for_people_to_look_at()
    {
        RuleTable.Check(
            new NoFormalismSigns(),
            EvaluationFacts.Subject,
            new(Evaluation with { FormalismSignals = 0 }, Verdict.Pass),
            new(Evaluation with { FormalismSignals = 1 }, Verdict.Fail),
            new(Evaluation, Verdict.Unknown, "signs"),
            new(Evaluation with { HasResult = false }, Verdict.NotApplicable));
        Assert.True(new NoFormalismSigns().Info.IsForReview);
    }

    [Fact]
    public void Ratings_come_in_order()
    {
        RuleTable.Check(
            new RatedInOrder(),
            RatingFacts.Subject,
            new(Rating with { DecidedTooEarly = 0 }, Verdict.Pass),
            new(Rating with { DecidedTooEarly = 1 }, Verdict.Fail),
            new(Rating, Verdict.Unknown, "order"));
        Assert.Equal(
            [false, true],
            Array.ConvertAll(["2025-08-29", "2025-08-30"], d => Judged(BuiltInRules.Ratings, Rating with { DecidedOn = Day(d), DecidedTooEarly = 1 }, "CR-EVA-08")));
    }

    // 20% of 20 is 4; 25% of 20 is 5.
    [Fact]
    public void Not_more_are_excellent_than_the_cap() => RuleTable.Check(
        new ExcellenceWithinCap(),
        PeerGroupFacts.Subject,
        new(Group, Verdict.Pass),
        new(Group with { Excellent = 5 }, Verdict.Fail),
        new(Group with { Excellent = 5, IsOutstanding = true }, Verdict.Pass),
        new(Group with { Excellent = 6, IsOutstanding = true }, Verdict.Fail),
        new(Group with { BaseSize = 19 }, Verdict.Fail),
        new(Group with { Excellent = 0, BaseSize = 0 }, Verdict.Pass),
        new(Group with { Excellent = null }, Verdict.Unknown, "levels"),
        new(Group with { BaseSize = null }, Verdict.Unknown, "levels"));

    // The worked example: 11 candidates, 14 good, 5 others; 4 chosen and 7 demoted.
    [Theory]
    [InlineData(4, CapBase.AfterDemotion, true)]
    [InlineData(5, CapBase.AfterDemotion, false)]
    [InlineData(2, CapBase.BeforeDemotion, true)]
    [InlineData(3, CapBase.BeforeDemotion, false)]
    [InlineData(5, CapBase.GoodOrBetter, true)]
    [InlineData(6, CapBase.GoodOrBetter, false)]
    [InlineData(6, CapBase.WholeGroup, true)]
    [InlineData(7, CapBase.WholeGroup, false)]
    public void The_list_that_the_cap_gives_keeps_the_rule_and_one_more_breaks_it(int excellent, CapBase reading, bool keeps)
    {
        RatingLevel[] levels =
        [
            .. Enumerable.Repeat(RatingLevel.Excellent, excellent), .. Enumerable.Repeat(RatingLevel.Good, 25 - excellent), .. Enumerable.Repeat(RatingLevel.Completed, 5),
        ];
        var facts = PeerGroupFacts.Of("2025/g", "tu", Day("2026-02-01"), levels.ToValueList(), 11 - excellent, reading, false);

        Assert.Equal(keeps, excellent == new ExcellenceCap(0.2m, reading).Seats(11, 14, 5));
        Assert.Equal(keeps ? Verdict.Pass : Verdict.Fail, new ExcellenceWithinCap().VerdictOn(facts));
    }

    [Fact]
    public void Two_periods_not_completed_are_put_before_people()
    {
        RatingFacts bad = Rating with { Level = RatingLevel.NotCompleted };
        RuleTable.Check(
            new NotTwiceNotCompleted(),
            RatingFacts.Subject,
            new(bad with { PreviousLevel = RatingLevel.NotCompleted }, Verdict.Fail),
            new(bad with { PreviousLevel = RatingLevel.Completed }, Verdict.Pass),
            new(bad with { PreviousLevel = RatingLevel.Indeterminate }, Verdict.Pass),
            new(bad, Verdict.Unknown, "previous_level"),
            new(Rating with { PreviousLevel = RatingLevel.NotCompleted }, Verdict.NotApplicable));
        Assert.True(new NotTwiceNotCompleted().Info.IsForReview);
    }

    [Fact]
    public void A_head_is_not_above_the_collective() => RuleTable.Check(
        new HeadNotAboveCollective(),
        RatingFacts.Subject,
        new(Rating with { CollectiveLevel = RatingLevel.Good }, Verdict.Pass),
        new(Rating with { CollectiveLevel = RatingLevel.Excellent }, Verdict.Pass),
        new(Rating with { CollectiveLevel = RatingLevel.Completed }, Verdict.Fail),
        new(Rating, Verdict.Unknown, "collective_level"),
        new(Rating with { CollectiveLevel = RatingLevel.Indeterminate }, Verdict.Unknown, "collective_level"),
        new(Rating with { Level = RatingLevel.Indeterminate }, Verdict.NotApplicable),
        new(Rating with { Rated = RatingSubject.Collective, CollectiveLevel = RatingLevel.Completed }, Verdict.NotApplicable));

    [Fact]
    public void A_level_is_determined() => RuleTable.Check(
        new LevelIsDetermined(),
        EvaluationFacts.Subject,
        new(Evaluation with { Level = RatingLevel.NotCompleted }, Verdict.Pass),
        new(Evaluation with { Level = RatingLevel.Indeterminate }, Verdict.Fail),
        new(Evaluation, Verdict.Unknown, "level"),
        new(Evaluation with { HasResult = false }, Verdict.NotApplicable));

    [Fact]
    public void Only_criteria_that_match_are_compared()
    {
        ScoreTrendFacts trend = new() { Id = "u/2024-2025", ComparedOn = Day("2026-02-01"), SetsMatch = true };
        RuleTable.Check(
            new ComparedCriteriaMatch(),
            ScoreTrendFacts.Subject,
            new(trend, Verdict.Pass),
            new(trend with { SetsMatch = false }, Verdict.Fail),
            new(trend with { SetsMatch = null }, Verdict.Unknown, "sets"));
    }

    [Fact]
    public void A_published_result_is_kept()
    {
        EvaluationFacts published = Evaluation with { IsPublished = true };
        RuleTable.Check(
            new PublishedResultIsKept(),
            EvaluationFacts.Subject,
            new(published with { DiffersFromDecided = false }, Verdict.Pass),
            new(published with { DiffersFromDecided = true }, Verdict.Fail),
            new(published, Verdict.Unknown, "decided_result"),
            new(Evaluation with { DiffersFromDecided = true }, Verdict.NotApplicable));
        Assert.Equal(
            [false, true],
            Array.ConvertAll(["2025-08-29", "2025-08-30"], d => Judged(BuiltInRules.Evaluations, published with { PeriodTo = Day(d), DiffersFromDecided = true }, "CR-EVA-14")));
    }

    [Fact]
    public void The_reform_criterion_is_in_the_yearly_rating()
    {
        RuleTable.Check(
            new ReformCriterionIncluded(),
            RatingFacts.Subject,
            new(Rating with { HasReformCriterion = true }, Verdict.Pass),
            new(Rating with { HasReformCriterion = false }, Verdict.Fail),
            new(Rating with { Rated = RatingSubject.Collective, HasReformCriterion = false }, Verdict.Fail),
            new(Rating, Verdict.Unknown, "criteria"),
            new(Rating with { Rated = RatingSubject.PartyOrganization, HasReformCriterion = false }, Verdict.NotApplicable),
            new(Rating with { IsYearly = false, HasReformCriterion = false }, Verdict.NotApplicable));
        Assert.Equal(
            [false, true],
            Array.ConvertAll(["2023-12-31", "2024-01-01"], d => Judged(BuiltInRules.Ratings, Rating with { DecidedOn = Day(d), HasReformCriterion = false }, "CR-EVA-15")));
    }

    [Fact]
    public void Every_unit_has_a_result_when_it_is_due() => RuleTable.Check(
        new EverySubjectIsScored(),
        EvaluationFacts.Subject,
        new(Evaluation with { HasResult = true, ResultDueOn = null }, Verdict.Pass),
        new(Evaluation with { HasResult = false, ResultDueOn = Day("2026-01-31") }, Verdict.Fail),
        new(Evaluation with { HasResult = false, ResultDueOn = Day("2026-02-01") }, Verdict.NotApplicable),
        new(Evaluation with { HasResult = false }, Verdict.Unknown, "result_due"));

    [Fact]
    public void The_facts_of_an_evaluation_follow_from_its_parts()
    {
        ScoreSheet golden = Examples.Score(Examples.Golden);
        UnitScore score = golden.Unit("U2").Score;
        EvaluationPeriod period = new("2025", Day("2025-01-01"), Day("2025-12-31"));
        Appraisal appraisal = Appraisal.Open(golden.Tree, "U2", "2025").SelfScore(golden.Unit("U2").SelfScores, Day("2026-01-10"))
            .Appraise("org", [new AppraisedScore("D1", 0, BilingualText.Same("x"))], Day("2026-01-12"), Day("2026-01-20"));
        ResultHistory decided = ResultHistory.Publish(score, RatingLevel.Good, Day("2026-01-21"), "tu");
        var dossier = new EvaluationDossier(period, "U2")
        {
            SelfScoreDueOn = Day("2026-01-09"),
            Appraisal = appraisal,
            Decided = decided,
            Shown = [new ShownResult("s", "U2", period, Day("2026-01-25")) { Index = 87 }],
            Formalism = new FormalismData("U2", period)
            {
                Score = score,
                LeavesWithEvidence = ["A1"],
                Gap = SelfAppraisalGap.Of(golden.Unit("U2").SelfScores, score, 5),
            },
        };

        EvaluationFacts facts = dossier.FactsOn(Day("2026-02-01"), FormalismThresholds.Default);

        Assert.Equal(
            ["CR-EVA-03", "CR-EVA-06", "CR-EVA-07", "CR-EVA-14"],
            BuiltInRules.Evaluations.Judge(facts).With(Verdict.Fail).Select(j => j.Rule.Code));
        Assert.Equal((9, 1), (facts.LeavesWithoutEvidence, facts.FormalismSignals));
        bool? Differs(params ShownResult[] shown) => (dossier with { Shown = shown.ToValueList() }).FactsOn(Day("2026-02-01"), FormalismThresholds.Default).DiffersFromDecided;
        var right = new ShownResult("s", "U2", period, Day("2026-01-21")) { Index = score.Index, Level = RatingLevel.Good };
        Assert.Equal([null, false, true, true, null], [
            Differs(), Differs(right), Differs(right, right with { Level = RatingLevel.Excellent }), Differs(right with { SeenOn = Day("2026-01-20") }, right with { Index = 1 }),
            Differs(right, right with { SeenOn = Day("2026-01-20") }),
        ]);
        Assert.False((dossier with { Shown = [right with { SeenOn = Day("2026-02-02") }] }).FactsOn(Day("2026-02-01"), FormalismThresholds.Default).IsPublished);
    }

    [Fact]
    public void All_sixteen_codes_are_there_in_both_languages_and_in_the_guide()
    {
        (string, string)[] listed =
        [
            .. File.ReadAllLines(Repository.PathOf("docs", "guides", "compliance-scoring.md"))
                .Where(l => l.StartsWith("| CR-EVA-", StringComparison.Ordinal)).Select(l => l.Split('|')).Select(c => (c[1].Trim(), c[3].Trim())),
        ];

        Assert.Equal(Enumerable.Range(1, 16).Select(n => "CR-EVA-" + n.ToString("00", System.Globalization.CultureInfo.InvariantCulture)), listed.Select(l => l.Item1));
        Assert.Equal(listed, BuiltInRules.OverScoring.Select(r => (r.Code, r.Severity.ToString().ToLowerInvariant())).Order());
        Assert.All(BuiltInRules.OverScoring, r => Assert.NotEqual(r.Title.Vietnamese, r.Title.English));
    }

    [Fact]
    public void Every_book_is_found_by_its_kind_and_every_fact_has_a_word()
    {
        Check(BuiltInRules.CriteriaSets);
        Check(BuiltInRules.Evaluations);
        Check(BuiltInRules.Ratings);
        Check(BuiltInRules.PeerGroups);
        Check(BuiltInRules.ScoreTrends);
    }

    private static void Check<T>(RuleBook<T> book)
    {
        Assert.Empty(RuleBookCheck.Of(book));
        Assert.Same(book, RuleBooks.BuiltIn.Find(book.Subject.Kind));
        Assert.Empty(typeof(T).GetProperties().Where(p => !p.GetMethod!.IsStatic && p.Name != "EqualityContract" && !book.Subject.Words.ContainsKey(p.Name)).Select(p => p.Name));
    }

    private static bool Judged<T>(RuleBook<T> book, T facts, string code) => book.Judge(facts).With(Verdict.Fail).Any(j => j.Rule.Code == code);

    private static CriteriaSetFacts Written(params Criterion[] criteria) => CriteriaSetFacts.Of("s", null, Day("2025-01-01"), criteria.ToValueList());

    private static Criterion Leaf(string id, int max) => new(id, BilingualText.Same(id), max) { Leaf = new LeafDefinition(new ManualFormula()) };

    private static LocalDate Day(string text) => RuleTable.Day(text);
}
