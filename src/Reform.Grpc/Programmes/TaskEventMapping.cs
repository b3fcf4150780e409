using NodaTime;
using Reform.Domain.Programmes;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Programmes.V1;

namespace Reform.Grpc.Programmes;

/// <summary>Between what happens to tasks and its messages.</summary>
internal static class TaskEventMapping
{
    private const int MostEvidence = 100;

    public static TaskEvent Event(string path, P.TaskEvent message)
    {
        string id = ResourceName.In(ProgrammeKinds.Events, path + ".name", message.Name);
        string task = ResourceName.In(ProgrammeKinds.Tasks, path + ".task", message.Task);
        LocalDate on = CivilTimes.RequiredDate(path + ".on", message.On);
        return message.HappenedCase switch
        {
            P.TaskEvent.HappenedOneofCase.Progressed => new TaskProgressed(id, task, on, message.Progressed.Percent),
            P.TaskEvent.HappenedOneofCase.MilestoneReached => new TaskMilestoneReached(
                id, task, on, RecordMapping.RequiredWord(path + ".milestone_reached.milestone", message.MilestoneReached.Milestone)),
            P.TaskEvent.HappenedOneofCase.Redated => new TaskRedated(
                id, task, on, CivilTimes.RequiredDate(path + ".redated.due_on", message.Redated.DueOn),
                RecordMapping.RequiredText(path + ".redated.reason", message.Redated.Reason)),
            P.TaskEvent.HappenedOneofCase.Completed => new TaskCompleted(
                id, task, on, ProgrammeMapping.Items(path + ".completed.evidence", message.Completed.Evidence, MostEvidence, RecordMapping.RequiredWord)),
            P.TaskEvent.HappenedOneofCase.Confirmed => new TaskConfirmed(id, task, on, ProgrammeMapping.Unit(path + ".confirmed.by", message.Confirmed.By)),
            P.TaskEvent.HappenedOneofCase.Returned => new TaskReturned(id, task, on, RecordMapping.RequiredText(path + ".returned.reason", message.Returned.Reason)),
            P.TaskEvent.HappenedOneofCase.CarriedOver => new TaskCarriedOver(
                id, task, on, RecordMapping.RequiredWord(path + ".carried_over.decision", message.CarriedOver.Decision),
                RequestFields.Date(path + ".carried_over.due_on", message.CarriedOver.DueOn)),
            P.TaskEvent.HappenedOneofCase.TakenOver => new TaskTakenOver(
                id, task, on, ProgrammeMapping.Unit(path + ".taken_over.unit", message.TakenOver.Unit),
                RecordMapping.Word(path + ".taken_over.decision", message.TakenOver.Decision)),
            _ => throw Refusal.RequiredField(path + ".happened"),
        };
    }

    public static P.TaskEvent ToProto(TaskEvent happened, string etag)
    {
        var message = new P.TaskEvent
        {
            Name = ResourceName.Of(ProgrammeKinds.Events, happened.Id),
            Etag = etag,
            Task = TaskMapping.Name(happened.TaskId),
            On = CivilTimes.ToProto(happened.On),
        };
        switch (happened)
        {
            case TaskProgressed e:
                message.Progressed = new P.TaskProgressed { Percent = e.Percent };
                break;
            case TaskMilestoneReached e:
                message.MilestoneReached = new P.TaskMilestoneReached { Milestone = e.MilestoneId };
                break;
            case TaskRedated e:
                message.Redated = new P.TaskRedated { DueOn = CivilTimes.ToProto(e.NewDueOn), Reason = RecordMapping.ToProto(e.Reason) };
                break;
            case TaskCompleted e:
                message.Completed = new P.TaskCompleted { Evidence = { e.Evidence } };
                break;
            case TaskConfirmed e:
                message.Confirmed = new P.TaskConfirmed { By = ProgrammeMapping.Unit(e.ByUnitId) };
                break;
            case TaskReturned e:
                message.Returned = new P.TaskReturned { Reason = RecordMapping.ToProto(e.Reason) };
                break;
            case TaskCarriedOver e:
                message.CarriedOver = new P.TaskCarriedOver { Decision = e.Decision, DueOn = RecordMapping.ToProto(e.NewDueOn) };
                break;
            case TaskTakenOver e:
                message.TakenOver = new P.TaskTakenOver { Unit = ProgrammeMapping.Unit(e.UnitId), Decision = e.Decision ?? "" };
                break;
            default:
                throw new InvalidOperationException("No message has such an event.");
        }

        return message;
    }
}
