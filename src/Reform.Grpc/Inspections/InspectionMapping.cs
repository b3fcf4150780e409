using Google.Protobuf.Collections;
using Reform.Domain.Inspections;
using Reform.Domain.Values;
using Reform.Grpc.Deadlines;
using Reform.Grpc.Procedures;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Inspections.V1;

namespace Reform.Grpc.Inspections;

/// <summary>Between plans, inspections, conclusions and their messages.</summary>
internal static class InspectionMapping
{
    private const int MostItems = 1000;

    public static InspectionPlan Plan(string path, P.InspectionPlan message) => new(
        ResourceName.In(InspectionKinds.Plans, path + ".name", message.Name),
        Unit(path + ".unit", message.Unit),
        RecordMapping.Period(path + ".period", message.Period),
        TermsMapping.Limit(path + ".conclude_within", message.ConcludeWithin),
        TermsMapping.Limit(path + ".commend_within", message.CommendWithin))
    {
        ApprovedOn = RequestFields.Date(path + ".approved_on", message.ApprovedOn),
        CoordinatorIds = Items(path + ".coordinators", message.Coordinators, Unit),
        Selections = Items(path + ".selections", message.Selections, Selection),
    };

    public static P.InspectionPlan ToProto(InspectionPlan plan, string etag) => new()
    {
        Name = ResourceName.Of(InspectionKinds.Plans, plan.Id),
        Etag = etag,
        Unit = Unit(plan.UnitId),
        Period = RecordMapping.ToProto(plan.Period),
        ConcludeWithin = ProcedureMapping.ToProto(plan.ConcludeWithin),
        CommendWithin = ProcedureMapping.ToProto(plan.CommendWithin),
        ApprovedOn = RecordMapping.ToProto(plan.ApprovedOn),
        Coordinators = { plan.CoordinatorIds.Select(Unit) },
        Selections = { plan.Selections.Select(ToProto) },
    };

    public static P.InspectionSelection ToProto(InspectionSelection selection) => new()
    {
        Unit = Unit(selection.UnitId),
        Reason = selection.Reason is SelectionReason reason ? (P.SelectionReason)((int)reason + 1) : P.SelectionReason.Unspecified,
        Note = selection.Note is BilingualText note ? RecordMapping.ToProto(note) : null,
        Seed = selection.Seed ?? "",
    };

    public static Inspection Inspection(string path, P.Inspection message) => new(
        ResourceName.In(InspectionKinds.Inspections, path + ".name", message.Name),
        ResourceName.In(InspectionKinds.Plans, path + ".plan", message.Plan),
        Unit(path + ".unit", message.Unit),
        CivilTimes.RequiredDate(path + ".began_on", message.BeganOn))
    {
        EndedOn = RequestFields.Date(path + ".ended_on", message.EndedOn),
        Inspectors = Items(path + ".inspectors", message.Inspectors, (at, i) => new Inspector(
            RecordMapping.RequiredWord(at + ".reference", i.Reference), ResourceName.InOptional(ResourceName.Units, at + ".unit", i.Unit))),
    };

    public static P.Inspection ToProto(Inspection inspection, string etag) => new()
    {
        Name = ResourceName.Of(InspectionKinds.Inspections, inspection.Id),
        Etag = etag,
        Plan = ResourceName.Of(InspectionKinds.Plans, inspection.PlanId),
        Unit = Unit(inspection.UnitId),
        BeganOn = CivilTimes.ToProto(inspection.BeganOn),
        EndedOn = RecordMapping.ToProto(inspection.EndedOn),
        Inspectors =
        {
            inspection.Inspectors.Select(i => new P.Inspector { Reference = i.Reference, Unit = ResourceName.OfOptional(ResourceName.Units, i.UnitId) }),
        },
    };

    public static InspectionConclusion Conclusion(string path, P.InspectionConclusion message) => new(
        ResourceName.In(InspectionKinds.Conclusions, path + ".name", message.Name),
        ResourceName.In(InspectionKinds.Inspections, path + ".inspection", message.Inspection),
        CivilTimes.RequiredDate(path + ".on", message.On),
        RecordMapping.Required<InspectionRating>(path + ".rating", message.Rating));

    public static P.InspectionConclusion ToProto(InspectionConclusion conclusion, string etag) => new()
    {
        Name = ResourceName.Of(InspectionKinds.Conclusions, conclusion.Id),
        Etag = etag,
        Inspection = ResourceName.Of(InspectionKinds.Inspections, conclusion.InspectionId),
        On = CivilTimes.ToProto(conclusion.On),
        Rating = (P.InspectionRating)((int)conclusion.Rating + 1),
    };

    public static string Unit(string field, string name) => ResourceName.In(ResourceName.Units, field, name);

    public static string Unit(string id) => ResourceName.Of(ResourceName.Units, id);

    private static InspectionSelection Selection(string path, P.InspectionSelection message) =>
        new(Unit(path + ".unit", message.Unit), RecordMapping.Optional<SelectionReason>(path + ".reason", message.Reason))
        {
            Note = RecordMapping.Text(path + ".note", message.Note),
            Seed = RecordMapping.Word(path + ".seed", message.Seed),
        };

    private static ValueList<TItem> Items<TMessage, TItem>(string path, RepeatedField<TMessage> items, Func<string, TMessage, TItem> read)
    {
        RequestFields.AtMost(path, items.Count, MostItems);
        return items.Select((m, i) => read(RequestFields.At(path, i), m)).ToValueList();
    }
}
