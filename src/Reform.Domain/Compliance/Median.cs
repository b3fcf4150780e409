namespace Reform.Domain.Compliance;

/// <summary>The middle of a list of numbers; between two middles, half way.</summary>
internal static class Median
{
    public static double? Of(List<int> numbers)
    {
        if (numbers.Count == 0)
        {
            return null;
        }

        List<int> sorted = [.. numbers.Order()];
        int middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : ((double)sorted[middle - 1] + sorted[middle]) / 2;
    }
}
