using Reform.Grpc.Organizations;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Organizations.V1;

namespace Reform.Grpc.Access;

/// <summary>Which units the calls of OrganizationService concern.</summary>
internal static class OrganizationAccess
{
    private static readonly string Service = OrganizationService.Descriptor.FullName;

    public static IEnumerable<AccessRule> Rules =>
    [
        Edit<CreateUnitRequest>("CreateUnit", (r, _) => Concern.Of(Unit("parent", r.Parent))),
        Edit<UpdateUnitRequest>("UpdateUnit", (r, _) => Concern.Of(Unit("unit.name", r.Unit?.Name))),
        Edit<CreatePositionRequest>("CreatePosition", (r, _) => Concern.Of(Unit("position.unit", r.Position?.Unit))),
        Edit<UpdatePositionRequest>("UpdatePosition", (r, s) => Concern.Of([Unit("position.unit", r.Position?.Unit), UnitOf(s, "position.name", r.Position?.Name)])),
        Edit<CreateAppointmentRequest>("CreateAppointment", (r, s) => Concern.Of(UnitOf(s, "appointment.position", r.Appointment?.Position))),
        Edit<UpdateAppointmentRequest>("UpdateAppointment", (r, s) =>
            Concern.Of([UnitOf(s, "appointment.position", r.Appointment?.Position), UnitOfAppointment(s, "appointment.name", r.Appointment?.Name)])),
        // What is entered in one go concerns units that may not exist yet, and corrects records of any.
        AccessRule.Always(Service, "RecordOrganizationFacts", AccessRole.OrganizationEditor, Concern.Everything),
        Read<GetUnitRequest>("GetUnit", (r, _) => Concern.Of(Unit("name", r.Name))),
        Read<ListUnitsRequest>("ListUnits", (r, _) => Concern.Of(Parent("parent", r.Parent))),
        Read<GetPositionRequest>("GetPosition", (r, s) => Concern.Of(UnitOf(s, "name", r.Name))),
        Read<ListPositionsRequest>("ListPositions", (r, _) => Concern.Of(Parent("parent", r.Parent))),
        Read<GetAppointmentRequest>("GetAppointment", (r, s) => Concern.Of(UnitOfAppointment(s, "name", r.Name))),
        Read<ListAppointmentsRequest>("ListAppointments", (r, _) => Concern.Of(Parent("parent", r.Parent))),
        Read<ListOrganizationRecordsRequest>("ListOrganizationRecords", (r, _) => Concern.Of(Parent("parent", r.Parent))),
        Read<GetUnitTreeRequest>("GetUnitTree", (r, _) => Concern.Of(Parent("root", r.Root))),
        AccessRule.Always(Service, "CompareUnitTrees", AccessRole.Reader, Concern.Everything),
        Read<LookupSuccessorsRequest>("LookupSuccessors", (r, _) => Concern.Of(Unit("unit", r.Unit))),
        Read<ListOrphansRequest>("ListOrphans", (r, _) => Concern.Of(r.Matters.Select((m, i) => Unit(RequestFields.At("matters", i) + ".unit", m.Unit)))),
        AccessRule.Always(Service, "ListSigningForms", AccessRole.Reader, Concern.Nobody),
        Read<ReviewSignatureRequest>("ReviewSignature", (r, s) => Concern.Of(UnitOf(s, "position", r.Position))),
        Read<CountVotesRequest>("CountVotes", (r, _) => Concern.Of(Unit("unit", r.Unit))),
        AccessRule.Always(Service, "ParseDocumentNumber", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Service, "FormatDocumentNumber", AccessRole.Reader, Concern.Nobody),
    ];

    private static AccessRule Edit<T>(string method, Func<T, RegisterState, Concern> concern)
        where T : class, Google.Protobuf.IMessage => AccessRule.For(Service, method, AccessRole.OrganizationEditor, concern);

    private static AccessRule Read<T>(string method, Func<T, RegisterState, Concern> concern)
        where T : class, Google.Protobuf.IMessage => AccessRule.For(Service, method, AccessRole.Reader, concern);

    private static string? Unit(string field, string? name) => string.IsNullOrEmpty(name) ? null : ResourceName.In(ResourceName.Units, field, name);

    private static string? Parent(string field, string name) => name == "units/-" ? null : Unit(field, name);

    // A position that the register does not have is nobody's, as is a unit that it does not have.
    private static string? UnitOf(RegisterState state, string field, string? name) => string.IsNullOrEmpty(name) ? null
        : ResourceName.In(ResourceName.Positions, field, name) is string id && state.Organization.FindPosition(id) is Domain.Organizations.Position position
            ? position.UnitId : Concern.NobodysUnit;

    private static string? UnitOfAppointment(RegisterState state, string field, string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        string first = OrganizationEdits.RecordOfAppointment(field, name);
        return StandingRecords.Of(state.Organization).Appointment(first)?.Fact is Domain.Organizations.Appointment held
            && state.Organization.FindPosition(held.PositionId) is Domain.Organizations.Position position
                ? position.UnitId : Concern.NobodysUnit;
    }
}
