using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The score of one unit (kết quả chấm điểm của một đơn vị). Equal when computed from the same.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Group">The peer group.</param>
/// <param name="Leaves">The leaves, in the order of the tree.</param>
/// <param name="Bonus">The bonus, capped.</param>
/// <param name="Penalty">The penalty, capped; not negative.</param>
/// <param name="ApplicableMax">The sum of the maxima of the leaves that apply: the scale.</param>
/// <param name="Total">The sum of the rounded leaves with the adjustment, from 0 to the scale; null: a leaf is not known.</param>
/// <param name="Index">The total as a share of the scale, in points of 100, rounded; null: a leaf is not known, or none applies.</param>
public sealed record UnitScore(
    string UnitId, string Group, ValueList<LeafScore> Leaves, Fraction Bonus, Fraction Penalty, Fraction ApplicableMax, Fraction? Total, Fraction? Index)
{
    /// <summary>The bonus less the penalty.</summary>
    public Fraction Adjustment => Bonus - Penalty;

    /// <summary>The leaves that could not be computed; none: the score is complete.</summary>
    public IEnumerable<LeafScore> UnknownLeaves => Leaves.Where(l => l.State == LeafState.Unknown);

    /// <summary>The score of a leaf.</summary>
    /// <param name="leafId">The leaf.</param>
    /// <returns>The score, or null when the tree has no such leaf.</returns>
    public LeafScore? Find(string leafId) => Leaves.FirstOrDefault(l => string.Equals(l.LeafId, leafId, StringComparison.Ordinal));
}
