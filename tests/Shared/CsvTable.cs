using System.Text;

namespace Reform.Testing;

/// <summary>Reads a table with a heading (RFC 4180): each row is a dictionary from the heading's words.</summary>
internal static class CsvTable
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string path)
    {
        List<List<string>> lines = Lines(File.ReadAllText(path, Encoding.UTF8));
        List<string> heading = lines[0];
        var rows = new List<IReadOnlyDictionary<string, string>>();
        foreach (List<string> cells in lines.Skip(1))
        {
            Assert.True(cells.Count == heading.Count, Path.GetFileName(path) + ": " + cells[0] + " has " + cells.Count + " cells");
            rows.Add(heading.Zip(cells).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal));
        }

        return rows;
    }

    private static List<List<string>> Lines(string text)
    {
        var lines = new List<List<string>>();
        var line = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (quoted || c is not (',' or '\n'))
            {
                cell.Append(c);
            }
            else
            {
                line.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    lines.Add(line);
                    line = [];
                }
            }
        }

        Assert.True(!quoted && line.Count == 0 && cell.Length == 0, "the table ends in the middle of a line");
        return lines;
    }
}
