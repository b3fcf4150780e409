using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>Readers of tasks, plans and events; each returns null when something is wrong with its fact, which is reported.</summary>
internal static class TaskParts
{
    private static readonly Dictionary<string, ParticipantRole> Roles = new(StringComparer.Ordinal)
    {
        ["lead"] = ParticipantRole.Lead,
        ["coordinate"] = ParticipantRole.Coordinate,
        ["for_information"] = ParticipantRole.ForInformation,
    };

    private static readonly Dictionary<string, TaskDifficulty> Difficulties = new(StringComparer.Ordinal)
    {
        ["easy"] = TaskDifficulty.Easy,
        ["medium"] = TaskDifficulty.Medium,
        ["hard"] = TaskDifficulty.Hard,
    };

    private static readonly Dictionary<string, int> Kinds = new[]
    {
        "progressed", "redated", "completed", "confirmed", "returned", "carried_over", "taken_over", "milestone_reached",
    }.Index().ToDictionary(k => k.Item, k => k.Index, StringComparer.Ordinal);

    public static ProgrammeTask? Task(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        string? programme = item.Required("programme")?.Text();
        BilingualText? title = item.Required("title")?.Bilingual();
        List<TaskParticipant> participants = ProgrammeParts.Items(item, "participants", Participant);
        BilingualText? output = item.Optional("output")?.Bilingual();
        LocalDate? due = item.Optional("due_on")?.Date();
        List<TaskMilestone> milestones = ProgrammeParts.Items(item, "milestones", Milestone);
        string? clause = item.Optional("clause")?.Text();
        TaskDifficulty difficulty = item.Optional("difficulty")?.Word(Difficulties) ?? TaskDifficulty.NotStated;
        string? goal = item.Optional("goal")?.Text();
        LocalDate? assigned = item.Optional("assigned_on")?.Date();
        string? by = item.Optional("assigned_by")?.Text();
        string? function = item.Optional("function")?.Text();
        string? territory = item.Optional("territory")?.Text();
        bool illustrative = item.Optional("illustrative")?.Boolean() ?? false;
        return id is null || programme is null || title is null
            ? null
            : new ProgrammeTask(id, programme, title)
            {
                Participants = participants.ToValueList(),
                Output = output,
                DueOn = due,
                Milestones = milestones.ToValueList(),
                SourceClause = clause,
                Difficulty = difficulty,
                GoalId = goal,
                AssignedOn = assigned,
                AssignedBy = by,
                Function = function,
                Territory = territory,
                IsIllustrative = illustrative,
            };
    }

    public static UnitPlan? Plan(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        string? programme = item.Required("programme")?.Text();
        string? unit = item.Required("unit")?.Text();
        LocalDate? issued = item.Required("issued_on")?.Date();
        string? number = item.Optional("number")?.Text();
        List<PlanItem> items = ProgrammeParts.Items(item, "items", PlanItem);
        return id is null || programme is null || unit is null || issued is null
            ? null
            : new UnitPlan(id, programme, unit, issued.Value, items.ToValueList()) { Number = number };
    }

    public static TaskEvent? Event(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        string? task = item.Required("task")?.Text();
        LocalDate? on = item.Required("on")?.Date();
        int? kind = item.Required("kind")?.Word(Kinds);
        TaskEvent? Read(LocalDate day) => kind switch
        {
            0 => item.Required("percent")?.Integer() is int percent ? new TaskProgressed(id!, task!, day, percent) : null,
            1 => Redated(item, id!, task!, day),
            2 => new TaskCompleted(id!, task!, day, item.Optional("evidence")?.Texts() ?? []),
            3 => item.Required("by")?.Text() is string by ? new TaskConfirmed(id!, task!, day, by) : null,
            4 => item.Required("reason")?.Bilingual() is BilingualText reason ? new TaskReturned(id!, task!, day, reason) : null,
            5 => CarriedOver(item, id!, task!, day),
            6 => TakenOver(item, id!, task!, day),
            _ => item.Required("milestone")?.Text() is string milestone ? new TaskMilestoneReached(id!, task!, day, milestone) : null,
        };

        return id is null || task is null || on is null || kind is null ? null : Read(on.Value);
    }

    private static TaskRedated? Redated(JsonPart item, string id, string task, LocalDate on)
    {
        LocalDate? due = item.Required("new_due_on")?.Date();
        BilingualText? reason = item.Required("reason")?.Bilingual();
        return due is null || reason is null ? null : new TaskRedated(id, task, on, due.Value, reason);
    }

    private static TaskCarriedOver? CarriedOver(JsonPart item, string id, string task, LocalDate on)
    {
        string? decision = item.Required("decision")?.Text();
        LocalDate? due = item.Optional("new_due_on")?.Date();
        return decision is null ? null : new TaskCarriedOver(id, task, on, decision, due);
    }

    private static TaskTakenOver? TakenOver(JsonPart item, string id, string task, LocalDate on)
    {
        string? unit = item.Required("unit")?.Text();
        string? decision = item.Optional("decision")?.Text();
        return unit is null ? null : new TaskTakenOver(id, task, on, unit, decision);
    }

    private static TaskParticipant? Participant(JsonPart item)
    {
        string? unit = item.Required("unit")?.Text();
        ParticipantRole? role = item.Required("role")?.Word(Roles);
        return unit is null || role is null ? null : new TaskParticipant(unit, role.Value);
    }

    private static TaskMilestone? Milestone(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        BilingualText? text = item.Required("text")?.Bilingual();
        LocalDate? due = item.Required("due_on")?.Date();
        return id is null || text is null || due is null ? null : new TaskMilestone(id, text, due.Value);
    }

    private static PlanItem? PlanItem(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        BilingualText? activity = item.Required("activity")?.Bilingual();
        string? task = item.Optional("task")?.Text();
        BilingualText? output = item.Optional("output")?.Bilingual();
        LocalDate? due = item.Optional("due_on")?.Date();
        string? responsible = item.Optional("responsible")?.Text();
        return id is null || activity is null
            ? null
            : new PlanItem(id, activity) { TaskId = task, Output = output, DueOn = due, ResponsibleId = responsible };
    }
}
