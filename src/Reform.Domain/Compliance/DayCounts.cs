namespace Reform.Domain.Compliance;

/// <summary>Numbers of days, counted: as many as there may be cases, of which few differ. The middle is exact.</summary>
internal sealed class DayCounts
{
    private readonly Dictionary<int, int> counts = [];

    /// <summary>How many were added.</summary>
    public int Count { get; private set; }

    /// <summary>The middle one; between two middles, half way; null without any.</summary>
    public double? Median
    {
        get
        {
            if (Count == 0)
            {
                return null;
            }

            int[] days = [.. counts.Keys.Order()];
            return Count % 2 == 1 ? At(days, Count / 2) : ((double)At(days, (Count / 2) - 1) + At(days, Count / 2)) / 2;
        }
    }

    /// <summary>Adds one.</summary>
    public void Add(int days)
    {
        counts[days] = counts.GetValueOrDefault(days) + 1;
        Count++;
    }

    private int At(int[] sorted, int place)
    {
        int i = 0;
        for (int before = counts[sorted[0]]; before <= place; before += counts[sorted[i]])
        {
            i++;
        }

        return sorted[i];
    }
}
