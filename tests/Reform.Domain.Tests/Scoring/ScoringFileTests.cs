using System.Text.Json.Nodes;
using Reform.Domain.DataFiles;
using Reform.Domain.Scoring;

namespace Reform.Domain.Tests.Scoring;

/// <summary>What a scoring file may look like, and what is refused with its place.</summary>
public sealed class ScoringFileTests
{
    // Each line changes the worked example: path, new value as JSON ("" removes it), and where the problem has to be.
    [Theory]
    [InlineData("criteria.0.max", "21", "criteria[0].max")]
    [InlineData("criteria.0.max", "21", "criteria")]
    [InlineData("criteria.0.children.0.max", "\"4,0\"", "criteria[0].children[0].max")]
    [InlineData("criteria.0.children.0.max", "0", "criteria[0].children[0].max")]
    [InlineData("criteria.0.children.1.id", "\"A1\"", "criteria[0].children[1].id")]
    [InlineData("criteria.0.children.1.id", "\" \"", "criteria[0].children[1].id")]
    [InlineData("criteria.0.children.1.formula", "", "criteria[0].children[1].formula")]
    [InlineData("criteria.0.children.1.formula.type", "\"guess\"", "criteria[0].children[1].formula.type")]
    [InlineData("criteria.0.children.1.formula.ratio", "\"(onTime / due\"", "criteria[0].children[1].formula.ratio")]
    [InlineData("criteria.0.children.1.formula.ratio", "\"max(onTime, due)\"", "criteria[0].children[1].formula.ratio")]
    [InlineData("criteria.0.children.1.formula.ratio", "\"onTime // due\"", "criteria[0].children[1].formula.ratio")]
    [InlineData("criteria.0.children.1.formula.floor", "", "criteria[0].children[1].formula.floor")]
    [InlineData("criteria.0.children.1.formula.floor", "1e999999999", "criteria[0].children[1].formula.floor")]
    [InlineData("criteria.0.children.1.formula.floor", "\"1e-999999999\"", "criteria[0].children[1].formula.floor")]
    [InlineData("criteria.0.children.1.formula.flor", "1", "criteria[0].children[1].formula.flor")]
    [InlineData("criteria.0.children.1.formula.belowFloor", "10.01", "criteria[0].children[1].formula.belowFloor")]
    [InlineData("criteria.0.children.0.formula.deadline", "\"2025-02-29\"", "criteria[0].children[0].formula.deadline")]
    [InlineData("criteria.0.children.0.formula.lateUpToCalendarDays", "-1", "criteria[0].children[0].formula.lateUpToCalendarDays")]
    [InlineData("criteria.0.children.2.formula.target", "0", "criteria[0].children[2].formula.target")]
    [InlineData("criteria.0.children.2.notApplicableWhen", "\"units = 0\"", "criteria[0].children[2].notApplicableWhen")]
    [InlineData("criteria.0.children.2.notApplicableWhen", "\"units\"", "units[0].raw.A3.units")]
    [InlineData("criteria.1.children.2.formula.upper", "\"0.90\"", "criteria[1].children[2].formula.upper")]
    [InlineData("criteria.1.formula", "{\"type\": \"manual\"}", "criteria[1].formula")]
    [InlineData("criteria.1.notApplicableWhen", "\"procedures == 0\"", "criteria[1].notApplicableWhen")]
    [InlineData("criteria.4.survey", "true", "criteria[4].survey")]
    [InlineData("criteria", "{}", "criteria")]
    [InlineData("criteria", "", "criteria")]
    [InlineData("adjustments.bonus.approvedPilot", "-1", "adjustments.bonus.approvedPilot")]
    [InlineData("adjustments.malus", "{}", "adjustments.malus")]
    [InlineData("levels", "", "levels")]
    [InlineData("levels.rules.0.level", "\"Tot\"", "levels.rules[0].level")]
    [InlineData("levels.rules.0.any.0", "\"index <> 50\"", "levels.rules[0].any[0]")]
    [InlineData("levels.rules.0.any.0", "\"index + 1\"", "levels.rules[0].any[0]")]
    [InlineData("levels.rules.0.any", "[]", "levels.rules[0].any")]
    [InlineData("levels.rules.0.any", "", "levels.rules[0]")]
    [InlineData("levels.rules.0.any.0", "\"unheardOf\"", "units[0].conditions.unheardOf")]
    [InlineData("levels.rules.0.any.0", "\"index\"", "units[0].conditions")]
    [InlineData("levels.rules.4.else", "false", "levels.rules[4].else")]
    [InlineData("period.from", "\"2023-01-01\"", "period.from")]
    [InlineData("period.to", "\"2024-12-31\"", "period.to")]
    [InlineData("units.1.id", "\"U1\"", "units[1].id")]
    [InlineData("units.1.group", "", "units[1].group")]
    [InlineData("units.1.raw", "", "units[1].raw")]
    [InlineData("units.1.raw.A2.due", "", "units[1].raw.A2.due")]
    [InlineData("units.1.raw.A2.due", "0", "units[1].raw.A2.due")]
    [InlineData("units.1.raw.A2.due", "19", "units[1].raw.A2.due")]
    [InlineData("units.1.raw.A2.onTime", "\"nhiều\"", "units[1].raw.A2.onTime")]
    [InlineData("units.1.raw.A2.onTime", "true", "units[1].raw.A2.onTime")]
    [InlineData("units.1.raw.A1.issued", "\"2025-13-01\"", "units[1].raw.A1.issued")]
    [InlineData("units.1.raw.A1.issued", "20250110", "units[1].raw.A1.issued")]
    [InlineData("units.1.raw.B1.procedures", "0", "units[1].raw.B1")]
    [InlineData("units.1.raw.B1", "", "units[1].raw.B1")]
    [InlineData("units.1.raw.B1.published", "", "units[1].raw.B1.published")]
    [InlineData("units.1.raw.C2", "{}", "units[1].raw.C2.defects")]
    [InlineData("units.1.raw.B2.limits", "[]", "units[1].raw.B2.limits")]
    [InlineData("units.1.raw.B2.limits", "[[60, 45, 30]]", "units[1].raw.B2.limits[0]")]
    [InlineData("units.1.raw.B2.limits", "[[60, 45], [0, 0]]", "units[1].raw.B2.limits[1][0]")]
    [InlineData("units.1.raw.C2.defects", "-1", "units[1].raw.C2.defects")]
    [InlineData("units.0.raw.D1.classified", "1041", "units[0].raw.D1")]
    [InlineData("units.1.raw.E1.satisfaction", "\"1.01\"", "units[1].raw.E1.satisfaction")]
    [InlineData("units.1.raw.E1.satisfaction", "null", "units[1].raw.E1.satisfaction")]
    [InlineData("units.1.bonusItems.unheardOf", "1", "units[1].bonusItems.unheardOf")]
    [InlineData("units.1.penaltyItems.lateReport", "0.5", "units[1].penaltyItems.lateReport")]
    [InlineData("units.1.selfScore.E1", "\"14.00\"", "units[1].selfScore.E1")]
    [InlineData("units.1.selfScore.A1", "\"4.01\"", "units[1].selfScore.A1")]
    [InlineData("units.1.missingEvidence", "[\"Z9\"]", "units[1].missingEvidence[0]")]
    [InlineData("units.1.conditions.disciplined", "", "units[1].conditions.disciplined")]
    [InlineData("units.1.conditions", "", "units[1].conditions")]
    [InlineData("units.1.conditions.disciplined", "0", "units[1].conditions.disciplined")]
    [InlineData("units.1.bonusItem", "{}", "units[1].bonusItem")]
    [InlineData("units.1", "7", "units[1]")]
    public void What_is_wrong_is_named_with_its_place(string path, string json, string place)
    {
        InvalidDataFileException refused = Assert.Throws<InvalidDataFileException>(() => Examples.Score(Changed(path, json)));

        Assert.Contains(place, refused.Problems.Select(p => p.Field));
        Assert.All(refused.Problems, p => Assert.NotNull(p.Line));
        Assert.All(refused.Problems, p => Assert.NotEqual(p.Message.Vietnamese, p.Message.English));
    }

    [Fact]
    public void Every_problem_is_named_at_once()
    {
        JsonNode file = Examples.GoldenNode();
        file["units"]![0]!["raw"]!["B1"]!["procedures"] = 0;
        file["units"]![2]!["raw"]!["D2"]!["dossiers"] = 0;
        file["units"]![3]!["raw"]!.AsObject().Remove("C1");

        InvalidDataFileException refused = Assert.Throws<InvalidDataFileException>(() => Examples.Score(file.ToJsonString()));

        Assert.Equal(["units[0].raw.B1", "units[2].raw.D2", "units[3].raw.C1"], refused.Problems.Select(p => p.Field));
        Assert.Equal("a division by zero in 'published / procedures'", refused.Problems[0].Message.English);
    }

    // Other ways of writing the same.
    [Theory]
    [InlineData("units.0.raw.A2.due", "\"40\"")]
    [InlineData("units.0.raw.A2.due", "4e1")]
    [InlineData("units.0.raw.A2.due", "40.000000000000000000000000000000000000000")]
    [InlineData("units.0.raw.E1.satisfaction", "0.924")]
    [InlineData("units.0.raw.E1.satisfaction", "\"92.4E-2\"")]
    [InlineData("criteria.0.max", "\"20.0\"")]
    [InlineData("criteria.0.children.1.formula.ratio", "\"onTime/due+late/2/due\"")]
    [InlineData("criteria.0.children.1.formula.ratio", "\"-(-onTime - 0.5 * (late)) / due\"")]
    [InlineData("criteria.4.children.0.notApplicableWhen", "\"30 > respondents\"")]
    [InlineData("levels.rules.0.level", "\"NotCompleted\"")]
    [InlineData("levels.rules.1.level", "\"XuatSac\"")]
    [InlineData("levels.rules.1.all.4", "\"shortcomingsFixed == true\"")]
    [InlineData("levels.rules.0.any.2", "\"disciplined != false\"")]
    [InlineData("levels.order", "")]
    [InlineData("levels.rules.4", "")]
    [InlineData("period", "")]
    [InlineData("ranking", "")]
    [InlineData("units.0.expected", "{\"A1\": \"0.00\"}")]
    [InlineData("units.0.selfScore", "")]
    [InlineData("units.0.missingEvidence", "")]
    [InlineData("units.0.name", "")]
    [InlineData("units.3.missingEvidence", "[\"A3\", \"E1\"]")]
    public void A_file_may_say_the_same_otherwise(string path, string json)
    {
        ScoreSheet expected = Examples.Score(Examples.Golden);
        ScoreSheet sheet = Examples.Score(Changed(path, json));

        Assert.Equal(expected.Units.Select(Outcome), sheet.Units.Select(Outcome));
    }

    [Fact]
    public void Bonus_and_penalty_may_be_absent()
    {
        JsonNode file = Examples.GoldenNode();
        file.AsObject().Remove("adjustments");
        foreach (JsonNode? unit in file["units"]!.AsArray())
        {
            unit!.AsObject().Remove("bonusItems");
            unit["penaltyItems"] = new JsonObject();
        }

        ScoreSheet sheet = Examples.Score(file.ToJsonString());

        Assert.Equal(["87.43", "86.25", "37.52", "95.57"], sheet.Units.Select(u => u.Score.Index!.Value.ToFixed(2)));
    }

    [Fact]
    public void A_unit_to_which_nothing_applies_has_no_index_no_rank_and_no_level()
    {
        ScoreSheet sheet = Examples.Score("""
            {"criteria": [{"id": "A", "max": 100, "notApplicableWhen": "n == 0", "formula": {"type": "ratio", "ratio": "m / n"}}],
             "levels": {"rules": [{"level": "NotCompleted", "any": ["index < 50"]}, {"level": "Good", "all": ["index >= 50"]}]},
             "units": [{"id": "a", "group": "g", "raw": {"A": {"n": 0, "m": 0}}}, {"id": "b", "group": "g", "raw": {"A": {"n": 2, "m": 1}}}]}
            """);

        Assert.Equal((null, null, null), (sheet.Units[0].Score.Find("A")!.Points, sheet.Units[0].Score.Index, sheet.Units[0].Rank));
        Assert.Equal(RatingLevel.Indeterminate, sheet.Units[0].Level.Level);
        Assert.Equal(((Fraction)50, 1, RatingLevel.Good), (sheet.Units[1].Score.Index, sheet.Units[1].Rank, sheet.Units[1].Level.Level));
    }

    // 1/3 of 0.015 points is exactly 0.005: only an exact fraction sees the tie.
    [Fact]
    public void A_tie_that_only_fractions_see_is_rounded_away_from_zero()
    {
        ScoreSheet sheet = Examples.Score("""
            {"criteria": [{"id": "A", "max": "0.015", "formula": {"type": "ratio", "ratio": "m / n"}},
                          {"id": "B", "max": "99.985", "formula": {"type": "ratio", "ratio": "m / n"}}],
             "levels": {"rules": [{"level": "Good", "all": ["index >= 33.34"]}]},
             "units": [{"id": "a", "group": "g", "raw": {"A": {"n": 3, "m": 1}, "B": {"n": 3, "m": 1}}}]}
            """);

        Assert.Equal("0.01", sheet.Units[0].Score.Find("A")!.Shown());
        Assert.Equal(("33.33", "33.34", RatingLevel.Good), (
            sheet.Units[0].Score.Find("B")!.Shown(), sheet.Units[0].Score.Index!.Value.ToFixed(2), sheet.Units[0].Level.Level));
    }

    [Fact]
    public void A_knock_out_that_stands_above_wins_and_shares_come_from_tasks_without_evidence()
    {
        JsonNode file = Examples.GoldenNode();
        file["units"]![1]!["missingEvidence"] = new JsonArray("A2");
        ScoredUnit unit = Examples.Score(file.ToJsonString()).Unit("U2");

        Assert.Equal((Fraction)0, unit.Score.Find("A2")!.Points);
        Assert.Equal(("86.25", RatingLevel.Good), (unit.Score.Index!.Value.ToFixed(2), unit.Level.Level));

        file["units"]![1]!["conditions"]!["disciplined"] = true;
        Assert.Equal(RatingLevel.NotCompleted, Examples.Score(file.ToJsonString()).Unit("U2").Level.Level);
    }

    [Fact]
    public void Deep_nesting_and_long_expressions_are_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("(", 400)) + "1" + string.Concat(Enumerable.Repeat(")", 400));
        Assert.Contains("50", Refused(deep), StringComparison.Ordinal);
        Assert.Contains("1000", Refused(string.Join('+', Enumerable.Repeat("1", 2000))), StringComparison.Ordinal);
        Assert.Contains("too large", Refused("onTime / due / " + string.Join('/', Enumerable.Repeat("1e-200", 120))), StringComparison.Ordinal);
        Assert.Throws<InvalidDataFileException>(() => Examples.Score(string.Concat(Enumerable.Repeat("{\"criteria\":[", 5000))));
    }

    private static string Refused(string expression) => Assert.Throws<InvalidDataFileException>(
        () => Examples.Score(Changed("criteria.0.children.1.formula.ratio", "\"" + expression + "\""))).Problems[0].Message.English;

    private static (string, string, string, RatingLevel, int?) Outcome(ScoredUnit unit) => (
        string.Join(' ', unit.Score.Leaves.Select(l => l.Shown())), unit.Score.Total!.Value.ToFixed(2), unit.Score.Index!.Value.ToFixed(2), unit.Level.Level, unit.Rank);

    private static string Changed(string path, string json)
    {
        JsonNode file = Examples.GoldenNode();
        string[] steps = path.Split('.');
        JsonNode parent = file;
        foreach (string step in steps[..^1])
        {
            parent = parent is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : parent[step]!;
        }

        if (parent is JsonArray items)
        {
            int index = int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture);
            items.RemoveAt(index);
            if (json.Length > 0)
            {
                items.Insert(index, JsonNode.Parse(json));
            }
        }
        else if (json.Length == 0)
        {
            parent.AsObject().Remove(steps[^1]);
        }
        else
        {
            parent[steps[^1]] = JsonNode.Parse(json);
        }

        return file.ToJsonString();
    }
}
