using Reform.Domain.Cases;
using Reform.Domain.DataFiles;

namespace Reform.Grpc.Cases;

/// <summary>Reads an event log of any format that is known here, told by its first bytes: XES, OCEL 2.0 or a table; plain or gzip.</summary>
internal static class LogReading
{
    /// <summary>The cases, as they are asked for.</summary>
    /// <exception cref="InvalidDataFileException">While walking: the log cannot be used.</exception>
    public static IEnumerable<LoggedCase> Cases(
        Stream stream, LogMapping mapping, DataQuality quality, string source = "log", XesLimits? limits = null) =>
        CaseLogReader.FromTraces(Traces(stream, mapping, quality, source, limits), mapping, quality, source, limits);

    /// <summary>The traces: all that the log says, as they are asked for.</summary>
    /// <exception cref="InvalidDataFileException">While walking: the log cannot be used.</exception>
    public static IEnumerable<XesTrace> Traces(
        Stream stream, LogMapping mapping, DataQuality quality, string source = "log", XesLimits? limits = null, XesHead? head = null)
    {
        var content = new LogContent(stream, source);
        IEnumerable<XesTrace> traces = content.Format == LogFormat.Csv
            ? TableReader.Read(content, mapping, source, limits ?? XesLimits.Default)
            : LogTraces.Read(content, mapping, quality, source, limits, head);
        foreach (XesTrace trace in traces)
        {
            yield return trace;
        }
    }
}
