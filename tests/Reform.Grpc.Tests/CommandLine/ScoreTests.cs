using System.Globalization;
using System.Text.Json.Nodes;
using Reform.Testing;

namespace Reform.Grpc.Tests.CommandLine;

/// <summary>The command "score": what it writes, byte by byte, and what it refuses.</summary>
public sealed class ScoreTests
{
    private static readonly string Example = Repository.PathOf("conformance", "scoring", "worked-example.json");

    [Fact]
    public void The_worked_example_comes_out_to_the_last_digit_and_in_the_same_bytes_under_any_culture()
    {
        (int code, string output, string error) = ReformProcess.Run("score", Example);
        (_, string again, _) = ReformProcess.Run(["score", Example], new Dictionary<string, string> { ["LANG"] = "vi_VN.UTF-8", ["LC_ALL"] = "vi_VN.UTF-8", ["TZ"] = "Asia/Tokyo" });

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(output, again);
        JsonArray units = JsonNode.Parse(output)!["units"]!.AsArray();
        JsonArray expected = JsonNode.Parse(File.ReadAllText(Example))!["units"]!.AsArray();
        Assert.Equal(expected.Count, units.Count);
        for (int i = 0; i < units.Count; i++)
        {
            JsonObject unit = units[i]!.AsObject();
            JsonObject hand = expected[i]!["expected"]!.AsObject();
            Assert.Equal(
                ["id", "group", "leaves", "adjust", "total", "applicableMax", "index", "rank", "level"], unit.Select(m => m.Key));
            Assert.Equal(((string)expected[i]!["id"]!, (string)expected[i]!["group"]!), ((string)unit["id"]!, (string)unit["group"]!));
            Assert.All(unit["leaves"]!.AsObject(), l => Assert.Equal((string?)hand[l.Key], (string?)l.Value));
            Assert.All(["adjust", "total", "applicableMax", "index"], m => Assert.Equal(TwoDecimals((string)hand[m]!), (string)unit[m]!));
        }

        Assert.Equal([1, 2, 3, 1], units.Select(u => (int)u!["rank"]!));
        Assert.Equal(["Completed", "Good", "NotCompleted", "ExcellentCandidate"], units.Select(u => (string)u!["level"]!));
        Assert.Equal("null", units[3]!["leaves"]!["A3"]?.ToJsonString() ?? "null");
    }

    [Fact]
    public void The_second_example_comes_out_too()
    {
        (int code, string output, string error) = ReformProcess.Run("score", Repository.PathOf("conformance", "scoring", "second-example.json"));

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            ["0.38 60.98 100.00 60.98", "-100.00 0.00 75.00 0.00", "0.00 70.00 100.00 70.00", "0.50 70.50 100.00 70.50", "0.00 70.00 100.00 70.00"],
            JsonNode.Parse(output)!["units"]!.AsArray().Select(u => $"{u!["adjust"]} {u["total"]} {u["applicableMax"]} {u["index"]}"));
    }

    [Theory]
    [InlineData("vi", "units[0].raw.B1: chia cho 0 trong 'published / procedures'")]
    [InlineData("en", "units[0].raw.B1: a division by zero in 'published / procedures'")]
    public void A_bad_file_is_refused_with_the_place_and_nothing_is_written(string language, string expected)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        JsonNode changed = JsonNode.Parse(File.ReadAllText(Example))!;
        changed["units"]![0]!["raw"]!["B1"]!["procedures"] = 0;
        File.WriteAllText(file, changed.ToJsonString());
        try
        {
            (int code, string output, string error) = ReformProcess.Run("score", file, "--language", language);

            Assert.Equal((2, ""), (code, output));
            Assert.Contains(expected, error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() => Assert.Equal(2, ReformProcess.Run("score", Repository.PathOf("no-such-file.json")).ExitCode);

    private static string TwoDecimals(string number) =>
        decimal.Parse(number, CultureInfo.InvariantCulture).ToString("0.00", CultureInfo.InvariantCulture);
}
