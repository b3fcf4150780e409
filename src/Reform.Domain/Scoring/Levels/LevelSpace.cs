using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The facts that level rules can meet, cut into cells in which every condition comes out the same; one sample of each outcome.</summary>
internal sealed class LevelSpace
{
    private const int MostPoints = 1_000_000;
    private const int MostConditions = 200;
    private readonly List<LevelSample[]> dimensions = [];

    public LevelSpace(LevelRules rules, Rounding index)
    {
        ScoreCondition[] conditions = [.. rules.Rules.SelectMany(r => r.All.Concat(r.Any)).Distinct()];
        if (conditions.Length > MostConditions)
        {
            throw TooMany();
        }

        var simple = conditions.Select(SimpleComparison.Of).OfType<SimpleComparison>().ToLookup(c => c.Name, StringComparer.Ordinal);
        ScoreCondition[] flags = [.. conditions.Where(c => c.Right is null)];
        ScoreCondition[] free = [.. conditions.Where(c => c.Right is not null && SimpleComparison.Of(c) is null)];
        Free = free.Select(c => c.ToString()).ToValueList();
        foreach (IGrouping<string, SimpleComparison> name in simple.Where(g => !TaskCounts.ShareNames.Contains(g.Key)))
        {
            dimensions.Add(name.Key == LevelRules.IndexName ? OfIndex([.. name], index) : OfNumber([.. name]));
        }

        if (TaskCounts.ShareNames.Any(simple.Contains))
        {
            dimensions.Add(Distinct(new TaskShareSamples(simple).All()));
        }

        dimensions.AddRange(flags.GroupBy(f => f.Names.Count > 0 ? f.Names[0] : f.ToString(), StringComparer.Ordinal).Select(g => OfFlag(g.Key, [.. g])));
        dimensions.AddRange(free.Select(f => OfFlag(f.ToString(), [f])));
        if (dimensions.Aggregate(1L, (product, d) => Math.Min(product * d.Length, MostPoints + 1L)) > MostPoints)
        {
            throw TooMany();
        }
    }

    public ValueList<string> Free { get; }

    public IEnumerable<LevelPoint> Points()
    {
        int[] at = new int[dimensions.Count];
        while (true)
        {
            yield return new LevelPoint([.. dimensions.Select((d, i) => d[at[i]])]);
            int last = at.Length - 1;
            while (last >= 0 && ++at[last] == dimensions[last].Length)
            {
                at[last--] = 0;
            }

            if (last < 0)
            {
                yield break;
            }
        }
    }

    /// <summary>The bounds and thresholds in a range, and a number between each two neighbours.</summary>
    public static IEnumerable<Fraction> Cut(IEnumerable<Fraction> thresholds, Fraction low, Fraction high)
    {
        Fraction[] marks = [.. thresholds.Append(low).Append(high).Where(t => t >= low && t <= high).Distinct().Order()];
        return marks.Concat(marks.Zip(marks.Skip(1), (a, b) => (a + b) / 2)).Order();
    }

    public static LevelSample Sample(ValueList<LevelFact> facts, IEnumerable<SimpleComparison> comparisons, Func<string, Fraction?> valueOf) =>
        new(facts, [.. comparisons.Where(c => valueOf(c.Name) is Fraction value && c.Holds(value)).Select(c => c.Condition)]);

    private static LevelSample[] OfIndex(SimpleComparison[] comparisons, Rounding rounding)
    {
        // An index is a multiple of its step: the cells hold grid numbers only.
        Fraction step = rounding.Step;
        IEnumerable<Fraction> grid = Cut(comparisons.Select(c => c.Threshold), 0, 100)
            .Select(v => Fraction.Of((v / step).Floor(), 1) * step)
            .SelectMany(v => new[] { v, v + step })
            .Concat(comparisons.Select(c => (Fraction.Of((c.Threshold / step).Floor(), 1) * step) - step))
            .Where(v => v.Sign >= 0 && v <= 100)
            .Distinct().Order();
        return Distinct(grid.Select(v => Sample([new LevelFact(LevelRules.IndexName, v.ToFixed(rounding.Decimals))], comparisons, _ => v)));
    }

    private static LevelSample[] OfNumber(SimpleComparison[] comparisons)
    {
        string name = comparisons[0].Name;
        Fraction[] thresholds = [.. comparisons.Select(c => c.Threshold)];
        bool isShare = name.EndsWith("Share", StringComparison.Ordinal);
        Fraction low = isShare ? 0 : thresholds.Min() - 1;
        Fraction high = isShare ? 1 : thresholds.Max() + 1;
        return Distinct(Cut(thresholds, low, high).Select(v => Sample([new LevelFact(name, v.ToString())], comparisons, _ => v)));
    }

    private static LevelSample[] OfFlag(string name, ScoreCondition[] conditions) =>
    [
        OfFlag(name, conditions, false),
        OfFlag(name, conditions, true),
    ];

    private static LevelSample OfFlag(string name, ScoreCondition[] conditions, bool value) => new(
        [new LevelFact(name, value ? "true" : "false")], [.. conditions.Where(c => (c.Operator != ConditionOperator.IsNotSet) == value)]);

    // One sample of each outcome is enough.
    private static LevelSample[] Distinct(IEnumerable<LevelSample> samples)
    {
        var found = new List<LevelSample>();
        foreach (LevelSample sample in samples)
        {
            if (!found.Exists(f => f.HasNoTasks == sample.HasNoTasks && f.True.SetEquals(sample.True)))
            {
                found.Add(sample);
            }
        }

        return [.. found];
    }

    private static RecordInputException TooMany() => RecordInputException.Of(
        "too_many_conditions", "rules", "quá nhiều điều kiện để kiểm tra mọi tổ hợp", "there are too many conditions to visit every combination");
}

/// <summary>A comparison of one name with a number.</summary>
internal sealed record SimpleComparison(ScoreCondition Condition, string Name, ConditionOperator Operator, Fraction Threshold)
{
    public bool Holds(Fraction value) => ScoreCondition.Holds(Operator, value.CompareTo(Threshold));

    /// <summary>The comparison that a condition is; null: it is none.</summary>
    public static SimpleComparison? Of(ScoreCondition condition)
    {
        (ExpressionNode left, ExpressionNode? right) = (condition.Left, condition.Right);
        return left is ExpressionNode.Name name && Constant(right) is Fraction threshold
            ? new SimpleComparison(condition, name.Text, condition.Operator, threshold)
            : right is ExpressionNode.Name other && Constant(left) is Fraction value
            ? new SimpleComparison(condition, other.Text, Turned(condition.Operator), value)
            : null;
    }

    private static Fraction? Constant(ExpressionNode? node) =>
        node is not null && !node.NamesIn().Any() && node.Evaluate(_ => null) is { Fault: null } computed ? computed.Value : null;

    private static ConditionOperator Turned(ConditionOperator comparison) => comparison switch
    {
        ConditionOperator.Less => ConditionOperator.Greater,
        ConditionOperator.AtMost => ConditionOperator.AtLeast,
        ConditionOperator.Greater => ConditionOperator.Less,
        ConditionOperator.AtLeast => ConditionOperator.AtMost,
        _ => comparison,
    };
}
