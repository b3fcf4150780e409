using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Reform.Grpc.Tests.Compliance;
using Reform.Grpc.Tests.Organizations;
using Reform.Scoring.V1;
using static Reform.Grpc.Tests.Scoring.ScoringWorld;

namespace Reform.Grpc.Tests.Scoring;

/// <summary>
/// A city with four wards under it, evaluated by two criteria with points given by people: P to 99 and T to 1, so that the index is their sum. From 90 on a
/// candidate for excellence, from 70 good, from 50 completed, below not completed; 60 to 61 meets no rule. From 2026 on the criteria have other maxima.
/// </summary>
internal static class EvaluationWorld
{
    public const string Year = "2025";

    public static async Task<(TestServer Server, TestClock Clock)> Started(string today = "2026-02-15", params string[] wards)
    {
        var clock = new TestClock(today);
        TestServer server = await TestServer.Start(services => services.AddSingleton<IClock>(clock));
        await server.Organizations.CreateUnitAsync(OrganizationWorld.Unit("city", from: Civil.Date("2020-01-01")));
        foreach (string ward in wards.Length == 0 ? ["U1", "U2", "U3", "U4"] : wards)
        {
            await server.Organizations.CreateUnitAsync(OrganizationWorld.Unit(ward, from: Civil.Date("2020-01-01"), parent: "units/city"));
        }

        await server.Organizations.CreatePositionAsync(OrganizationWorld.Post("chair", "U1"));
        await server.Scoring.PublishCriteriaSetAsync(Publication(File(1, "2024-01-01", "2026-01-01", 99, 1)));
        await server.Scoring.PublishCriteriaSetAsync(Publication(File(2, "2026-01-01", "2027-01-01", 90, 10)));
        return (server, clock);
    }

    public static JsonObject File(int version, string from, string to, int p, int t)
    {
        JsonObject Leaf(string id, int max) => new()
        {
            ["id"] = id,
            ["vi"] = id,
            ["en"] = id,
            ["max"] = max,
            ["formula"] = new JsonObject { ["type"] = "manual" },
            ["measureSource"] = "declared",
            ["evidence"] = "documents",
        };
        JsonObject Level(string level, params string[] all) => new() { ["level"] = level, ["all"] = new JsonArray([.. all.Select(a => (JsonNode)a)]) };
        JsonObject Rounded(int decimals) => new() { ["mode"] = "halfAwayFromZero", ["decimals"] = decimals };
        return new JsonObject
        {
            ["id"] = "s",
            ["version"] = version,
            ["name"] = "Bộ tiêu chí",
            ["effective"] = new JsonObject { ["from"] = from, ["to"] = to },
            ["groups"] = new JsonArray("g", "h"),
            ["criteria"] = new JsonArray(Leaf("P", p), Leaf("T", t)),
            ["rounding"] = Rounded(3),
            ["indexRounding"] = Rounded(2),
            ["levels"] = new JsonObject
            {
                ["rules"] = new JsonArray(
                    Level("XuatSacCandidate", "index >= 90"), Level("HoanThanhTot", "index >= 70"), Level("HoanThanh", "index > 61"),
                    Level("HoanThanh", "index >= 50", "index < 60"), Level("KhongHoanThanh", "index < 50")),
            },
        };
    }

    public static UnitMeasures Measured(string unit, string p, string t = "0", string period = Year, string group = "g", params string[] facts)
    {
        LeafMeasures Leaf(string id, string points) => new() { Leaf = id, Measures = { new Measure { Name = "score", Number = points, Facts = { facts } } } };
        return new UnitMeasures { Unit = "units/" + unit, Period = period, Group = group, Leaves = { Leaf("P", p), Leaf("T", t) } };
    }

    public static async Task Measure(this TestServer server, UnitMeasures measures, string etag = "") =>
        await server.Scoring.RecordMeasuresAsync(new RecordMeasuresRequest { RequestId = NewId, UnitMeasures = measures, Etag = etag });

    public static async Task<ScoreResult> Publish(
        this TestServer server, string unit, string on, RatingLevel level = RatingLevel.Unspecified, string etag = "", string period = Year) =>
        (await server.Scoring.PublishResultAsync(Result(unit, on, level, etag, period))).Result;

    public static PublishResultRequest Result(string unit, string on, RatingLevel level = RatingLevel.Unspecified, string etag = "", string period = Year) => new()
    {
        RequestId = NewId,
        Unit = "units/" + unit,
        Period = period,
        Etag = etag,
        DecidedBy = "units/city",
        DecidedOn = Civil.Date(on),
        Level = level,
        Reason = etag.Length == 0 ? null : new Reform.Registers.V1.BilingualText { Vi = "tính sai", En = "a mistake" },
    };

    public static EnterScoringFactsRequest Entering(params ScoringFact[] facts) =>
        new() { RequestId = NewId, Entries = { facts.Select(f => new ScoringEntry { Fact = f }) } };

    public static async Task<EnterScoringFactsResponse> Enter(this TestServer server, params ScoringFact[] facts) =>
        await server.Scoring.EnterScoringFactsAsync(Entering(facts));

    public static ScoringFact Round(string id = "r", params string[] units) => new()
    {
        Round = new EvaluationRound
        {
            Name = "evaluationRounds/" + id,
            Period = Year,
            Group = "g",
            Unit = "units/city",
            EvaluatedUnits = { units.Select(u => "units/" + u) },
            SelfScoreDueOn = Civil.Date("2026-01-10"),
            ResultDueOn = Civil.Date("2026-01-31"),
        },
    };

    public static ScoringFact Head(string unit, RatingLevel level, string on, string id = "h1") => new()
    {
        Rating = new Rating
        {
            Name = "ratings/" + id,
            Subject = RatingSubject.Head,
            Unit = "units/" + unit,
            Position = "positions/chair",
            Period = Year,
            Level = level,
            DecidedBy = "units/city",
            DecidedOn = Civil.Date(on),
            ReformWeight = "10",
        },
    };

    public static ScoringFact Shown(string unit, string index, string id = "s1", string comparedWith = "", string period = Year) => new()
    {
        Shown = new ShownResult
        {
            Name = "shownResults/" + id,
            Unit = "units/" + unit,
            Period = period,
            SeenOn = Civil.Date("2026-02-10"),
            Place = "bảng tin",
            Index = index,
            ComparedWith = comparedWith,
        },
    };

    public static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
