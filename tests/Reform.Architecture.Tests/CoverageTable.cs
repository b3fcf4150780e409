using System.Text.RegularExpressions;

namespace Reform.Architecture.Tests;

/// <summary>The rows of docs/coverage.md: what each line of the mission owes, and the tests that show it.</summary>
public static partial class CoverageTable
{
    private const string Pending = "pending";

    public static IReadOnlyList<(string Id, string ShownBy)> Rows(string document)
    {
        var rows = new List<(string Id, string ShownBy)>();
        bool inTable = false;
        foreach (string line in document.Split('\n').Select(l => l.Trim()))
        {
            string[] cells = line.StartsWith('|') ? [.. line.Trim('|').Split('|').Select(c => c.Trim())] : [];
            bool isHeader = cells.Length > 2 && cells[0] == "Id" && cells[^1] == "Shown by";
            if (inTable && cells.Length > 0 && !cells[0].StartsWith("--", StringComparison.Ordinal))
            {
                rows.Add((cells[0], cells[^1]));
            }

            inTable = isHeader || (inTable && cells.Length > 0);
        }

        return rows;
    }

    /// <summary>The tests of a cell: none when it is pending; null when it is neither, or both.</summary>
    public static IReadOnlyList<string>? TestsOf(string shownBy) =>
        shownBy == Pending ? []
        : OnlyTests().IsMatch(shownBy) ? [.. Test().Matches(shownBy).Select(m => m.Groups["test"].Value)]
        : null;

    /// <summary>The tests that a source file declares, as Class.Method.</summary>
    public static IEnumerable<string> TestsIn(string source)
    {
        MatchCollection classes = Class().Matches(source);
        return from Match method in Method().Matches(source)
               let owner = classes.LastOrDefault(c => c.Index < method.Index)
               where owner is not null
               select owner.Groups["name"].Value + "." + method.Groups["name"].Value;
    }

    [GeneratedRegex(@"^`\w+\.\w+`([,;]?\s*`\w+\.\w+`)*$")]
    private static partial Regex OnlyTests();

    [GeneratedRegex(@"`(?<test>\w+\.\w+)`")]
    private static partial Regex Test();

    [GeneratedRegex(@"^\s*(public|internal) (\w+ )*class (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Class();

    // The attributes of a test may hold anything, over several lines, up to its declaration.
    [GeneratedRegex(
        @"^[ \t]*\[(Fact|Theory)\b(?>[^\n]*\n)(?>[ \t]*(?!public )[^\n]*\n)*?[ \t]*public [\w<>\[\]?., ]*?(?<name>\w+)\(",
        RegexOptions.Multiline)]
    private static partial Regex Method();
}
