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
        CaseFile file = Read("""
            <log><trace><string key="concept:name" value="HS-1"/><date key="received" value="2026-01-05T08:00:00+07:00"/><string key="who" value="cb-1"/>
            <event><string key="concept:name" value="a"/><string key="org:resource" value="cb-2"/><string key="org:role" value="du-1"/>
            <date key="time:timestamp" value="2026-01-06T08:00:00+07:00"/></event></trace></log>
            """).Cases.Single();
        Assert.Equal(("HS-1", "cb-1", new LocalDate(2026, 1, 5)), (file.Id, file.Responsible, file.Receipt!.Date));
        CaseEvent e = Assert.Single(file.Events);
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

    private static (List<CaseFile> Cases, DataQuality Quality) Read(string log)
    {
        var quality = new DataQuality();
        return ([.. CaseLogReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(log)), Mapping, quality)], quality);
    }
}
