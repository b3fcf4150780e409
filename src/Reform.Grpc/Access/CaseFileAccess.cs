using Reform.Casefiles.V1;
using Reform.Grpc.CaseFiles;
using Reform.Grpc.Rpc;

namespace Reform.Grpc.Access;

/// <summary>Which units the calls of CaseService concern: a case belongs to the unit that received it and to the one that holds it.</summary>
internal static class CaseFileAccess
{
    private static readonly string Service = CaseService.Descriptor.FullName;

    public static IEnumerable<AccessRule> Rules =>
    [
        AccessRule.For<CreateCaseRequest>(Service, "CreateCase", AccessRole.CaseEditor, (r, _) => Unit(r.Receipt?.Received?.Unit)),
        AccessRule.ForCase<AppendCaseEventsRequest>(Service, "AppendCaseEvents", AccessRole.CaseEditor, r => Case("name", r.Name)),
        AccessRule.For<ImportCasesRequest>(Service, "ImportCases", AccessRole.CaseEditor, (r, _) => Imported(r)),
        AccessRule.ForCase<GetCaseRequest>(Service, "GetCase", AccessRole.Reader, r => Case("name", r.Name)),
        AccessRule.ForCase<ListCaseRecordsRequest>(Service, "ListCaseRecords", AccessRole.Reader, r => Case("parent", r.Parent)),
        AccessRule.For<ListCasesRequest>(Service, "ListCases", AccessRole.Reader, (r, _) => Parent("parent", r.Parent)),
        AccessRule.For<ExportCasesRequest>(Service, "ExportCases", AccessRole.Reader, (r, _) => Parent("parent", r.Parent), r => r.WithSecret ? AccessRole.SecretReader : null),
        // Who knows the receipt code may look it up and answer, through whoever lets the public in.
        AccessRule.Always(Service, "LookUpCase", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Service, "AnswerSatisfaction", AccessRole.Reader, Concern.Nobody),
        AccessRule.For<ListDeskRequest>(Service, "ListDesk", AccessRole.Reader, (r, _) => Parent("unit", r.Unit)),
        AccessRule.For<SimulateCasesRequest>(Service, "SimulateCases", AccessRole.Reader, (r, _) => Parent("parent", r.Parent)),
        AccessRule.For<GetIndicatorsRequest>(Service, "GetIndicators", AccessRole.Reader, (r, _) => Parent("parent", r.Parent)),
        // Two numbers, which say nothing of any case.
        AccessRule.Always(Service, "GetFactsProgress", AccessRole.Reader, Concern.Nobody),
    ];

    private static Concern Unit(string? unitId) => string.IsNullOrEmpty(unitId) ? Concern.Of(Concern.NobodysUnit) : Concern.Of(unitId);

    // Every unit that ever was said to have received it: a correction may move the case to another one.
    private static Concern Imported(ImportCasesRequest request)
    {
        string[] units = [.. request.Events.Concat(request.Records.Select(r => r.Event)).Select(e => e?.Received?.Unit).OfType<string>().Distinct()];
        return units.Length == 0 || units.Any(string.IsNullOrEmpty) ? Concern.Of(Concern.NobodysUnit) : Concern.Of(units);
    }

    private static Concern Parent(string field, string name) =>
        name == "units/-" ? Concern.Everything : Concern.Of(ResourceName.In(ResourceName.Units, field, name));

    private static string Case(string field, string name) => ResourceName.In(CaseFileMapping.Collection, field, name);
}
