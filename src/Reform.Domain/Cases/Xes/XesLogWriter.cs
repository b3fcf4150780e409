using System.Xml;
using Reform.Domain.DataFiles;

namespace Reform.Domain.Cases;

/// <summary>Writes an XES document trace by trace, for whoever gets the traces one at a time; <see cref="XesWriter"/> writes them all at once.</summary>
/// <remarks>Not safe for several threads. What is disposed of before <see cref="Complete"/> is no whole document, and no reader takes it for one.</remarks>
public sealed class XesLogWriter : IDisposable
{
    private readonly XmlWriter xml;
    private readonly string source;

    /// <summary>Begins a log.</summary>
    /// <param name="stream">Takes the document, UTF-8; not closed.</param>
    /// <param name="head">What to write before the traces; the extensions of the standard are declared in any case.</param>
    /// <param name="source">What to call the log in problems.</param>
    /// <exception cref="InvalidDataFileException">The head has a character that XML does not have.</exception>
    public XesLogWriter(Stream stream, XesHead? head = null, string source = "log")
    {
        ArgumentNullException.ThrowIfNull(stream);
        this.source = source;
        xml = XesWriter.Begin(stream, head ?? new XesHead(), source);
    }

    /// <summary>Writes a trace. The stream may get it later, with the next ones.</summary>
    /// <param name="trace">The trace.</param>
    /// <exception cref="InvalidDataFileException">A key or value has a character that XML does not have.</exception>
    public void Write(XesTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        XesWriter.Write(xml, trace, source);
    }

    /// <summary>Ends the document.</summary>
    public void Complete()
    {
        xml.WriteEndElement();
        xml.WriteEndDocument();
        xml.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => xml.Dispose();
}
