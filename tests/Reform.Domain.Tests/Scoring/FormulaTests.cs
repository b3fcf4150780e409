using NodaTime;
using Reform.Domain.Scoring;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Scoring;

/// <summary>Each kind of formula on both sides of its bounds; the points are worked out by hand, for a leaf of 10.</summary>
public sealed class FormulaTests
{
    private static readonly ScoreExpression Ratio = ScoreExpression.Parse("a / b");
    private static readonly LocalDate Due = new(2025, 1, 31);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(7, "3.5")]
    [InlineData(20, "10")]
    [InlineData(21, "10")]
    public void A_ratio_is_a_part_of_the_maximum_and_never_more(int part, string points) => Check(new RatioFormula(Ratio), points, part, 20);

    [Theory]
    [InlineData(3, "5")]
    [InlineData(6, "10")]
    [InlineData(7, "10")]
    public void A_ratio_to_a_target_of_30_percent(int part, string points) => Check(new RatioToTargetFormula(Ratio, 0.3m), points, part, 20);

    [Theory]
    [InlineData(16, true, "8")]
    [InlineData(16, false, "1")]
    [InlineData(15, true, "1")]
    [InlineData(17, false, "8.5")]
    public void A_floor_of_80_percent_is_reached_or_not(int part, bool isInclusive, string points) =>
        Check(new RatioWithFloorFormula(Ratio, 0.8m, 1) { IsFloorInclusive = isInclusive }, points, part, 20);

    [Theory]
    [InlineData(17, true, "1")]
    [InlineData(18, true, "4")]
    [InlineData(18, false, "1")]
    [InlineData(19, true, "7")]
    [InlineData(20, true, "10")]
    public void A_band_from_90_to_100_percent_grows_evenly(int part, bool isInclusive, string points) =>
        Check(new LinearBandFormula(Ratio, 0.9m, 4, 1, 10, 1) { IsLowerInclusive = isInclusive }, points, part, 20);

    [Theory]
    [InlineData(20, true, "10")]
    [InlineData(20, false, "5")]
    [InlineData(19, true, "5")]
    [InlineData(16, true, "5")]
    [InlineData(15, true, "2")]
    public void Steps_at_100_and_80_percent(int part, bool isInclusive, string points) => Check(
        new StepsFormula(Ratio, [new ScoreStep(1, 10) { IsInclusive = isInclusive }, new ScoreStep(0.8m, 5)], 2), points, part, 20);

    [Theory]
    [InlineData(-30, "10")]
    [InlineData(0, "10")]
    [InlineData(1, "6")]
    [InlineData(15, "6")]
    [InlineData(16, "0")]
    public void A_deadline_with_15_days_of_grace(int days, string points) => Assert.Equal(
        points,
        new DeadlineStepsFormula(Due, 10, 15, 6, 0).Evaluate(new MeasureSet([new("issued", new MeasureValue.Date(Due.PlusDays(days)))]), 10).Points.ToString());

    [Fact]
    public void What_was_not_done_is_else_and_no_date_is_a_fault()
    {
        var formula = new DeadlineStepsFormula(Due, 10, 15, 6, 1);

        Assert.Equal((Fraction)1, formula.Evaluate(new MeasureSet([new("issued", new MeasureValue.Date(null))]), 10).Points);
        Assert.Equal(ScoreFaultKind.Missing, formula.Evaluate(MeasureSet.None, 10).Fault?.Kind);
        Assert.Equal(ScoreFaultKind.WrongKind, formula.Evaluate(new MeasureSet([new("issued", (Fraction)20250131)]), 10).Fault?.Kind);
    }

    // 1/4 and 0 shorter: 12.5% on average, of 25%: half. Of the sums it would be 15/90.
    [Fact]
    public void The_mean_shortening_is_of_the_shares_and_a_longer_limit_counts_against_it()
    {
        Assert.Equal((Fraction)5, Shortening([(60, 45), (30, 30)]).Points);
        Assert.Equal((Fraction)0, Shortening([(60, 45), (4, 5)]).Points);
        Assert.Equal((Fraction)(-10), Shortening([(4, 5)]).Points);
        Assert.Equal((Fraction)10, Shortening([(4, 0)]).Points);
        Assert.Equal(ScoreFaultKind.Undefined, Shortening([]).Fault?.Kind);
        Assert.Equal(ScoreFaultKind.OutOfRange, Shortening([(0, 0)]).Fault?.Kind);
    }

    [Theory]
    [InlineData(0, "10")]
    [InlineData(4, "4")]
    [InlineData(7, "-0.5")]
    public void Defects_cost_a_point_and_a_half_and_the_leaf_does_not_go_below_zero(int defects, string points)
    {
        var formula = new DeductionFormula(1.5m, ScoreExpression.Parse("a"));
        Check(formula, points, defects, 0);
        Fraction scored = Scored(formula, new MeasureSet([new("a", defects)])).Find("x")!.Points!.Value;
        Assert.Equal(Fraction.Max(0, Examples.Number(points)), scored);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.924", "9.24")]
    [InlineData("1", "10")]
    [InlineData("1.001", null)]
    [InlineData("-0.001", null)]
    public void A_share_lies_from_zero_to_one(string share, string? points)
    {
        FormulaResult result = new PercentFormula(ScoreExpression.Parse("s")).Evaluate(new MeasureSet([new("s", Examples.Number(share))]), 10);

        Assert.Equal(points, result.Fault is null ? result.Points.ToString() : null);
        Assert.Equal(points is null ? ScoreFaultKind.OutOfRange : null, result.Fault?.Kind);
    }

    [Theory]
    [InlineData("10", "10")]
    [InlineData("10.01", null)]
    [InlineData("-0.01", null)]
    public void Points_given_by_hand_stay_on_the_scale(string given, string? points)
    {
        FormulaResult result = new ManualFormula().Evaluate(new MeasureSet([new("score", Examples.Number(given))]), 10);

        Assert.Equal(points, result.Fault is null ? result.Points.ToString() : null);
    }

    [Fact]
    public void All_or_nothing()
    {
        var formula = new AchievedFormula(ScoreCondition.Parse("a >= 3"));

        Check(formula, "10", 3, 0);
        Check(formula, "0", 2, 0);
        Assert.Equal("a", formula.Evaluate(MeasureSet.None, 10).Fault?.Name);
    }

    // 3 of 2 is more than all; -1 of 2 is no ratio; 1 of 0 is none.
    [Fact]
    public void A_ratio_that_is_none_is_a_fault_and_names_the_expression()
    {
        foreach (ScoreFormula formula in (ScoreFormula[])
            [new RatioFormula(Ratio), new RatioToTargetFormula(Ratio, 1), new RatioWithFloorFormula(Ratio, 0, 0), new LinearBandFormula(Ratio, 0, 0, 1, 10, 0)])
        {
            Check(formula, "10", 3, 2);
            Assert.Equal(ScoreFaultKind.OutOfRange, Result(formula, -1, 2).Fault?.Kind);
            Assert.Equal((ScoreFaultKind.Undefined, "a division by zero in 'a / b'"), (Result(formula, 1, 0).Fault!.Kind, Result(formula, 1, 0).Fault!.Message.English));
        }
    }

    // 29 or fewer respondents: the leaf leaves sum and scale.
    [Theory]
    [InlineData(30, LeafState.Scored)]
    [InlineData(29, LeafState.NotApplicable)]
    public void Too_few_respondents_take_a_survey_out_of_the_scale(int respondents, LeafState expected)
    {
        var leaf = new LeafDefinition(new PercentFormula(ScoreExpression.Parse("s"))) { Evidence = EvidenceKind.Survey, MinimumRespondents = 30 };
        var tree = new CriteriaTree([new Criterion("x", BilingualText.Same("x"), 100) { Leaf = leaf }]);
        UnitMeasures unit = new("U", "g") { Leaves = [new LeafMeasures("x", new MeasureSet([new("s", (Fraction)0.5m), new("respondents", respondents)]))] };

        UnitScore score = new Scorer(tree, AdjustmentRules.None).Score(unit);

        Assert.Equal((expected, expected == LeafState.Scored ? 100 : 0), (score.Leaves[0].State, (int)score.ApplicableMax.Numerator));
        Assert.Equal("respondents", new Scorer(tree, AdjustmentRules.None).Score(unit with { Leaves = [] }).Leaves[0].Fault?.Name);
    }

    [Theory]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("2025-Q1", "2025-01-01", "2025-03-31")]
    [InlineData("2025-Q4", "2025-10-01", "2025-12-31")]
    [InlineData("2025-Q5", null, null)]
    [InlineData("25", null, null)]
    [InlineData("2025-01", null, null)]
    public void A_period_is_a_year_or_a_quarter(string id, string? from, string? to)
    {
        EvaluationPeriod? period = EvaluationPeriod.Parse(id);

        Assert.Equal((from, to), (period is null ? null : new MeasureValue.Date(period.From).ToString(), period is null ? null : new MeasureValue.Date(period.To).ToString()));
        Assert.Equal(id.Length == 4, period?.IsYear ?? false);
    }

    private static FormulaResult Shortening((int Before, int After)[] limits) => new MeanShorteningFormula(0.25m).Evaluate(
        new MeasureSet([new("limits", new MeasureValue.Limits(limits.Select(l => new LimitChange(l.Before, l.After)).ToValueList()))]), 10);

    private static void Check(ScoreFormula formula, string points, int a, int b)
    {
        FormulaResult result = Result(formula, a, b);
        Assert.Null(result.Fault);
        Assert.Equal(points, result.Points.ToString());
        Assert.NotEmpty(result.Why);
        Assert.All(result.Why, r => Assert.NotEqual("", r.Sentence.Vietnamese));
    }

    private static FormulaResult Result(ScoreFormula formula, int a, int b) => formula.Evaluate(new MeasureSet([new("a", a), new("b", b)]), 10);

    private static UnitScore Scored(ScoreFormula formula, MeasureSet measures) => new Scorer(
        new CriteriaTree([new Criterion("x", BilingualText.Same("x"), 10) { Leaf = new LeafDefinition(formula) }, new Criterion("y", BilingualText.Same("y"), 90) { Leaf = new LeafDefinition(new ManualFormula()) }]),
        AdjustmentRules.None).Score(new UnitMeasures("U", "g") { Leaves = [new LeafMeasures("x", measures), new LeafMeasures("y", new MeasureSet([new("score", (Fraction)0)]))] });
}
