using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>Joins what a task lacks into one phrase.</summary>
internal static class Lacks
{
    public static BilingualText Joined(params ReadOnlySpan<(bool Holds, BilingualText Phrase)> phrases)
    {
        var holding = new List<BilingualText>();
        foreach ((bool holds, BilingualText phrase) in phrases)
        {
            if (holds)
            {
                holding.Add(phrase);
            }
        }

        return new BilingualText(string.Join("; ", holding.Select(p => p.Vietnamese)), string.Join("; ", holding.Select(p => p.English)));
    }
}
