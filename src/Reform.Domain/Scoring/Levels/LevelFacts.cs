using System.Collections.Frozen;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>What level rules read of a unit: the index, the shares of tasks, and what is declared of it (dữ kiện xếp loại).</summary>
public sealed class LevelFacts
{
    private static readonly BilingualText NoIndex = new("đơn vị không có chỉ số", "the unit has no index");
    private readonly FrozenDictionary<string, MeasureValue> byName;

    /// <summary>Gathers the facts.</summary>
    /// <param name="index">The rounded index; null: there is none, and no comparison with it holds.</param>
    /// <param name="tasks">The tasks of the unit, from which the shares follow; null: not known.</param>
    /// <param name="conditions">What is declared, by name; the index and the shares of known tasks win over it.</param>
    /// <exception cref="RecordInputException">A name stands twice.</exception>
    public LevelFacts(Fraction? index, TaskCounts? tasks, IEnumerable<Measure> conditions)
    {
        var facts = new MeasureSet(conditions).All.ToDictionary(m => m.Name, m => m.Value, StringComparer.Ordinal);
        facts[LevelRules.IndexName] = index is Fraction known ? known : new MeasureValue.Undefined(NoIndex);
        foreach ((string name, MeasureValue value) in tasks?.Shares() ?? [])
        {
            facts[name] = value;
        }

        byName = facts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Gathers the facts of a unit that was scored.</summary>
    /// <param name="score">The score.</param>
    /// <param name="unit">What is known of the unit.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="RecordInputException">A name of a condition stands twice.</exception>
    public static LevelFacts Of(UnitScore score, UnitMeasures unit)
    {
        ArgumentNullException.ThrowIfNull(score);
        ArgumentNullException.ThrowIfNull(unit);
        return new LevelFacts(score.Index, unit.Tasks, unit.Conditions);
    }

    /// <summary>A fact.</summary>
    /// <param name="name">Its name; for example "doneShare".</param>
    /// <returns>The fact, or null when it is not known.</returns>
    public MeasureValue? Find(string name) => byName.GetValueOrDefault(name);

    internal string Shown(ScoreCondition condition) => condition.Names.Count == 0
        ? ""
        : " (" + string.Join(", ", condition.Names.Select(n => n + " = " + (Find(n)?.ToString() ?? "?"))) + ")";
}

/// <summary>The tasks of a unit that were due in a period (nhiệm vụ đến hạn), and how many were done.</summary>
/// <param name="Due">How many were due.</param>
/// <param name="OnTime">How many of them were done on time.</param>
/// <param name="Late">How many of them were done late.</param>
public sealed record TaskCounts(Fraction Due, Fraction OnTime, Fraction Late)
{
    /// <summary>The name of the share of tasks done, on time or late.</summary>
    public const string DoneShareName = "doneShare";

    /// <summary>The name of the share of tasks done on time.</summary>
    public const string OnTimeShareName = "onTimeShare";

    /// <summary>The name of the share of tasks done late.</summary>
    public const string LateShareName = "lateShare";

    /// <summary>The names of the shares.</summary>
    public static ValueList<string> ShareNames { get; } = [DoneShareName, OnTimeShareName, LateShareName];

    internal static ValueList<string> CountNames { get; } = ["due", "onTime", "late"];

    private static readonly BilingualText NothingDue = new("không có nhiệm vụ nào đến hạn", "no task was due");

    internal static LeafMeasures? LeafOf(ValueList<LeafMeasures> leaves)
    {
        if (leaves.FirstOrDefault(l => l.LeafId == "A2") is LeafMeasures named)
        {
            return named;
        }

        LeafMeasures[] counting = [.. leaves.Where(l => CountNames.All(n => l.Measures.Find(n) is not null))];
        return counting is [LeafMeasures only] ? only : null;
    }

    internal static TaskCounts? Of(MeasureSet measures)
    {
        Fraction?[] counts = [.. CountNames.Select(n => measures.Find(n) is MeasureValue.Number { Content: var count } && count.Sign >= 0 ? count : (Fraction?)null)];
        return counts is [Fraction due, Fraction onTime, Fraction late] && onTime + late <= due ? new TaskCounts(due, onTime, late) : null;
    }

    /// <summary>The shares of the tasks that were due; where none was, they do not exist.</summary>
    /// <returns>Each share with its name.</returns>
    public IEnumerable<(string Name, MeasureValue Value)> Shares()
    {
        MeasureValue Of(Fraction part) => Due.Sign == 0 ? new MeasureValue.Undefined(NothingDue) : part / Due;
        return [(DoneShareName, Of(OnTime + Late)), (OnTimeShareName, Of(OnTime)), (LateShareName, Of(Late))];
    }
}
