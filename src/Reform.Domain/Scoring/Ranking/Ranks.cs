using System.Collections.Frozen;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Ranks units inside their peer groups (xếp hạng): by index, the highest first; equal ones share a rank and the next ones skip (1, 1, 3).</summary>
public static class Ranks
{
    /// <summary>Ranks scores.</summary>
    /// <param name="scores">The scores, of any groups; each unit once.</param>
    /// <returns>The rank of each unit that has an index, in the order of the scores; one without is not ranked.</returns>
    /// <exception cref="RecordInputException">A unit stands twice.</exception>
    public static ValueList<UnitRank> Of(IEnumerable<UnitScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        UnitScore[] all = [.. scores];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var problems = new RecordProblems();
        for (int i = 0; i < all.Length; i++)
        {
            if (!seen.Add(all[i].UnitId))
            {
                problems.Add(
                    "duplicate_unit", RecordProblems.At("scores", i), "đơn vị '" + all[i].UnitId + "' bị lặp lại", "the unit '" + all[i].UnitId + "' stands twice");
            }
        }

        problems.ThrowIfAny();
        FrozenDictionary<(string, Fraction), int> first = all.Where(s => s.Index is not null)
            .GroupBy(s => s.Group, StringComparer.Ordinal)
            .SelectMany(FirstRanks)
            .ToFrozenDictionary(r => (r.Group, r.Index), r => r.Rank);
        return all.Where(s => s.Index is not null)
            .Select(s => new UnitRank(s.UnitId, s.Group, s.Index!.Value, first[(s.Group, s.Index.Value)]))
            .ToValueList();
    }

    private static IEnumerable<(string Group, Fraction Index, int Rank)> FirstRanks(IGrouping<string, UnitScore> group)
    {
        int rank = 1;
        foreach (IGrouping<Fraction, UnitScore> equal in group.GroupBy(s => s.Index!.Value).OrderByDescending(g => g.Key))
        {
            yield return (group.Key, equal.Key, rank);
            rank += equal.Count();
        }
    }
}

/// <summary>The rank of a unit in its group (thứ hạng).</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Group">The group.</param>
/// <param name="Index">The index.</param>
/// <param name="Rank">The rank, from 1; shared with every unit of the same index.</param>
public sealed record UnitRank(string UnitId, string Group, Fraction Index, int Rank);
