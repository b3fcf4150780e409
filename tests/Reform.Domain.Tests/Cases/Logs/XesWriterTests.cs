using System.Xml.Linq;
using CsCheck;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;
using Reform.Testing;

namespace Reform.Domain.Tests.Cases;

public sealed class XesWriterTests
{
    [Theory]
    [InlineData("receipt.xes.gz", 1434, 8577)]
    [InlineData("BPIC15_1f.xes.gz", 902, 21656)]
    public void A_real_log_comes_back_with_nothing_lost(string name, int cases, int events)
    {
        List<XesTrace> before = ReadFile(Repository.RealLog(name));
        Assert.Equal((cases, events), (before.Count, before.Sum(t => t.Events.Count)));
        byte[] written = Write(before);
        List<XesTrace> after = [.. XesReader.Read(new MemoryStream(written), new DataQuality())];
        Assert.Equal(before.Select(Text), after.Select(Text));

        // A second reader, that knows nothing of this one: the tree of the document.
        XNamespace xes = "http://www.xes-standard.org/";
        Assert.Equal(before.Select(Text), XDocument.Load(new MemoryStream(written)).Root!.Elements(xes + "trace").Select(TreeText));
    }

    [Theory]
    [InlineData("receipt.xes.gz")]
    [InlineData("BPIC15_1f.xes.gz")]
    public void The_head_of_a_real_log_is_kept_with_all_that_is_nested_in_it(string name)
    {
        using FileStream file = File.OpenRead(Repository.RealLog(name));
        using var unpacked = new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Decompress);
        string[] before = HeadOf(XDocument.Load(unpacked));
        Assert.NotEmpty(before);
        using FileStream again = File.OpenRead(Repository.RealLog(name));
        using var written = new MemoryStream();
        var head = new XesHead();
        XesWriter.Write(written, XesReader.Read(again, new DataQuality(), head: head), head: head);
        written.Position = 0;
        string[] after = HeadOf(XDocument.Load(written));
        Assert.Equal(before, after.Where(e => !e.StartsWith("extension", StringComparison.Ordinal) || before.Contains(e)));
        Assert.Contains("extension|name=Cost|prefix=cost|uri=http://www.xes-standard.org/cost.xesext", after);
    }

    [Fact]
    public void What_stands_behind_the_first_trace_is_no_head_and_is_reported()
    {
        const string Log = """
            <log><extension name="Own" prefix="own"/><string key="a" value="1"/><trace/><string key="b" value="2"/><classifier name="c" keys="k"/></log>
            """;
        var head = new XesHead();
        var quality = new DataQuality();
        Assert.Single(XesReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Log)), quality, head: head));
        Assert.Equal([new XesExtension("Own", "own", null)], head.Extensions);
        Assert.Equal("a", Assert.Single(head.Attributes).Key);
        Assert.Empty(head.Classifiers);
        Assert.Equal(["b", "classifier"], quality.Findings.Where(f => f.Code == "head_after_traces").Select(f => f.Field));
    }

    [Fact]
    public void What_is_nested_listed_and_odd_comes_back()
    {
        const string Log = """
            <log xes.version="1849.2016" xes.features="nested-attributes"><trace><string key="a" value="&lt;&amp;&quot;&#10;&#9; x "><int key="n" value="7"><boolean key="m" value="true"/></int></string>
            <list key="l"><string key="meta" value="1"/><values><float key="v" value="1.5"/><float key="v" value="2"/></values></list><list key="empty"><values/></list>
            <container key="c"><id key="i" value="550e8400-e29b-41d4-a716-446655440000"/></container>
            <event><date key="time:timestamp" value="2011-05-18T07:59:59.999+10:00"/></event><event/></trace><trace/></log>
            """;
        List<XesTrace> before = Read(Log);
        Assert.Equal(
            "Text a=<&\"\n\t x {WholeNumber n=7{Truth m=true{}[]}[]}[]|List l={Text meta=1{}[]}[Real v=1.5{}[]|Real v=2{}[]]|List empty={}[]"
            + "|Container c={Id i=550e8400-e29b-41d4-a716-446655440000{}[]}[];Date time:timestamp=2011-05-18T07:59:59.999+10:00{}[];",
            Text(before[0]));
        Assert.Equal(before.Select(Text), XesReader.Read(new MemoryStream(Write(before)), new DataQuality()).Select(Text));
    }

    [Fact]
    public void What_is_written_is_strictly_XES()
    {
        List<XesTrace> traces = ReadFile(Repository.RealLog("receipt.xes.gz"));
        Assert.Equal(traces.Count, XesReader.Read(new MemoryStream(Write(traces)), new DataQuality(), isStrict: true).Count());
    }

    [Theory]
    [InlineData(0x0001)]
    [InlineData(0xD800)]
    public void A_character_that_XML_does_not_have_is_refused_with_its_place(int code)
    {
        XesTrace trace = new(3, [new XesAttribute("k", "x" + (char)code, 4)], []);
        DataProblem problem = Assert.Single(Assert.Throws<InvalidDataFileException>(() => Write([trace])).Problems);
        Assert.Equal((4, "k"), (problem.Line, problem.Field));
    }

    [Fact]
    public void A_case_file_comes_back_by_the_mapping_that_wrote_it()
    {
        var mapping = new LogMapping
        {
            Zone = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"],
            Case = new CaseAttributes { Receipt = "r", Deadline = "d", End = "e", PlannedEnd = "p", Responsible = "who", Term = "term" },
            Event = new EventAttributes { Position = "pos", Due = "due" },
        };
        Gen<CaseTime?> time = Gen.Select(Gen.Int[0, 4], Gen.Long[-2_000_000_000, 4_000_000_000], Gen.Int[0, 999_999_999], Gen.Int[-56, 56]).Select(
            (kind, seconds, nanos, quarter) => kind switch
            {
                0 => null,
                1 => CaseTime.On(Instant.FromUnixTimeSeconds(seconds).InUtc().Date),
                _ => CaseTime.At(Instant.FromUnixTimeSeconds(seconds).PlusNanoseconds(nanos), mapping.Zone, Offset.FromSeconds(quarter * 900)),
            });
        Gen<string?> text = Gen.Int[0, 2].Select(i => i switch { 0 => null, 1 => "cb-1", _ => "Nguyên văn <x>\n" });
        Gen<LoggedEvent> events = Gen.Select(text, time, text, text, time).Select((a, t, r, p, due) => new LoggedEvent(1, a, t, r, p) { Due = due });
        Gen.Select(time, time, time, text, events.Array[0, 4], Gen.Select(time, time).Array[0, 3]).Sample((receipt, planned, end, who, list, changes) =>
        {
            ValueList<LoggedDeadline> ledger = changes.Where(c => c.Item2 is not null).Select(c => new LoggedDeadline(c.Item1, c.Item2!)).ToValueList();
            var file = new LoggedCase
            {
                Id = "HS",
                Line = 1,
                Receipt = receipt,
                PlannedEnd = planned,
                End = end,
                Responsible = who,
                Term = who,
                DeadlineChanges = ledger,
                UnreadableTimes = receipt is null ? ["receipt"] : [],
                Events = list.ToValueList(),
            };
            XesTrace trace = XesReader.Read(new MemoryStream(Write([LoggedCaseExport.ToTrace(file, mapping)])), new DataQuality()).Single();
            LoggedCase back = CaseLogReader.FromTraces([trace, Whole], mapping, new DataQuality()).First();
            return back with { Line = 1, Deadline = null, Events = back.Events.Select(e => e with { Line = 1 }).ToValueList() } == file;
        });
    }

    // A second case that has every mapped attribute, so that none is missed in the log.
    private static XesTrace Whole => new(9, [new XesAttribute("concept:name", "whole", 9)], []);

    private static string Text(XesTrace trace) => string.Join(";", [Text(trace.Attributes), .. trace.Events.Select(e => Text(e.Attributes))]);

    private static string Text(IEnumerable<XesAttribute> attributes) => string.Join(
        "|", attributes.Select(a => a.Type + " " + a.Key + "=" + a.Value + "{" + Text(a.Nested) + "}[" + Text(a.Items) + "]"));

    // Every element before the traces with its XML attributes in the order of their names, and what is in it.
    private static string[] HeadOf(XDocument log)
    {
        string Of(XElement e) => string.Join(
            "|", [e.Name.LocalName, .. e.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => a.Name.LocalName + "=" + a.Value).Order(StringComparer.Ordinal)])
            + string.Concat(e.Elements().Select(c => "(" + Of(c) + ")"));
        return [.. log.Root!.Elements().Where(e => e.Name.LocalName != "trace").Select(Of)];
    }

    private static string TreeText(XElement trace) => string.Join(
        ";", [TreeOf(trace), .. trace.Elements().Where(e => e.Name.LocalName == "event").Select(TreeOf)]);

    private static string TreeOf(XElement element) => string.Join("|", element.Elements().Where(e => e.Attribute("key") is not null).Select(e =>
    {
        string type = e.Name.LocalName switch
        {
            "string" => "Text",
            "date" => "Date",
            "int" => "WholeNumber",
            "float" => "Real",
            "boolean" => "Truth",
            "id" => "Id",
            "list" => "List",
            string other => other,
        };
        string items = string.Concat(e.Elements().Where(c => c.Name.LocalName == "values").Select(TreeOf));
        return type + " " + e.Attribute("key")!.Value + "=" + e.Attribute("value")?.Value + "{" + TreeOf(e) + "}[" + items + "]";
    }));

    private static byte[] Write(IEnumerable<XesTrace> traces)
    {
        using var stream = new MemoryStream();
        XesWriter.Write(stream, traces);
        return stream.ToArray();
    }

    private static List<XesTrace> ReadFile(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return [.. XesReader.Read(stream, new DataQuality())];
    }

    private static List<XesTrace> Read(string log) => [.. XesReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(log)), new DataQuality())];
}
