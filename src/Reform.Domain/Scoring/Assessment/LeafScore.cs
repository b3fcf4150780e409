using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The score of one leaf of one unit, with how it came about (điểm của một tiêu chí thành phần).</summary>
/// <param name="LeafId">The leaf.</param>
/// <param name="Max">Its maximum.</param>
/// <param name="State">How it stands.</param>
/// <param name="Points">The points, rounded; null: not applicable, or not known.</param>
/// <param name="Why">How they came about, from the measures to the rounding.</param>
/// <param name="Fault">Why they are not known; null otherwise.</param>
public sealed record LeafScore(string LeafId, Fraction Max, LeafState State, Fraction? Points, ValueList<Reason> Why, ScoreFault? Fault);

/// <summary>How the score of a leaf stands (tình trạng điểm).</summary>
public enum LeafState
{
    /// <summary>It could not be computed; the fault says why.</summary>
    Unknown = 0,

    /// <summary>It has points.</summary>
    Scored = 1,

    /// <summary>It is not applicable, and leaves both the sum and the scale.</summary>
    NotApplicable = 2,

    /// <summary>Its evidence is missing and unexplained: 0 points.</summary>
    EvidenceMissing = 3,
}
