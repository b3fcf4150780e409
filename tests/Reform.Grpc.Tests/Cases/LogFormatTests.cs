using System.Text;
using System.Text.Json;
using Reform.Cases.V1;

namespace Reform.Grpc.Tests.Cases;

/// <summary>The other formats of event logs, through both doors.</summary>
public sealed class LogFormatTests : IDisposable
{
    private const string Csv = "case:concept:name,concept:name,time:timestamp,case:due\nHS-1,nhận,05/01/2026 08:00,10/02/2026\nHS-1,trả,20/02/2026 09:00,10/02/2026\n";

    private const string CsvMapping = """
        { "zone": "Asia/Ho_Chi_Minh", "naive_zone": "Asia/Ho_Chi_Minh", "case": { "deadline": "case:due" }, "activities": { "receipt": "nhận", "end": "trả" },
          "csv": { "delimiter": "," }, "time_patterns": { "time:timestamp": ["dd/MM/uuuu HH:mm"], "case:due": ["dd/MM/uuuu"] } }
        """;

    private const string Ocel = """
        { "objectTypes": [{ "name": "file", "attributes": [{ "name": "due", "type": "time" }] }], "eventTypes": [{ "name": "trả", "attributes": [] }],
          "objects": [{ "id": "HS-1", "type": "file", "attributes": [
            { "name": "due", "time": "1970-01-01T00:00:00Z", "value": "2026-02-10T00:00:00+07:00" }, { "name": "due", "time": "2026-02-01T00:00:00Z", "value": "2026-02-25T00:00:00+07:00" }] }],
          "events": [{ "id": "e", "type": "trả", "time": "2026-02-20T09:00:00+07:00", "relationships": [{ "objectId": "HS-1", "qualifier": "q" }] }] }
        """;

    private const string OcelMapping =
        """{ "zone": "Asia/Ho_Chi_Minh", "case": { "deadline": "due" }, "activities": { "end": "trả" }, "ocel": { "case_type": "file" } }""";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_table_is_imported()
    {
        LoggedCase file = await Imported(Csv, CsvMapping);
        Assert.Equal((2026, 2, 10), (file.Deadline.Date.Year, file.Deadline.Date.Month, file.Deadline.Date.Day));
        Assert.Equal(["nhận", "trả"], file.Events.Select(e => e.Activity));
        Assert.Equal(20, file.End.Date.Day);
    }

    [Fact]
    public async Task An_object_centric_log_is_imported_with_the_history_of_its_deadlines()
    {
        LoggedCase file = await Imported(Ocel, OcelMapping);
        Assert.Equal(25, file.Deadline.Date.Day);
        Assert.Equal([(false, 10), (true, 25)], file.DeadlineChanges.Select(c => (c.From is not null, c.Deadline.Date.Day)));
    }

    [Fact]
    public async Task A_beginning_and_its_end_are_stored_as_one_event()
    {
        string Event(string transition, int day) => "<event><string key=\"concept:name\" value=\"a\"/><string key=\"lifecycle:transition\" value=\"" + transition
            + "\"/><date key=\"time:timestamp\" value=\"2026-01-0" + day + "T08:00:00+07:00\"/></event>";
        LoggedCase file = await Imported(
            "<log><trace><string key=\"concept:name\" value=\"HS-1\"/>" + Event("start", 5) + Event("complete", 7) + "</trace></log>",
            """{ "zone": "Asia/Ho_Chi_Minh", "activities": { "end": "a" }, "pair_transitions": true }""");
        LoggedEvent e = Assert.Single(file.Events);
        Assert.Equal((5, 7), (e.Started.Date.Day, e.Time.Date.Day));
    }

    [Fact]
    public void The_head_of_an_XES_log_is_exported_with_it()
    {
        string given = Write("log.xes", """
            <log xes.version="1849.2016"><extension name="Own" prefix="own" uri="urn:own"/><classifier name="c" keys="concept:name"/><string key="own:title" value="x"/>
            <trace><string key="concept:name" value="HS-1"/><date key="r" value="2026-01-05T08:00:00+07:00"/></trace></log>
            """);
        string exported = Path.Combine(folder.FullName, "out.xes");
        string by = Write("mapping.json", """{ "zone": "Asia/Ho_Chi_Minh", "case": { "receipt": "r" } }""");
        Assert.Equal(0, ReformProcess.Run("export", given, "--mapping", by, "--to", exported).ExitCode);
        var log = System.Xml.Linq.XDocument.Load(exported);
        Assert.Equal(
            ["extension Own", "classifier c", "string "],
            log.Root!.Elements().Where(e => e.Name.LocalName is "classifier" or "string" || e.Attribute("prefix")?.Value == "own")
                .Select(e => e.Name.LocalName + " " + e.Attribute("name")?.Value));
    }

    [Theory]
    [InlineData(Csv, CsvMapping, 1)]
    [InlineData(Ocel, OcelMapping, 0)]
    public void A_log_under_any_name_is_evaluated_and_exported_and_judged_the_same(string log, string mapping, int late)
    {
        string given = Write("log.xes", log);
        string exported = Path.Combine(folder.FullName, "out.xes.gz");
        string by = Write("mapping.json", mapping);
        string before = Evaluate(given, by, late);
        Assert.Equal(0, ReformProcess.Run("export", given, "--mapping", by, "--to", exported).ExitCode);
        Assert.Equal(2, ReformProcess.Run("export", given, "--mapping", by, "--to", exported).ExitCode);
        Assert.Equal(before, Evaluate(exported, by, late));
    }

    private static string Evaluate(string log, string mapping, int late)
    {
        (int exitCode, string output, string error) = ReformProcess.Run("evaluate", log, "--mapping", mapping, "--output", "json");
        Assert.Equal((0, ""), (exitCode, error));
        using var json = JsonDocument.Parse(output);
        Assert.Equal(late, json.RootElement.GetProperty("deadlines").GetProperty("late_by_date").GetInt32());
        return json.RootElement.GetProperty("log").GetRawText() + json.RootElement.GetProperty("deadlines").GetRawText();
    }

    private static async Task<LoggedCase> Imported(string text, string mapping)
    {
        await using TestServer server = await TestServer.Start();
        byte[] log = Encoding.UTF8.GetBytes(text);
        await Logs.Send(server, Logs.Header("other", log, mapping: mapping), log);
        return (await server.CaseLogs.GetCaseAsync(new GetCaseRequest { Name = "caseLogs/other/cases/HS-1" })).Case;
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
