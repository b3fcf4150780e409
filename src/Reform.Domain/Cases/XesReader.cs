using System.Xml;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Reads an event log in XES (IEEE 1849-2016; nhật ký sự kiện) trace by trace; never the whole log at once.</summary>
/// <remarks>
/// Plain or gzip (one member or more), told apart by their first bytes. Namespaces are ignored, no DTD and no external entity is
/// ever read, and every size is bounded. Globals are no defaults: an attribute that a trace lacks stays absent.
/// </remarks>
public static class XesReader
{
    /// <summary>Reads the traces as they are asked for. The stream is read forward once, and not closed.</summary>
    /// <param name="stream">The log.</param>
    /// <param name="quality">Takes what is odd but readable.</param>
    /// <param name="source">What to call the log in problems.</param>
    /// <param name="limits">The bounds; <see cref="XesLimits.Default"/> when absent.</param>
    /// <returns>The traces in file order; a lazy sequence that can be walked once.</returns>
    /// <exception cref="InvalidDataFileException">While walking: the log is no XES, is cut off, or is beyond a bound.</exception>
    public static IEnumerable<XesTrace> Read(Stream stream, DataQuality quality, string source = "log", XesLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(quality);
        return Walk(stream, quality, source, limits ?? XesLimits.Default);
    }

    private static IEnumerable<XesTrace> Walk(Stream stream, DataQuality quality, string source, XesLimits limits)
    {
        using Stream unpacked = Unpacked(stream, source);
        using var guarded = new NodeGuardStream(unpacked, limits.MaxElementBytes);
        var failure = new LogFailure(source, unpacked as GunzipStream, limits);
        using XmlReader xml = failure.Guard(null, () => XmlReader.Create(guarded, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = new BoundedNameTable(limits.MaxNames),
            IgnoreWhitespace = true,
            MaxCharactersInDocument = limits.MaxCharacters,
            CloseInput = false,
        }));
        var parser = new XesParser(xml, guarded, quality, source, limits);
        failure.Guard(xml, () =>
        {
            parser.ReadStart();
            return true;
        });
        while (failure.Guard(xml, parser.ReadTrace) is XesTrace trace)
        {
            yield return trace;
        }
    }

    private static Stream Unpacked(Stream stream, string source)
    {
        byte[] head = new byte[2];
        int read = stream.ReadAtLeast(head, 2, throwOnEndOfStream: false);
        if (read == 0)
        {
            throw new InvalidDataFileException([new DataProblem(source, null, "", new BilingualText("tệp rỗng", "the file is empty"))]);
        }

        byte[] firstBytes = head[..read];
        return firstBytes is [0x1F, 0x8B] ? new GunzipStream(firstBytes, stream) : new JoinedStream(firstBytes, stream, []);
    }
}
