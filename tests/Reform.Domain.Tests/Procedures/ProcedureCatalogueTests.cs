using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.DataFiles;
using Reform.Domain.Deadlines;
using Reform.Domain.Procedures;
using Reform.Testing;

namespace Reform.Domain.Tests.Procedures;

/// <summary>The shipped procedures against the research data, and what a bad file is told.</summary>
public sealed class ProcedureCatalogueTests
{
    private static readonly ProcedureCatalogue Shipped = ProcedureCatalogue.Vietnam;

    [Fact]
    public void There_are_38_procedures_with_96_limits() => Assert.Equal(
        (38, 96, 133, 72),
        (
            Shipped.Procedures.Count,
            Versions.Sum(v => v.TimeLimits.Count),
            Versions.Sum(v => v.Steps.Count),
            Versions.Sum(v => v.Documents!.Count)));

    [Fact]
    public void They_say_what_the_research_data_say()
    {
        string path = Repository.PathOf("..", "shared", "data", "procedures.json");
        Assert.SkipUnless(File.Exists(path), "The research data are not beside the repository.");
        using var research = JsonDocument.Parse(File.ReadAllText(path));

        foreach (JsonElement expected in research.RootElement.GetProperty("procedures").EnumerateArray())
        {
            Procedure procedure = Shipped.Find(expected.GetProperty("id").GetString()!)!;
            ProcedureVersion version = Assert.Single(procedure.Versions);
            Assert.Equal(expected.GetProperty("vi").GetString()!.Normalize(), procedure.Name.Vietnamese);
            Assert.Equal(expected.GetProperty("decidingUnit").GetString(), version.DecidingUnit);
            Assert.Equal(
                expected.GetProperty("documents").EnumerateArray().Select(d => d.GetProperty("en").GetString()),
                version.Documents!.Select(d => d.Name.English));
            Assert.Equal(
                expected.GetProperty("steps").EnumerateArray().Select(s => (s.GetProperty("en").GetString(), s.GetProperty("unit").GetString())),
                version.Steps.Select(s => ((string?)s.Name.English, (string?)s.Unit)));
            Assert.Equal(
                expected.GetProperty("timeLimits").EnumerateArray().Select(Described),
                version.TimeLimits.Select(l => (l.Id, Amount(l.Terms), l.Terms.StartEvent, l.EndEvent, l.Terms.SourceId, Word(l.Terms.Confidence))));
            Assert.Equal(
                expected.GetProperty("timeLimits").EnumerateArray().SelectMany(LastDays),
                version.TimeLimits.SelectMany(l => l.History.Select(h => (l.Id, h.Validity.From, h.Validity.To?.PlusDays(-1)))));
        }
    }

    // Regulation 29-QĐ/TW gave 60 working days and 30 more; Regulation 294-QĐ/TW gives 45 and 15, from 1 July 2025.
    [Theory]
    [InlineData("2021-07-29", 60, 30)]
    [InlineData("2025-06-30", 60, null)]
    [InlineData("2025-07-01", 45, 15)]
    [InlineData("2026-04-07", 45, 15)]
    public void The_limit_of_admission_is_the_one_of_the_day(string date, int amount, int? extension)
    {
        LimitTerms terms = Limit("PTY-ADM", "ADM-TOTAL").InForceOn(LocalDatePattern.Iso.Parse(date).Value)!;

        Assert.Equal(TimeLimit.WorkingDays(amount), terms.Limit);
        Assert.Equal(extension, terms.Extension?.Length?.Amount);
    }

    // No instrument of the data covers 8 April 2026: unknown, not the last limit that was read.
    [Fact]
    public void A_day_without_a_recorded_limit_has_none() =>
        Assert.Null(Limit("PTY-ADM", "ADM-TOTAL").InForceOn(new LocalDate(2026, 4, 8)));

    [Fact]
    public void A_cut_off_is_a_time_of_day_and_no_length()
    {
        LimitTerms terms = Limit("ST-KAR", "KAR-CUT").Terms;

        Assert.Null(terms.Limit);
        Assert.Equal(new LocalTime(17, 0), terms.CutOff);
    }

    [Fact]
    public void A_bad_file_is_told_every_problem_with_its_place()
    {
        const string text = """
            {"sources": [{"id": "A", "title": "T", "number": "1", "issuer": "I", "kind": "secondary"}],
             "procedures": [{"code": "X", "name": "N", "system": "both", "versions": [{
               "field": "f", "levels": [], "requester": "r", "receiving_unit": "u", "deciding_unit": "u", "channels": [], "result": "o",
               "steps": [
                 {"number": 1, "name": "S", "unit": "u", "after": 2, "time_limits": ["NO"]},
                 {"number": 1, "name": "S2", "unit": "u", "decided_by": "head", "decision": {"numerator": 3, "denominator": 2, "strict": false, "electorate": "e", "ballot": "b"}}],
               "documents": [{"name": "D", "kind": "stone", "copies": 0}], "basis": [],
               "time_limits": [{"id": "L", "name": "L", "scope": "total", "direction": "forward", "start_event": "a", "end_event": "b",
                 "source": "B", "confidence": "verified", "typo": 1,
                 "versions": [
                   {"source": "A", "from": "2020-01-01", "to": "2021-01-01", "limit": {"unit": "working_day", "amount": 0}, "start_event": "a", "confidence": "verified"},
                   {"source": "A", "from": "2020-12-31", "limit": {"unit": "working_day", "amount": 5}, "start_event": "a", "confidence": "verified"}]}]
             }]}]}
            """;

        Assert.Equal(
            [
                "procedures[0].system",
                "procedures[0].versions[0].documents[0].copies",
                "procedures[0].versions[0].documents[0].kind",
                "procedures[0].versions[0].steps[0].after",
                "procedures[0].versions[0].steps[0].time_limits[0]",
                "procedures[0].versions[0].steps[1].decision",
                "procedures[0].versions[0].steps[1].number",
                "procedures[0].versions[0].time_limits[0]",
                "procedures[0].versions[0].time_limits[0].source",
                "procedures[0].versions[0].time_limits[0].typo",
                "procedures[0].versions[0].time_limits[0].versions[0].limit.amount",
                "procedures[0].versions[0].time_limits[0].versions[1]",
            ],
            Problems(text));
    }

    [Theory]
    [InlineData("\"to\": \"2020-01-01\"", "\"from\": \"2020-01-02\"")]
    [InlineData("\"to\": \"2020-01-02\"", "\"from\": \"2020-01-01\"")]
    [InlineData("\"to\": \"2020-01-02\"", "\"to\": \"2021-01-01\"")]
    public void Versions_that_overlap_or_leave_a_gap_are_refused(string first, string second) => Assert.Equal(
        ["procedures[0].versions[1]"], Problems(TwoVersions(first, second)));

    [Fact]
    public void Exactly_one_version_is_in_force_on_a_day()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(TwoVersions("\"to\": \"2020-01-01\"", "\"from\": \"2020-01-01\"")));
        Procedure history = ProcedureFile.Read(stream).Procedures[0];

        Assert.Same(history.Versions[0], history.InForceOn(new LocalDate(2019, 12, 31)));
        Assert.Same(history.Versions[1], history.InForceOn(new LocalDate(2020, 1, 1)));
    }

    private static IEnumerable<ProcedureVersion> Versions => Shipped.Procedures.SelectMany(p => p.Versions);

    private static ProcedureTimeLimit Limit(string code, string id) => Shipped.Find(code)!.Versions[0].TimeLimits.Single(l => l.Id == id);

    private static string TwoVersions(string first, string second)
    {
        const string rest = ", \"field\": \"f\", \"levels\": [], \"requester\": \"r\", \"receiving_unit\": \"u\", \"deciding_unit\": \"u\", "
            + "\"channels\": [], \"result\": \"o\", \"steps\": [], \"documents\": [], \"time_limits\": [], \"basis\": []}";
        return "{\"sources\": [], \"procedures\": [{\"code\": \"X\", \"name\": \"N\", \"system\": \"party\", \"versions\": [{"
            + first + rest + ", {" + second + rest + "]}]}";
    }

    private static IEnumerable<string> Problems(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return Assert.Throws<InvalidDataFileException>(() => ProcedureFile.Read(stream)).Problems.Select(p => p.Field)
            .Order(StringComparer.Ordinal);
    }

    private static (string Id, int Amount, string Start, string End, string Source, string Confidence) Described(JsonElement limit) => (
        limit.GetProperty("id").GetString()!,
        limit.GetProperty("unit").GetString() is "same_day" or "immediate" ? 1 : limit.GetProperty("length").GetInt32(),
        limit.GetProperty("startEvent").GetString()!,
        limit.GetProperty("endEvent").GetString()!,
        limit.GetProperty("source").GetString()!,
        limit.GetProperty("confidence").GetString()!);

    private static int Amount(LimitTerms terms) => terms.CutOff?.Hour ?? terms.Limit?.Amount ?? 0;

    private static string Word(SourceConfidence confidence) => confidence == SourceConfidence.Verified ? "verified" : "from-memory";

    private static IEnumerable<(string Id, LocalDate? From, LocalDate? LastDay)> LastDays(JsonElement limit) =>
        !limit.TryGetProperty("versions", out JsonElement versions)
            ? []
            : versions.EnumerateArray().Select(v => (limit.GetProperty("id").GetString()!, Day(v.GetProperty("validFrom")), Day(v.GetProperty("validTo"))));

    private static LocalDate? Day(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? null : LocalDatePattern.Iso.Parse(value.GetString()!).Value;
}
