using System.Text.RegularExpressions;
using Reform.Domain.Values;

namespace Reform.Architecture.Tests;

/// <summary>
/// Edges between folders as the source text shows them. The compiled code hides constants and <c>nameof</c>; the text hides types
/// that are never named. So both are looked at.
/// </summary>
public static partial class SourceEdges
{
    private static readonly ILookup<string, string> TypesByFolder = typeof(BilingualText).Assembly.GetTypes()
        .Where(t => CompiledEdges.FolderOf(t) is not null)
        .ToLookup(t => CompiledEdges.FolderOf(t)!, t => t.Name.Split('`')[0]);

    public static IEnumerable<Edge> In(string folder, string fileName, string source)
    {
        string text = OwnNamespace().Replace(source, string.Empty);
        IEnumerable<Edge> edges =
            from match in QualifiedName().Matches(text).Concat(UsedFolder().Matches(text)).Concat(PartlyQualified(text))
            let used = match.Groups["folder"].Value
            where used != folder && TypesByFolder.Contains(used)
            select new Edge(folder, used, fileName + ": " + match.Value + match.Groups["type"].Value);
        return edges.DistinctBy(e => e.To);
    }

    /// <summary>The namespace that a file declares, or null.</summary>
    public static string? NamespaceOf(string source) =>
        OwnNamespace().Match(source) is { Success: true } match ? match.Groups["name"].Value : null;

    // Inside a namespace, the names above it may be left out: Cases.LoggedCase, or Domain.Cases.LoggedCase.
    private static IEnumerable<Match> PartlyQualified(string text) =>
        TwoNames().Matches(text).Where(m => TypesByFolder[m.Groups["folder"].Value].Contains(m.Groups["type"].Value));

    [GeneratedRegex(@"(?<!\w)(?<folder>[A-Z]\w*)\s*\.\s*(?=(?<type>[A-Z]\w*))")]
    private static partial Regex TwoNames();

    [GeneratedRegex(@"\busing\s+(static\s+)?(\w+\s*=\s*)?(Domain\s*\.\s*)?(?<folder>\w+)\s*;")]
    private static partial Regex UsedFolder();

    [GeneratedRegex(@"\bReform\s*\.\s*Domain\s*\.\s*(?<folder>\w+)")]
    private static partial Regex QualifiedName();

    [GeneratedRegex(@"^\s*namespace\s+(?<name>[\w.]+)\s*;?", RegexOptions.Multiline)]
    private static partial Regex OwnNamespace();
}
