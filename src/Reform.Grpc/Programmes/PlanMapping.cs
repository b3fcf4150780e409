using Reform.Domain.Programmes;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Programmes.V1;

namespace Reform.Grpc.Programmes;

/// <summary>Between plans and reports of units and their messages.</summary>
internal static class PlanMapping
{
    private const int MostItems = 1000;

    public static UnitPlan Plan(string path, P.UnitPlan message) => new(
        ResourceName.In(ProgrammeKinds.Plans, path + ".name", message.Name),
        ResourceName.In(ProgrammeKinds.Programmes, path + ".programme", message.Programme),
        ProgrammeMapping.Unit(path + ".unit", message.Unit),
        CivilTimes.RequiredDate(path + ".issued_on", message.IssuedOn),
        ProgrammeMapping.Items(path + ".items", message.Items, MostItems, Item))
    {
        Number = RecordMapping.Word(path + ".number", message.Number),
    };

    public static P.UnitPlan ToProto(UnitPlan plan, string etag) => new()
    {
        Name = ResourceName.Of(ProgrammeKinds.Plans, plan.Id),
        Etag = etag,
        Programme = ResourceName.Of(ProgrammeKinds.Programmes, plan.ProgrammeId),
        Unit = ProgrammeMapping.Unit(plan.UnitId),
        IssuedOn = CivilTimes.ToProto(plan.IssuedOn),
        Number = plan.Number ?? "",
        Items = { plan.Items.Select(ToProto) },
    };

    public static P.PlanItem ToProto(PlanItem item) => new()
    {
        ItemId = item.Id,
        Activity = RecordMapping.ToProto(item.Activity),
        Task = ResourceName.OfOptional(ProgrammeKinds.Tasks, item.TaskId),
        Output = item.Output is BilingualText output ? RecordMapping.ToProto(output) : null,
        DueOn = RecordMapping.ToProto(item.DueOn),
        Responsible = item.ResponsibleId ?? "",
    };

    public static ProgrammeReport Report(string path, P.ProgrammeReport message) => new(
        ResourceName.In(ProgrammeKinds.Reports, path + ".name", message.Name),
        ResourceName.In(ProgrammeKinds.Programmes, path + ".programme", message.Programme),
        RecordMapping.RequiredWord(path + ".duty", message.Duty),
        ProgrammeMapping.Unit(path + ".unit", message.Unit),
        CivilTimes.RequiredDate(path + ".period_from", message.PeriodFrom),
        CivilTimes.RequiredDate(path + ".submitted_on", message.SubmittedOn))
    {
        Number = RecordMapping.Word(path + ".number", message.Number),
    };

    public static P.ProgrammeReport ToProto(ProgrammeReport report, string etag) => new()
    {
        Name = ResourceName.Of(ProgrammeKinds.Reports, report.Id),
        Etag = etag,
        Programme = ResourceName.Of(ProgrammeKinds.Programmes, report.ProgrammeId),
        Duty = report.DutyId,
        Unit = ProgrammeMapping.Unit(report.UnitId),
        PeriodFrom = CivilTimes.ToProto(report.PeriodFrom),
        SubmittedOn = CivilTimes.ToProto(report.SubmittedOn),
        Number = report.Number ?? "",
    };

    private static PlanItem Item(string path, P.PlanItem message) => new(
        RecordMapping.RequiredWord(path + ".item_id", message.ItemId), RecordMapping.RequiredText(path + ".activity", message.Activity))
    {
        TaskId = ResourceName.InOptional(ProgrammeKinds.Tasks, path + ".task", message.Task),
        Output = RecordMapping.Text(path + ".output", message.Output),
        DueOn = RequestFields.Date(path + ".due_on", message.DueOn),
        ResponsibleId = message.Responsible.Length == 0 ? null : ResourceName.Identifier(path + ".responsible", message.Responsible),
    };
}
