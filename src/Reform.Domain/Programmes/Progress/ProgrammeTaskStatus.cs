using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>How far a task is (tiến độ).</summary>
public enum TaskProgress
{
    /// <summary>Nothing is reported (chưa thực hiện).</summary>
    NotStarted = 0,

    /// <summary>Under way (đang thực hiện).</summary>
    InProgress = 1,

    /// <summary>Reported as done, and not sent back (đã hoàn thành).</summary>
    Done = 2,
}

/// <summary>Whether a task keeps its due date (tình trạng hạn).</summary>
public enum TaskTimeliness
{
    /// <summary>It has no due date (chưa có hạn).</summary>
    NoDue = 0,

    /// <summary>In time: the due date is not over, or was not when it was done (trong hạn).</summary>
    InTime = 1,

    /// <summary>Overdue, or done late (quá hạn).</summary>
    Overdue = 2,
}

/// <summary>Where the lead of a task comes from (căn cứ xác định đơn vị chủ trì).</summary>
public enum LeadState
{
    /// <summary>No unit leads (chưa có chủ trì).</summary>
    None = 0,

    /// <summary>The unit that it was assigned to, or that took it over (đơn vị được giao).</summary>
    AsAssigned = 1,

    /// <summary>The successor of that unit, which has ended or passed it on (đơn vị kế thừa).</summary>
    Succeeded = 2,

    /// <summary>That unit has ended, and no one successor is recorded (nhiệm vụ mồ côi).</summary>
    Orphaned = 3,

    /// <summary>The register of units does not know that unit on that date (chưa rõ).</summary>
    Unknown = 4,
}

/// <summary>Which unit leads a task on a date (đơn vị chủ trì tại một ngày).</summary>
/// <param name="State">Where that comes from.</param>
/// <param name="UnitId">The unit that leads; null when there is none, or it cannot be told.</param>
/// <param name="AssignedTo">The unit that it was last assigned to or taken over by, alive or not; null: none.</param>
public sealed record TaskLead(LeadState State, string? UnitId, string? AssignedTo);

/// <summary>One change of a due date (một lần điều chỉnh hạn).</summary>
/// <param name="On">When it was decided.</param>
/// <param name="From">The due date before; null: it had none.</param>
/// <param name="To">The due date after.</param>
public sealed record TaskRedating(LocalDate On, LocalDate? From, LocalDate To)
{
    /// <summary>Whether it moved the date back, or gave up an earlier one; the first date of a task without one is no delay.</summary>
    public bool IsDelay => From is LocalDate before && To > before;

    /// <summary>Whether the date before was over already.</summary>
    public bool IsAfterExpiry => From is LocalDate before && On > before;
}

/// <summary>How a point on the way of a task stands on a date (tình trạng mốc).</summary>
/// <param name="Milestone">The point.</param>
/// <param name="State">How it stands; a task that is done has reached its points on the day of completion at the latest.</param>
/// <param name="ReachedOn">When it was reached; null: it was not.</param>
public sealed record MilestoneStatus(TaskMilestone Milestone, DutyState State, LocalDate? ReachedOn);

/// <summary>How a task stands on a date (tình trạng nhiệm vụ tại một ngày): what happened after it plays no part.</summary>
/// <param name="Task">The task.</param>
/// <param name="On">The date.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Percent">What the lead said last, 0 to 100; 100 when it is done.</param>
/// <param name="Timeliness">Whether it keeps its due date.</param>
/// <param name="AssignedOn">When it was assigned.</param>
/// <param name="DueOn">The due date in force: on the date, or, when it is done, on the day of completion. Null: none.</param>
/// <param name="DueSince">Since when that due date holds; the day of assignment for the first one.</param>
/// <param name="Lead">Which unit leads.</param>
public sealed record ProgrammeTaskStatus(
    ProgrammeTask Task,
    LocalDate On,
    TaskProgress Progress,
    int Percent,
    TaskTimeliness Timeliness,
    LocalDate AssignedOn,
    LocalDate? DueOn,
    LocalDate DueSince,
    TaskLead Lead)
{
    /// <summary>When it was done; null: it is not.</summary>
    public LocalDate? CompletedOn { get; init; }

    /// <summary>Where the output is found; empty: nothing shows it, or it is not done.</summary>
    public ValueList<string> Evidence { get; init; } = [];

    /// <summary>When whoever assigned it confirmed that it is done; null: not.</summary>
    public LocalDate? ConfirmedOn { get; init; }

    /// <summary>The changes of its due date, in their order.</summary>
    public ValueList<TaskRedating> Redatings { get; init; } = [];

    /// <summary>How the points on its way stand.</summary>
    public ValueList<MilestoneStatus> Milestones { get; init; } = [];

    /// <summary>When it was decided that it goes on after the programme; null: it was not.</summary>
    public LocalDate? CarriedOverOn { get; init; }

    /// <summary>Whether it is not done.</summary>
    public bool IsOpen => Progress != TaskProgress.Done;

    /// <summary>The day that is compared with the due date: that of completion, or the date itself.</summary>
    public LocalDate ComparedOn => CompletedOn ?? On;
}
