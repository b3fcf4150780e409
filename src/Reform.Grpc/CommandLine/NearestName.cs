namespace Reform.Grpc.CommandLine;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    /// <summary>The name with the fewest letters to add, drop or change, whatever their case; the first of several.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="known">The names that there are; at least one. One that ends with a colon is the beginning of names.</param>
    public static string Of(string written, IEnumerable<string> known) => known.MinBy(name => Distance(
        (name.EndsWith(':') ? written[..Math.Min(written.Length, name.Length)] : written).ToUpperInvariant(), name.ToUpperInvariant()))!;

    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int before = row[0]++;
            for (int j = 1; j <= other.Length; j++)
            {
                int changed = before + (one[i - 1] == other[j - 1] ? 0 : 1);
                before = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
