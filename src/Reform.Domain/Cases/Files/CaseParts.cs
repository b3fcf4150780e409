using Reform.Domain.Deadlines;

namespace Reform.Domain.Cases;

/// <summary>One run of a step (một lượt thực hiện bước): a step that was sent back runs again.</summary>
/// <param name="Step">The number of the step.</param>
/// <param name="UnitId">The unit that did it.</param>
/// <param name="Assignee">The position or pseudonymous account that it lies with; null: not said.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it was done or sent back; null: it is open.</param>
/// <param name="IsRework">Whether an earlier run of the step was done before (làm lại).</param>
/// <param name="WasReturned">Whether it was sent back instead of being done.</param>
public sealed record StepRun(int Step, string UnitId, string? Assignee, CaseTime StartedAt, CaseTime? EndedAt, bool IsRework, bool WasReturned)
{
    /// <summary>Whether it is open (đang thực hiện).</summary>
    public bool IsOpen => EndedAt is null;
}

/// <summary>A time during which the clock stood still (khoảng thời gian không tính).</summary>
/// <param name="From">When it began; the day itself is counted.</param>
/// <param name="To">When it ended; the day itself is not counted. Null: it lasts.</param>
/// <param name="IsSupplement">Whether it waited for a supplement; else the case was suspended.</param>
/// <param name="Ground">The ground of a suspension; null for a supplement.</param>
public sealed record CasePause(CaseTime From, CaseTime? To, bool IsSupplement, string? Ground);

/// <summary>An opinion that was asked for (lấy ý kiến phối hợp).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="UnitId">The unit asked.</param>
/// <param name="Limit">How long it has; null: no limit.</param>
/// <param name="RequestedAt">When it was asked.</param>
/// <param name="AnsweredAt">When the answer came; null: it has not.</param>
public sealed record CaseConsultation(string Id, string UnitId, TimeLimit? Limit, CaseTime RequestedAt, CaseTime? AnsweredAt);
