using Reform.Domain.Explanations;

namespace Reform.Domain.Programmes;

/// <summary>Something that a programme or a task of it leaves open (điểm chưa rõ của chương trình).</summary>
/// <param name="TaskId">The task; null: the programme itself.</param>
/// <param name="Reason">What; its code is stable.</param>
public sealed record ProgrammeFinding(string? TaskId, Reason Reason);

/// <summary>Reads the tasks of a programme as they were assigned, before anything happens (rà soát nội dung chương trình).</summary>
internal static class ProgrammeReview
{
    private static readonly ReasonKind NoLead = new(
        "task_without_lead", "Nhiệm vụ '{task}' chưa có đơn vị chủ trì", "The task '{task}' has no lead");

    private static readonly ReasonKind NoOutput = new(
        "task_without_output", "Nhiệm vụ '{task}' chưa có sản phẩm", "The task '{task}' states no output");

    private static readonly ReasonKind NoDue = new(
        "task_without_due", "Nhiệm vụ '{task}' chưa có hạn", "The task '{task}' has no due date");

    private static readonly ReasonKind NoGoal = new(
        "task_without_goal", "Nhiệm vụ '{task}' chưa gắn mục tiêu", "The task '{task}' serves no goal that is named");

    private static readonly ReasonKind NoClause = new(
        "task_without_clause", "Nhiệm vụ '{task}' chưa nêu điểm, khoản của chương trình", "The task '{task}' names no clause of the programme");

    private static readonly ReasonKind AfterEnd = new(
        "task_due_after_end", "Nhiệm vụ '{task}' có hạn {due}, sau ngày kết thúc {end}", "The task '{task}' is due on {due}, after the last day {end}");

    private static readonly ReasonKind Unserved = new(
        "goal_without_task", "Mục tiêu '{goal}' chưa có nhiệm vụ nào", "No task serves the goal '{goal}'");

    private static readonly ReasonKind NoPlanDue = new(
        "programme_without_plan_due", "Chương trình chưa nêu hạn ban hành kế hoạch", "The programme states no date by which plans are due");

    public static IEnumerable<ProgrammeFinding> Of(Programme programme, IReadOnlyCollection<ProgrammeTask> tasks)
    {
        if (programme.PlansDueOn is null)
        {
            yield return new ProgrammeFinding(null, NoPlanDue.Because(null));
        }

        foreach (ProgrammeGoal goal in programme.Goals.Where(g => tasks.All(t => !string.Equals(t.GoalId, g.Id, StringComparison.Ordinal))))
        {
            yield return new ProgrammeFinding(null, Unserved.Because(null, ("goal", goal.Text)));
        }

        foreach (ProgrammeTask task in tasks)
        {
            foreach ((bool lacks, ReasonKind kind) in new[]
            {
                (task.LeadId is null, NoLead), (task.Output is null, NoOutput), (task.DueOn is null, NoDue), (task.GoalId is null, NoGoal),
                (string.IsNullOrWhiteSpace(task.SourceClause), NoClause),
            })
            {
                if (lacks)
                {
                    yield return new ProgrammeFinding(task.Id, kind.Because(null, ("task", task.Id)));
                }
            }

            if (task.DueOn > programme.LastDay)
            {
                yield return new ProgrammeFinding(
                    task.Id, AfterEnd.Because(null, ("task", task.Id), ("due", task.DueOn!.Value), ("end", programme.LastDay)));
            }
        }
    }
}
