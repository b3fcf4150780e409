using Reform.Domain.Programmes;
using Reform.Grpc.Programmes;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Programmes.V1;
using Programme = Reform.Domain.Programmes.Programme;

namespace Reform.Grpc.Access;

/// <summary>
/// A programme is read by whoever reads for its issuer, for a unit with a part in it, or for one that it binds. What is entered concerns the unit that
/// it is of: the issuer assigns and decides, the lead reports, the coordinator urges and closes summaries.
/// </summary>
internal static class ProgrammeAccess
{
    private static readonly string Service = ProgrammeService.Descriptor.FullName;

    public static IEnumerable<AccessRule> Rules =>
    [
        AccessRule.For<EnterProgrammeFactsRequest>(Service, "EnterProgrammeFacts", AccessRole.ProgrammeEditor, (r, s) =>
            Concern.Of(ProgrammeKinds.All.UnitsOf(s, [.. ProgrammeServiceV1.Entries(r)]))),
        AccessRule.For<UrgeTasksRequest>(Service, "UrgeTasks", AccessRole.ProgrammeEditor, (r, _) => Concern.Of(ProgrammeMapping.Unit("unit", r.Unit))),
        AccessRule.For<GetProgrammeFactRequest>(Service, "GetProgrammeFact", AccessRole.Reader, (r, s) => Fact(s, r.Name)),
        AccessRule.For<ListProgrammeFactsRequest>(Service, "ListProgrammeFacts", AccessRole.Reader, (r, _) => Concern.Of(FactLists.UnitOf(r.Parent))),
        AccessRule.For<ListProgrammeRecordsRequest>(Service, "ListProgrammeRecords", AccessRole.Reader, (r, _) => Concern.Of(FactLists.UnitOf(r.Parent))),
        AccessRule.For<GetProgrammeRequest>(Service, "GetProgramme", AccessRole.Reader, (r, s) => Whole(s, r.Name)),
        AccessRule.For<GetTaskMatrixRequest>(Service, "GetTaskMatrix", AccessRole.Reader, (r, s) => Whole(s, r.Name)),
        AccessRule.For<ListTaskStatusesRequest>(Service, "ListTaskStatuses", AccessRole.Reader, (r, s) => Part(s, r.Name, r.Parent)),
        AccessRule.For<GetCoverageRequest>(Service, "GetCoverage", AccessRole.Reader, (r, s) => Whole(s, r.Name)),
        AccessRule.For<ListPlanCellsRequest>(Service, "ListPlanCells", AccessRole.Reader, (r, s) => Part(s, r.Name, r.Parent)),
        AccessRule.For<ListQuestionStatusesRequest>(Service, "ListQuestionStatuses", AccessRole.Reader, (r, s) => Part(s, r.Name, r.Parent)),
        AccessRule.For<ListConsultationStatusesRequest>(Service, "ListConsultationStatuses", AccessRole.Reader, (r, s) => Part(s, r.Name, r.Parent)),
        AccessRule.For<GetTaskLatenessRequest>(Service, "GetTaskLateness", AccessRole.Reader, (r, s) =>
            Fact(s, ResourceName.Of(ProgrammeKinds.Tasks, ResourceName.In(ProgrammeKinds.Tasks, "name", r.Name)))),
        AccessRule.For<GetTargetGapsRequest>(Service, "GetTargetGaps", AccessRole.Reader, (r, s) => Whole(s, r.Name)),
        AccessRule.For<ListUnitChangesRequest>(Service, "ListUnitChanges", AccessRole.Reader, (r, s) => Part(s, r.Name, r.Parent)),
        AccessRule.For<GetSummaryRequest>(Service, "GetSummary", AccessRole.Reader, (r, s) => Whole(s, r.Name)),
        AccessRule.For<GetStarterKitRequest>(Service, "GetStarterKit", AccessRole.Reader, (r, s) => Part(s, r.Name, r.Unit)),
        AccessRule.Always(Service, "GetReferenceProgramme", AccessRole.Reader, Concern.Nobody),
        AccessRule.For<EvaluateProgrammeRequest>(Service, "EvaluateProgramme", AccessRole.Reader, (r, s) => Part(s, r.Name, r.Parent)),
        AccessRule.For<ListNoticesRequest>(Service, "ListNotices", AccessRole.Reader, (r, s) => Part(s, r.Name, r.Parent)),
        AccessRule.For<WatchNoticesRequest>(Service, "WatchNotices", AccessRole.Reader, (r, s) => Part(s, r.Name, r.Parent)),
    ];

    // Programmes, roles and tasks are for all whom the programme binds; what a unit plans, reports and asks is the unit's.
    private static Concern Fact(RegisterState state, string name)
    {
        (IFactKind kind, string id) = ProgrammeKinds.All.Named("name", name);
        string? programme = kind.LatestOf(state, id)?.Message switch
        {
            Reform.Programmes.V1.Programme => id,
            Reform.Programmes.V1.ProgrammeRole role => ResourceName.In(ProgrammeKinds.Programmes, "name", role.Programme),
            Reform.Programmes.V1.ProgrammeTask task => ResourceName.In(ProgrammeKinds.Programmes, "name", task.Programme),
            _ => null,
        };
        return programme is not null ? Concern.AnyOf(UnitsOf(state, programme)) : Concern.Of(kind.UnitOfLatest(state, id) ?? Concern.NobodysUnit);
    }

    private static Concern Whole(RegisterState state, string name) =>
        AskedProgramme.IsReference(name) ? Concern.Nobody : Concern.AnyOf(UnitsOf(state, ProgrammeOf(state, name)));

    // A part of it is read for the unit of that part too.
    private static Concern Part(RegisterState state, string name, string unit) =>
        AskedProgramme.IsReference(name) ? Concern.Nobody
        : FactLists.UnitOf(unit) is string of ? Concern.AnyOf(UnitsOf(state, ProgrammeOf(state, name)).Append(of))
        : Whole(state, name);

    private static string ProgrammeOf(RegisterState state, string name) => name.StartsWith(ProgrammeKinds.Closings + "/", StringComparison.Ordinal)
        ? ProgrammeKinds.Closing.Latest(state, ResourceName.In(ProgrammeKinds.Closings, "name", name))?.Fact?.ProgrammeId ?? ""
        : ResourceName.In(ProgrammeKinds.Programmes, "name", name);

    // Who has a part in a programme, had one, or will; of one that there is not, nobody.
    private static IEnumerable<string> UnitsOf(RegisterState state, string programmeId)
    {
        ProgrammeRegister register = state.Programmes.Register;
        return register.Find(programmeId) is not Programme programme ? [Concern.NobodysUnit]
            : register.Roles.Where(r => r.ProgrammeId == programmeId && r.Kind != Domain.Programmes.ProgrammeRoleKind.DirectLead).Select(r => r.HolderId)
                .Concat(programme.Subjects.Select(u => u.UnitId)).Prepend(programme.IssuerId);
    }
}
