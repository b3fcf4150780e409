using System.Text;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Cases;

public sealed class CaseLogReaderTests
{
    private static readonly LogMapping Mapping = new()
    {
        Zone = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"],
        Case = new CaseAttributes { Receipt = "received", Responsible = "who" },
        Event = new EventAttributes { Position = "org:role" },
    };

    [Fact]
    public void A_case_has_what_its_trace_says_and_nothing_else()
    {
        LoggedCase file = Read("""
            <log><trace><string key="concept:name" value="HS-1"/><date key="received" value="2026-01-05T08:00:00+07:00"/><string key="who" value="cb-1"/>
            <event><string key="concept:name" value="a"/><string key="org:resource" value="cb-2"/><string key="org:role" value="du-1"/>
            <date key="time:timestamp" value="2026-01-06T08:00:00+07:00"/></event></trace></log>
            """).Cases.Single();
        Assert.Equal(("HS-1", "cb-1", new LocalDate(2026, 1, 5)), (file.Id, file.Responsible, file.Receipt!.Date));
        LoggedEvent e = Assert.Single(file.Events);
        Assert.Equal(("a", "cb-2", "du-1", new LocalDate(2026, 1, 6)), (e.Activity, e.Resource, e.Position, e.Time!.Date));
        Assert.True(file.IsOpen);
        Assert.Null(file.Deadline);
    }

    [Fact]
    public void A_mapped_attribute_that_no_case_has_is_an_error_that_names_it()
    {
        InvalidDataFileException error = Assert.Throws<InvalidDataFileException>(() => Read(
            "<log><trace><string key=\"concept:name\" value=\"a\"/><string key=\"who\" value=\"x\"/></trace></log>"));
        Assert.Equal(["case.receipt", "event.position"], error.Problems.Select(p => p.Field));
        Assert.Contains("'received'", error.Problems[0].Message.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("case.id")]
    [InlineData("event.activity")]
    [InlineData("event.time")]
    [InlineData("event.resource")]
    public void A_name_in_place_of_the_standard_one_that_no_case_has_is_an_error_too(string field)
    {
        LogMapping misspelt = Mapping with
        {
            Case = new CaseAttributes { Receipt = "received", Id = field == "case.id" ? "nope" : "concept:name" },
            Event = new EventAttributes
            {
                Activity = field == "event.activity" ? "nope" : "concept:name",
                Time = field == "event.time" ? "nope" : "time:timestamp",
                Resource = field == "event.resource" ? "nope" : "org:resource",
            },
        };
        const string Log = """
            <log><trace><string key="concept:name" value="a"/><date key="received" value="2026-01-05"/><event><string key="concept:name" value="x"/>
            <string key="org:resource" value="y"/><date key="time:timestamp" value="2026-01-05"/></event></trace></log>
            """;
        InvalidDataFileException error = Assert.Throws<InvalidDataFileException>(() => Read(Log, misspelt));
        Assert.Equal((field, "no case of the log has the attribute 'nope'"), (error.Problems.Single().Field, error.Problems.Single().Message.English));
    }

    [Theory]
    [InlineData("(case)_who")]
    [InlineData("case:who")]
    public void An_attribute_of_the_case_that_stands_on_its_events_is_lifted_when_they_agree(string key)
    {
        LogMapping onEvents = Mapping with { Case = new CaseAttributes { Responsible = key }, Event = new EventAttributes() };
        string Event(string? who) => "<event>" + (who is null ? "" : "<string key=\"" + key + "\" value=\"" + who + "\"/>") + "</event>\n";
        string Trace(params string?[] who) => "<trace>" + string.Concat(who.Select(Event)) + "</trace>\n";
        (List<LoggedCase> cases, DataQuality quality) = Read("<log>" + Trace(null, "cb-1", "cb-1") + Trace("cb-1", "cb-2") + Trace([null]) + "</log>", onEvents);
        Assert.Equal(["cb-1", null, null], cases.Select(c => c.Responsible));
        Assert.Equal(6, quality.Findings.Single(f => f.Code == "case_attribute_varies").Lines.Single());
        Assert.Equal(2, quality.Findings.Single(f => f.Code == "attribute_missing").Count);
    }

    [Fact]
    public void Other_attributes_of_events_are_no_attributes_of_the_case()
    {
        LogMapping mapping = Mapping with { Case = new CaseAttributes { End = "ended" }, Event = new EventAttributes() };
        Assert.Throws<InvalidDataFileException>(() => Read("<log><trace><event><string key=\"ended\" value=\"2026-01-05\"/></event></trace></log>", mapping));
    }

    [Fact]
    public void A_time_that_cannot_be_read_is_neither_known_nor_absent()
    {
        LogMapping mapping = Mapping with
        {
            Case = new CaseAttributes { Receipt = "r", Deadline = "d", PlannedEnd = "p", End = "e" },
            Event = new EventAttributes(),
        };
        LoggedCase file = Read("""
            <log><trace><string key="r" value="05/01/2026"/><string key="d" value=" "/><string key="p" value="2026-01-05"/>
            <date key="e" value="2026-01-05T08:00:00"/></trace></log>
            """, mapping).Cases.Single();
        Assert.Equal(["receipt", "end"], file.UnreadableTimes);
        Assert.Equal((null, null, null), (file.Receipt, file.Deadline, file.End));
        Assert.False(file.IsOpen);
    }

    [Fact]
    public void An_empty_text_is_absent_and_counted()
    {
        LogMapping mapping = Mapping with { Case = new CaseAttributes { Responsible = "who" }, Event = new EventAttributes() };
        (List<LoggedCase> cases, DataQuality quality) = Read("<log><trace><string key=\"who\" value=\" \"/></trace></log>", mapping);
        Assert.Null(cases.Single().Responsible);
        DataQualityFinding finding = quality.Findings.Single(f => f.Code.StartsWith("attribute", StringComparison.Ordinal));
        Assert.Equal(("attribute_empty", "who"), (finding.Code, finding.Field));
    }

    [Fact]
    public void Nothing_is_left_out_unless_the_mapping_says_so_and_then_it_is_counted()
    {
        string Event(string activity, string resource, string transition) => "\n<event><string key=\"concept:name\" value=\"" + activity
            + "\"/><string key=\"org:resource\" value=\"" + resource + "\"/><string key=\"lifecycle:transition\" value=\"" + transition + "\"/></event>";
        string events = Event("START", "x", "complete") + Event("a", "x", "start") + Event("a", "x", "COMPLETE") + Event("b", "Robot", "complete");
        string log = "<log><trace>" + events + "</trace></log>";
        LogMapping plain = Mapping with { Case = new CaseAttributes(), Event = new EventAttributes() };
        Assert.Equal(["START", "a", "a", "b"], Activities(Read(log, plain).Cases));

        (List<LoggedCase> cases, DataQuality quality) = Read(log, plain with
        {
            LeaveOut = new LeftOutEvents { Activities = ["START", "A"], Resources = ["robot"], Transitions = ["Start"] },
        });
        Assert.Equal(["a"], Activities(cases));
        Assert.Equal(
            [("concept:name", 1L, 2), ("lifecycle:transition", 1L, 3), ("org:resource", 1L, 5)],
            quality.Findings.Where(f => f.Code == "event_left_out").Select(f => (f.Field, f.Count, f.Lines.Single())));

        static IEnumerable<string?> Activities(List<LoggedCase> cases) => cases.Single().Events.Select(e => e.Activity);
    }

    [Theory]
    [InlineData("start", "complete", 1)]
    [InlineData("complete", "COMPLETE", 0)]
    public void Cases_that_record_several_transitions_of_an_activity_are_counted(string first, string second, int found)
    {
        string Event(string transition) =>
            "<event><string key=\"concept:name\" value=\"a\"/><string key=\"lifecycle:transition\" value=\"" + transition + "\"/></event>";
        LogMapping mapping = Mapping with { Case = new CaseAttributes(), Event = new EventAttributes() };
        DataQuality quality = Read("<log><trace>" + Event(first) + Event(second) + "</trace></log>", mapping).Quality;
        Assert.Equal(found, quality.Findings.Count(f => f.Code == "several_transitions"));
    }

    // Two clerks at one activity, in any case of letters: the instance says whose end it is; without one, first in is first out.
    [Theory]
    [InlineData("a1s a2s a2C a1c", "a 2-3 a 1-4")]
    [InlineData("as aS ac ac", "a 1-3 a 2-4")]
    [InlineData("a1s a2c as ac", "a 1 a 2 a 3-4")]
    [InlineData("as a1c bs bC ac", "a 2 b 3-4 a 1-5")]
    [InlineData("ac as", "a 1 a 2")]
    [InlineData("as ap ar ac", "a 2 a 3 a 1-4")]
    public void A_beginning_and_its_end_are_one_event_where_the_mapping_says_so(string log, string pairs)
    {
        string Event(string e, int day) => "<event><string key=\"concept:name\" value=\"" + e[0] + "\"/>"
            + (e.Length == 3 ? "<string key=\"concept:instance\" value=\"" + e[1] + "\"/>" : "")
            + "<string key=\"lifecycle:transition\" value=\"" + (e[^1] switch { 's' => "start", 'S' => "START", 'c' => "complete", 'C' => "Complete", 'p' => "suspend", _ => "resume" })
            + "\"/><date key=\"time:timestamp\" value=\"2026-01-0" + day + "T08:00:00+07:00\"/></event>";
        LogMapping mapping = Mapping with { Case = new CaseAttributes(), Event = new EventAttributes(), PairsTransitions = true };
        string[] events = log.Split(' ');
        (List<LoggedCase> cases, DataQuality quality) = Read("<log><trace>" + string.Concat(events.Select((e, i) => Event(e, i + 1))) + "</trace></log>", mapping);
        LoggedCase file = cases.Single();
        Assert.Equal(pairs, string.Join(" ", file.Events.Select(e => e.Activity + " " + (e.Started is null ? "" : e.Started.Date.Day + "-") + e.Time!.Date.Day)));
        int paired = file.Events.Count(e => e.Started is not null);
        Assert.Equal(events.Count(e => e[^1] is 's' or 'S') - paired, quality.Findings.Where(f => f.Code == "start_without_complete").Sum(f => f.Count));
        Assert.Equal(events.Count(e => e[^1] is 'c' or 'C') - paired, quality.Findings.Where(f => f.Code == "complete_without_start").Sum(f => f.Count));
        LoggedCase back = CaseLogReader.FromTraces([LoggedCaseExport.ToTrace(file, mapping)], mapping, new DataQuality()).Single();
        Assert.Equal(file.Events.Select(e => e with { Line = 0 }), back.Events.Select(e => e with { Line = 0 }));
    }

    [Fact]
    public void An_empty_log_has_no_attributes_to_miss() => Assert.Empty(Read("<log/>").Cases);

    [Fact]
    public void What_some_cases_lack_is_counted_with_lines()
    {
        DataQuality quality = Read("""
            <log>
            <trace><string key="received" value="2026-01-05"/><string key="who" value="a"/>
            <event><string key="org:role" value="r"/></event></trace>
            <trace><string key="concept:name" value="b"/></trace>
            </log>
            """).Quality;
        Assert.Equal(
            [("attribute_missing", "received", 4), ("attribute_missing", "who", 4), ("case_without_id", "concept:name", 2),
             ("event_without_activity", "concept:name", 3), ("event_without_resource", "org:resource", 3), ("event_without_time", "time:timestamp", 3)],
            quality.Findings.Select(f => (f.Code, f.Field, f.Lines.Single())));
        Assert.All(quality.Findings, f => Assert.Equal(1, f.Count));
    }

    [Fact]
    public void A_case_without_identifier_goes_by_its_line() => Assert.Equal("line 1", Read(
        "<log><trace><string key=\"received\" value=\"2026-01-05\"/><string key=\"who\" value=\"a\"/><event><string key=\"org:role\" value=\"r\"/></event></trace></log>").Cases.Single().Id);

    [Fact]
    public void Cases_without_identifier_on_one_line_are_told_apart()
    {
        const string Nameless = "<trace><string key=\"received\" value=\"2026-01-05\"/><string key=\"who\" value=\"a\"/><event><string key=\"org:role\" value=\"r\"/></event></trace>";
        (List<LoggedCase> cases, DataQuality quality) = Read("<log>" + Nameless + Nameless + "\n" + Nameless + Nameless + Nameless + "</log>");
        Assert.Equal(["line 1", "line 1 #2", "line 2", "line 2 #2", "line 2 #3"], cases.Select(c => c.Id));
        Assert.Equal(5, quality.Findings.Single(f => f.Code == "case_without_id").Count);
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(201, "…")]
    public void The_field_of_a_finding_is_cut_when_the_log_makes_it_very_long(int length, string end)
    {
        string key = new('k', length);
        string twice = "<string key=\"" + key + "\" value=\"1\"/><string key=\"" + key + "\" value=\"2\"/>";
        string log = "<log><trace>" + twice + "<string key=\"received\" value=\"2026-01-05\"/><string key=\"who\" value=\"a\"/><event><string key=\"org:role\" value=\"r\"/></event></trace></log>";
        Assert.Equal(new string('k', 200) + end, Read(log).Quality.Findings.Single(f => f.Code == "duplicate_attribute").Field);
    }

    [Fact]
    public void Two_cases_with_one_identifier_are_an_error_that_names_both_lines()
    {
        InvalidDataFileException error = Assert.Throws<InvalidDataFileException>(() => Read(
            "<log>\n<trace><string key=\"concept:name\" value=\"a\"/></trace>\n\n<trace><string key=\"concept:name\" value=\"a\"/></trace></log>"));
        DataProblem problem = Assert.Single(error.Problems);
        Assert.Equal((4, "concept:name"), (problem.Line, problem.Field));
        Assert.Contains("line 2", problem.In(Language.English), StringComparison.Ordinal);
        Assert.Contains("dòng 2", problem.In(Language.Vietnamese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public void An_identifier_longer_than_its_bound_is_an_error(int length, bool good)
    {
        string log = "<log>\n<trace><string key=\"concept:name\" value=\"" + new string('m', length)
            + "\"/><string key=\"received\" value=\"2026-01-05\"/><string key=\"who\" value=\"a\"/><event><string key=\"org:role\" value=\"r\"/></event></trace></log>";
        if (good)
        {
            Assert.Single(Read(log).Cases);
            return;
        }

        DataProblem problem = Assert.Single(Assert.Throws<InvalidDataFileException>(() => Read(log)).Problems);
        Assert.Equal((2, "concept:name", "the case id is longer than 512 characters"), (problem.Line, problem.Field, problem.Message.English));
    }

    [Fact]
    public void Only_the_first_ten_lines_of_a_finding_are_kept()
    {
        string log = "<log>" + string.Concat(Enumerable.Range(0, 25).Select(i => "\n<trace><string key=\"concept:name\" value=\"" + i + "\"/><string key=\"received\" value=\"x\"/><string key=\"who\" value=\"a\"/><event><string key=\"org:role\" value=\"r\"/></event></trace>")) + "</log>";
        DataQualityFinding finding = Read(log).Quality.Findings.Single(f => f.Code == "unreadable_time");
        Assert.Equal((25L, 10), (finding.Count, finding.Lines.Count));
    }

    private static (List<LoggedCase> Cases, DataQuality Quality) Read(string log, LogMapping? mapping = null)
    {
        var quality = new DataQuality();
        return ([.. CaseLogReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(log)), mapping ?? Mapping, quality)], quality);
    }
}
