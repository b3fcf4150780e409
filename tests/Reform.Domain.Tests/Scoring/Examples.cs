using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Reform.Domain.Scoring;
using Reform.Testing;

namespace Reform.Domain.Tests.Scoring;

/// <summary>The scoring files of the tests.</summary>
internal static class Examples
{
    public static string Golden => File.ReadAllText(Repository.PathOf("conformance", "scoring", "worked-example.json"));

    public static string Second => File.ReadAllText(Repository.PathOf("conformance", "scoring", "second-example.json"));

    public static ScoreSheet Score(string json) => ScoringFile.Score(new MemoryStream(Encoding.UTF8.GetBytes(json)), "file");

    public static ScoredUnit Unit(this ScoreSheet sheet, string id) => sheet.Units.Single(u => u.Score.UnitId == id);

    /// <summary>An exact number of a few digits, for expected values.</summary>
    public static Fraction Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    public static string? Shown(this LeafScore leaf) => leaf.Points?.ToFixed(2);

    public static JsonNode GoldenNode() => JsonNode.Parse(Golden)!;
}
