using System.Globalization;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Reads the case files of an event log by a mapping, case by case.</summary>
public static class CaseLogReader
{
    /// <summary>Reads the cases as they are asked for. The stream is read forward once, and not closed.</summary>
    /// <param name="stream">The log: XES or OCEL 2.0 (JSON), plain or gzip, told apart by what it begins with.</param>
    /// <param name="mapping">What its attributes mean.</param>
    /// <param name="quality">Takes what is odd but can be judged: missing times, identifiers, attributes.</param>
    /// <param name="source">What to call the log in problems.</param>
    /// <param name="limits">The bounds; <see cref="XesLimits.Default"/> when absent.</param>
    /// <returns>The cases in file order; a lazy sequence that can be walked once.</returns>
    /// <exception cref="InvalidDataFileException">
    /// While walking: the log is none of these, is cut off or beyond a bound; two cases have one identifier; or, at the end, a mapped
    /// attribute stands in no case at all.
    /// </exception>
    public static IEnumerable<LoggedCase> Read(
        Stream stream, LogMapping mapping, DataQuality quality, string source = "log", XesLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(quality);
        return Walk(LogTraces.Walk(() => new LogContent(stream, source), mapping, quality, source, limits), mapping, quality, source, limits);
    }

    /// <summary>Makes case files of traces that another reader gives, such as one of tables.</summary>
    /// <param name="traces">The traces, walked once.</param>
    /// <param name="mapping">What their attributes mean.</param>
    /// <param name="quality">Takes what is odd but can be judged.</param>
    /// <param name="source">What to call the log in problems.</param>
    /// <param name="limits">The bounds; <see cref="XesLimits.Default"/> when absent.</param>
    /// <returns>The cases in the order of the traces; a lazy sequence that can be walked once.</returns>
    /// <exception cref="InvalidDataFileException">
    /// While walking: two cases have one identifier; or, at the end, a mapped attribute stands in no case at all.
    /// </exception>
    public static IEnumerable<LoggedCase> FromTraces(
        IEnumerable<XesTrace> traces, LogMapping mapping, DataQuality quality, string source = "log", XesLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(traces);
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(quality);
        return Walk(traces, mapping, quality, source, limits);
    }

    private static IEnumerable<LoggedCase> Walk(
        IEnumerable<XesTrace> traces, LogMapping mapping, DataQuality quality, string source, XesLimits? limits)
    {
        var builder = new LoggedCaseBuilder(mapping, quality);
        var seen = new SeenCaseIds();
        int longest = (limits ?? XesLimits.Default).MaxCaseIdCharacters;
        foreach (XesTrace trace in traces)
        {
            LoggedCase file = builder.Build(trace);
            if (file.Id.Length > longest)
            {
                string most = XesLimits.Number(longest);
                throw new InvalidDataFileException([new DataProblem(source, file.Line, mapping.Case.Id, new BilingualText(
                    "mã hồ sơ dài hơn " + most + " ký tự", "the case id is longer than " + most + " characters"))]);
            }

            if (!seen.Add(file.Id, file.Line, out int? earlier))
            {
                string? first = earlier?.ToString(CultureInfo.InvariantCulture);
                throw new InvalidDataFileException([new DataProblem(source, file.Line, mapping.Case.Id, new BilingualText(
                    "mã hồ sơ '" + file.Id + "' đã có " + (first is null ? "ở phía trên" : "ở dòng " + first),
                    "the case id '" + file.Id + "' stands already " + (first is null ? "further up" : "on line " + first)))]);
            }

            yield return file;
        }

        if (seen.Count > 0 && builder.AttributesNeverMet() is { Count: > 0 } missing)
        {
            throw new InvalidDataFileException(missing.Select(m => new DataProblem(source, null, m.Field, new BilingualText(
                "không hồ sơ nào trong nhật ký có " + (IsActivity(m.Field) ? "hoạt động '" : "thuộc tính '") + m.Attribute + "'",
                "no case of the log has the " + (IsActivity(m.Field) ? "activity '" : "attribute '") + m.Attribute + "'"))));
        }
    }

    private static bool IsActivity(string field) => field.StartsWith("activities.", StringComparison.Ordinal);
}
