using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Walks the elements of one XES document within the bounds, and says where it stands.</summary>
internal sealed class XesCursor
{
    private const int Keys = 64;
    private readonly XmlReader xml;
    private readonly IXmlLineInfo lines;
    private readonly NodeGuardStream guard;
    private readonly string source;
    private readonly int maxDepth;
    private readonly string keyName;
    private readonly string valueName;
    private readonly string[] typeNames;
    private readonly string?[] keys = new string?[Keys];
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
        return node != XmlNodeType.Element || xml.Depth <= maxDepth ? anyNode : throw Problem(
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

    /// <summary>Key and value as written, where the element has these two XML attributes and no other, as nearly every one does.</summary>
    public bool HasJustKeyAndValue([NotNullWhen(true)] out string? key, [NotNullWhen(true)] out string? value)
    {
        key = value = null;
        return xml.AttributeCount == 2 && (key = xml.GetAttribute(keyName)) is not null && (value = xml.GetAttribute(valueName)) is not null;
    }

    /// <summary>A key in Unicode normalization form C: mostly the one string of the same key that came lately.</summary>
    public string Key(string written)
    {
        if (written.Length == 0)
        {
            return written;
        }

        ref string? known = ref keys[((written[0] * 7) + (written[^1] * 3) + written.Length) & (Keys - 1)];
        return known is not null && string.Equals(known, written, StringComparison.Ordinal) ? known : known = Normal(written);
    }

    /// <summary>The key in Unicode normalization form C, the value as written, and the first other XML attribute that has no namespace of its own.</summary>
    public (string? Key, string? Value, string? Other) XmlAttributes()
    {
        string? key = null;
        string? value = null;
        string? other = null;
        while (xml.MoveToNextAttribute())
        {
            if (ReferenceEquals(xml.LocalName, keyName))
            {
                key = Key(xml.Value);
            }
            else if (ReferenceEquals(xml.LocalName, valueName))
            {
                value = xml.Value;
            }
            else if (xml.NamespaceURI.Length == 0)
            {
                other ??= xml.LocalName;
            }
        }

        xml.MoveToElement();
        return (key, value, other);
    }

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
