namespace Reform.Grpc.Tests.Delegation;

/// <summary>How often something was met, so that a test can say that it tried it.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public int this[string word] => counts.GetValueOrDefault(word);

    public void Add(string word, int more = 1) => counts[word] = this[word] + more;

    public void RequireAtLeast(params ReadOnlySpan<(string Word, int Least)> all)
    {
        foreach ((string word, int least) in all)
        {
            Assert.True(this[word] >= least, word + " is hardly tried: " + this[word] + " instead of " + least);
        }
    }

    public override string ToString() => string.Join(", ", counts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Key + " " + t.Value));
}
