using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Reads the traces of an event log by the format that it begins like: all that it says, before a mapping makes cases of it.</summary>
public static class LogTraces
{
    /// <summary>Reads the traces as they are asked for.</summary>
    /// <param name="content">The opened log; given back when the walk ends.</param>
    /// <param name="mapping">Says whether reading is strict, and which object of OCEL is the case.</param>
    /// <param name="quality">Takes what is odd but readable.</param>
    /// <param name="source">What to call the log in problems.</param>
    /// <param name="limits">The bounds; <see cref="XesLimits.Default"/> when absent.</param>
    /// <param name="head">Takes what stands in an XES log before its traces; null: it is not kept. Of another format it stays empty.</param>
    /// <returns>The traces; a lazy sequence that can be walked once.</returns>
    /// <exception cref="InvalidDataFileException">While walking: the log is neither XES nor OCEL, is cut off, or is beyond a bound.</exception>
    public static IEnumerable<XesTrace> Read(
        LogContent content, LogMapping mapping, DataQuality quality, string source = "log", XesLimits? limits = null, XesHead? head = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(quality);
        return Walk(() => content, mapping, quality, source, limits, head);
    }

    internal static IEnumerable<XesTrace> Walk(
        Func<LogContent> open, LogMapping mapping, DataQuality quality, string source, XesLimits? limits, XesHead? head = null)
    {
        LogContent content = open();
        IEnumerable<XesTrace> traces = content.Format switch
        {
            LogFormat.Xes => XesReader.Walk(() => content, quality, source, limits ?? XesLimits.Default, mapping.IsStrict, head),
            LogFormat.Ocel => OcelReader.Walk(content, mapping.Ocel, quality, source, limits ?? XesLimits.Default),
            _ => throw NotReadHere(content, source),
        };
        foreach (XesTrace trace in traces)
        {
            yield return trace;
        }
    }

    private static InvalidDataFileException NotReadHere(LogContent content, string source)
    {
        content.Dispose();
        return new InvalidDataFileException([new DataProblem(source, 1, "", new BilingualText(
            "không phải nhật ký XES hay OCEL", "neither an XES nor an OCEL log"))]);
    }
}
