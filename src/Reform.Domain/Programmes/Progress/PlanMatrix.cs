using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>How a task stands in the plan of a unit (ô của bảng đối chiếu kế hoạch).</summary>
public enum PlanCellState
{
    /// <summary>The unit has no part in it, or only takes note, and has not planned it (không thuộc trách nhiệm).</summary>
    NotConcerned = 0,

    /// <summary>It is in the plan, in time (có trong kế hoạch).</summary>
    Planned = 1,

    /// <summary>It is in the plan, without a date or later than it is due (có trong kế hoạch, hạn không khớp).</summary>
    PlannedTooLate = 2,

    /// <summary>The unit has a plan and it is not in it (kế hoạch còn thiếu).</summary>
    LeftOut = 3,

    /// <summary>The unit has no plan (chưa có kế hoạch).</summary>
    NoPlan = 4,
}

/// <summary>A task and a unit (ô nhiệm vụ × đơn vị).</summary>
/// <param name="TaskId">The task.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Role">Its part in the task; null: none.</param>
/// <param name="State">How the task stands in its plan.</param>
/// <param name="Item">The item of the plan; null: none.</param>
public sealed record PlanCell(string TaskId, string UnitId, ParticipantRole? Role, PlanCellState State, PlanItem? Item);

/// <summary>The tasks of a programme against the plans of units on a date (bảng đối chiếu nhiệm vụ × đơn vị).</summary>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="On">The date.</param>
/// <param name="TaskIds">The tasks, in the order in which they were recorded.</param>
/// <param name="UnitIds">The units that it binds and that exist on the date, then whoever else has a part in a task.</param>
/// <param name="Cells">A cell for every task and unit, task by task.</param>
public sealed record PlanMatrix(string ProgrammeId, LocalDate On, ValueList<string> TaskIds, ValueList<string> UnitIds, ValueList<PlanCell> Cells)
{
    /// <summary>Finds a cell.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="unitId">The unit.</param>
    /// <returns>The cell, or null.</returns>
    public PlanCell? Find(string taskId, string unitId) => Cells.FirstOrDefault(c =>
        string.Equals(c.TaskId, taskId, StringComparison.Ordinal) && string.Equals(c.UnitId, unitId, StringComparison.Ordinal));

    /// <summary>The tasks that are in no plan (nhiệm vụ chưa được giao trong kế hoạch nào).</summary>
    public ValueList<string> Unplanned =>
        TaskIds.Except(Cells.Where(c => c.Item is not null).Select(c => c.TaskId), StringComparer.Ordinal).ToValueList();

    internal static PlanCellState StateOf(LocalDate? due, ParticipantRole? role, UnitPlan? plan, PlanItem? item)
    {
        bool isConcerned = role is ParticipantRole.Lead or ParticipantRole.Coordinate;
        return item is not null
            ? due is LocalDate last && !(item.DueOn <= last) ? PlanCellState.PlannedTooLate : PlanCellState.Planned
            : !isConcerned ? PlanCellState.NotConcerned
            : plan is null ? PlanCellState.NoPlan : PlanCellState.LeftOut;
    }
}
