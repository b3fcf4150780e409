using Reform.Domain.Explanations;

namespace Reform.Domain.Cases;

/// <summary>Where a case departs from its procedure (sai lệch so với thủ tục).</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Step">The step; null: a limit that is not told by a step.</param>
/// <param name="LimitId">The time limit; null for steps.</param>
/// <param name="Reason">Why.</param>
public sealed record CaseDeviation(DeviationKind Kind, int? Step, string? LimitId, Reason Reason);

/// <summary>In which way a case departs from its procedure (loại sai lệch).</summary>
public enum DeviationKind
{
    /// <summary>A step was begun before the one that it follows was done (sai trình tự).</summary>
    StepOutOfOrder = 0,

    /// <summary>A step was left out of a decided case (bỏ bước).</summary>
    StepSkipped = 1,

    /// <summary>A time limit runs and is past its due (đang quá hạn).</summary>
    LimitOverdue = 2,

    /// <summary>A time limit was broken (đã vi phạm thời hạn).</summary>
    LimitBroken = 3,
}
