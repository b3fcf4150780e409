using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>When a level is given (điều kiện của một mức): all conditions of one list hold, and at least one of the other, where it has any.</summary>
/// <param name="Level">The level.</param>
public sealed record LevelRule(RatingLevel Level)
{
    /// <summary>The conditions that all have to hold; none: nothing is asked of them.</summary>
    public ValueList<ScoreCondition> All { get; init; } = [];

    /// <summary>The conditions of which one is enough; none: nothing is asked of them. A knock-out is a rule of these.</summary>
    public ValueList<ScoreCondition> Any { get; init; } = [];

    /// <summary>Whether it matches whatever is left.</summary>
    public bool IsElse { get; init; }

    internal IEnumerable<ScoreCondition> Conditions => All.Concat(Any);

    internal string ToText() => IsElse ? "else" : string.Join(" & ", All.Select(c => c.ToString()).Append(AnyText()).Where(t => t.Length > 0));

    private string AnyText() => Any.Count == 0 ? "" : string.Join(" | ", Any.Select(c => c.ToString()));
}
