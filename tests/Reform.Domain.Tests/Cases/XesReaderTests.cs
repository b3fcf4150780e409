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

    [Fact]
    public void Globals_are_no_defaults() => Assert.DoesNotContain(Read(TwoTraces).SelectMany(t => t.Attributes), a => a.Key == "channel");

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
            Refused(packed[..length]);
        }
    }

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
        Refused(packed);
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
        Refused("<log><trace><string key=\"a\" value=\"" + new string('x', 5000) + "\"/></trace></log>", new XesLimits { MaxElementBytes = 4096 });
    }

    [Fact]
    public void An_endless_attribute_is_refused_before_it_is_in_memory()
    {
        using var endless = new EndlessStream(Encoding.ASCII.GetBytes("<log><trace><string key=\"a\" value=\""));
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
