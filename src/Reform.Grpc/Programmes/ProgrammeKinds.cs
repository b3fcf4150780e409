using Reform.Domain.Programmes;
using Reform.Grpc.Registers;
using P = Reform.Programmes.V1;

namespace Reform.Grpc.Programmes;

/// <summary>The kinds of facts about programmes and what happens under them.</summary>
internal static class ProgrammeKinds
{
    public const string Programmes = "programmes";
    public const string Roles = "programmeRoles";
    public const string Tasks = "programmeTasks";
    public const string Plans = "unitPlans";
    public const string Events = "taskEvents";
    public const string Reports = "programmeReports";
    public const string Questions = "guidanceQuestions";
    public const string GuidanceNames = "programmeGuidance";
    public const string Consultations = "taskConsultations";
    public const string Replies = "consultationReplies";
    public const string Closings = "summaryClosings";

    public static FactKind<P.Programme, Programme> Programme { get; } = new(
        Programmes, Programmes, "programme", ProgrammeMapping.Programme, ProgrammeMapping.ToProto, p => p.Id)
    {
        UnitOf = (_, p) => p.IssuerId,
    };

    public static FactKind<P.ProgrammeRole, ProgrammeRole> Role { get; } = new(
        Roles, Roles, "role", ProgrammeMapping.Role, ProgrammeMapping.ToProto, r => r.Id)
    {
        Place = "roles",
        UnitOf = (facts, r) => facts.Find(Programme!, r.ProgrammeId)?.IssuerId,
    };

    public static FactKind<P.ProgrammeTask, ProgrammeTask> Task { get; } = new(
        Tasks, Tasks, "task", TaskMapping.Task, TaskMapping.ToProto, t => t.Id)
    {
        Place = "tasks",
        UnitOf = AssignerOf,
    };

    public static FactKind<P.UnitPlan, UnitPlan> Plan { get; } = new(
        Plans, Plans, "plan", PlanMapping.Plan, PlanMapping.ToProto, p => p.Id)
    {
        Place = "plans",
        UnitOf = (_, p) => p.UnitId,
    };

    public static FactKind<P.TaskEvent, TaskEvent> Event { get; } = new(
        Events, Events, "event", TaskEventMapping.Event, TaskEventMapping.ToProto, e => e.Id)
    {
        Place = "events",
        UnitOf = UnitOf,
        FieldTold = f => f switch
        {
            "percent" => "progressed.percent",
            "milestone" => "milestone_reached.milestone",
            "unit" => "taken_over.unit",
            "decision" => "carried_over.decision",
            "by" => "confirmed.by",
            _ => f,
        },
    };

    public static FactKind<P.ProgrammeReport, ProgrammeReport> Report { get; } = new(
        Reports, Reports, "report", PlanMapping.Report, PlanMapping.ToProto, r => r.Id)
    {
        Place = "reports",
        UnitOf = (_, r) => r.UnitId,
    };

    public static FactKind<P.GuidanceQuestion, GuidanceQuestion> Question { get; } = new(
        Questions, Questions, "question", CoordinationMapping.Question, CoordinationMapping.ToProto, q => q.Id)
    {
        Place = "questions",
        UnitOf = (_, q) => q.AskedBy,
    };

    public static FactKind<P.Guidance, Guidance> Guidance { get; } = new(
        GuidanceNames, GuidanceNames, "guidance", CoordinationMapping.Guidance, CoordinationMapping.ToProto, g => g.Id)
    {
        Place = "guidance",
        UnitOf = (_, g) => g.IssuedBy,
    };

    public static FactKind<P.TaskConsultation, TaskConsultation> Consultation { get; } = new(
        Consultations, Consultations, "consultation", CoordinationMapping.Consultation, CoordinationMapping.ToProto, c => c.Id)
    {
        Place = "consultations",
        UnitOf = (_, c) => c.AskedBy,
    };

    public static FactKind<P.ConsultationReply, ConsultationReply> Reply { get; } = new(
        Replies, Replies, "reply", CoordinationMapping.Reply, CoordinationMapping.ToProto, r => r.Id)
    {
        Place = "replies",
        UnitOf = (facts, r) => facts.Find(Consultation!, r.ConsultationId)?.ConsultedId,
    };

    public static FactKind<P.SummaryClosing, SummaryClosing> Closing { get; } = new(
        Closings, Closings, "closing", CoordinationMapping.Closing, CoordinationMapping.ToProto, c => c.Id)
    {
        Place = "closings",
        UnitOf = (_, c) => c.ClosedBy,
    };

    /// <summary>The notices that were sent; urging alone enters them.</summary>
    public static FactList<P.UrgingNotice, UrgingNotice> Notice { get; } = new("urgingNotices", NoticeMapping.Stored);

    /// <summary>All that may be entered, as the contract numbers them.</summary>
    public static FactSet<P.ProgrammeFact> All { get; } = new(
        Programme, Role, Task, Plan, Event, Report, Question, Guidance, Consultation, Reply, Closing);

    private static string? AssignerOf(FactLookup facts, ProgrammeTask task) => task.AssignedBy ?? facts.Find(Programme, task.ProgrammeId)?.IssuerId;

    // What the lead reports is about the lead; what is decided about a task, about whoever assigned it.
    private static string? UnitOf(FactLookup facts, TaskEvent happened) => facts.Find(Task, happened.TaskId) is not ProgrammeTask task ? null
        : happened is TaskProgressed or TaskMilestoneReached or TaskCompleted ? LeadOf(facts, task, happened) ?? AssignerOf(facts, task)
        : AssignerOf(facts, task);

    private static string? LeadOf(FactLookup facts, ProgrammeTask task, TaskEvent happened) =>
        Task.Latest(facts.State, task.Id)?.Fact is not null
            ? facts.State.Programmes.Register.StatusOf(task.Id, happened.On)?.Lead.UnitId ?? task.LeadId
            : task.LeadId;
}
