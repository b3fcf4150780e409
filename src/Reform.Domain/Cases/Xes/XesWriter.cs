using System.Text;
using System.Xml;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Writes traces as an XES document (IEEE 1849-2016) that this reader and other tools read; trace by trace.</summary>
public static class XesWriter
{
    private const string Namespace = "http://www.xes-standard.org/";

    private static readonly XesExtension[] Extensions =
    [
        .. new (string Name, string Prefix)[]
        {
            ("Concept", "concept"), ("Lifecycle", "lifecycle"), ("Organizational", "org"), ("Time", "time"), ("Semantic", "semantic"),
            ("Identity", "identity"), ("Cost", "cost"),
        }.Select(e => new XesExtension(e.Name, e.Prefix, Namespace + e.Prefix + ".xesext")),
    ];

    /// <summary>Writes a log. What a trace has comes back as it was: keys, types, values as written, what is nested, the order.</summary>
    /// <param name="stream">Takes the document, UTF-8; not closed.</param>
    /// <param name="traces">The traces, walked once.</param>
    /// <param name="source">What to call the log in problems.</param>
    /// <param name="head">What to write before the traces; read when the first trace is there, so that a reader can fill it. The extensions of the standard are declared in any case.</param>
    /// <returns>How many traces were written.</returns>
    /// <exception cref="InvalidDataFileException">A key or value has a character that XML does not have, or reading the traces fails.</exception>
    public static int Write(Stream stream, IEnumerable<XesTrace> traces, string source = "log", XesHead? head = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(traces);
        using IEnumerator<XesTrace> walk = traces.GetEnumerator();
        bool any = walk.MoveNext();
        using var log = new XesLogWriter(stream, head, source);
        int count = 0;
        for (; any; any = walk.MoveNext())
        {
            log.Write(walk.Current);
            count++;
        }

        log.Complete();
        return count;
    }

    internal static XmlWriter Begin(Stream stream, XesHead head, string source)
    {
        XmlWriter xml = XmlWriter.Create(stream, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            IndentChars = "\t",
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize,
            CloseOutput = false,
            // What was given up must not look whole.
            WriteEndDocumentOnClose = false,
        });
        xml.WriteStartDocument();
        xml.WriteStartElement("log", Namespace);
        xml.WriteAttributeString("xes.version", "1849.2016");
        xml.WriteAttributeString("xes.features", "nested-attributes");
        WriteHead(xml, head, source);
        return xml;
    }

    private static void WriteHead(XmlWriter xml, XesHead head, string source)
    {
        var declared = new HashSet<string?>(head.Extensions.Select(e => e.Prefix), StringComparer.Ordinal);
        foreach (XesExtension e in head.Extensions.Concat(Extensions.Where(e => !declared.Contains(e.Prefix))))
        {
            WriteElement(xml, "extension", source, ("name", e.Name), ("prefix", e.Prefix), ("uri", e.Uri));
            xml.WriteEndElement();
        }

        foreach (XesGlobal global in head.Globals)
        {
            WriteElement(xml, "global", source, ("scope", global.Scope));
            WriteAll(xml, global.Attributes, source);
            xml.WriteEndElement();
        }

        foreach (XesClassifier classifier in head.Classifiers)
        {
            WriteElement(xml, "classifier", source, ("name", classifier.Name), ("scope", classifier.Scope), ("keys", classifier.Keys));
            xml.WriteEndElement();
        }

        WriteAll(xml, head.Attributes, source);
    }

    private static void WriteElement(XmlWriter xml, string element, string source, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.WriteStartElement(element, Namespace);
        foreach ((string name, string? value) in attributes)
        {
            if (value is not null)
            {
                xml.WriteAttributeString(name, Checked(value, new XesAttribute(name, value, 1), source));
            }
        }
    }

    internal static void Write(XmlWriter xml, XesTrace trace, string source)
    {
        xml.WriteStartElement("trace", Namespace);
        WriteAll(xml, trace.Attributes, source);
        foreach (XesEvent e in trace.Events)
        {
            xml.WriteStartElement("event", Namespace);
            WriteAll(xml, e.Attributes, source);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteAll(XmlWriter xml, ValueList<XesAttribute> attributes, string source)
    {
        foreach (XesAttribute attribute in attributes)
        {
            xml.WriteStartElement(XesTypes.ElementOf(attribute.Type), Namespace);
            xml.WriteAttributeString("key", Checked(attribute.Key, attribute, source));
            if (attribute.Type is not (XesType.List or XesType.Container))
            {
                xml.WriteAttributeString("value", Checked(attribute.Value, attribute, source));
            }

            WriteAll(xml, attribute.Nested, source);
            if (attribute.Type == XesType.List)
            {
                xml.WriteStartElement("values", Namespace);
                WriteAll(xml, attribute.Items, source);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }
    }

    private static string Checked(string text, XesAttribute attribute, string source)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(text[i]))
            {
                throw new InvalidDataFileException([new DataProblem(source, attribute.Line, attribute.Key.Length < 200 ? attribute.Key : "", new BilingualText(
                    "có ký tự mà XML không có; không ghi được ra XES", "a character that XML does not have; it cannot be written as XES"))]);
            }
        }

        return text;
    }
}
