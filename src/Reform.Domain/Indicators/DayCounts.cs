namespace Reform.Domain.Indicators;

/// <summary>How many cases took how many days; adds up without keeping the cases.</summary>
internal sealed class DayCounts
{
    private const int Small = 512;

    private int[] counts = [];
    private SortedDictionary<int, int>? large;
    private int count;
    private long sum;

    public void Add(int days)
    {
        count++;
        sum += days;
        if (days is >= 0 and < Small)
        {
            if (days >= counts.Length)
            {
                Array.Resize(ref counts, Math.Min(Small, Math.Max(16, (days + 1) * 2)));
            }

            counts[days]++;
        }
        else
        {
            large ??= [];
            large[days] = large.GetValueOrDefault(days) + 1;
        }
    }

    public DaysFigures Figures => count == 0 ? DaysFigures.None : new DaysFigures(count, sum, Rank(50), Rank(90), Rank(100));

    // The nearest rank: the least number of days that at least so many percent of the cases did not exceed.
    private int Rank(int percent)
    {
        long rank = (((long)count * percent) + 99) / 100;
        long seen = 0;
        foreach ((int days, int cases) in InOrder())
        {
            seen += cases;
            if (seen >= rank)
            {
                return days;
            }
        }

        throw new InvalidOperationException("The counts do not add up.");
    }

    private IEnumerable<(int Days, int Cases)> InOrder()
    {
        foreach ((int days, int cases) in large?.TakeWhile(l => l.Key < 0) ?? [])
        {
            yield return (days, cases);
        }

        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                yield return (i, counts[i]);
            }
        }

        foreach ((int days, int cases) in large?.SkipWhile(l => l.Key < 0) ?? [])
        {
            yield return (days, cases);
        }
    }
}
