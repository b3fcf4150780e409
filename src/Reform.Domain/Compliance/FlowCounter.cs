using Reform.Domain.Cases;
using Reform.Domain.Values;

namespace Reform.Domain.Compliance;

/// <summary>Counts activities, accounts, variants and which activity follows which.</summary>
internal sealed class FlowCounter
{
    private const int ShownPairs = 10;
    private const int Nameless = -1;
    private readonly Dictionary<string, int> activityNumbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> resources = new(StringComparer.Ordinal);
    private readonly HashSet<ValueList<int>> variants = [];
    private readonly Dictionary<(string A, string B), long> pairs = [];
    private int cases;
    private long events;

    public LogFigures Log => new(cases, events, activityNumbers.Count, variants.Count, resources.Count);

    public FlowFigures Figures => new(
        pairs.Values.Sum(),
        pairs.Count,
        pairs.OrderByDescending(p => p.Value).ThenBy(p => p.Key.A, StringComparer.Ordinal).ThenBy(p => p.Key.B, StringComparer.Ordinal)
            .Take(ShownPairs).Select(p => new FlowPair(p.Key.A, p.Key.B, p.Value)).ToValueList());

    public void Add(LoggedCase file)
    {
        cases++;
        events += file.Events.Count;
        foreach (LoggedEvent e in file.Events)
        {
            if (e.Resource is string resource)
            {
                resources.Add(resource);
            }
        }

        // An event that does not say what was done follows nothing and is followed by nothing; its place is part of the sequence.
        int[] variant = new int[file.Events.Count];
        string? previous = null;
        for (int i = 0; i < file.Events.Count; i++)
        {
            string? activity = file.Events[i].Activity;
            variant[i] = activity is null ? Nameless : NumberOf(activity);
            if (previous is not null && activity is not null)
            {
                pairs[(previous, activity)] = pairs.GetValueOrDefault((previous, activity)) + 1;
            }

            previous = activity;
        }

        variants.Add(ValueList.Create<int>(variant));
    }

    private int NumberOf(string activity)
    {
        if (!activityNumbers.TryGetValue(activity, out int number))
        {
            activityNumbers.Add(activity, number = activityNumbers.Count);
        }

        return number;
    }
}
