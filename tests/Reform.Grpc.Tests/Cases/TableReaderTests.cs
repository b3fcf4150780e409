using System.IO.Compression;
using System.Text;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;
using Reform.Grpc.Cases;
using Reform.Testing;
using LoggedCase = Reform.Domain.Cases.LoggedCase;

namespace Reform.Grpc.Tests.Cases;

public sealed class TableReaderTests
{
    private const string Rows = """
        case:concept:name,concept:name,time:timestamp,case:due
        HS-1,Tiếp nhận,2026-01-05T08:00:00+07:00,2026-02-05
        HS-1,"Trả kết quả, ""tại chỗ""
        lần 2",2026-01-06 09:30:00.250+07:00,2026-02-05
        HS-2,Tiếp nhận,,2026-02-06

        """;

    private static readonly LogMapping Mapping = new()
    {
        Zone = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"],
        Case = new CaseAttributes { Deadline = "case:due" },
        Table = new TableMapping(),
    };

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Rows_are_events_with_or_without_a_byte_order_mark_and_packed(bool mark, bool packs)
    {
        byte[] bytes = [.. mark ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(Rows)];
        List<LoggedCase> cases = Read(packs ? Gzip(bytes) : bytes, Mapping);
        Assert.Equal([("HS-1", 2, new LocalDate(2026, 2, 5)), ("HS-2", 5, new LocalDate(2026, 2, 6))], cases.Select(c => (c.Id, c.Line, c.Deadline!.Date)));
        Assert.Equal([("Tiếp nhận", 2), ("Trả kết quả, \"tại chỗ\"\nlần 2", 3)], cases[0].Events.Select(e => (e.Activity, e.Line)));
        Assert.Equal(Instant.FromUtc(2026, 1, 6, 2, 30).PlusNanoseconds(250_000_000), cases[0].Events[1].Time!.Instant);
        Assert.Null(cases[1].Events[0].Time);
    }

    [Fact]
    public void Days_come_first_decimals_have_commas_and_other_signs_where_the_mapping_says_so()
    {
        const string Semicolons = "hs;việc;lúc;lệ phí;nhận\r\nA;'x;''y''';24/05/2011 15:09;-1234,50;24/05/2011\r\n";
        LogMapping mapping = Mapping with
        {
            NaiveZone = Mapping.Zone,
            Case = new CaseAttributes { Id = "hs", Receipt = "nhận" },
            Event = new EventAttributes { Activity = "việc", Time = "lúc" },
            TimePatterns = [new TimePatterns("lúc", ["dd/MM/uuuu HH:mm"]), new TimePatterns("nhận", ["dd/MM/uuuu"])],
            Table = new TableMapping { Delimiter = ';', Quote = '\'', DecimalSign = ',', Numbers = ["lệ phí"] },
        };
        LoggedCase file = Read(Encoding.UTF8.GetBytes(Semicolons), mapping).Single();
        Assert.Equal(("A", "x;'y'", new LocalDate(2011, 5, 24)), (file.Id, file.Events[0].Activity, file.Receipt!.Date));
        Assert.Equal(Instant.FromUtc(2011, 5, 24, 8, 9), file.Events[0].Time!.Instant);
        XesAttribute fee = LogReading.Traces(new MemoryStream(Encoding.UTF8.GetBytes(Semicolons)), mapping, new DataQuality()).Single()
            .Events[0].Attributes.Single(a => a.Key == "lệ phí");
        Assert.Equal((XesType.Real, "-1234.50"), (fee.Type, fee.Value));
    }

    [Fact]
    public void A_time_without_an_offset_gets_no_zone() => Assert.Null(
        Read(Encoding.UTF8.GetBytes("case:concept:name,concept:name,time:timestamp,case:due\nA,x,2026-01-05 08:00:00,2026-01-06\n"), Mapping).Single().Events[0].Time);

    [Fact]
    public void Rows_of_a_case_stand_together_unless_the_mapping_says_otherwise()
    {
        byte[] mixed = Encoding.UTF8.GetBytes("case:concept:name,concept:name,time:timestamp,case:due\nA,1,2026-01-05,2026-01-06\nB,2,2026-01-05,2026-01-06\nA,3,2026-01-05,2026-01-06\n");
        Assert.Contains("stands already on line 2", Refused(mixed, Mapping).Message.English, StringComparison.Ordinal);
        List<LoggedCase> cases = Read(mixed, Mapping with { Table = new TableMapping { RowsInAnyOrder = true } });
        Assert.Equal([("A", "1,3"), ("B", "2")], cases.Select(c => (c.Id, string.Join(",", c.Events.Select(e => e.Activity)))));
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "column of case identifiers", 1)]
    [InlineData("case:concept:name,x,x\n", "two columns", 1)]
    [InlineData("case:concept:name,x\nA,1\nB\n", "1 cells, not 2", 3)]
    [InlineData("case:concept:name,x\nA,1\n ,2\n", "identifier is empty", 3)]
    [InlineData("case:concept:name,x\nA,1\nA,\"2\n\n", "never closed", 3)]
    [InlineData("case:concept:name,x\nA,1\nA,\"2\"\"\n", "never closed", 3)]
    [InlineData("case:concept:name,x\nA,a\"b\n", "quote that is misplaced", 2)]
    [InlineData("case:concept:name,x\nA,1\nA,\u0001\uFFFD\n", null, null)]
    public void A_bad_table_is_refused_with_reason_and_line(string text, string? reason, int? line)
    {
        LogMapping mapping = Mapping with { Case = new CaseAttributes() };
        if (reason is null)
        {
            Assert.Single(Read(Encoding.UTF8.GetBytes(text), mapping));
            return;
        }

        DataProblem problem = Refused(Encoding.UTF8.GetBytes(text), mapping);
        Assert.Contains(reason, problem.Message.English, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
    }

    [Fact]
    public void What_is_not_UTF8_and_what_is_cut_is_refused()
    {
        Assert.Equal("not UTF-8", Refused([.. "case:concept:name,x\nA,"u8, 0xE9, .. "\n"u8], Mapping).Message.English);
        byte[] packed = Gzip(Encoding.UTF8.GetBytes(Rows));
        Assert.Contains("truncated", Refused(packed[..^5], Mapping).Message.English, StringComparison.Ordinal);
        Assert.Contains("the mapping must have 'csv'", Refused(Encoding.UTF8.GetBytes(Rows), Mapping with { Table = null }).Message.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("case:concept:name,x\nA,\"", "x")]
    [InlineData("case:concept:name,x\nA,", "x,")]
    [InlineData("case:concept:name,x\nA,\"", "\n")]
    [InlineData("case:concept:name", ",xy")]
    public void An_endless_row_is_refused_before_it_is_in_memory(string head, string tail)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(head + string.Concat(Enumerable.Repeat(tail, 3_000_000)));
        Assert.Equal("a row is longer than 1048576 characters", Refused(bytes, Mapping).Message.English);
    }

    [Fact]
    public void A_table_beyond_a_bound_is_refused()
    {
        byte[] rows = Encoding.UTF8.GetBytes(Rows);
        Assert.Contains("columns", Refused(rows, Mapping, new XesLimits { MaxAttributes = 2 }).Message.English, StringComparison.Ordinal);
        Assert.Equal("more than 1", Refused(rows, Mapping, new XesLimits { MaxEventsPerTrace = 1 }).Message.English);
        Assert.Equal("longer than 100 characters", Refused(rows, Mapping, new XesLimits { MaxTraceCharacters = 100 }).Message.English);
        Assert.Contains("100 characters", Refused(rows, Mapping, new XesLimits { MaxCharacters = 100 }).Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_real_log_in_XES_and_as_a_table_gives_the_same_cases()
    {
        LogMapping xes = Mapping with { Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"], Table = null, Case = Names("") };
        LogMapping csv = xes with { Table = new TableMapping { RowsInAnyOrder = true }, Case = Names("case:") with { Id = "case:concept:name" } };
        using FileStream document = File.OpenRead(Repository.RealLog("receipt.xes.gz"));
        using FileStream table = File.OpenRead(Repository.RealLog("receipt.csv.gz"));
        Dictionary<string, LoggedCase> expected = LogReading.Cases(document, xes, new DataQuality()).ToDictionary(c => c.Id, StringComparer.Ordinal);
        List<LoggedCase> found = [.. LogReading.Cases(table, csv, new DataQuality())];
        Assert.Equal(expected.Count, found.Count);
        Assert.All(found, c => Assert.Equal(WithoutLines(expected[c.Id]), WithoutLines(c)));

        static CaseAttributes Names(string prefix) => new()
        {
            Receipt = prefix + "startdate",
            Deadline = prefix + "deadline",
            End = prefix + "enddate",
            PlannedEnd = prefix + "enddate_planned",
            Responsible = prefix + "responsible",
            Unit = prefix + "department",
        };

        static LoggedCase WithoutLines(LoggedCase file) => file with { Line = 0, Events = file.Events.Select(e => e with { Line = 0 }).ToValueList() };
    }

    private static List<LoggedCase> Read(byte[] bytes, LogMapping mapping) => [.. LogReading.Cases(new MemoryStream(bytes), mapping, new DataQuality())];

    private static DataProblem Refused(byte[] bytes, LogMapping mapping, XesLimits? limits = null) => Assert.Single(Assert.Throws<InvalidDataFileException>(
        () => LogReading.Cases(new MemoryStream(bytes), mapping, new DataQuality(), "log", limits).Count()).Problems);

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
