using System.Globalization;
using System.Text;
using System.Xml;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Turns the elements of one XES document into traces.</summary>
internal sealed class XesParser(XmlReader xml, DataQuality quality, string source, XesLimits limits)
{
    private static readonly HashSet<string> AttributeElements =
        new(["string", "date", "int", "float", "boolean", "id"], StringComparer.Ordinal);

    private int Line => xml is IXmlLineInfo info ? info.LineNumber : 0;

    /// <summary>Moves into the element "log".</summary>
    public void ReadStart()
    {
        xml.MoveToContent();
        if (xml.NodeType != XmlNodeType.Element || !string.Equals(xml.LocalName, "log", StringComparison.Ordinal))
        {
            throw Problem("", "không phải XES: phần tử gốc là '" + xml.LocalName + "', không phải 'log'",
                "not XES: the top element is '" + xml.LocalName + "', not 'log'");
        }

        if (xml.IsEmptyElement)
        {
            xml.Read();
            ReadToEnd();
            return;
        }

        xml.Read();
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

            if (xml.NodeType == XmlNodeType.Element && string.Equals(xml.LocalName, "event", StringComparison.Ordinal))
            {
                quality.Report("event_outside_trace", "", Line,
                    new BilingualText("sự kiện không thuộc hồ sơ nào; đã bỏ qua", "an event that belongs to no case; left out"));
            }

            SkipElement();
        }

        ReadToEnd();
        return null;
    }

    private XesTrace Trace()
    {
        int line = Line;
        var attributes = new List<XesAttribute>();
        var events = new List<XesEvent>();
        ReadChildren("trace", attributes, () =>
        {
            if (events.Count == limits.MaxEventsPerTrace)
            {
                throw TooMany("event", limits.MaxEventsPerTrace);
            }

            events.Add(Event());
        });
        return new XesTrace(line, attributes.ToValueList(), events.ToValueList());
    }

    private XesEvent Event()
    {
        int line = Line;
        var attributes = new List<XesAttribute>();
        ReadChildren("event", attributes, null);
        return new XesEvent(line, attributes.ToValueList());
    }

    private void ReadChildren(string element, List<XesAttribute> attributes, Action? onEvent)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return;
        }

        xml.Read();
        while (xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element && onEvent is not null && string.Equals(xml.LocalName, "event", StringComparison.Ordinal))
            {
                onEvent();
                continue;
            }

            if (xml.NodeType == XmlNodeType.Element && AttributeElements.Contains(xml.LocalName))
            {
                Add(attributes, element);
            }

            SkipElement();
        }

        xml.Read();
    }

    private void Add(List<XesAttribute> attributes, string element)
    {
        string? key = xml.GetAttribute("key");
        string? value = xml.GetAttribute("value");
        if (string.IsNullOrWhiteSpace(key) || value is null)
        {
            quality.Report("attribute_without_key_or_value", element, Line,
                new BilingualText("thuộc tính thiếu khóa hoặc giá trị; đã bỏ qua", "an attribute without key or value; left out"));
            return;
        }

        if (attributes.Count == limits.MaxAttributes)
        {
            throw TooMany("attribute", limits.MaxAttributes);
        }

        key = key.Normalize(NormalizationForm.FormC);
        int earlier = attributes.FindIndex(a => string.Equals(a.Key, key, StringComparison.Ordinal));
        if (earlier >= 0)
        {
            quality.Report("duplicate_attribute", key, Line,
                new BilingualText("thuộc tính bị lặp lại; giá trị sau được dùng", "an attribute that stands twice; the later value is used"));
            attributes.RemoveAt(earlier);
        }

        attributes.Add(new XesAttribute(key, value.Normalize(NormalizationForm.FormC), Line));
    }

    // Skips the element with whatever it holds, without holding it; on any other node, moves past it.
    private void SkipElement()
    {
        int start = xml.Depth;
        if (xml.NodeType != XmlNodeType.Element || xml.IsEmptyElement)
        {
            xml.Read();
            return;
        }

        do
        {
            xml.Read();
            if (xml.Depth > limits.MaxDepth)
            {
                throw Problem("", "các phần tử lồng nhau sâu hơn " + Number(limits.MaxDepth) + " cấp",
                    "elements are nested deeper than " + Number(limits.MaxDepth) + " levels");
            }
        }
        while (xml.Depth > start && !xml.EOF);
        xml.Read();
    }

    // To the very end: a file that is cut after the last trace, or holds more than one document, is found here.
    private void ReadToEnd()
    {
        while (xml.Read())
        {
        }
    }

    private InvalidDataFileException TooMany(string what, int most) => Problem(
        what, "nhiều hơn " + Number(most) + " phần tử", "more than " + Number(most));

    private InvalidDataFileException Problem(string field, string vietnamese, string english) =>
        new([new DataProblem(source, Line, field, new BilingualText(vietnamese, english))]);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
