using Reform.Calendars.V1;
using Reform.Cases.V1;
using Reform.Deadlines.V1;

namespace Reform.Grpc.Access;

/// <summary>The one table of who may call what. What is not in it nobody may call.</summary>
internal static class AccessTable
{
    private static readonly string Calendars = CalendarService.Descriptor.FullName;
    private static readonly string Deadlines = DeadlineService.Descriptor.FullName;
    private static readonly string CaseLogs = CaseLogService.Descriptor.FullName;

    private static readonly Dictionary<string, AccessRule> Rules = All().ToDictionary(r => r.Method, StringComparer.Ordinal);

    public static IEnumerable<string> Methods => Rules.Keys;

    public static AccessRule? Find(string method) => Rules.GetValueOrDefault(method);

    private static IEnumerable<AccessRule> All() =>
    [
        // Monitors and tools ask these before they can say who they are.
        AccessRule.Open("/grpc.health.v1.Health/Check"),
        AccessRule.Open("/grpc.health.v1.Health/Watch"),
        AccessRule.Always("grpc.reflection.v1alpha.ServerReflection", "ServerReflectionInfo", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always("grpc.reflection.v1.ServerReflection", "ServerReflectionInfo", AccessRole.Reader, Concern.Nobody),

        // Reference data, and questions that bring everything along.
        AccessRule.Always(Calendars, "ListCalendars", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Calendars, "GetCalendar", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Calendars, "ListDays", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Calendars, "ExplainDay", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Calendars, "ConvertSolarToLunar", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Calendars, "ConvertLunarToSolar", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Calendars, "ExportCalendar", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Deadlines, "ComputeDeadline", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Deadlines, "BatchComputeDeadlines", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Deadlines, "StreamDeadlines", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Deadlines, "ExplainDeadline", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Deadlines, "RecomputeDeadline", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Deadlines, "CompareDeadlines", AccessRole.Reader, Concern.Nobody),

        // A log has the cases of many units; it is not told apart by them.
        AccessRule.Always(CaseLogs, "ImportCaseLog", AccessRole.CaseEditor, Concern.Everything),
        AccessRule.Always(CaseLogs, "GetImport", AccessRole.CaseEditor, Concern.Everything),
        AccessRule.Always(CaseLogs, "DeleteCaseLog", AccessRole.CaseEditor, Concern.Everything),
        AccessRule.Always(CaseLogs, "GetCaseLog", AccessRole.Reader, Concern.Everything),
        AccessRule.Always(CaseLogs, "ListCaseLogs", AccessRole.Reader, Concern.Everything),
        AccessRule.Always(CaseLogs, "GetCase", AccessRole.Reader, Concern.Everything),
        AccessRule.Always(CaseLogs, "ListCases", AccessRole.Reader, Concern.Everything),

        .. OrganizationAccess.Rules,
        .. DelegationAccess.Rules,
        .. CaseFileAccess.Rules,
        .. ProcedureAccess.Rules,
        .. ComplianceAccess.Rules,
        .. InspectionAccess.Rules,
        .. ScoringAccess.Rules,
        .. ProgrammeAccess.Rules,
    ];
}
