using System.Xml;
using Reform.Domain.DataFiles;

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
    /// <param name="isStrict">
    /// Whether anything that the standard does not allow is refused; else what is lost for judging is counted in <paramref name="quality"/>.
    /// </param>
    /// <param name="head">Takes what stands before the traces; null: it is checked, and not kept.</param>
    /// <returns>The traces in file order; a lazy sequence that can be walked once.</returns>
    /// <exception cref="InvalidDataFileException">While walking: the log is no XES, is cut off, is beyond a bound, or, when strict, breaks the standard.</exception>
    public static IEnumerable<XesTrace> Read(
        Stream stream, DataQuality quality, string source = "log", XesLimits? limits = null, bool isStrict = false, XesHead? head = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(quality);
        return Walk(() => new LogContent(stream, source), quality, source, limits ?? XesLimits.Default, isStrict, head);
    }

    internal static IEnumerable<XesTrace> Walk(Func<LogContent> open, DataQuality quality, string source, XesLimits limits, bool isStrict, XesHead? head)
    {
        using LogContent content = open();
        using var guarded = new NodeGuardStream(content.Bytes, limits.MaxElementBytes);
        var failure = new LogFailure(source, content.Packed, limits);
        using XmlReader xml = failure.GuardXml(null, () => XmlReader.Create(guarded, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = new XesNameTable(limits.MaxNames),
            IgnoreWhitespace = true,
            MaxCharactersInDocument = limits.MaxCharacters,
            CloseInput = false,
        }));
        var parser = new XesParser(new XesCursor(xml, guarded, source, limits), quality, limits, isStrict, head);
        failure.GuardXml(xml, () =>
        {
            parser.ReadStart();
            return true;
        });
        while (failure.GuardXml(xml, parser.ReadTrace) is XesTrace trace)
        {
            yield return trace;
        }
    }
}
