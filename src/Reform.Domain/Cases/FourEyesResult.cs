using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>What a case shows of one pair of activities that two people must do.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="BothOccur">Whether both activities occur.</param>
/// <param name="SharedResources">The accounts that did an event of each; sorted.</param>
/// <param name="IsCertain">Whether every event of the pair names its account, and no event of the case leaves open what was done.</param>
public sealed record FourEyesResult(FourEyesPair Pair, bool BothOccur, ValueList<string> SharedResources, bool IsCertain)
{
    /// <summary>Whether one account certainly did both.</summary>
    public bool IsViolated => SharedResources.Count > 0;

    /// <summary>Whether it cannot be told: both occur, no account is known to have done both, and some account or activity is not named.</summary>
    public bool IsUndecided => BothOccur && !IsViolated && !IsCertain;

    internal static FourEyesResult Of(FourEyesPair pair, ValueList<LoggedEvent> events)
    {
        (bool Any, bool All, SortedSet<string> Who) first = Doers(pair.First, events);
        (bool Any, bool All, SortedSet<string> Who) second = Doers(pair.Second, events);
        first.Who.IntersectWith(second.Who);
        return new FourEyesResult(pair, first.Any && second.Any, first.Who.ToValueList(), first.All && second.All && events.All(e => e.Activity is not null));
    }

    private static (bool Any, bool All, SortedSet<string> Who) Doers(string activity, ValueList<LoggedEvent> events)
    {
        bool any = false;
        bool all = true;
        var who = new SortedSet<string>(StringComparer.Ordinal);
        foreach (LoggedEvent e in events)
        {
            if (!string.Equals(e.Activity, activity, StringComparison.Ordinal))
            {
                continue;
            }

            any = true;
            if (e.Resource is string resource)
            {
                who.Add(resource);
            }
            else
            {
                all = false;
            }
        }

        return (any, all, who);
    }
}
