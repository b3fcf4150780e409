using System.Globalization;
using Reform.Domain.Values;

namespace Reform.Domain.DataFiles;

/// <summary>One thing that is wrong with a data file, and where (lỗi dữ liệu).</summary>
/// <param name="Source">Which file or input, as its reader was told to call it; for example "mapping".</param>
/// <param name="Line">The one-based line, or null when the problem has no line.</param>
/// <param name="Field">The field, as a path from the top; for example "case.deadline".</param>
/// <param name="Message">What is wrong, in both languages.</param>
public sealed record DataProblem(string Source, int? Line, string Field, BilingualText Message)
{
    /// <summary>The problem as one line of text: source, line, field, message.</summary>
    /// <param name="language">The language of the message.</param>
    /// <returns>For example "mapping:12: zone: unknown time zone 'Europe/Atlantis'".</returns>
    public string In(Language language)
    {
        string place = Line is int line ? Source + ":" + line.ToString(CultureInfo.InvariantCulture) : Source;
        return Field.Length == 0 ? place + ": " + Message.In(language) : place + ": " + Field + ": " + Message.In(language);
    }

    /// <summary>The problem in English, for a debugger or a log.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() => In(Language.English);
}
