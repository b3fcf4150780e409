using System.Text.Json.Nodes;
using NodaTime;
using Reform.Domain.Scoring;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Scoring;

/// <summary>The worked example, whose values were computed by hand: to the last digit.</summary>
public sealed class GoldenScoringTests
{
    private static readonly JsonNode Golden = Examples.GoldenNode();
    private static readonly ScoreSheet Sheet = Examples.Score(Examples.Golden);
    private static readonly EvaluationPeriod Year2025 = new("2025", new LocalDate(2025, 1, 1), new LocalDate(2025, 12, 31));

    private static readonly Dictionary<string, RatingLevel> Levels = new(StringComparer.Ordinal)
    {
        ["HoanThanh"] = RatingLevel.Completed,
        ["HoanThanhTot"] = RatingLevel.Good,
        ["KhongHoanThanh"] = RatingLevel.NotCompleted,
        ["XuatSacCandidate"] = RatingLevel.ExcellentCandidate,
    };

    [Theory]
    [InlineData("U1")]
    [InlineData("U2")]
    [InlineData("U3")]
    [InlineData("U4")]
    public void A_unit_comes_out_as_expected_to_the_last_digit(string id)
    {
        ScoredUnit unit = Sheet.Unit(id);
        JsonObject expected = Golden["units"]!.AsArray().Single(u => (string)u!["id"]! == id)!["expected"]!.AsObject();

        Assert.Equal(11, unit.Score.Leaves.Count);
        Assert.All(unit.Score.Leaves, l => Assert.Equal((l.LeafId, (string?)expected[l.LeafId]), (l.LeafId, l.Shown())));
        Assert.Equal(Examples.Number((string)expected["adjust"]!), unit.Score.Adjustment);
        Assert.Equal((string)expected["total"]!, unit.Score.Total!.Value.ToFixed(2));
        Assert.Equal((string)expected["applicableMax"]!, unit.Score.ApplicableMax.ToString());
        Assert.Equal((string)expected["index"]!, unit.Score.Index!.Value.ToFixed(2));
        Assert.Equal(Levels[(string)expected["level"]!], unit.Level.Level);
        Assert.Equal(Examples.Number((string)expected["selfTotal"]!), unit.SelfScores.Aggregate(Fraction.Zero, (sum, s) => sum + s.Points));
        Assert.Equal(
            (string)expected["emulationPoints"]!,
            new YearlyCriterion(10).PointsOf(unit.Score.Index.Value, Year2025, Rounding.ToTwoDecimals).ToFixed(2));
    }

    [Fact]
    public void Units_are_ranked_inside_their_groups()
    {
        JsonObject groups = Golden["ranking"]!["expected"]!.AsObject();

        Assert.Equal(
            groups.SelectMany(g => g.Value!.AsArray().Select(p => (g.Key, (string)p![0]!, (int)p[1]!))).Order(),
            Sheet.Units.Select(u => (u.Score.Group, u.Score.UnitId, u.Rank!.Value)).Order());
    }

    [Theory]
    [InlineData("U1")]
    [InlineData("U2")]
    [InlineData("U3")]
    [InlineData("U4")]
    public void The_gap_to_the_self_score_is_flagged_above_five_points(string id)
    {
        ScoredUnit unit = Sheet.Unit(id);
        JsonArray expected = Golden["selfAppraisalGap"]!["expected"]![id]!.AsArray();

        SelfAppraisalGap gap = SelfAppraisalGap.Of(unit.SelfScores, unit.Score, SelfAppraisalGap.DefaultThreshold)!;

        Assert.Equal(((string)expected[0]!, (bool)expected[1]!), (gap.Gap.ToFixed(2), gap.IsFlagged));
    }

    [Fact]
    public void Facts_that_meet_no_level_are_reported_and_not_given_one()
    {
        JsonNode input = Golden["gapCase"]!["input"]!;
        var facts = new LevelFacts(
            Examples.Number((string)input["index"]!),
            new TaskCounts((int)input["due"]!, (int)input["onTime"]!, (int)input["late"]!),
            [new("tasksExceededShare", (Fraction)0), new("disciplined", false), new("shortcomingsFixed", true)]);

        LevelResult result = Sheet.Levels.Classify(facts);

        Assert.Equal(RatingLevel.Indeterminate, result.Level);
        Assert.Equal("no_level_rule_matches", result.Why[0].Code);
        Assert.Equal(
            "Level completed is not reached: doneShare == 1 (doneShare = 0.9)",
            result.Why.Single(r => r.Sentence.English.Contains("level completed", StringComparison.OrdinalIgnoreCase)).Sentence.English);
    }

    [Theory]
    [InlineData("0.20", CapBase.AfterDemotion, "postDemotionBase")]
    [InlineData("0.20", CapBase.BeforeDemotion, "preDemotionBase")]
    [InlineData("0.20", CapBase.GoodOrBetter, "naiveGoodOrBetter")]
    [InlineData("0.20", CapBase.WholeGroup, "naiveWholeGroup")]
    [InlineData("0.25", CapBase.AfterDemotion, "postDemotionAt25Percent")]
    public void The_cap_has_the_places_of_its_reading(string share, CapBase reading, string expected)
    {
        JsonNode cap = Golden["capCase"]!;
        (ValueList<CapCandidate> candidates, int good, int others) = Cap(cap);

        CapResult result = new ExcellenceCap(Examples.Number(share), reading).Apply(candidates, good, others);

        Assert.Equal((int)cap["expected"]![expected]!["seats"]!, result.Seats);
        Assert.Equal((int)cap["groupSize"]!, candidates.Count + good + others);
    }

    [Fact]
    public void The_cap_chooses_by_index_and_then_by_the_on_time_rate()
    {
        JsonNode cap = Golden["capCase"]!;
        (ValueList<CapCandidate> candidates, int good, int others) = Cap(cap);

        CapResult result = ExcellenceCap.Default.Apply(candidates, good, others);
        CapResult untold = ExcellenceCap.Default.Apply(candidates.Select(c => c with { TieBreaks = [] }).ToValueList(), good, others);

        Assert.Equal(cap["expected"]!["selected"]!.AsArray().Select(s => (string)s!), result.Selected);
        Assert.Empty(result.Undecided);
        Assert.Equal((["K01", "K02", "K03"], ["K04", "K05"], 1), (untold.Selected, untold.Undecided, untold.SeatsUndecided));
        Assert.Equal("excellence_tie", untold.Why[1].Code);
    }

    [Fact]
    public void The_head_is_not_above_the_collective()
    {
        foreach (JsonNode? link in Golden["headLink"]!["cases"]!.AsArray())
        {
            RatingLevel? collective = (string?)link!["collective"] is string level ? Levels[level] : null;

            HeadRating head = HeadRating.Of(collective, Levels[(string)link["headProposed"]!]);

            Assert.Equal(Levels.TryGetValue((string)link["expected"]!, out RatingLevel expected) ? expected : null, head.Level);
            Assert.Equal(collective is null, head.Why.Code == "collective_not_rated");
        }
    }

    // The traps of the example, each with the wrong answer that it is for.
    [Theory]
    [InlineData("T1", "U1", "B3", "12.25", "13.62")]
    [InlineData("T2", "U1", "B1", "7.13", "7.12")]
    [InlineData("T3", "U3", "E1", "12.23", "12.22")]
    [InlineData("T4", "U1", "B2", "6.67", "7.27")]
    [InlineData("T5", "U3", "A1", "4.00", "2.00")]
    [InlineData("T6", "U2", "B3", "14.00", "13.99")]
    public void A_trap_is_not_fallen_into(string trap, string unit, string leaf, string right, string wrong)
    {
        Assert.Contains(Golden["traps"]!.AsArray(), t => (string)t!["id"]! == trap);
        Assert.Equal(right, Sheet.Unit(unit).Score.Find(leaf)!.Shown());
        Assert.NotEqual(wrong, right);
    }

    [Fact]
    public void T7_the_index_is_of_the_applicable_scale_and_T8_penalties_are_capped()
    {
        Assert.Equal((79, "95.57", 1), (Sheet.Unit("U4").Score.ApplicableMax, Sheet.Unit("U4").Score.Index!.Value.ToFixed(2), Sheet.Unit("U4").Rank));
        Assert.Equal((Fraction)3, Sheet.Unit("U3").Score.Penalty);
    }

    [Fact]
    public void The_same_file_gives_the_same_result()
    {
        ScoreSheet again = Examples.Score(Examples.Golden);

        Assert.Equal(Sheet.Units.Select(u => u.Score), again.Units.Select(u => u.Score));
        Assert.Equal(Sheet.Units.Select(u => u.Level), again.Units.Select(u => u.Level));
    }

    private static (ValueList<CapCandidate> Candidates, int Good, int Others) Cap(JsonNode cap) => (
        cap["candidates"]!.AsArray().Select(c => new CapCandidate(
            (string)c!["id"]!, Examples.Number((string)c["index"]!), [Examples.Number((string)c["onTimeRate"]!)])).ToValueList(),
        (int)cap["goodBeforeDemotion"]!,
        (int)cap["others"]!);
}
