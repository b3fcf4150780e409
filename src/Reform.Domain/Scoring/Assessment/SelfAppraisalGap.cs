using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>How far what a unit gave itself lies from what was appraised (chênh lệch tự chấm và thẩm định).</summary>
/// <remarks>Over the leaves that the unit scored itself and that apply; surveys and adjustments play no part.</remarks>
/// <param name="SelfTotal">The sum of its own points.</param>
/// <param name="AppraisedTotal">The sum of the appraised points of the same leaves.</param>
/// <param name="Threshold">The gap above which people should look.</param>
public sealed record SelfAppraisalGap(Fraction SelfTotal, Fraction AppraisedTotal, Fraction Threshold)
{
    /// <summary>The threshold where nothing else is set: 5 points. A choice of this library, no law.</summary>
    public static Fraction DefaultThreshold => 5;

    /// <summary>The gap, never negative.</summary>
    public Fraction Gap => SelfTotal >= AppraisedTotal ? SelfTotal - AppraisedTotal : AppraisedTotal - SelfTotal;

    /// <summary>Whether the gap is above the threshold.</summary>
    public bool IsFlagged => Gap > Threshold;

    /// <summary>Compares self-scores with a score.</summary>
    /// <param name="self">The self-scores.</param>
    /// <param name="appraised">The score.</param>
    /// <param name="threshold">The threshold.</param>
    /// <returns>The gap; null when a leaf of it is not known.</returns>
    public static SelfAppraisalGap? Of(ValueList<SelfScore> self, UnitScore appraised, Fraction threshold)
    {
        ArgumentNullException.ThrowIfNull(self);
        ArgumentNullException.ThrowIfNull(appraised);
        (SelfScore Self, LeafScore? Leaf)[] pairs =
            [.. self.Select(s => (s, appraised.Find(s.LeafId))).Where(p => p.Item2 is { State: not LeafState.NotApplicable })];
        return Array.Exists(pairs, p => p.Leaf!.Points is null)
            ? null
            : new SelfAppraisalGap(
                pairs.Aggregate(Fraction.Zero, (sum, p) => sum + p.Self.Points),
                pairs.Aggregate(Fraction.Zero, (sum, p) => sum + p.Leaf!.Points!.Value),
                threshold);
    }
}
