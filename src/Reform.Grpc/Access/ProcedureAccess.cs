using Reform.Procedures.V1;

namespace Reform.Grpc.Access;

/// <summary>Procedures are public; who publishes them does so for everybody.</summary>
internal static class ProcedureAccess
{
    private static readonly string Service = ProcedureService.Descriptor.FullName;

    public static IEnumerable<AccessRule> Rules =>
    [
        AccessRule.Always(Service, "GetProcedure", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Service, "ListProcedures", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Service, "ListProcedureVersions", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Service, "CompareProcedureVersions", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Service, "CompareUnitVariants", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Service, "ReviewProcedure", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Service, "ListInterpretations", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Service, "ValidateProcedure", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Service, "PublishProcedure", AccessRole.ProcedureEditor, Concern.Everything),
    ];
}
