using System.Reflection;

namespace Reform.Tools.LunarTable;

/// <summary>The rows of the data files beside this code: tab-separated, with comments that begin with #.</summary>
public static class DataRows
{
    /// <summary>The fields of every row of a file.</summary>
    public static IEnumerable<string[]> Of(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new ArgumentException("There is no data file '" + file + "'.", nameof(file));
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
