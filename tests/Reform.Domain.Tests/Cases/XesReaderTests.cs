using System.IO.Compression;
using System.Text;
using CsCheck;
using Reform.Domain.Cases;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Cases;

public sealed class XesReaderTests
{
    private const string TwoTraces = """
        <?xml version="1.0" encoding="UTF-8"?>
        <log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">
          <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
          <global scope="trace"><string key="channel" value="post"/></global>
          <classifier name="Activity" keys="concept:name"/>
          <list key="meta"><values><string key="a" value="b"><string key="c" value="d"/></string></values></list>
          <trace>
            <string key="concept:name" value="HS-1"/>
            <string key="note" value="hồ sơ"><string key="nested" value="left out"/></string>
            <event><string key="concept:name" value="Tiếp nhận"/><date key="time:timestamp" value="2026-01-05T08:00:00+07:00"/></event>
            <event><string key="concept:name" value="Trả kết quả"/></event>
          </trace>
          <trace><string key="concept:name" value="HS-2"/></trace>
        </log>
        """;

    [Fact]
    public void Traces_come_with_attributes_events_and_lines()
    {
        List<XesTrace> traces = Read(TwoTraces);
        Assert.Equal(["HS-1", "HS-2"], traces.Select(t => t.Attributes[0].Value));
        Assert.Equal([7, 13], traces.Select(t => t.Line));
        Assert.Equal(["concept:name", "note"], traces[0].Attributes.Select(a => a.Key));
        Assert.Equal(["Tiếp nhận", "Trả kết quả"], traces[0].Events.Select(e => e.Attributes[0].Value));
        Assert.Equal([10, 11], traces[0].Events.Select(e => e.Line));
        Assert.Empty(traces[1].Events);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" xmlns=\"http://www.xes-standard.org\"")]
    [InlineData(" xmlns=\"urn:something-else\"")]
    public void Namespaces_do_not_matter(string declaration) =>
        Assert.Equal(2, Read(TwoTraces.Replace(" xmlns=\"http://www.xes-standard.org/\"", declaration, StringComparison.Ordinal)).Count);

    [Fact]
    public void A_prefixed_namespace_does_not_matter() => Assert.Single(Read(
        "<x:log xmlns:x=\"http://www.xes-standard.org/\"><x:trace><x:string key=\"concept:name\" value=\"a\"/></x:trace></x:log>"));

    [Theory]
    [InlineData("key='a' value='b'", "a", "b")]
    [InlineData("value='b' key='a'", "a", "b")]
    [InlineData("key='value' value='key'", "value", "key")]
    [InlineData("x='1' key='a' value='b'", "a", "b")]
    [InlineData("key='a' x='1' value='b'", "a", "b")]
    [InlineData("key='a' value='b' x='1'", "a", "b")]
    [InlineData("key='a' n:value='c' value='b' xmlns:n='urn:n'", "a", "b")]
    [InlineData("key='a' value='b' n:value='c' xmlns:n='urn:n'", "a", "b")]
    [InlineData("n:key='c' key='a' value='b' xmlns:n='urn:n'", "a", "b")]
    [InlineData("xmlns='urn:n' key='a' value='b'", "a", "b")]
    [InlineData("value='b' key='a&amp;&#98;'", "a&b", "b")]
    public void Key_and_value_are_found_by_their_names_wherever_they_stand(string xmlAttributes, string key, string value)
    {
        // Twice, for a reader may remember something of the one before; and once with a prefix of its own.
        string element = "<string " + xmlAttributes + "/>";
        string prefixed = "<p:string xmlns:p='urn:p' " + xmlAttributes + "/>";
        XesTrace trace = Read("<log><trace><event>" + element + "</event><event>" + element + "</event><event>" + prefixed + "</event></trace></log>")[0];
        Assert.All(trace.Events, e => Assert.Equal((key, value), (Assert.Single(e.Attributes).Key, e.Attributes[0].Value)));
    }

    [Theory]
    [InlineData("n:key='a' value='b' xmlns:n='urn:n'")]
    [InlineData("key='a' n:value='b' xmlns:n='urn:n'")]
    [InlineData("key='a' other='b'")]
    [InlineData("other='a' value='b'")]
    public void Names_of_another_namespace_are_neither_key_nor_value(string xmlAttributes) =>
        Assert.Empty(Read("<log><trace xmlns:n='urn:n'><string " + xmlAttributes + "/></trace></log>")[0].Attributes);

    [Theory]
    [InlineData("2026-01-05T08:00:00", true)]
    [InlineData("2026-01-05T08:00:00Z", true)]
    [InlineData("2026-01-05T08:00:00.25+07:00", true)]
    [InlineData("0001-01-01T00:00:00-14:00", true)]
    [InlineData("2026-01-05T24:00:00", true)]
    [InlineData("2026-01-05T08:00:00z", false)]
    [InlineData("2026-01-05T08:00:00,25Z", false)]
    [InlineData("2026-01-05t08:00:00Z", false)]
    [InlineData("2026-01-05T08:00:00+07", false)]
    [InlineData("2026-01-05T08:00:00+0700", false)]
    [InlineData("2026-01-05T08:00Z", false)]
    [InlineData("2026-01-05", false)]
    [InlineData("2026-02-29T08:00:00Z", false)]
    [InlineData("0000-01-05T08:00:00Z", false)]
    public void A_date_is_written_as_XML_Schema_writes_it(string value, bool isDate)
    {
        var quality = new DataQuality();
        Read("<log><trace><date key=\"t\" value=\"" + value + "\"/></trace></log>", quality);
        Assert.Equal(!isDate, quality.Findings.Any(f => f.Code == "value_not_of_type"));
    }

    [Fact]
    public void Globals_are_no_defaults_and_what_they_promise_in_vain_is_counted()
    {
        var quality = new DataQuality();
        List<XesTrace> traces = Read(
            "<log><global scope=\"trace\"><string key=\"channel\" value=\"post\"/></global>"
            + "<global scope=\"event\"><string key=\"org:role\" value=\"?\"/></global>\n"
            + "<trace><string key=\"channel\" value=\"desk\"/><event/><event><string key=\"org:role\" value=\"a\"/></event></trace>\n<trace/></log>",
            quality);
        Assert.Equal(["desk"], traces.SelectMany(t => t.Attributes).Select(a => a.Value));
        Assert.Equal(
            [("promised_attribute_missing", "channel", 1L, 3), ("promised_event_attribute_missing", "org:role", 1L, 2)],
            quality.Findings.Select(f => (f.Code, f.Field, f.Count, f.Lines.Single())));
    }

    [Fact]
    public void Gzip_of_one_member_or_more_is_unpacked()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(TwoTraces);
        Assert.Equal(2, Read(Gzip(bytes)).Count);
        Assert.Equal(2, Read([.. Gzip(bytes[..300]), .. Gzip(bytes[300..600]), .. Gzip(bytes[600..])]).Count);
        Assert.Equal(2, Read([.. Gzip([]), .. Gzip(bytes)]).Count);
    }

    [Fact]
    public void Gzip_cut_anywhere_is_refused()
    {
        byte[] packed = Gzip(Encoding.UTF8.GetBytes(TwoTraces));
        for (int length = 2; length < packed.Length; length++)
        {
            Assert.Contains("truncated", Refused(packed[..length]).In(Language.English), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Gzip_followed_by_other_bytes_is_refused() => Assert.Contains(
        "followed by other bytes", Refused([.. Gzip(Encoding.UTF8.GetBytes(TwoTraces)), 0, 0, 0]).In(Language.English), StringComparison.Ordinal);

    [Fact]
    public void Bad_XML_in_whole_gzip_is_told_as_bad_XML() => Assert.Contains(
        "not well-formed XML", Refused(Gzip(Encoding.UTF8.GetBytes("<log><trace>"))).In(Language.English), StringComparison.Ordinal);

    [Fact]
    public void Gzip_cut_inside_its_second_member_is_refused()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(TwoTraces);
        byte[] first = Gzip(bytes);
        byte[] both = [.. first, .. Gzip(Encoding.UTF8.GetBytes("<!-- more -->"))];
        Assert.Equal(2, Read(both).Count);
        for (int length = first.Length + 1; length < both.Length; length++)
        {
            Refused(both[..length]);
        }
    }

    [Fact]
    public void A_damaged_byte_in_gzip_is_refused()
    {
        byte[] packed = Gzip(Encoding.UTF8.GetBytes(TwoTraces));
        packed[packed.Length / 2] ^= 0x10;
        Assert.Contains("damaged", Refused(packed).In(Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("<html><body/></html>", "'html'")]
    [InlineData("{\"log\": []}", "XML")]
    [InlineData("<log><trace></log>", "XML")]
    [InlineData("<log/><log/>", "XML")]
    [InlineData("<log></log>trailing", "XML")]
    [InlineData("<!DOCTYPE log [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><log><trace><string key=\"k\" value=\"&b;\"/></trace></log>", "DTD")]
    [InlineData("<!DOCTYPE log SYSTEM \"file:///etc/passwd\"><log/>", "DTD")]
    public void What_is_no_XES_is_refused_with_the_reason(string text, string reason) =>
        Assert.Contains(reason, Refused(Encoding.UTF8.GetBytes(text)).In(Language.English), StringComparison.Ordinal);

    [Fact]
    public void A_refused_DTD_is_told_in_words_for_the_sender_of_the_log() => Assert.DoesNotContain(
        "XmlReaderSettings", Refused(Encoding.UTF8.GetBytes("<!DOCTYPE log><log/>")).In(Language.English), StringComparison.Ordinal);

    [Theory]
    [InlineData("&#xD800;")]
    [InlineData("&#xFFFE;")]
    [InlineData("&#x1B;")]
    public void A_character_that_XML_does_not_have_is_refused_and_not_repeated(string reference)
    {
        DataProblem problem = Refused(Encoding.UTF8.GetBytes("<log>\n<trace><string key=\"a\" value=\"" + reference + "\"/></trace></log>"));
        Assert.Equal(2, problem.Line);
        Assert.Contains("invalid character", problem.Message.English, StringComparison.Ordinal);
        Assert.DoesNotContain(problem.Message.English, char.IsControl);
    }

    [Fact]
    public void Plain_XML_cut_anywhere_is_refused()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(TwoTraces.TrimEnd());
        for (int length = 0; length < bytes.Length; length++)
        {
            Refused(bytes[..length]);
        }
    }

    [Fact]
    public void A_log_beyond_a_bound_is_refused()
    {
        Refused("<log>" + string.Concat(Enumerable.Repeat("<list>", 100)) + string.Concat(Enumerable.Repeat("</list>", 100)) + "</log>", new XesLimits { MaxDepth = 50 });
        Refused("<log><trace><string key=\"a\" value=\"1\"/><string key=\"b\" value=\"1\"/></trace></log>", new XesLimits { MaxAttributes = 1 });
        Refused("<log><trace><event/><event/></trace></log>", new XesLimits { MaxEventsPerTrace = 1 });
        Refused(TwoTraces, new XesLimits { MaxCharacters = 200 });
        Refused("<log><trace><string key=\"a\" value=\"" + new string('x', 100_000) + "\"/></trace></log>", new XesLimits { MaxElementBytes = 4096 });
        Refused("<log>" + string.Concat(Enumerable.Range(0, 100).Select(i => "<a" + i + "/>")) + "</log>", new XesLimits { MaxNames = 50 });
        Refused("<log><trace><string key=\"a\" value=\"" + new string('x', 2000) + "\"/></trace></log>", new XesLimits { MaxTraceCharacters = 2000 });
        Refused("<log><trace>" + string.Concat(Enumerable.Repeat("<event/>", 40)) + "</trace></log>", new XesLimits { MaxTraceCharacters = 2000 });
    }

    [Fact]
    public void Long_runs_of_short_elements_and_comments_are_within_the_bounds()
    {
        string log = "<log>" + string.Concat(Enumerable.Repeat("<!-- a comment --><string key=\"a\" value=\"b\"/>", 20_000)) + "<trace/></log>";
        Assert.Single(Read(Encoding.UTF8.GetBytes(log), limits: new XesLimits { MaxElementBytes = 4096 }));
    }

    [Theory]
    [InlineData("<log><trace><string key=\"a\" value=\"", "x")]
    [InlineData("<log><trace>", "x")]
    [InlineData("<log><trace><![CDATA[", "<")]
    [InlineData("<log><!--", "<")]
    [InlineData("<log><?p ", "<")]
    public void An_endless_node_is_refused_before_it_is_in_memory(string head, string tail)
    {
        using var endless = new EndlessStream(Encoding.ASCII.GetBytes(head), Encoding.ASCII.GetBytes(tail));
        Assert.Throws<InvalidDataFileException>(() => XesReader.Read(endless, new DataQuality()).Count());
        Assert.True(endless.Given < 4 * 1024 * 1024);
    }

    [Fact]
    public void An_endless_attribute_in_another_encoding_is_refused_before_it_is_in_memory()
    {
        using var endless = new EndlessStream(
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<log><trace><string key=\"a\" value=\"")], Encoding.Unicode.GetBytes("\u3C3C"));
        var error = Assert.Throws<InvalidDataFileException>(() => XesReader.Read(endless, new DataQuality()).Count());
        Assert.Contains("1048576", error.Message, StringComparison.Ordinal);
        Assert.True(endless.Given < 4 * 1024 * 1024);
    }

    [Fact]
    public void A_gzip_bomb_is_refused_by_the_bound_on_characters()
    {
        byte[] bomb = Gzip(Encoding.ASCII.GetBytes("<log>" + string.Concat(Enumerable.Repeat("<trace/>", 200_000))));
        Assert.True(bomb.Length < 20_000);
        Refused(bomb, new XesLimits { MaxCharacters = 100_000 });
    }

    [Fact]
    public void The_first_trace_comes_before_the_end_is_read()
    {
        using var endless = new EndlessStream(Encoding.ASCII.GetBytes("<log>"), Encoding.ASCII.GetBytes("<trace><string key=\"concept:name\" value=\"a\"/></trace>"));
        Assert.Equal(1000, XesReader.Read(endless, new DataQuality()).Take(1000).Count());
    }

    [Fact]
    public void A_key_that_stands_twice_keeps_its_later_value_and_is_counted()
    {
        var quality = new DataQuality();
        XesTrace trace = Read("<log><trace><string key=\"a\" value=\"1\"/>\n<string key=\"a\" value=\"2\"/></trace></log>", quality).Single();
        Assert.Equal([("a", "2")], trace.Attributes.Select(a => (a.Key, a.Value)));
        DataQualityFinding finding = Assert.Single(quality.Findings);
        Assert.Equal(("duplicate_attribute", "a", 1L, 2), (finding.Code, finding.Field, finding.Count, finding.Lines.Single()));
    }

    [Fact]
    public void However_many_attributes_there_are_each_key_stands_once()
    {
        var quality = new DataQuality();
        IEnumerable<int> twice = Enumerable.Range(0, 100).Concat(Enumerable.Range(50, 100));
        string attributes = string.Concat(twice.Select((k, i) => "<string key=\"k" + k + "\" value=\"" + i + "\"/>"));
        XesTrace trace = Read("<log><trace>" + attributes + "</trace></log>", quality).Single();
        Assert.Equal(Enumerable.Range(0, 150).Select(k => ("k" + k, (k < 50 ? k : k + 50).ToString(System.Globalization.CultureInfo.InvariantCulture))),
            trace.Attributes.Select(a => (a.Key, a.Value)));
        Assert.Equal(50, quality.Findings.Count);
    }

    [Fact]
    public void Findings_on_ever_new_fields_are_counted_but_not_all_kept()
    {
        var quality = new DataQuality();
        string attributes = string.Concat(Enumerable.Range(0, 6000).Select(i => "<string key=\"k" + (i / 2) + "\" value=\"v\"/>"));
        Read("<log><trace>" + attributes + "</trace></log>", quality);
        Assert.InRange(quality.Findings.Count, 1000, 1001);
        Assert.Equal(3000, quality.Findings.Sum(f => f.Count));
        Assert.Equal(2000, quality.Findings.Single(f => f.Field.Length == 0).Count);
    }

    [Fact]
    public void Elements_that_XES_does_not_have_there_are_left_out_and_counted()
    {
        var quality = new DataQuality();
        Assert.Single(Read("<log><TRACE/><list key=\"l\"/><trace><text key=\"a\" value=\"b\"/><event><trace/><container key=\"c\"/></event></trace></log>", quality));
        Assert.Equal(
            [("unknown_element", "TRACE", 1L), ("unknown_element", "text", 1L), ("unknown_element", "trace", 1L)],
            quality.Findings.Select(f => (f.Code, f.Field, f.Count)));
    }

    [Theory]
    [InlineData("<log/>")]
    [InlineData("<log><string key=\"a\" value=\"b\"/></log>")]
    public void A_log_without_a_case_is_told(string log)
    {
        var quality = new DataQuality();
        Assert.Empty(Read(log, quality));
        Assert.Equal("log_without_cases", Assert.Single(quality.Findings).Code);
    }

    [Fact]
    public void Attributes_without_key_or_value_and_events_outside_a_trace_are_counted()
    {
        var quality = new DataQuality();
        Assert.Single(Read("<log><event/><trace><string value=\"1\"/><string key=\"a\"/></trace></log>", quality));
        Assert.Equal([("attribute_without_key_or_value", 2L), ("event_outside_trace", 1L)], quality.Findings.Select(f => (f.Code, f.Count)));
    }

    [Fact]
    public void Text_comes_in_normalization_form_C()
    {
        string decomposed = "Tiếp nhận".Normalize(NormalizationForm.FormD);
        Assert.Equal("Tiếp nhận", Read("<log><trace><string key=\"a\" value=\"" + decomposed + "\"/></trace></log>").Single().Attributes[0].Value);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void Byte_order_marks_and_UTF16_are_read(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(TwoTraces.Replace("UTF-8", name, StringComparison.Ordinal))];
        Assert.Equal("hồ sơ", Read(bytes)[0].Attributes[1].Value);
    }

    [Fact]
    public void Whatever_bytes_come_the_answer_is_traces_or_a_problem()
    {
        byte[] good = Encoding.UTF8.GetBytes(TwoTraces);
        byte[] packed = Gzip(good);
        Gen.Select(Gen.Bool, Gen.Int[0, 2000], Gen.Byte, Gen.Int[0, 2000]).Sample((gzip, at, value, cut) =>
        {
            byte[] bytes = [.. gzip ? packed : good];
            bytes[at % bytes.Length] = value;
            bytes = cut % 4 == 0 ? bytes[..(cut % bytes.Length)] : bytes;
            try
            {
                return Read(bytes).Count <= 3;
            }
            catch (InvalidDataFileException e)
            {
                return e.Problems.Count > 0;
            }
        });
    }

    private static List<XesTrace> Read(string text, DataQuality? quality = null) => Read(Encoding.UTF8.GetBytes(text), quality);

    private static List<XesTrace> Read(byte[] bytes, DataQuality? quality = null, XesLimits? limits = null) =>
        [.. XesReader.Read(new MemoryStream(bytes), quality ?? new DataQuality(), "log", limits)];

    private static DataProblem Refused(byte[] bytes, XesLimits? limits = null) =>
        Assert.Single(Assert.Throws<InvalidDataFileException>(() => Read(bytes, limits: limits)).Problems);

    private static void Refused(string text, XesLimits limits) => Refused(Encoding.UTF8.GetBytes(text), limits);

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>Some bytes, and then the same ones again and again without end.</summary>
    private sealed class EndlessStream(byte[] head, byte[]? tail = null) : Stream
    {
        private readonly byte[] rest = tail ?? [(byte)'x'];

        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (int i = 0; i < count; i++, Given++)
            {
                buffer[offset + i] = Given < head.Length ? head[Given] : rest[(Given - head.Length) % rest.Length];
            }

            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
