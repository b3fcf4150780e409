using System.Text.Json.Nodes;
using Google.Protobuf;
using Grpc.Core;
using Reform.Scoring.V1;
using Reform.Testing;

namespace Reform.Grpc.Tests.Scoring;

/// <summary>A service with the worked example: its criteria set published, its measures imported.</summary>
internal static class ScoringWorld
{
    public const string Period = "2025";

    public static string NewId => Guid.NewGuid().ToString();

    public static JsonNode Golden => JsonNode.Parse(File.ReadAllText(Repository.PathOf("conformance", "scoring", "worked-example.json")))!;

    /// <summary>The criteria of the example as a criteria set file.</summary>
    public static JsonObject SetFile(int version = 1)
    {
        JsonNode golden = Golden;
        var set = new JsonObject
        {
            ["id"] = "hp",
            ["version"] = version,
            ["name"] = "Bộ tiêu chí",
            ["effective"] = new JsonObject { ["from"] = "2025-01-01", ["to"] = "2026-01-01" },
            ["groups"] = new JsonArray("xa-phuong", "ban-dang"),
            ["criteria"] = golden["criteria"]!.DeepClone(),
            ["adjustments"] = golden["adjustments"]!.DeepClone(),
            ["levels"] = new JsonObject { ["rules"] = golden["levels"]!["rules"]!.DeepClone() },
        };
        foreach (JsonNode? leaf in set["criteria"]!.AsArray().SelectMany(c => c!["children"]!.AsArray()).Where(l => l!["survey"] is null))
        {
            leaf!["measureSource"] = "declared";
            leaf["evidence"] = "documents";
        }

        return set;
    }

    public static ByteString Bytes(JsonNode json) => ByteString.CopyFromUtf8(json.ToJsonString());

    public static PublishCriteriaSetRequest Publication(JsonNode file) => new() { RequestId = NewId, Content = Bytes(file), PublishedOn = Civil.Date("2025-01-02") };

    public static ImportMeasuresRequest Import(string group) => new()
    {
        RequestId = NewId,
        Period = Period,
        Group = group,
        Format = MeasureFormat.Json,
        Content = Bytes(new JsonObject
        {
            ["units"] = new JsonArray([.. Golden["units"]!.AsArray().Where(u => (string)u!["group"]! == group).Select(u => u!.DeepClone())]),
        }),
    };

    public static async Task<TestServer> Start(params string[] settings)
    {
        TestServer server = await TestServer.Start(settings);
        Metadata root = settings.Length == 0 ? [] : new Metadata { { "reform-caller", "root" } };
        await server.Scoring.PublishCriteriaSetAsync(Publication(SetFile()), root);
        await server.Scoring.ImportMeasuresAsync(Import("xa-phuong"), root);
        await server.Scoring.ImportMeasuresAsync(Import("ban-dang"), root);
        return server;
    }

    public static LeafPoints Points(string leaf, string points, string? reason = null) => new()
    {
        Leaf = leaf,
        Points = points,
        Reason = reason is null ? null : new Reform.Registers.V1.BilingualText { Vi = reason },
    };
}
