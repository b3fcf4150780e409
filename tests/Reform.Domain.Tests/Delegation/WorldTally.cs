using System.Collections.Concurrent;

namespace Reform.Domain.Tests.Delegation;

/// <summary>What was compared over many random worlds, how often what was tried, and what differs; for several threads at once.</summary>
internal sealed class WorldTally(ITestOutputHelper output)
{
    private readonly ConcurrentDictionary<string, int> counts = new();
    private readonly ConcurrentQueue<string> differing = new();

    public int this[string word] => counts.GetValueOrDefault(word);

    public void Count(string word, int times = 1) => counts.AddOrUpdate(word, times, (_, n) => n + times);

    public void CountIf(bool isSo, string word)
    {
        if (isSo)
        {
            Count(word);
        }
    }

    public void Differ(ulong seed, string what) => differing.Enqueue("seed " + seed + ": " + what);

    /// <summary>Counts a comparison, and says where it does not hold.</summary>
    public void Compare(bool holds, ulong seed, string compared, Func<string> what)
    {
        Count(compared);
        if (!holds)
        {
            Differ(seed, compared + ": " + what());
        }
    }

    /// <summary>Writes the counts, and fails where something differs.</summary>
    public void Report()
    {
        output.WriteLine(string.Join(", ", counts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Key + " " + t.Value)) + "; " + differing.Count + " differ");
        Assert.True(differing.IsEmpty, differing.Count + " differ; the shortest:\n" + string.Join("\n", differing.OrderBy(d => d.Length).Take(8)));
    }

    /// <summary>Fails where something was hardly tried, so that nothing passes by never being applied.</summary>
    public void RequireTried(params ReadOnlySpan<(string Word, int Least)> least)
    {
        foreach ((string word, int count) in least)
        {
            Assert.True(this[word] >= count, word + " is hardly tried: " + this[word] + ", not " + count);
        }
    }
}
