using System.Text;
using System.Xml;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Turns the elements of one XES document into traces.</summary>
internal sealed class XesParser(XmlReader xml, NodeGuardStream guard, DataQuality quality, string source, XesLimits limits)
{
    private const int WeightOfAttribute = 64;
    private static readonly HashSet<string> AttributeElements =
        new(["string", "date", "int", "float", "boolean", "id"], StringComparer.Ordinal);

    private static readonly HashSet<string> CompositeElements = new(["list", "container"], StringComparer.Ordinal);
    private static readonly HashSet<string> LogElements = new(["extension", "global", "classifier"], StringComparer.Ordinal);

    private readonly XesGlobals globals = new();
    private long traceCharacters;
    private bool anyTrace;

    private int Line => xml is IXmlLineInfo info ? info.LineNumber : 0;

    /// <summary>Moves into the element "log".</summary>
    public void ReadStart()
    {
        while (Read() && xml.NodeType is not (XmlNodeType.Element or XmlNodeType.Text or XmlNodeType.CDATA))
        {
        }

        if (xml.NodeType != XmlNodeType.Element || !string.Equals(xml.LocalName, "log", StringComparison.Ordinal))
        {
            throw Problem("", "không phải XES: phần tử gốc là '" + xml.LocalName + "', không phải 'log'",
                "not XES: the top element is '" + xml.LocalName + "', not 'log'");
        }

        if (xml.IsEmptyElement)
        {
            Read();
            ReadToEnd();
            return;
        }

        Read();
    }

    /// <summary>The next trace, or null at the end of the log.</summary>
    public XesTrace? ReadTrace()
    {
        while (xml.NodeType != XmlNodeType.EndElement && !xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && string.Equals(xml.LocalName, "trace", StringComparison.Ordinal))
            {
                return Trace();
            }

            if (xml.NodeType == XmlNodeType.Element)
            {
                InLog();
            }
            else
            {
                SkipElement();
            }
        }

        ReadToEnd();
        if (!anyTrace)
        {
            anyTrace = true;
            quality.Report("log_without_cases", "", Math.Max(1, Line), new BilingualText("nhật ký không có hồ sơ nào", "the log has no case"));
        }

        return null;
    }

    private void InLog()
    {
        if (string.Equals(xml.LocalName, "global", StringComparison.Ordinal))
        {
            string? scope = xml.GetAttribute("scope");
            ReadChildren("global", () =>
            {
                if (xml.GetAttribute("key") is string key && !string.IsNullOrWhiteSpace(key))
                {
                    globals.Promise(scope, key.Normalize(NormalizationForm.FormC), Line, quality);
                }

                SkipElement();
            }, null);
            return;
        }

        if (string.Equals(xml.LocalName, "event", StringComparison.Ordinal))
        {
            quality.Report("event_outside_trace", "", Line,
                new BilingualText("sự kiện không thuộc hồ sơ nào; đã bỏ qua", "an event that belongs to no case; left out"));
        }
        else if (!LogElements.Contains(xml.LocalName))
        {
            ReportIfUnknown();
        }

        SkipElement();
    }

    private XesTrace Trace()
    {
        anyTrace = true;
        traceCharacters = 0;
        int line = Line;
        var attributes = new XesAttributeList();
        var events = new List<XesEvent>();
        ReadChildren("trace", () => Add(attributes, "trace"), () =>
        {
            if (events.Count == limits.MaxEventsPerTrace)
            {
                throw TooMany("event", limits.MaxEventsPerTrace);
            }

            events.Add(Event());
        });
        var trace = new XesTrace(line, attributes.ToValueList(), events.ToValueList());
        globals.ReportGaps(trace, quality);
        return trace;
    }

    private XesEvent Event()
    {
        int line = Line;
        Weigh(0);
        var attributes = new XesAttributeList();
        ReadChildren("event", () => Add(attributes, "event"), null);
        return new XesEvent(line, attributes.ToValueList());
    }

    // Each of the two actions reads its element to the end.
    private void ReadChildren(string element, Action onAttribute, Action? onEvent)
    {
        if (xml.IsEmptyElement)
        {
            Read();
            return;
        }

        Read();
        while (xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                SkipElement();
            }
            else if (onEvent is not null && string.Equals(xml.LocalName, "event", StringComparison.Ordinal))
            {
                onEvent();
            }
            else if (AttributeElements.Contains(xml.LocalName))
            {
                onAttribute();
            }
            else
            {
                ReportIfUnknown();
                SkipElement();
            }
        }

        Read();
    }

    private void Add(XesAttributeList attributes, string element)
    {
        string? key = xml.GetAttribute("key");
        string? value = xml.GetAttribute("value");
        if (string.IsNullOrWhiteSpace(key) || value is null)
        {
            quality.Report("attribute_without_key_or_value", element, Line,
                new BilingualText("thuộc tính thiếu khóa hoặc giá trị; đã bỏ qua", "an attribute without key or value; left out"));
            SkipElement();
            return;
        }

        if (attributes.Count == limits.MaxAttributes)
        {
            throw TooMany("attribute", limits.MaxAttributes);
        }

        Weigh(key.Length + value.Length);
        key = key.Normalize(NormalizationForm.FormC);
        if (attributes.Put(new XesAttribute(key, value.Normalize(NormalizationForm.FormC), Line)))
        {
            quality.Report("duplicate_attribute", key, Line,
                new BilingualText("thuộc tính bị lặp lại; giá trị sau được dùng", "an attribute that stands twice; the later value is used"));
        }

        SkipElement();
    }

    private void Weigh(int characters)
    {
        traceCharacters += characters + WeightOfAttribute;
        if (traceCharacters > limits.MaxTraceCharacters)
        {
            throw Problem("trace", "hồ sơ dài hơn " + XesLimits.Number(limits.MaxTraceCharacters) + " ký tự",
                "longer than " + XesLimits.Number(limits.MaxTraceCharacters) + " characters");
        }
    }

    private void ReportIfUnknown()
    {
        if (!AttributeElements.Contains(xml.LocalName) && !CompositeElements.Contains(xml.LocalName))
        {
            quality.Report("unknown_element", xml.LocalName, Line,
                new BilingualText("phần tử không có ở chỗ này trong XES; đã bỏ qua", "an element that XES does not have in this place; left out"));
        }
    }

    // Skips the element with whatever it holds, without holding it; on any other node, moves past it.
    private void SkipElement()
    {
        int start = xml.Depth;
        if (xml.NodeType != XmlNodeType.Element || xml.IsEmptyElement)
        {
            Read();
            return;
        }

        do
        {
            Read();
            if (xml.Depth > limits.MaxDepth)
            {
                throw Problem("", "các phần tử lồng nhau sâu hơn " + XesLimits.Number(limits.MaxDepth) + " cấp",
                    "elements are nested deeper than " + XesLimits.Number(limits.MaxDepth) + " levels");
            }
        }
        while (xml.Depth > start && !xml.EOF);
        Read();
    }

    private bool Read()
    {
        bool read = xml.Read();
        guard.NodeEnded();
        return read;
    }

    // To the very end: a file that is cut after the last trace, or holds more than one document, is found here.
    private void ReadToEnd()
    {
        while (Read())
        {
        }
    }

    private InvalidDataFileException TooMany(string what, int most) => Problem(
        what, "nhiều hơn " + XesLimits.Number(most) + " phần tử", "more than " + XesLimits.Number(most));

    private InvalidDataFileException Problem(string field, string vietnamese, string english) =>
        new([new DataProblem(source, Line, field, new BilingualText(vietnamese, english))]);
}
