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
    private readonly string[] typeNames;
    private bool anyNode = true;

    // That of the element also while the reader stands on one of its XML attributes.
    private XmlNodeType node;

    public XesCursor(XmlReader xml, NodeGuardStream guard, string source, XesLimits limits)
    {
        this.xml = xml;
        this.guard = guard;
        this.source = source;
        lines = (IXmlLineInfo)xml;
        maxDepth = limits.MaxDepth;
        keyName = xml.NameTable.Add("key");
        valueName = xml.NameTable.Add("value");
        typeNames = [.. Enum.GetValues<XesType>().Select(t => xml.NameTable.Add(XesTypes.ElementOf(t)))];
    }

    public int Line => lines.LineNumber;

    public string Name => xml.LocalName;

    public bool IsElement => node == XmlNodeType.Element;

    public bool IsText => node is XmlNodeType.Text or XmlNodeType.CDATA;

    /// <summary>The type of the attribute of XES where the cursor stands; null where it stands on none.</summary>
    public XesType? AttributeType
    {
        get
        {
            if (!IsElement)
            {
                return null;
            }

            // The reader gives the very strings of its table.
            string name = xml.LocalName;
            for (int i = 0; i < typeNames.Length; i++)
            {
                if (ReferenceEquals(name, typeNames[i]))
                {
                    return (XesType)i;
                }
            }

            return null;
        }
    }

    public bool IsEmptyElement => xml.IsEmptyElement;

    public bool AtEnd => node == XmlNodeType.EndElement || !anyNode;

    public string? XmlAttribute(string name) => xml.GetAttribute(name);

    public bool Read()
    {
        anyNode = xml.Read();
        node = xml.NodeType;
        guard.NodeEnded();
        return xml.Depth <= maxDepth ? anyNode : throw Problem(
            "",
            "các phần tử lồng nhau sâu hơn " + XesLimits.Number(maxDepth) + " cấp",
            "elements are nested deeper than " + XesLimits.Number(maxDepth) + " levels");
    }

    /// <summary>Skips the element with whatever it holds, without holding it; on any other node, moves past it.</summary>
    public void Skip()
    {
        int start = xml.Depth;
        if (!IsElement || xml.IsEmptyElement)
        {
            Read();
            return;
        }

        do
        {
            Read();
        }
        while (xml.Depth > start && anyNode);
        Read();
    }

    /// <summary>To the very end: a file that is cut after the last trace, or holds more than one document, is found here.</summary>
    public void ReadToEnd()
    {
        while (Read())
        {
        }
    }

    /// <summary>Moves to the next XML attribute of the element; behind the last one, back to the element.</summary>
    public bool MoveToNextXmlAttribute() => xml.MoveToNextAttribute() || (xml.MoveToElement() && false);

    public bool IsKey => ReferenceEquals(xml.LocalName, keyName);

    public bool IsValue => ReferenceEquals(xml.LocalName, valueName);

    /// <summary>The name of the XML attribute where the cursor stands; null when it has a namespace of its own, and is nobody's business.</summary>
    public string? OwnName => xml.NamespaceURI.Length == 0 ? xml.LocalName : null;

    /// <summary>The value of the XML attribute where the cursor stands, as written.</summary>
    public string Written => xml.Value;

    /// <summary>The same in Unicode normalization form C.</summary>
    public string Text() => Normal(xml.Value);

    /// <summary>A text in Unicode normalization form C.</summary>
    public static string Normal(string text) => Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormC);

    /// <summary>The first XML attribute of the element that is none of these; one with a namespace of its own is nobody's business.</summary>
    public string? OtherXmlAttribute(params ReadOnlySpan<string> known)
    {
        string? other = null;
        if (xml.AttributeCount == 0)
        {
            return null;
        }

        while (other is null && xml.MoveToNextAttribute())
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
}
