using System.Text;
using System.Xml;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Walks the elements of one XES document within the bounds, and says where it stands.</summary>
internal sealed class XesCursor
{
    private readonly XmlReader xml;
    private readonly IXmlLineInfo lines;
    private readonly NodeGuardStream guard;
    private readonly string source;
    private readonly int maxDepth;
    private readonly string keyName;
    private readonly string valueName;

    public XesCursor(XmlReader xml, NodeGuardStream guard, string source, XesLimits limits)
    {
        this.xml = xml;
        this.guard = guard;
        this.source = source;
        lines = (IXmlLineInfo)xml;
        maxDepth = limits.MaxDepth;
        keyName = xml.NameTable.Add("key");
        valueName = xml.NameTable.Add("value");
    }

    public int Line => lines.LineNumber;

    public string Name => xml.LocalName;

    public bool IsElement => xml.NodeType == XmlNodeType.Element;

    public bool IsText => xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA;

    public bool IsEmptyElement => xml.IsEmptyElement;

    public bool AtEnd => xml.NodeType == XmlNodeType.EndElement || xml.EOF;

    public string? XmlAttribute(string name) => xml.GetAttribute(name);

    public bool Read()
    {
        bool read = xml.Read();
        guard.NodeEnded();
        return xml.Depth <= maxDepth ? read : throw Problem(
            "",
            "các phần tử lồng nhau sâu hơn " + XesLimits.Number(maxDepth) + " cấp",
            "elements are nested deeper than " + XesLimits.Number(maxDepth) + " levels");
    }

    /// <summary>Skips the element with whatever it holds, without holding it; on any other node, moves past it.</summary>
    public void Skip()
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
        }
        while (xml.Depth > start && !xml.EOF);
        Read();
    }

    /// <summary>To the very end: a file that is cut after the last trace, or holds more than one document, is found here.</summary>
    public void ReadToEnd()
    {
        while (Read())
        {
        }
    }

    /// <summary>The key and the value of the attribute element, each null when absent, and the first XML attribute beside them.</summary>
    public (string? Key, string? Value, string? Other) KeyAndValue()
    {
        string? key = null;
        string? value = null;
        string? other = null;
        while (xml.MoveToNextAttribute())
        {
            if (ReferenceEquals(xml.LocalName, keyName))
            {
                key = Text();
            }
            else if (ReferenceEquals(xml.LocalName, valueName))
            {
                value = Text();
            }
            else if (xml.NamespaceURI.Length == 0)
            {
                other ??= xml.LocalName;
            }
        }

        xml.MoveToElement();
        return (key, value, other);
    }

    /// <summary>The first XML attribute of the element that is none of these; one with a namespace of its own is nobody's business.</summary>
    public string? OtherXmlAttribute(params ReadOnlySpan<string> known)
    {
        string? other = null;
        while (xml.AttributeCount > 0 && other is null && xml.MoveToNextAttribute())
        {
            if (xml.NamespaceURI.Length == 0 && !known.Contains(xml.LocalName))
            {
                other = xml.LocalName;
            }
        }

        xml.MoveToElement();
        return other;
    }

    public InvalidDataFileException TooMany(string what, int most) => Problem(
        what, "nhiều hơn " + XesLimits.Number(most) + " phần tử", "more than " + XesLimits.Number(most));

    public InvalidDataFileException Problem(string field, string vietnamese, string english) =>
        Problem(Line, field, new BilingualText(vietnamese, english));

    public InvalidDataFileException Problem(int line, string field, BilingualText message) =>
        new([new DataProblem(source, line, field, message)]);

    private string Text()
    {
        string text = xml.Value;
        return Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormC);
    }
}
