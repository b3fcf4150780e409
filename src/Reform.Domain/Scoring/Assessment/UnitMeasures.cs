using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>What is known of one unit in a period: the raw measures of each leaf, and what adjusts its score (số liệu của một đơn vị).</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Group">The peer group in which it is ranked.</param>
public sealed record UnitMeasures(string UnitId, string Group)
{
    /// <summary>The measures of each leaf; a leaf that is absent has none.</summary>
    public ValueList<LeafMeasures> Leaves { get; init; } = [];

    /// <summary>How often each bonus item occurred.</summary>
    public ValueList<AdjustmentCount> Bonus { get; init; } = [];

    /// <summary>How often each penalty item occurred.</summary>
    public ValueList<AdjustmentCount> Penalty { get; init; } = [];

    /// <summary>The leaves whose evidence is missing and unexplained: they score 0.</summary>
    public ValueList<string> MissingEvidence { get; init; } = [];

    /// <summary>What the level rules read beside the index and the tasks, by name.</summary>
    public ValueList<Measure> Conditions { get; init; } = [];

    /// <summary>
    /// The tasks that were due: the measures due, onTime and late of the leaf "A2"; in a tree that has none, of the only leaf that has all three.
    /// Null: there is no such leaf, or what it has are no counts.
    /// </summary>
    public TaskCounts? Tasks => TaskCounts.LeafOf(Leaves) is LeafMeasures leaf ? TaskCounts.Of(leaf.Measures) : null;

    /// <summary>The measures of a leaf.</summary>
    /// <param name="leafId">The leaf.</param>
    /// <returns>The measures; none when nothing is known.</returns>
    public MeasureSet Of(string leafId) =>
        Leaves.FirstOrDefault(l => string.Equals(l.LeafId, leafId, StringComparison.Ordinal))?.Measures ?? MeasureSet.None;
}

/// <summary>The measures of one leaf.</summary>
/// <param name="LeafId">The leaf.</param>
/// <param name="Measures">The measures.</param>
public sealed record LeafMeasures(string LeafId, MeasureSet Measures);
