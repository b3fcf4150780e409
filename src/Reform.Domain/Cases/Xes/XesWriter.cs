using System.Text;
using System.Xml;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Writes traces as an XES document (IEEE 1849-2016) that this reader and other tools read; trace by trace.</summary>
public static class XesWriter
{
    private const string Namespace = "http://www.xes-standard.org/";

    private static readonly (string Name, string Prefix)[] Extensions =
    [
        ("Concept", "concept"), ("Lifecycle", "lifecycle"), ("Organizational", "org"), ("Time", "time"), ("Semantic", "semantic"),
        ("Identity", "identity"), ("Cost", "cost"),
    ];

    /// <summary>Writes a log. What a trace has comes back as it was: keys, types, values as written, what is nested, the order.</summary>
    /// <param name="stream">Takes the document, UTF-8; not closed.</param>
    /// <param name="traces">The traces, walked once.</param>
    /// <param name="source">What to call the log in problems.</param>
    /// <returns>How many traces were written.</returns>
    /// <exception cref="InvalidDataFileException">A key or value has a character that XML does not have, or reading the traces fails.</exception>
    public static int Write(Stream stream, IEnumerable<XesTrace> traces, string source = "log")
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(traces);
        using XmlWriter xml = XmlWriter.Create(stream, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            IndentChars = "\t",
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize,
            CloseOutput = false,
        });
        xml.WriteStartDocument();
        xml.WriteStartElement("log", Namespace);
        xml.WriteAttributeString("xes.version", "1849.2016");
        xml.WriteAttributeString("xes.features", "nested-attributes");
        foreach ((string name, string prefix) in Extensions)
        {
            xml.WriteStartElement("extension", Namespace);
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("prefix", prefix);
            xml.WriteAttributeString("uri", Namespace + prefix + ".xesext");
            xml.WriteEndElement();
        }

        int count = 0;
        foreach (XesTrace trace in traces)
        {
            Write(xml, trace, source);
            count++;
        }

        xml.WriteEndElement();
        xml.WriteEndDocument();
        return count;
    }

    private static void Write(XmlWriter xml, XesTrace trace, string source)
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
