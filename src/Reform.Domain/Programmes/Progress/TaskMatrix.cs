using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>How many tasks stand where (bảng tổng hợp tình trạng nhiệm vụ): progress against due date.</summary>
/// <param name="NotStartedWithoutDue">Not begun, without a due date.</param>
/// <param name="NotStartedInTime">Not begun, in time.</param>
/// <param name="NotStartedOverdue">Not begun, overdue.</param>
/// <param name="InProgressWithoutDue">Under way, without a due date.</param>
/// <param name="InProgressInTime">Under way, in time.</param>
/// <param name="InProgressOverdue">Under way, overdue.</param>
/// <param name="DoneWithoutDue">Done, without a due date.</param>
/// <param name="DoneInTime">Done in time.</param>
/// <param name="DoneLate">Done late.</param>
public readonly record struct TaskTally(
    int NotStartedWithoutDue,
    int NotStartedInTime,
    int NotStartedOverdue,
    int InProgressWithoutDue,
    int InProgressInTime,
    int InProgressOverdue,
    int DoneWithoutDue,
    int DoneInTime,
    int DoneLate)
{
    /// <summary>All tasks.</summary>
    public int Total => NotStarted + InProgress + Done;

    /// <summary>Those not begun.</summary>
    public int NotStarted => NotStartedWithoutDue + NotStartedInTime + NotStartedOverdue;

    /// <summary>Those under way.</summary>
    public int InProgress => InProgressWithoutDue + InProgressInTime + InProgressOverdue;

    /// <summary>Those done.</summary>
    public int Done => DoneWithoutDue + DoneInTime + DoneLate;

    /// <summary>Those not done and overdue.</summary>
    public int OpenOverdue => NotStartedOverdue + InProgressOverdue;

    /// <summary>Adds two tallies.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The sums, cell by cell.</returns>
    public static TaskTally operator +(TaskTally left, TaskTally right) => Add(left, right);

    /// <summary>Adds two tallies.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The sums, cell by cell.</returns>
    public static TaskTally Add(TaskTally left, TaskTally right) => new(
        left.NotStartedWithoutDue + right.NotStartedWithoutDue,
        left.NotStartedInTime + right.NotStartedInTime,
        left.NotStartedOverdue + right.NotStartedOverdue,
        left.InProgressWithoutDue + right.InProgressWithoutDue,
        left.InProgressInTime + right.InProgressInTime,
        left.InProgressOverdue + right.InProgressOverdue,
        left.DoneWithoutDue + right.DoneWithoutDue,
        left.DoneInTime + right.DoneInTime,
        left.DoneLate + right.DoneLate);

    /// <summary>The number in one cell.</summary>
    /// <param name="progress">How far.</param>
    /// <param name="timeliness">In time or not.</param>
    /// <returns>The number of tasks.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public int Of(TaskProgress progress, TaskTimeliness timeliness) => (progress, timeliness) switch
    {
        (TaskProgress.NotStarted, TaskTimeliness.NoDue) => NotStartedWithoutDue,
        (TaskProgress.NotStarted, TaskTimeliness.InTime) => NotStartedInTime,
        (TaskProgress.NotStarted, TaskTimeliness.Overdue) => NotStartedOverdue,
        (TaskProgress.InProgress, TaskTimeliness.NoDue) => InProgressWithoutDue,
        (TaskProgress.InProgress, TaskTimeliness.InTime) => InProgressInTime,
        (TaskProgress.InProgress, TaskTimeliness.Overdue) => InProgressOverdue,
        (TaskProgress.Done, TaskTimeliness.NoDue) => DoneWithoutDue,
        (TaskProgress.Done, TaskTimeliness.InTime) => DoneInTime,
        (TaskProgress.Done, TaskTimeliness.Overdue) => DoneLate,
        _ => throw new ArgumentOutOfRangeException(nameof(progress), (progress, timeliness), "There is no such cell."),
    };

    internal static TaskTally One(ProgrammeTaskStatus status)
    {
        int Is(TaskProgress progress, TaskTimeliness timeliness) => status.Progress == progress && status.Timeliness == timeliness ? 1 : 0;
        return new TaskTally(
            Is(TaskProgress.NotStarted, TaskTimeliness.NoDue),
            Is(TaskProgress.NotStarted, TaskTimeliness.InTime),
            Is(TaskProgress.NotStarted, TaskTimeliness.Overdue),
            Is(TaskProgress.InProgress, TaskTimeliness.NoDue),
            Is(TaskProgress.InProgress, TaskTimeliness.InTime),
            Is(TaskProgress.InProgress, TaskTimeliness.Overdue),
            Is(TaskProgress.Done, TaskTimeliness.NoDue),
            Is(TaskProgress.Done, TaskTimeliness.InTime),
            Is(TaskProgress.Done, TaskTimeliness.Overdue));
    }
}

/// <summary>A programme on a date, task by task (bảng theo dõi nhiệm vụ tại một ngày).</summary>
/// <param name="Programme">The programme.</param>
/// <param name="On">The date.</param>
/// <param name="Tasks">How each task stands that was assigned by then, in the order in which they were recorded.</param>
public sealed record TaskMatrix(Programme Programme, LocalDate On, ValueList<ProgrammeTaskStatus> Tasks)
{
    /// <summary>How the programme stands.</summary>
    public ProgrammeState State => Programme.StateOn(On);

    /// <summary>How many tasks stand where.</summary>
    public TaskTally Tally => Tasks.Aggregate(default(TaskTally), (sum, t) => sum + TaskTally.One(t));

    /// <summary>The tasks of units that have ended, for which no one successor is recorded, and that are not done.</summary>
    public ValueList<ProgrammeTaskStatus> Orphans => Tasks.Where(t => t.IsOpen && t.Lead.State == LeadState.Orphaned).ToValueList();

    /// <summary>The tasks that are open after the last day of the programme and that no decision carries over; none before that day is over.</summary>
    public ValueList<ProgrammeTaskStatus> LeftOpen => State != ProgrammeState.Ended ? []
        : Tasks.Where(t => t.IsOpen && t.CarriedOverOn is null).ToValueList();

    /// <summary>The open tasks that have missed a point on their way, though they may not be due yet.</summary>
    public ValueList<ProgrammeTaskStatus> BehindMilestones =>
        Tasks.Where(t => t.IsOpen && t.Milestones.Any(m => m.State == DutyState.Missing)).ToValueList();

    /// <summary>Finds a task.</summary>
    /// <param name="taskId">The task.</param>
    /// <returns>How it stands, or null when it was not assigned by then.</returns>
    public ProgrammeTaskStatus? Find(string taskId) => Tasks.FirstOrDefault(t => string.Equals(t.Task.Id, taskId, StringComparison.Ordinal));
}
