using Reform.Domain.Programmes;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Programmes.V1;

namespace Reform.Grpc.Programmes;

/// <summary>From how programmes and tasks stand to its messages.</summary>
internal static class StatusMapping
{
    public static P.TaskStatus ToProto(ProgrammeTaskStatus status, string etag) => new()
    {
        Task = TaskMapping.ToProto(status.Task, etag),
        Progress = (P.TaskProgress)((int)status.Progress + 1),
        Percent = status.Percent,
        Timeliness = (P.TaskTimeliness)((int)status.Timeliness + 1),
        AssignedOn = CivilTimes.ToProto(status.AssignedOn),
        DueOn = RecordMapping.ToProto(status.DueOn),
        DueSince = CivilTimes.ToProto(status.DueSince),
        LeadState = (P.LeadState)((int)status.Lead.State + 1),
        Lead = ResourceName.OfOptional(ResourceName.Units, status.Lead.UnitId),
        AssignedTo = ResourceName.OfOptional(ResourceName.Units, status.Lead.AssignedTo),
        CompletedOn = RecordMapping.ToProto(status.CompletedOn),
        Evidence = { status.Evidence },
        ConfirmedOn = RecordMapping.ToProto(status.ConfirmedOn),
        Redatings =
        {
            status.Redatings.Select(r => new P.TaskRedating
            {
                On = CivilTimes.ToProto(r.On),
                From = RecordMapping.ToProto(r.From),
                To = CivilTimes.ToProto(r.To),
                Delay = r.IsDelay,
                AfterExpiry = r.IsAfterExpiry,
            }),
        },
        Milestones =
        {
            status.Milestones.Select(m => new P.MilestoneStatus
            {
                Milestone = TaskMapping.ToProto(m.Milestone),
                State = (P.DutyState)((int)m.State + 1),
                ReachedOn = RecordMapping.ToProto(m.ReachedOn),
            }),
        },
        CarriedOverOn = RecordMapping.ToProto(status.CarriedOverOn),
    };

    /// <summary>A question, with the etag of each record.</summary>
    public static P.QuestionStatus ToProto(GuidanceQuestionStatus status, Func<IFactKind, string, string> etagOf) => new()
    {
        Question = CoordinationMapping.ToProto(status.Question, etagOf(ProgrammeKinds.Question, status.Question.Id)),
        State = (P.DutyState)((int)status.State + 1),
        AnsweringUnit = ResourceName.OfOptional(ResourceName.Units, status.AnsweringUnitId),
        DueOn = RecordMapping.ToProto(status.DueOn),
        Answer = status.Answer is Guidance answer ? CoordinationMapping.ToProto(answer, etagOf(ProgrammeKinds.Guidance, answer.Id)) : null,
    };

    /// <summary>A consultation, with the etag of each record.</summary>
    public static P.ConsultationStatus ToProto(ConsultationStatus status, Func<IFactKind, string, string> etagOf, Language language)
    {
        var message = new P.ConsultationStatus
        {
            Consultation = CoordinationMapping.ToProto(status.Consultation, etagOf(ProgrammeKinds.Consultation, status.Consultation.Id)),
            State = (P.DutyState)((int)status.State + 1),
            Outcome = (P.ConsultationOutcome)((int)status.Outcome + 1),
            DueOn = RecordMapping.ToProto(status.DueOn),
            Reply = status.Reply is ConsultationReply reply ? CoordinationMapping.ToProto(reply, etagOf(ProgrammeKinds.Reply, reply.Id)) : null,
            ChargedUnit = ResourceName.OfOptional(ResourceName.Units, status.ChargedId),
            Reason = ReasonMapping.ToProto(status.Reason, language),
        };
        if (status.LateWorkingDays is int late)
        {
            message.LateWorkingDays = late;
        }

        return message;
    }

    public static P.TaskTally ToProto(TaskTally tally) => new()
    {
        Total = tally.Total,
        NotStartedWithoutDue = tally.NotStartedWithoutDue,
        NotStartedInTime = tally.NotStartedInTime,
        NotStartedOverdue = tally.NotStartedOverdue,
        InProgressWithoutDue = tally.InProgressWithoutDue,
        InProgressInTime = tally.InProgressInTime,
        InProgressOverdue = tally.InProgressOverdue,
        DoneWithoutDue = tally.DoneWithoutDue,
        DoneInTime = tally.DoneInTime,
        DoneLate = tally.DoneLate,
    };

    public static P.SummaryRow ToProto(SummaryRow row) => new()
    {
        Unit = ResourceName.OfOptional(ResourceName.Units, row.UnitId),
        Group = row.GroupCode ?? "",
        Tally = ToProto(row.Tally),
        AssignedInPeriod = row.AssignedInPeriod,
        DoneInPeriod = row.DoneInPeriod,
        Redated = row.Redated,
        Orphaned = row.Orphaned,
        CarriedOver = row.CarriedOver,
    };

    public static P.PlanCell ToProto(PlanCell cell) => new()
    {
        Task = TaskMapping.Name(cell.TaskId),
        Unit = ProgrammeMapping.Unit(cell.UnitId),
        Role = cell.Role is ParticipantRole role ? (P.ParticipantRole)((int)role + 1) : P.ParticipantRole.Unspecified,
        State = (P.PlanCellState)((int)cell.State + 1),
        Item = cell.Item is PlanItem item ? PlanMapping.ToProto(item) : null,
    };
}
