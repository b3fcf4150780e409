using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Joins phrases of a reason.</summary>
internal static class Phrases
{
    public static BilingualText Joined(params ReadOnlySpan<(bool Holds, BilingualText Phrase)> phrases)
    {
        var vietnamese = new List<string>();
        var english = new List<string>();
        foreach ((bool holds, BilingualText phrase) in phrases)
        {
            if (holds)
            {
                vietnamese.Add(phrase.Vietnamese);
                english.Add(phrase.English);
            }
        }

        return new BilingualText(string.Join("; ", vietnamese), string.Join("; ", english));
    }
}
