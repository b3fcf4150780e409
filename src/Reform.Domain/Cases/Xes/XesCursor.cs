using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Walks the elements of one XES document within the bounds, and says where it stands.</summary>
internal sealed class XesCursor
{
    private const int Keys = 256;
    private readonly XmlReader xml;
    private readonly IXmlLineInfo lines;
    private readonly NodeGuardStream guard;
    private readonly string source;
    private readonly int maxDepth;
    private readonly XesNameTable names;
    private readonly string[] typeNames;
    private readonly string?[] keys = new string?[Keys];
    private bool anyNode = true;
    private bool isEmptyElement;
    private int depth;

    // That of the element also while the reader stands on one of its XML attributes.
    private XmlNodeType node;

    public XesCursor(XmlReader xml, NodeGuardStream guard, string source, XesLimits limits)
    {
        this.xml = xml;
        this.guard = guard;
        this.source = source;
        lines = (IXmlLineInfo)xml;
        maxDepth = limits.MaxDepth;
        names = (XesNameTable)xml.NameTable;
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

    public bool IsEmptyElement => isEmptyElement;

    public bool AtEnd => node == XmlNodeType.EndElement || !anyNode;

    public string? XmlAttribute(string name) => xml.GetAttribute(name);

    public bool Read()
    {
        names.BeginNode();
        anyNode = xml.Read();
        node = xml.NodeType;
        guard.NodeEnded();
        if (node == XmlNodeType.Element)
        {
            Enter();
        }
        else if (node == XmlNodeType.EndElement)
        {
            depth--;
        }

        return anyNode;
    }

    /// <summary>Skips the element with whatever it holds, without holding it; on any other node, moves past it.</summary>
    public void Skip()
    {
        int inside = depth;
        if (IsElement && !isEmptyElement)
        {
            do
            {
                Read();
            }
            while (depth >= inside && anyNode);
        }

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
        if (!names.HasJustKeyAndValue || xml.AttributeCount != 2)
        {
            return false;
        }

        key = xml.GetAttribute(0);
        value = xml.GetAttribute(1);
        return true;
    }

    /// <summary>A key in Unicode normalization form C: mostly the one string of the same key that came lately.</summary>
    public string Key(string written)
    {
        if (written.Length == 0)
        {
            return written;
        }

        ref string? known = ref keys[((written[0] * 31) + (written[written.Length / 2] * 7) + written.Length) & (Keys - 1)];
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
            if (xml.NamespaceURI.Length > 0)
            {
                continue;
            }

            if (ReferenceEquals(xml.LocalName, names.Key))
            {
                key = Key(xml.Value);
            }
            else if (ReferenceEquals(xml.LocalName, names.Value))
            {
                value = xml.Value;
            }
            else
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

    private void Enter()
    {
        if (depth > maxDepth)
        {
            throw Problem("", "các phần tử lồng nhau sâu hơn " + XesLimits.Number(maxDepth) + " cấp",
                "elements are nested deeper than " + XesLimits.Number(maxDepth) + " levels");
        }

        isEmptyElement = xml.IsEmptyElement;
        depth += isEmptyElement ? 0 : 1;
    }

    public InvalidDataFileException TooMany(string what, int most) => Problem(
        what, "nhiều hơn " + XesLimits.Number(most) + " phần tử", "more than " + XesLimits.Number(most));

    public InvalidDataFileException Problem(string field, string vietnamese, string english) =>
        Problem(Line, field, new BilingualText(vietnamese, english));

    public InvalidDataFileException Problem(int line, string field, BilingualText message) =>
        new([new DataProblem(source, line, field, message)]);
}
