using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Scoring;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Scoring;

/// <summary>Versions of criteria sets: invariants, publication, periods, the yearly rating.</summary>
public sealed class CriteriaSetTests
{
    private static readonly ScoreSheet Golden = Examples.Score(Examples.Golden);
    private static readonly LocalDate Day = new(2024, 1, 2);

    [Fact]
    public void B06_A_set_whose_maxima_do_not_add_up_is_refused()
    {
        Criterion field = Golden.Tree.Criteria[0];
        RecordInputException refused = Assert.Throws<RecordInputException>(
            () => new CriteriaTree([field with { Max = 19 }, .. Golden.Tree.Criteria.Skip(1)]));

        Assert.Equal(
            [("maxima_do_not_sum", "criteria[0].max"), ("maxima_do_not_sum", "criteria")], refused.Problems.Select(p => (p.Code, p.Field)));
        Assert.Equal("the maximum is 19, but those of its children sum to 20", refused.Problems[0].Message.English);
    }

    [Fact]
    public void A_leaf_needs_a_formula_and_only_a_survey_has_respondents()
    {
        Criterion bare = new("a", BilingualText.Same("a"), 60);
        Criterion odd = new("b", BilingualText.Same("b"), 40) { Leaf = new LeafDefinition(new ManualFormula()) { MinimumRespondents = 3 } };

        RecordInputException refused = Assert.Throws<RecordInputException>(() => new CriteriaTree([bare, odd]));

        Assert.Equal(["no_formula", "not_a_survey"], refused.Problems.Select(p => p.Code));
    }

    [Fact]
    public void A06_Adding_the_criterion_is_a_new_version_from_2024_and_leaves_the_earlier_one()
    {
        CriteriaSet first = Set(1, 2024, 2025);
        PublishedSets before = PublishedSets.None.With(first, Day);

        PublishedSets after = before.With(Set(2, 2025, 2026, max: 19), Day.PlusYears(1));

        Assert.Equal([1], before.All.Select(p => p.Set.Version));
        Assert.Same(first, after.InForceFor("xa-phuong", Year(2024)));
        Assert.Equal(2, after.InForceFor("xa-phuong", Year(2025)).Version);
        Assert.Throws<RecordInputException>(() => Set(1, 2023, 2024));
    }

    [Fact]
    public void The_version_of_a_period_is_found()
    {
        PublishedSets sets = PublishedSets.None.With(Set(1, 2024, 2025), Day).With(Set(2, 2025, 2027), Day);

        Assert.Equal([1, 2, 2], Enumerable.Range(2024, 3).Select(y => sets.InForceFor("xa-phuong", Year(y)).Version));
        Assert.Equal("no_set_in_force", Code(() => sets.InForceFor("xa-phuong", Year(2027))));
        Assert.Equal("no_set_in_force", Code(() => sets.InForceFor("so", Year(2025))));
        Assert.Equal("no_set_in_force", Code(() => sets.InForceFor("xa-phuong", new EvaluationPeriod("x", new LocalDate(2024, 7, 1), new LocalDate(2025, 6, 30)))));
    }

    [Fact]
    public void What_is_published_never_changes()
    {
        PublishedSets sets = PublishedSets.None.With(Set(2, 2025, 2026), Day);

        Assert.Equal("published_is_immutable", Code(() => sets.With(Set(2, 2026, 2027), Day)));
        Assert.Equal("version_not_above", Code(() => sets.With(Set(1, 2024, 2025), Day)));
        Assert.Equal("two_sets_at_once", Code(() => sets.With(Set(3, 2025, 2026), Day)));
        Assert.Single(sets.All);
    }

    [Fact]
    public void E07_A_period_before_2024_is_refused()
    {
        PublishedSets sets = PublishedSets.None.With(Set(1, 2024, 2025), Day);

        RecordInputException refused = Assert.Throws<RecordInputException>(() => sets.InForceFor("xa-phuong", Year(2023)));

        Assert.Equal(("criterion_not_in_force", "a period of 2023: the reform criterion applies from 2024 on"), (refused.Problems[0].Code, refused.Problems[0].Message.English));
        Assert.Equal("criterion_not_in_force", Code(() => new YearlyCriterion(10).PointsOf(50, Year(2023), Rounding.ToTwoDecimals)));
        Assert.Equal("period_ends_before_it_begins", Code(() => ReformCriterion.CheckPeriod(new EvaluationPeriod("x", new LocalDate(2025, 2, 2), new LocalDate(2025, 2, 1)))));
    }

    [Theory]
    [InlineData("86.25", "10", "8.63")]
    [InlineData("100", "99.99", "99.99")]
    [InlineData("0", "10", "0.00")]
    [InlineData("33.33", "15", "5.00")]
    public void B07_The_index_gives_its_weight_in_the_yearly_rating(string index, string weight, string points) => Assert.Equal(
        points, new YearlyCriterion(Examples.Number(weight)).PointsOf(Examples.Number(index), Year(2025), Rounding.ToTwoDecimals).ToFixed(2));

    [Fact]
    public void E09_A_weight_of_all_points_is_refused()
    {
        Assert.All(["100", "100.01", "0", "-1"], w => Assert.Equal("weight_outside_range", Code(() => new YearlyCriterion(Examples.Number(w)))));
        EvaluationPeriod quarter = new("2025-Q1", new LocalDate(2025, 1, 1), new LocalDate(2025, 3, 31));
        Assert.Equal("not_a_year", Code(() => new YearlyCriterion(10).PointsOf(50, quarter, Rounding.ToTwoDecimals)));
    }

    [Fact]
    public void Another_rounding_is_data()
    {
        UnitMeasures unit = new("U", "g") { Leaves = [new LeafMeasures("a", new MeasureSet([new("m", (Fraction)1), new("n", (Fraction)16)]))] };
        var tree = new CriteriaTree([new("a", BilingualText.Same("a"), 100) { Leaf = new LeafDefinition(new RatioFormula(ScoreExpression.Parse("m / n / 50"))) }]);

        // 1/16/50 of 100 is 0.125.
        Assert.Equal("0.13", new Scorer(tree, AdjustmentRules.None).Score(unit).Index!.Value.ToFixed(2));
        Rounding even = new(RoundingMode.HalfToEven, 2);
        Assert.Equal("0.12", new Scorer(tree, AdjustmentRules.None, even, even).Score(unit).Index!.Value.ToFixed(2));
    }

    [Fact]
    public void E19_Results_are_compared_with_their_baseline_and_only_between_versions_that_match()
    {
        UnitScore first = Golden.Unit("U3").Score;
        UnitScore second = first with
        {
            Index = Examples.Number("40.02"),
            Leaves = first.Leaves.Select(l => l.LeafId == "A2" ? l with { Points = Examples.Number("5.5") } : l).ToValueList(),
        };

        ScoreComparison same = ScoreComparison.Of(Set(1, 2024, 2025), first, Set(2, 2025, 2026), second);
        Assert.Equal(Examples.Number("5.50"), same.Change);
        Assert.Equal([("A2", Examples.Number("5.5"))], same.Leaves.Where(l => l.Change.Sign != 0).Select(l => (l.LeafId, l.Change)));
        Assert.Equal(11, same.Leaves.Count);
        ScoreComparison other = ScoreComparison.Of(Set(1, 2024, 2025), first, Set(2, 2025, 2026, max: 19), second);
        Assert.Equal((null, "not_comparable", 0), (other.Change, other.Why.Code, other.Leaves.Count));
        Assert.NotNull(ScoreComparison.Of(Set(1, 2024, 2025), first, Set(2, 2025, 2026, max: 19) with { ComparableWith = [1] }, second).Change);
        Assert.Equal("no_index", ScoreComparison.Of(Set(1, 2024, 2025), first, Set(2, 2025, 2026), second with { Index = null }).Why.Code);
    }

    [Theory]
    [InlineData("2025", "2024")]
    [InlineData("2025-Q1", "2024-Q4")]
    [InlineData("2025-Q3", "2025-Q2")]
    [InlineData("0001", null)]
    [InlineData("0001-Q1", null)]
    public void The_period_before_is_of_the_same_kind(string id, string? before) => Assert.Equal(before, EvaluationPeriod.Parse(id)!.Before()?.Id);

    private static string Code(Action step) => Assert.Throws<RecordInputException>(step).Problems[0].Code;

    private static string Code(Func<object> step) => Assert.Throws<RecordInputException>(step).Problems[0].Code;

    private static EvaluationPeriod Year(int year) => new(year.ToString(System.Globalization.CultureInfo.InvariantCulture), new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));

    // With another maximum the tree differs: a point goes from the first field to the second.
    private static CriteriaSet Set(int version, int from, int to, int max = 20)
    {
        CriteriaTree tree = Golden.Tree;
        if (max != 20)
        {
            Criterion[] fields = [.. tree.Criteria];
            fields[0] = fields[0] with { Max = max, Children = [.. fields[0].Children.Take(2), fields[0].Children[2] with { Max = max - 14 }] };
            fields[4] = fields[4] with { Max = 35 - max, Children = [fields[4].Children[0] with { Max = 35 - max }] };
            tree = new CriteriaTree(fields.ToValueList());
        }

        return new CriteriaSet(
            "hp", version, BilingualText.Same("hp"), new Validity(new LocalDate(from, 1, 1), new LocalDate(to, 1, 1)), ["xa-phuong", "ban-dang"], tree, Golden.Levels);
    }
}
