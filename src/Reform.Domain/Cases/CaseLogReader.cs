using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Reads the case files of an event log by a mapping, case by case.</summary>
public static class CaseLogReader
{
    /// <summary>Reads the cases as they are asked for. The stream is read forward once, and not closed.</summary>
    /// <param name="stream">The log, plain or gzip.</param>
    /// <param name="mapping">What its attributes mean.</param>
    /// <param name="quality">Takes what is odd but can be judged: missing times, identifiers, attributes.</param>
    /// <param name="source">What to call the log in problems.</param>
    /// <param name="limits">The bounds; <see cref="XesLimits.Default"/> when absent.</param>
    /// <returns>The cases in file order; a lazy sequence that can be walked once.</returns>
    /// <exception cref="InvalidDataFileException">
    /// While walking: the log is no XES, is cut off or beyond a bound; two cases have one identifier; or, at the end, a mapped
    /// attribute stands in no case at all.
    /// </exception>
    public static IEnumerable<LoggedCase> Read(
        Stream stream, LogMapping mapping, DataQuality quality, string source = "log", XesLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(quality);
        return Walk(stream, mapping, quality, source, limits);
    }

    private static IEnumerable<LoggedCase> Walk(Stream stream, LogMapping mapping, DataQuality quality, string source, XesLimits? limits)
    {
        var builder = new LoggedCaseBuilder(mapping, quality);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        int longest = (limits ?? XesLimits.Default).MaxCaseIdCharacters;
        foreach (XesTrace trace in XesReader.Read(stream, quality, source, limits))
        {
            LoggedCase file = builder.Build(trace);
            if (file.Id.Length > longest)
            {
                string most = longest.ToString(System.Globalization.CultureInfo.InvariantCulture);
                throw new InvalidDataFileException([new DataProblem(source, file.Line, mapping.Case.Id, new BilingualText(
                    "mã hồ sơ dài hơn " + most + " ký tự", "the case id is longer than " + most + " characters"))]);
            }

            if (!lines.TryAdd(file.Id, file.Line))
            {
                string first = lines[file.Id].ToString(System.Globalization.CultureInfo.InvariantCulture);
                throw new InvalidDataFileException([new DataProblem(source, file.Line, mapping.Case.Id, new BilingualText(
                    "mã hồ sơ '" + file.Id + "' đã có ở dòng " + first, "the case id '" + file.Id + "' stands already on line " + first))]);
            }

            yield return file;
        }

        if (lines.Count > 0 && builder.AttributesNeverMet() is { Count: > 0 } missing)
        {
            throw new InvalidDataFileException(missing.Select(m => new DataProblem(source, null, m.Field, new BilingualText(
                "không hồ sơ nào trong nhật ký có " + (IsActivity(m.Field) ? "hoạt động '" : "thuộc tính '") + m.Attribute + "'",
                "no case of the log has the " + (IsActivity(m.Field) ? "activity '" : "attribute '") + m.Attribute + "'"))));
        }
    }

    private static bool IsActivity(string field) => field.StartsWith("activities.", StringComparison.Ordinal);
}
