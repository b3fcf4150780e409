using System.Text;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;
using Reform.Testing;

namespace Reform.Domain.Tests.Cases;

public sealed class OcelTests
{
    private const string Log = """
        {
          "events": [
            { "id": "e1", "type": "receive", "time": "2026-01-05T08:00:00+07:00", "attributes": [{ "name": "clerk", "value": "cb-1" }],
              "relationships": [{ "objectId": "HS-1", "qualifier": "opens" }, { "objectId": "HS-2", "qualifier": "mentions" }] },
            { "id": "e2", "type": "finish", "time": "2026-02-01T08:00:00+07:00", "relationships": [{ "objectId": "HS-1", "qualifier": "closes" }] },
            { "id": "e3", "type": "tidy", "time": "2026-02-01T08:00:00Z", "relationships": [{ "objectId": "cb-1", "qualifier": "by" }, { "objectId": "gone", "qualifier": "x" }] }
          ],
          "objectTypes": [{ "name": "application", "attributes": [{ "name": "due", "type": "time" }, { "name": "pages", "type": "integer" }] }, { "name": "clerk", "attributes": [] }],
          "eventTypes": [{ "name": "receive", "attributes": [{ "name": "clerk", "type": "string" }] }],
          "objects": [
            { "id": "HS-1", "type": "application", "relationships": [{ "objectId": "cb-1", "qualifier": "handled by" }], "attributes": [
              { "name": "due", "time": "2026-03-01T00:00:00Z", "value": "2026-06-30T00:00:00+07:00" },
              { "name": "due", "time": "1970-01-01T00:00:00Z", "value": "2026-01-20T00:00:00+07:00" },
              { "name": "due", "time": "2026-01-15T00:00:00Z", "value": "2026-02-10T00:00:00+07:00" },
              { "name": "pages", "time": "1970-01-01T00:00:00Z", "value": 12 }] },
            { "id": "HS-2", "type": "application" },
            { "id": "cb-1", "type": "clerk" }
          ]
        }
        """;

    private static readonly LogMapping Mapping = new()
    {
        Zone = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"],
        Case = new CaseAttributes { Deadline = "due" },
        Event = new EventAttributes { Resource = "clerk" },
        Activities = new ActivityMeanings { End = "finish" },
        Ocel = new OcelMapping("application", []),
    };

    [Fact]
    public void Every_object_of_the_chosen_type_is_a_case_with_its_events()
    {
        (List<LoggedCase> cases, DataQuality quality) = Read(Log, Mapping);
        Assert.Equal(["HS-1", "HS-2"], cases.Select(c => c.Id));
        Assert.Equal(["receive", "finish"], cases[0].Events.Select(e => e.Activity));
        Assert.Equal("cb-1", cases[0].Events[0].Resource);
        Assert.Equal(["receive"], cases[1].Events.Select(e => e.Activity));
        Assert.Equal([("event_in_several_cases", 3), ("event_outside_trace", 6), ("unknown_object", 6)],
            quality.Findings.Where(f => f.Code is "event_in_several_cases" or "event_outside_trace" or "unknown_object").Select(f => (f.Code, f.Lines.Single())));
    }

    [Fact]
    public void Only_the_qualifiers_that_were_chosen_join_an_event_to_a_case() => Assert.Empty(
        Read(Log, Mapping with { Ocel = new OcelMapping("application", ["opens", "closes"]) }).Cases[1].Events);

    [Fact]
    public void The_deadline_has_a_history_and_counts_as_it_was_when_the_case_ended()
    {
        LoggedCase file = Read(Log, Mapping).Cases[0];
        Assert.Equal(
            [(null, new LocalDate(2026, 1, 20)), (new LocalDate(2026, 1, 15), new LocalDate(2026, 2, 10)), (new LocalDate(2026, 3, 1), new LocalDate(2026, 6, 30))],
            file.DeadlineChanges.Select(c => (c.From?.Date, c.Deadline.Date)));
        Assert.Equal(new LocalDate(2026, 2, 10), file.Deadline!.Date);
        LogMapping open = Mapping with { Activities = new ActivityMeanings() };
        Assert.Equal(new LocalDate(2026, 6, 30), Read(Log, open).Cases[0].Deadline!.Date);
        Assert.Equal(new LocalDate(2026, 1, 20), Read(Log, open with { AsOf = new LocalDate(2026, 1, 10) }).Cases[0].Deadline!.Date);
    }

    [Fact]
    public void Types_and_qualified_relations_are_kept()
    {
        XesTrace trace = LogTraces.Read(new LogContent(Bytes(Log)), Mapping, new DataQuality()).First();
        XesAttribute pages = trace.Attributes.Single(a => a.Key == "pages");
        Assert.Equal((XesType.WholeNumber, "12", 0), (pages.Type, pages.Value, pages.Nested.Count));
        Assert.Equal([("handled by", "cb-1")], trace.Attributes.Single(a => a.Key == "ocel:relations").Items.Select(i => (i.Key, i.Value)));
        Assert.Equal([("opens", "HS-1"), ("mentions", "HS-2")], trace.Events[0].Attributes.Single(a => a.Key == "ocel:relations").Items.Select(i => (i.Key, i.Value)));
    }

    [Fact]
    public void The_published_example_is_read()
    {
        using FileStream stream = File.OpenRead(Repository.RealLog("ocel/ocel20_example.jsonocel"));
        LogMapping invoices = Mapping with { Case = new CaseAttributes(), Event = new EventAttributes(), Activities = new ActivityMeanings(), Ocel = new OcelMapping("Invoice", []) };
        List<XesTrace> traces = [.. LogTraces.Read(new LogContent(stream), invoices, new DataQuality())];
        Assert.Equal(["R1", "R2", "R3"], traces.Select(t => t.Attributes[0].Value));
        XesAttribute blocked = traces[2].Attributes.Single(a => a.Key == "is_blocked");
        Assert.Equal("No", blocked.Value);
        Assert.Equal([("No", null), ("Yes", "2022-02-03T06:30:00+00:00"), ("No", "2022-02-03T22:30:00+00:00")],
            blocked.Nested.Single().Items.Select(i => (i.Value, i.Nested.Select(n => n.Value).SingleOrDefault())));
        Assert.Equal(
            ["Insert Invoice", "Create Purchase Order", "Set Payment Block", "Remove Payment Block", "Insert Payment"],
            traces[2].Events.Select(e => e.Attributes[0].Value));
    }

    [Theory]
    [InlineData("ocel/example_log.jsonocel", "this is OCEL 1")]
    [InlineData("ocel/recruiting-red.jsonocel", "this is OCEL 1")]
    [InlineData("ocel/ocel20_example.xmlocel", "OCEL in XML")]
    [InlineData("ocel/ocel20_example.sqlite", "SQLite")]
    public void Other_object_centric_logs_are_recognised_and_refused(string name, string reason)
    {
        using FileStream stream = File.OpenRead(Repository.RealLog(name));
        Assert.Contains(reason, Assert.Throws<InvalidDataFileException>(() => CaseLogReader.Read(stream, Mapping, new DataQuality()).Count()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "JSON", 1)]
    [InlineData("{}", "objectTypes", 1)]
    [InlineData("{\"objectTypes\":[],\"eventTypes\":[],\"objects\":[],\"events\":[]}", "no object of type 'application'", null)]
    [InlineData("{\"objects\":[\n{\"id\":\"a\"}]}", "'id' or 'type' is missing", 2)]
    [InlineData("{\"objects\":[\n\n{\"id\":\"\\uD800\",\"type\":\"t\"}]}", "valid Unicode", 3)]
    [InlineData("{\"events\":3}", "must be a list", 1)]
    public void A_bad_log_is_refused_with_reason_and_line(string text, string reason, int? line)
    {
        DataProblem problem = Assert.Single(Assert.Throws<InvalidDataFileException>(() => Read(text, Mapping)).Problems);
        Assert.Contains(reason, problem.In(Language.English), StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
    }

    [Fact]
    public void A_log_cut_anywhere_is_refused()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Log);
        for (int length = 1; length < bytes.Length; length += 7)
        {
            Assert.Throws<InvalidDataFileException>(() => CaseLogReader.Read(new MemoryStream(bytes[..length]), Mapping, new DataQuality()).Count());
        }
    }

    [Fact]
    public void A_log_beyond_a_bound_is_refused()
    {
        Refused("{\"x\":" + new string('[', 10_000) + new string(']', 10_000) + "}", XesLimits.Default);
        Refused("{\"x\":\"" + new string('x', 3_000_000) + "\"}", XesLimits.Default);
        Refused(Log, new XesLimits { MaxTraceCharacters = 1000 });
        Refused(Log, new XesLimits { MaxCharacters = 1000 });
        Refused(Log, new XesLimits { MaxAttributes = 2 });
    }

    private static void Refused(string text, XesLimits limits) =>
        Assert.Throws<InvalidDataFileException>(() => CaseLogReader.Read(Bytes(text), Mapping, new DataQuality(), "log", limits).Count());

    private static (List<LoggedCase> Cases, DataQuality Quality) Read(string text, LogMapping mapping)
    {
        var quality = new DataQuality();
        return ([.. CaseLogReader.Read(Bytes(text), mapping, quality)], quality);
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
