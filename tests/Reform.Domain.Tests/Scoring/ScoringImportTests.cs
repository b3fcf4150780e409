using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Reform.Domain.DataFiles;
using Reform.Domain.Scoring;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Scoring;

/// <summary>Criteria sets and measures from JSON and CSV: the same from both, and every problem with its place.</summary>
public sealed class ScoringImportTests
{
    private static readonly ScoreSheet Golden = Examples.Score(Examples.Golden);
    private static readonly CriteriaSet Set = CriteriaSetFile.Read(Stream(SetJson().ToJsonString()));

    [Fact]
    public void A_set_is_read_whole()
    {
        Assert.Equal(("hp", 1, "Bộ tiêu chí"), (Set.Id, Set.Version, Set.Name.Vietnamese));
        Assert.Equal(["xa-phuong", "ban-dang"], Set.Groups);
        Assert.Equal(Golden.Tree.Leaves.Select(l => (l.Id, l.Max, l.Leaf!.Formula)), Set.Tree.Leaves.Select(l => (l.Id, l.Max, l.Leaf!.Formula)));
        Assert.Equal((Examples.Number("0.25"), CapBase.BeforeDemotion), (Set.Cap.Share, Set.Cap.Base));
        Assert.Equal((RoundingMode.HalfToEven, 3), (Set.LeafRounding.Mode, Set.LeafRounding.Decimals));
        Assert.Equal((Examples.Number("4.5"), MeasureSource.Programme), (Set.GapThreshold, Set.Tree.FindLeaf("A2")!.Leaf!.Source));
        Assert.Equal([1, 2], Set.ComparableWith);
    }

    [Theory]
    [InlineData("version", "0", "version")]
    [InlineData("effective", "{\"from\": \"2023-01-01\"}", "effective.from")]
    [InlineData("groups", "[]", "groups")]
    [InlineData("groups", "[\"a\", \"a\"]", "groups[1]")]
    [InlineData("cap", "{\"share\": 1.5}", "cap.share")]
    [InlineData("cap", "{\"share\": 0.2, \"base\": \"all\"}", "cap.base")]
    [InlineData("rounding", "{\"mode\": \"up\", \"decimals\": 2}", "rounding.mode")]
    [InlineData("rounding", "{\"mode\": \"halfToEven\", \"decimals\": 13}", "rounding.decimals")]
    [InlineData("units", "[]", "units")]
    [InlineData("levels", "null", "levels")]
    [InlineData("name", "\" \"", "name")]
    public void What_is_wrong_with_a_set_is_named(string member, string json, string place)
    {
        JsonObject file = SetJson();
        file[member] = JsonNode.Parse(json);

        Assert.Contains(place, Problems(() => CriteriaSetFile.Read(Stream(file.ToJsonString()))).Select(p => p.Field));
    }

    [Fact]
    public void A_leaf_states_its_source_and_its_evidence()
    {
        JsonObject file = SetJson();
        JsonObject leaf = file["criteria"]![0]!["children"]![0]!.AsObject();
        leaf.Remove("measureSource");
        leaf.Remove("evidence");

        Assert.Equal(
            ["criteria[0].children[0].measureSource", "criteria[0].children[0].evidence"],
            Problems(() => CriteriaSetFile.Read(Stream(file.ToJsonString()))).Select(p => p.Field));
    }

    [Fact]
    public void A_tree_in_a_table_is_the_same_tree()
    {
        JsonObject file = SetJson();
        var table = new StringBuilder("id,parent,vi,en,max,formula,survey,notApplicableWhen,measureSource,evidence\r\n");
        Rows(file["criteria"]!.AsArray(), "", table);
        file.Remove("criteria");

        Assert.Equal(Set.Tree, CriteriaSetFile.Read(Stream(file.ToJsonString()), "set", Stream(table.ToString())).Tree);
    }

    [Theory]
    [InlineData("id,parent,max\nA,,100\n", 1, "formula")]
    [InlineData("id,parent,max,formula,extra\nA,,100,,x\n", 1, "extra")]
    [InlineData("id,parent,max,formula\nA,Z,100,\n", 2, "parent")]
    [InlineData("id,parent,max,formula\nA,A,100,\n", 2, "parent")]
    [InlineData("id,parent,max,formula\nA,,100,\nA,,0,\n", 3, "id")]
    [InlineData("id,parent,max,formula\nA,,100\n", 2, "")]
    [InlineData("id,parent,max,formula\nA,,100,{\n", 2, "formula")]
    [InlineData("id,parent,max,formula\n\"A,,100,\n", 2, "")]
    [InlineData("id,parent,max,formula,measureSource,evidence\nA,,99,\"{\"\"type\"\":\"\"manual\"\"}\",declared,documents\n", 1, "criteria")]
    [InlineData("id,parent,max,formula,measureSource,evidence\nA,,100,,,\nB,A,99,\"{\"\"type\"\":\"\"manual\"\"}\",declared,documents\n", 2, "max")]
    [InlineData("id,parent,max,formula,measureSource,evidence\nA,,100,\"{\"\"type\"\":\"\"ratio\"\",\"\"ratio\"\":\"\"(a\"\"}\",declared,documents\n", 2, "formula.ratio")]
    [InlineData("", 1, "")]
    public void What_is_wrong_with_a_table_is_named_with_its_line_and_column(string table, int line, string column)
    {
        JsonObject file = SetJson();
        file.Remove("criteria");

        Assert.Contains((line, column), Problems(() => CriteriaSetFile.Read(Stream(file.ToJsonString()), "set", Stream(table))).Select(p => (p.Line!.Value, p.Field)));
    }

    [Fact]
    public void Measures_are_the_same_from_JSON_and_from_a_table()
    {
        JsonNode golden = Examples.GoldenNode();
        var file = new JsonObject { ["units"] = golden["units"]!.DeepClone() };
        ValueList<UnitMeasures> fromJson = MeasureFile.Read(Stream(file.ToJsonString()), Set);
        ValueList<UnitMeasures> fromTable = MeasureFile.ReadCsv(Stream(Table(golden["units"]!.AsArray())), Set);

        Assert.Equal(Golden.Units.Select(u => u.Score.UnitId), fromTable.Select(u => u.UnitId));
        var scorer = new Scorer(Golden.Tree, new AdjustmentRules(
            new AdjustmentSide([new AdjustmentItem("approvedPilot", 2)], 2), new AdjustmentSide([new AdjustmentItem("lateReport", 1)], 3)));
        Assert.Equal(Golden.Units.Select(u => u.Score), fromJson.Select(scorer.Score));
        Assert.Equal(Golden.Units.Select(u => u.Score), fromTable.Select(scorer.Score));
        Assert.Equal(Golden.Units.Select(u => u.Level.Level), fromTable.Select(u => Golden.Levels.Classify(LevelFacts.Of(scorer.Score(u), u)).Level));
    }

    [Theory]
    [InlineData("U1,xa-phuong,measure,,due,1", "leaf")]
    [InlineData("U1,xa-phuong,measure,A2,due,", "value")]
    [InlineData("U1,xa-phuong,measure,A2,due,many", "value")]
    [InlineData("U1,xa-phuong,measure,Z9,due,1", "value")]
    [InlineData("U1,xa-phuong,number,A2,due,1", "kind")]
    [InlineData(",xa-phuong,measure,A2,due,1", "unit")]
    [InlineData("U1,so,measure,A2,due,1", "value")]
    [InlineData("U1,xa-phuong,bonus,,unheardOf,1", "value")]
    [InlineData("U1,xa-phuong,missingEvidence,,Z9,", "value")]
    [InlineData("U1,xa-phuong,measure,B2,limits,60>45>30", "value")]
    public void What_is_wrong_with_measures_is_named_with_its_line_and_column(string row, string column) => Assert.Contains(
        (2, column), Problems(() => MeasureFile.ReadCsv(Stream("unit,group,kind,leaf,name,value\n" + row + "\n"), Set)).Select(p => (p.Line!.Value, p.Field)));

    [Fact]
    public void A_measure_that_stands_twice_and_a_unit_of_two_groups_are_refused() => Assert.Equal(
        [(3, "name"), (4, "group")],
        Problems(() => MeasureFile.ReadCsv(
            Stream("unit,group,kind,leaf,name,value\nU1,xa-phuong,condition,,a,1\nU1,xa-phuong,condition,,a,2\nU1,ban-dang,condition,,b,1\n"), Set))
            .Select(p => (p.Line!.Value, p.Field)).OrderBy(p => p.Item1));

    private static ValueList<DataProblem> Problems(Func<object> read) => Assert.Throws<InvalidDataFileException>(read).Problems;

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private static JsonObject SetJson()
    {
        JsonNode golden = Examples.GoldenNode();
        var set = new JsonObject
        {
            ["id"] = "hp",
            ["version"] = 1,
            ["name"] = new JsonObject { ["vi"] = "Bộ tiêu chí", ["en"] = "Criteria" },
            ["effective"] = new JsonObject { ["from"] = "2025-01-01", ["to"] = "2026-01-01" },
            ["groups"] = new JsonArray("xa-phuong", "ban-dang"),
            ["criteria"] = golden["criteria"]!.DeepClone(),
            ["adjustments"] = golden["adjustments"]!.DeepClone(),
            ["levels"] = new JsonObject { ["rules"] = golden["levels"]!["rules"]!.DeepClone() },
            ["cap"] = new JsonObject { ["share"] = "0.25", ["base"] = "beforeDemotion" },
            ["rounding"] = new JsonObject { ["mode"] = "halfToEven", ["decimals"] = 3 },
            ["gapThreshold"] = "4.5",
            ["comparableWith"] = new JsonArray(1, 2),
        };
        foreach (JsonNode? leaf in set["criteria"]!.AsArray().SelectMany(c => c!["children"]!.AsArray()).Where(l => l!["survey"] is null))
        {
            leaf!["measureSource"] = (string)leaf["id"]! == "A2" ? "programme" : "declared";
            leaf["evidence"] = "documents";
        }

        return set;
    }

    private static void Rows(JsonArray criteria, string parent, StringBuilder table)
    {
        foreach (JsonNode? criterion in criteria)
        {
            string?[] cells =
            [
                (string?)criterion!["id"], parent, (string?)criterion["vi"], (string?)criterion["en"], criterion["max"]!.ToJsonString(), criterion["formula"]?.ToJsonString(),
                criterion["survey"]?.ToJsonString(), (string?)criterion["notApplicableWhen"], (string?)criterion["measureSource"], (string?)criterion["evidence"],
            ];
            table.AppendJoin(',', cells.Select(c => "\"" + c?.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"")).Append("\r\n");
            Rows(criterion["children"]?.AsArray() ?? [], (string)criterion["id"]!, table);
        }
    }

    private static string Table(JsonArray units)
    {
        var table = new StringBuilder("unit,group,kind,leaf,name,value\n");
        foreach (JsonNode? unit in units)
        {
            string start = unit!["id"] + "," + unit["group"] + ",";
            foreach ((string leaf, JsonNode? measures) in unit["raw"]!.AsObject())
            {
                Lines(table, start + "measure," + leaf, measures!.AsObject());
            }

            Lines(table, start + "bonus,", unit["bonusItems"]!.AsObject());
            Lines(table, start + "penalty,", unit["penaltyItems"]!.AsObject());
            Lines(table, start + "condition,", unit["conditions"]!.AsObject());
            foreach (JsonNode? leaf in unit["missingEvidence"]!.AsArray())
            {
                table.Append(CultureInfo.InvariantCulture, $"{start}missingEvidence,,{leaf},\n");
            }
        }

        return table.ToString();
    }

    private static void Lines(StringBuilder table, string start, JsonObject values)
    {
        foreach ((string name, JsonNode? value) in values)
        {
            string text = value is JsonArray limits ? string.Join(';', limits.Select(l => l![0] + ">" + l[1])) : value!.ToString();
            table.Append(CultureInfo.InvariantCulture, $"{start},{name},{text}\n");
        }
    }
}
