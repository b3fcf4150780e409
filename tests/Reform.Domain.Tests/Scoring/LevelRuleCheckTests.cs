using CsCheck;
using Reform.Domain.Scoring;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Scoring;

/// <summary>What level rules leave open is found before they are published.</summary>
public sealed class LevelRuleCheckTests
{
    private static readonly LevelRules Golden = Examples.Score(Examples.Golden).Levels;

    [Fact]
    public void The_gap_of_the_worked_example_is_found_with_an_example_that_meets_no_level()
    {
        var check = LevelRuleCheck.Of(Golden, Rounding.ToTwoDecimals);

        Assert.NotEmpty(check.Gaps);
        Assert.False(check.HasMoreGaps);
        Assert.Empty(check.Free);
        Assert.Empty(check.Unreachable);
        Assert.Contains(check.Gaps, g => g.Failing.Single(f => f.Rule == 3).Conditions.SequenceEqual(["doneShare == 1"]));
        Assert.All(check.Gaps, g => Assert.Equal(RatingLevel.Indeterminate, Classify(Golden, g.Example).Level));
        Assert.Equal([(0, 2), (0, 3), (1, 2), (1, 3), (2, 3)], check.Overlaps.Select(o => (o.First, o.Second)).Except([(0, 1)]));
    }

    // Where nothing was due there is no share, and every level above asks for one.
    [Fact]
    public void That_no_task_may_be_due_is_a_gap_too() => Assert.Contains(
        LevelRuleCheck.Of(Golden, Rounding.ToTwoDecimals).Gaps, g => g.Example.Contains(new LevelFact("doneShare", "–")));

    [Fact]
    public void Rules_without_a_gap_have_none_and_one_that_cannot_win_is_named()
    {
        var rules = new LevelRules(
        [
            Rule(RatingLevel.Good, "index >= 70"), Rule(RatingLevel.ExcellentCandidate, "index > 90"), Rule(RatingLevel.Completed, "index >= 50"),
            Rule(RatingLevel.NotCompleted, "index < 50"),
        ]);

        var check = LevelRuleCheck.Of(rules, Rounding.ToTwoDecimals);

        Assert.Empty(check.Gaps);
        Assert.Equal([1], check.Unreachable);
        Assert.Equal([(0, 1), (0, 2), (1, 2)], check.Overlaps.Select(o => (o.First, o.Second)));
    }

    [Theory]
    [InlineData("index < 50", "index > 50", true)]
    [InlineData("index <= 50", "index > 50", false)]
    [InlineData("index < 50", "index >= 50.01", true)]
    [InlineData("index <= 50", "index >= 50.01", false)]
    [InlineData("index <= 49.999", "index >= 50", false)]
    [InlineData("doneShare < 1", "onTimeShare + lateShare == 1", true)]
    [InlineData("doneShare < 0.7", "doneShare >= 0.7", true)]
    [InlineData("disciplined", "!disciplined", false)]
    public void A_gap_is_found_on_the_grid_of_the_index_and_between_shares(string first, string second, bool hasGap) => Assert.Equal(
        hasGap,
        LevelRuleCheck.Of(new LevelRules([Rule(RatingLevel.Good, first), Rule(RatingLevel.Completed, second)]), Rounding.ToTwoDecimals).Gaps.Count > 0);

    [Fact]
    public void A_condition_that_is_no_plain_comparison_is_taken_as_free_and_named() => Assert.Equal(
        ["index * 2 > bonus"], LevelRuleCheck.Of(new LevelRules([Rule(RatingLevel.Good, "index * 2 > bonus")]), Rounding.ToTwoDecimals).Free);

    // The slow reference visits every index in steps of one and every pair of shares in steps of a tenth, and no tasks at all.
    [Fact]
    public void Gaps_overlaps_and_rules_that_cannot_win_agree_with_a_slow_search()
    {
        Gen<string> conditions = Gen.OneOf(
            Gen.Select(Gen.OneOf("<", "<=", ">", ">=", "=="), Gen.Int[0, 10]).Select((s, n) => "index " + s + " " + (n * 10)),
            Gen.Select(Gen.OneOf("doneShare", "onTimeShare", "lateShare"), Gen.OneOf("<", ">=", "=="), Gen.OneOf("0", "0.2", "0.4", "1"))
                .Select((a, b, c) => a + " " + b + " " + c),
            Gen.OneOf("disciplined", "!disciplined"));
        Gen<LevelRule> rules = Gen.Select(conditions.Array[0, 2], conditions.Array[1, 2], Gen.OneOf(RatingLevel.NotCompleted, RatingLevel.Completed, RatingLevel.Good))
            .Select((all, any, level) => new LevelRule(level)
            {
                All = all.Select(ScoreCondition.Parse).ToValueList(),
                Any = any.Select(ScoreCondition.Parse).ToValueList(),
            });
        rules.Array[1, 4].Sample(
            array =>
            {
                var set = new LevelRules(array.ToValueList());
                var check = LevelRuleCheck.Of(set, new Rounding(RoundingMode.HalfAwayFromZero, 0));
                Assert.All(check.Gaps, g => Assert.Null(Classify(set, g.Example).RuleIndex));

                LevelFacts[] all = [.. Grid()];
                LevelResult[] results = [.. all.Select(set.Classify)];
                Assert.Equal(Array.Exists(results, r => r.RuleIndex is null), check.Gaps.Count > 0);
                Assert.Equal(Enumerable.Range(0, array.Length).Except(results.Select(r => r.RuleIndex ?? -1)), check.Unreachable);
                Assert.Equal(Pairs(array, all), check.Overlaps.Select(o => (o.First, o.Second)));
            },
            iter: 15);
    }

    private static IEnumerable<(int First, int Second)> Pairs(LevelRule[] rules, LevelFacts[] all)
    {
        LevelRules[] alone = [.. rules.Select(r => new LevelRules([r]))];
        return from i in Enumerable.Range(0, rules.Length)
               from j in Enumerable.Range(i + 1, rules.Length - i - 1)
               where rules[i].Level != rules[j].Level
                   && Array.Exists(all, f => alone[i].Classify(f).RuleIndex is not null && alone[j].Classify(f).RuleIndex is not null)
               select (i, j);
    }

    private static IEnumerable<LevelFacts> Grid() =>
        from index in Enumerable.Range(0, 101)
        from disciplined in (IEnumerable<bool>)[false, true]
        from tasks in Enumerable.Range(0, 11).SelectMany(t => Enumerable.Range(0, 11 - t).Select(l => new TaskCounts(10, t, l))).Prepend(new TaskCounts(0, 0, 0))
        where index % 5 == 0 || tasks.Due.Sign == 0 || index % 10 is 1 or 9
        select new LevelFacts(index, tasks, [new("disciplined", disciplined)]);

    private static LevelRule Rule(RatingLevel level, string condition) => new(level) { All = [ScoreCondition.Parse(condition)] };

    private static LevelResult Classify(LevelRules rules, ValueList<LevelFact> example)
    {
        Dictionary<string, string> facts = example.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
        MeasureValue Value(string text) => text switch
        {
            "true" => true,
            "false" => false,
            _ => Fraction.TryParse(text, out Fraction number) ? number : Quotient(text),
        };
        TaskCounts? tasks = facts.TryGetValue("doneShare", out string? done) && done == "–" ? new TaskCounts(0, 0, 0) : null;
        return rules.Classify(new LevelFacts(
            facts.TryGetValue("index", out string? index) ? Examples.Number(index) : 0,
            tasks,
            facts.Where(f => f.Value != "–" && f.Key != "index").Select(f => new Measure(f.Key, Value(f.Value)))));
    }

    private static MeasureValue Quotient(string text) => ScoreExpression.Parse(text).Evaluate(MeasureSet.None).Value;
}
