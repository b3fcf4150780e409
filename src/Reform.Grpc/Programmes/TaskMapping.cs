using Reform.Domain.Programmes;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Programmes.V1;

namespace Reform.Grpc.Programmes;

/// <summary>Between tasks and their messages.</summary>
internal static class TaskMapping
{
    private const int MostUnits = 1000;
    private const int MostMilestones = 100;

    public static ProgrammeTask Task(string path, P.ProgrammeTask message) => new(
        ResourceName.In(ProgrammeKinds.Tasks, path + ".name", message.Name),
        ResourceName.In(ProgrammeKinds.Programmes, path + ".programme", message.Programme),
        RecordMapping.RequiredText(path + ".title", message.Title))
    {
        Participants = ProgrammeMapping.Items(path + ".participants", message.Participants, MostUnits, (at, p) => new TaskParticipant(
            ProgrammeMapping.Unit(at + ".unit", p.Unit), RecordMapping.Required<ParticipantRole>(at + ".role", p.Role))),
        Output = RecordMapping.Text(path + ".output", message.Output),
        DueOn = RequestFields.Date(path + ".due_on", message.DueOn),
        Milestones = ProgrammeMapping.Items(path + ".milestones", message.Milestones, MostMilestones, (at, m) => new TaskMilestone(
            RecordMapping.RequiredWord(at + ".milestone_id", m.MilestoneId),
            RecordMapping.RequiredText(at + ".text", m.Text),
            CivilTimes.RequiredDate(at + ".due_on", m.DueOn))),
        SourceClause = RecordMapping.Word(path + ".source_clause", message.SourceClause),
        Difficulty = Stated<TaskDifficulty>(path + ".difficulty", (int)message.Difficulty),
        GoalId = RecordMapping.Word(path + ".goal", message.Goal),
        AssignedOn = RequestFields.Date(path + ".assigned_on", message.AssignedOn),
        AssignedBy = ResourceName.InOptional(ResourceName.Units, path + ".assigned_by", message.AssignedBy),
        Function = RecordMapping.Word(path + ".function", message.Function),
        Territory = RecordMapping.Word(path + ".territory", message.Territory),
        IsIllustrative = message.Illustrative,
    };

    public static P.ProgrammeTask ToProto(ProgrammeTask task, string etag) => new()
    {
        Name = Name(task.Id),
        Etag = etag,
        Programme = ResourceName.Of(ProgrammeKinds.Programmes, task.ProgrammeId),
        Title = RecordMapping.ToProto(task.Title),
        Participants =
        {
            task.Participants.Select(p => new P.TaskParticipant { Unit = ProgrammeMapping.Unit(p.UnitId), Role = (P.ParticipantRole)((int)p.Role + 1) }),
        },
        Output = task.Output is BilingualText output ? RecordMapping.ToProto(output) : null,
        DueOn = RecordMapping.ToProto(task.DueOn),
        Milestones = { task.Milestones.Select(ToProto) },
        SourceClause = task.SourceClause ?? "",
        Difficulty = (P.TaskDifficulty)(int)task.Difficulty,
        Goal = task.GoalId ?? "",
        AssignedOn = RecordMapping.ToProto(task.AssignedOn),
        AssignedBy = ResourceName.OfOptional(ResourceName.Units, task.AssignedBy),
        Function = task.Function ?? "",
        Territory = task.Territory ?? "",
        Illustrative = task.IsIllustrative,
    };

    public static P.TaskMilestone ToProto(TaskMilestone milestone) => new()
    {
        MilestoneId = milestone.Id,
        Text = RecordMapping.ToProto(milestone.Text),
        DueOn = CivilTimes.ToProto(milestone.DueOn),
    };

    public static string Name(string id) => ResourceName.Of(ProgrammeKinds.Tasks, id);

    /// <summary>An enum of the contract that is numbered like that of the domain, whose 0 is that nothing is stated.</summary>
    public static TDomain Stated<TDomain>(string field, int number)
        where TDomain : struct, Enum => Enum.ToObject(typeof(TDomain), number) is TDomain known && Enum.IsDefined(known)
            ? known
            : throw Refusal.InvalidField(field, "không có giá trị này", "there is no such value");
}
