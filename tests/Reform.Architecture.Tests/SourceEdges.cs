using System.Text.RegularExpressions;

namespace Reform.Architecture.Tests;

/// <summary>
/// Edges between folders as the source text shows them. The compiled code hides constants and <c>nameof</c>; the text hides types
/// that are never named. So both are looked at.
/// </summary>
public static partial class SourceEdges
{
    public static IEnumerable<Edge> In(string folder, string fileName, string source) =>
        from Match match in QualifiedName().Matches(OwnNamespace().Replace(source, string.Empty))
        where match.Groups["folder"].Value != folder
        select new Edge(folder, match.Groups["folder"].Value, fileName + ": " + match.Value);

    /// <summary>The namespace that a file declares, or null.</summary>
    public static string? NamespaceOf(string source) =>
        OwnNamespace().Match(source) is { Success: true } match ? match.Groups["name"].Value : null;

    [GeneratedRegex(@"\bReform\s*\.\s*Domain\s*\.\s*(?<folder>\w+)")]
    private static partial Regex QualifiedName();

    [GeneratedRegex(@"^\s*namespace\s+(?<name>[\w.]+)\s*;?", RegexOptions.Multiline)]
    private static partial Regex OwnNamespace();
}
