using Reform.Grpc.Inspections;
using Reform.Grpc.Pilots;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Inspections.V1;
using Reform.Pilots.V1;

namespace Reform.Grpc.Access;

/// <summary>
/// What is entered about inspections concerns the unit that it is about, of a plan the one that leads it; of a pilot the unit that proposes it. So who
/// inspects holds the role for all whom it inspects. Good practices are for everybody to read.
/// </summary>
internal static class InspectionAccess
{
    private static readonly string Inspections = InspectionService.Descriptor.FullName;
    private static readonly string Pilots = PilotService.Descriptor.FullName;

    public static IEnumerable<AccessRule> Rules =>
    [
        AccessRule.For<EnterInspectionFactsRequest>(Inspections, "EnterInspectionFacts", AccessRole.InspectionEditor, (r, s) =>
            Concern.Of(InspectionKinds.All.UnitsOf(s, [.. InspectionServiceV1.Entries(r)]))),
        AccessRule.For<GetInspectionFactRequest>(Inspections, "GetInspectionFact", AccessRole.Reader, (r, s) => Named(InspectionKinds.All, s, r.Name)),
        AccessRule.For<ListInspectionFactsRequest>(Inspections, "ListInspectionFacts", AccessRole.Reader, (r, _) => Concern.Of(FactLists.UnitOf(r.Parent))),
        AccessRule.For<ListInspectionRecordsRequest>(Inspections, "ListInspectionRecords", AccessRole.Reader, (r, _) => Concern.Of(FactLists.UnitOf(r.Parent))),
        AccessRule.For<ProposeSelectionRequest>(Inspections, "ProposeSelection", AccessRole.Reader, (r, _) =>
            Concern.Of(r.Candidates.Select((c, i) => Unit(RequestFields.At("candidates", i) + ".unit", c.Unit)))),
        AccessRule.Always(Inspections, "DrawUnits", AccessRole.Reader, Concern.Nobody),
        AccessRule.For<ListOpenShortcomingsRequest>(Inspections, "ListOpenShortcomings", AccessRole.Reader, (r, _) => Concern.Of(FactLists.UnitOf(r.Parent))),
        AccessRule.Always(Inspections, "ListPracticesToCopy", AccessRole.Reader, Concern.Nobody),
        AccessRule.For<EvaluateInspectionsRequest>(Inspections, "EvaluateInspections", AccessRole.Reader, (r, _) => FactLists.UnitOf(r.Parent) is string unit
            ? Concern.Of(InspectionQuestion.Of(r).Units.Append(unit))
            : Concern.Everything),

        AccessRule.For<EnterPilotFactsRequest>(Pilots, "EnterPilotFacts", AccessRole.PilotEditor, (r, s) =>
            Concern.Of(PilotKinds.All.UnitsOf(s, [.. PilotServiceV1.Entries(r)]))),
        AccessRule.For<GetPilotFactRequest>(Pilots, "GetPilotFact", AccessRole.Reader, (r, s) => Named(PilotKinds.All, s, r.Name)),
        AccessRule.For<ListPilotFactsRequest>(Pilots, "ListPilotFacts", AccessRole.Reader, (r, _) => Concern.Of(FactLists.UnitOf(r.Parent))),
        AccessRule.For<ListPilotRecordsRequest>(Pilots, "ListPilotRecords", AccessRole.Reader, (r, _) => Concern.Of(FactLists.UnitOf(r.Parent))),
        AccessRule.For<GetPilotRequest>(Pilots, "GetPilot", AccessRole.Reader, (r, s) => Pilot(s, r.Name)),
        AccessRule.For<ListPilotsRequest>(Pilots, "ListPilots", AccessRole.Reader, (r, _) => Concern.Of(FactLists.UnitOf(r.Parent))),
        AccessRule.For<CheckPermissionRequest>(Pilots, "CheckPermission", AccessRole.Reader, (r, _) => Concern.Of(Unit("unit", r.Unit))),
        AccessRule.For<EvaluatePilotsRequest>(Pilots, "EvaluatePilots", AccessRole.Reader, (r, _) => Concern.Of(FactLists.UnitOf(r.Parent))),
    ];

    private static string Unit(string field, string name) => ResourceName.In(ResourceName.Units, field, name);

    private static Concern Named<TFact>(FactSet<TFact> set, RegisterState state, string name)
        where TFact : class, Google.Protobuf.IMessage<TFact>, new()
    {
        (IFactKind kind, string id) = set.Named("name", name);
        return Concern.Of(kind.UnitOfLatest(state, id) ?? Concern.NobodysUnit);
    }

    // A pilot is read by the unit that proposes it and by those in its scope.
    private static Concern Pilot(RegisterState state, string name) =>
        PilotKinds.Proposal.Latest(state, ResourceName.In(PilotKinds.Pilots, "name", name))?.Fact is { } proposal
            ? Concern.AnyOf([proposal.UnitId, .. proposal.Scope.UnitIds])
            : Concern.Of(Concern.NobodysUnit);
}
