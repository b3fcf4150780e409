using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>
/// What level rules leave open (kiểm tra quy tắc xếp loại trước khi ban hành): gaps where no rule matches, overlaps where two rules with
/// different levels match and only their order decides, and rules that can never win; each with an exact example.
/// </summary>
/// <remarks>
/// Complete for comparisons of one name with a number: every combination of their outcomes that facts can have is visited. The index lies
/// from 0 to 100 in steps of its rounding; the share of tasks done is that on time plus that late, at most 1; a name that ends in "Share" lies
/// from 0 to 1; and there may be no task due at all. Any other condition is taken as free to hold or not, and listed in <see cref="Free"/>.
/// </remarks>
public sealed record LevelRuleCheck
{
    internal const int MostShown = 50;

    private LevelRuleCheck(ValueList<LevelGap> gaps, ValueList<LevelOverlap> overlaps, ValueList<int> unreachable, ValueList<string> free, bool hasMore) =>
        (Gaps, Overlaps, Unreachable, Free, HasMoreGaps) = (gaps, overlaps, unreachable, free, hasMore);

    /// <summary>The gaps, one for each way in which every rule fails; at most 50.</summary>
    public ValueList<LevelGap> Gaps { get; }

    /// <summary>Whether there are more gaps than are shown.</summary>
    public bool HasMoreGaps { get; }

    /// <summary>The overlaps, one for each pair of rules.</summary>
    public ValueList<LevelOverlap> Overlaps { get; }

    /// <summary>The rules that never win, whatever the facts, from 0.</summary>
    public ValueList<int> Unreachable { get; }

    /// <summary>The conditions that are no comparison of one name with a number, and were taken as free.</summary>
    public ValueList<string> Free { get; }

    /// <summary>Checks rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="index">How the index is rounded.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="RecordInputException">They have so many conditions on different names that more than 1,000,000 combinations would have to be visited.</exception>
    public static LevelRuleCheck Of(LevelRules rules, Rounding index)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var space = new LevelSpace(rules, index);
        var gaps = new Dictionary<string, LevelGap>(StringComparer.Ordinal);
        var overlaps = new SortedDictionary<(int First, int Second), LevelOverlap>();
        var winners = new HashSet<int>();
        bool hasMore = false;
        foreach (LevelPoint point in space.Points())
        {
            int[] matching = [.. Enumerable.Range(0, rules.Rules.Count).Where(i => Matches(rules.Rules[i], point))];
            if (matching.Length > 0)
            {
                winners.Add(matching[0]);
            }

            if (matching.Length == 0 || rules.Rules[matching[0]].Level == RatingLevel.Indeterminate)
            {
                LevelGap gap = Gap(rules, point);
                string signature = string.Join("\n", gap.Failing.Select(f => string.Join(" & ", f.Conditions)).Append(point.HasNoTasks ? "no tasks" : ""));
                hasMore |= gaps.Count == MostShown && !gaps.ContainsKey(signature);
                if (gaps.Count < MostShown)
                {
                    gaps.TryAdd(signature, gap);
                }
            }

            AddOverlaps(rules, matching, point, overlaps);
        }

        return new LevelRuleCheck(
            gaps.Values.ToValueList(),
            overlaps.Values.ToValueList(),
            Enumerable.Range(0, rules.Rules.Count).Where(i => !winners.Contains(i) && rules.Rules[i].Level != RatingLevel.Indeterminate).ToValueList(),
            space.Free,
            hasMore);
    }

    private static void AddOverlaps(LevelRules rules, int[] matching, LevelPoint point, SortedDictionary<(int First, int Second), LevelOverlap> overlaps)
    {
        for (int i = 0; i < matching.Length; i++)
        {
            for (int j = i + 1; j < matching.Length; j++)
            {
                LevelRule second = rules.Rules[matching[j]];
                if (rules.Rules[matching[i]].Level != second.Level && !second.IsElse && !rules.Rules[matching[i]].IsElse)
                {
                    overlaps.TryAdd((matching[i], matching[j]), new LevelOverlap(matching[i], matching[j], point.Shown()));
                }
            }
        }
    }

    private static LevelGap Gap(LevelRules rules, LevelPoint point) => new(
        point.Shown(),
        rules.Rules.Select((rule, i) => (rule, i)).Where(r => !r.rule.IsElse).Select(r => new LevelFailure(
            r.i,
            (r.rule.All.Any(c => !point.Holds(c)) ? r.rule.All.Where(c => !point.Holds(c)) : r.rule.Any).Select(c => c.ToString()).ToValueList()))
            .ToValueList());

    private static bool Matches(LevelRule rule, LevelPoint point) =>
        rule.IsElse || (rule.All.All(point.Holds) && (rule.Any.Count == 0 || rule.Any.Any(point.Holds)));
}

/// <summary>Facts for which no level rule matches (khoảng trống).</summary>
/// <param name="Example">The facts of an example.</param>
/// <param name="Failing">The conditions by which each rule fails.</param>
public sealed record LevelGap(ValueList<LevelFact> Example, ValueList<LevelFailure> Failing);

/// <summary>Facts for which two level rules match (chồng lấn): the first wins.</summary>
/// <param name="First">The rule that wins, from 0.</param>
/// <param name="Second">The other rule, from 0.</param>
/// <param name="Example">The facts of an example.</param>
public sealed record LevelOverlap(int First, int Second, ValueList<LevelFact> Example);

/// <summary>Why a level rule does not match.</summary>
/// <param name="Rule">The rule, from 0.</param>
/// <param name="Conditions">The conditions that do not hold.</param>
public sealed record LevelFailure(int Rule, ValueList<string> Conditions);

/// <summary>A fact of an example.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, exactly; "–": there is none.</param>
public sealed record LevelFact(string Name, string Value);
