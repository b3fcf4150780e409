using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>How an appraisal stands (tình trạng thẩm định).</summary>
public enum AppraisalState
{
    /// <summary>Nothing is scored yet.</summary>
    Open = 0,

    /// <summary>The unit scored itself.</summary>
    SelfScored = 1,

    /// <summary>It is appraised; the dispute round runs, or its disputes are being decided.</summary>
    Appraised = 2,

    /// <summary>It is closed.</summary>
    Closed = 3,
}

/// <summary>Appraised points (điểm thẩm định).</summary>
/// <param name="LeafId">The leaf.</param>
/// <param name="Points">The points.</param>
/// <param name="Reason">Why they differ from the self-score; needed where they do.</param>
public sealed record AppraisedScore(string LeafId, Fraction Points, BilingualText? Reason);

/// <summary>What a unit disputes (giải trình).</summary>
/// <param name="LeafId">The leaf.</param>
/// <param name="Claimed">The points that it claims.</param>
/// <param name="Grounds">Its grounds.</param>
/// <param name="On">When.</param>
public sealed record ScoreDispute(string LeafId, Fraction Claimed, BilingualText Grounds, LocalDate On)
{
    /// <summary>What was decided; null: nothing yet.</summary>
    public DisputeDecision? Decision { get; init; }
}

/// <summary>What was decided about a dispute (kết luận giải trình).</summary>
/// <param name="Points">The points that stand.</param>
/// <param name="Reason">Why.</param>
/// <param name="On">When.</param>
public sealed record DisputeDecision(Fraction Points, BilingualText Reason, LocalDate On);
