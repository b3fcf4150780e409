namespace Reform.Architecture.Tests;

/// <summary>The table of ARCHITECTURE.md: which folder of Reform.Domain may use which.</summary>
public sealed class ArchitectureTable
{
    private const string Heading = "## Folders of Reform.Domain";
    private const string Columns = "| Folder | Question | May use |";

    private ArchitectureTable(IReadOnlyDictionary<string, IReadOnlySet<string>> mayUse) => MayUse = mayUse;

    public IReadOnlyDictionary<string, IReadOnlySet<string>> MayUse { get; }

    public static ArchitectureTable Parse(string document)
    {
        string[] lines = [.. document.Split('\n').Select(l => l.Trim())];
        int heading = Array.IndexOf(lines, Heading);
        int columns = heading < 0 ? -1 : Array.IndexOf(lines, Columns, heading);
        if (columns < 0)
        {
            throw new FormatException($"There is no table '{Columns}' under '{Heading}'.");
        }

        var rows = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (string line in lines.Skip(columns + 2).TakeWhile(l => l.StartsWith('|')))
        {
            string[] cells = [.. line.Trim('|').Split('|').Select(c => c.Trim())];
            if (cells.Length != 3 || cells.Any(c => c.Length == 0))
            {
                throw new FormatException("A row has not three filled cells: " + line);
            }

            IEnumerable<string> targets = cells[2] == "–" ? [] : cells[2].Split(',').Select(f => f.Trim());
            rows.Add(cells[0], targets.ToHashSet(StringComparer.Ordinal));
        }

        return new ArchitectureTable(rows);
    }

    public bool Allows(Edge edge) =>
        edge.From == edge.To || (MayUse.TryGetValue(edge.From, out IReadOnlySet<string>? targets) && targets.Contains(edge.To));

    /// <summary>A way from a folder back to itself, or nothing.</summary>
    public IReadOnlyList<string> Cycle()
    {
        foreach (string start in MayUse.Keys)
        {
            if (WayBack(start, start, []) is { } way)
            {
                return way;
            }
        }

        return [];
    }

    private List<string>? WayBack(string at, string goal, HashSet<string> seen)
    {
        foreach (string next in MayUse.TryGetValue(at, out IReadOnlySet<string>? targets) ? targets : new HashSet<string>())
        {
            if (next == goal)
            {
                return [at, goal];
            }

            if (seen.Add(next) && WayBack(next, goal, seen) is { } way)
            {
                return [at, .. way];
            }
        }

        return null;
    }
}

/// <summary>One folder uses another, at a place.</summary>
public sealed record Edge(string From, string To, string Place);
