using Reform.Compliance.V1;
using Reform.Grpc.CaseFiles;
using Reform.Grpc.Compliance;
using Reform.Grpc.Rpc;

namespace Reform.Grpc.Access;

/// <summary>Which units the calls of ComplianceService concern: a finding is its case's, a waiver its issuer's. A log is not told apart by units.</summary>
internal static class ComplianceAccess
{
    private static readonly string Service = ComplianceService.Descriptor.FullName;
    private static readonly string DataRules = DataRuleService.Descriptor.FullName;

    public static IEnumerable<AccessRule> Rules =>
    [
        AccessRule.Always(Service, "EvaluateCaseLog", AccessRole.Reader, Concern.Everything),
        AccessRule.Always(Service, "ExplainCase", AccessRole.Reader, Concern.Everything),
        AccessRule.Always(Service, "ListRules", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Service, "GetRule", AccessRole.Reader, Concern.Nobody),
        AccessRule.ForCase<EvaluateCaseRequest>(Service, "EvaluateCase", AccessRole.Reader, r => Case("name", r.Name)),
        // A question of a stream that names no case is answered with its error; it tells nobody anything.
        AccessRule.Looked<StreamEvaluateCasesRequest>(Service, "StreamEvaluateCases", AccessRole.Reader, async (r, units, cancellation) =>
            IdOf(CaseFileMapping.Collection, r.Question?.Name) is string id ? await units.Of(id, cancellation) : Concern.Nobody),
        AccessRule.ForCase<ExplainFindingRequest>(Service, "ExplainFinding", AccessRole.Reader, r => Case("case", r.Case)),
        AccessRule.For<EvaluateCasesRequest>(Service, "EvaluateCases", AccessRole.ComplianceEditor, (r, _) => Parent(r.Parent)),
        AccessRule.For<CompareEvaluationsRequest>(Service, "CompareEvaluations", AccessRole.Reader, (r, _) => Parent(r.Parent)),
        AccessRule.For<ListFindingsRequest>(Service, "ListFindings", AccessRole.Reader, (r, _) => Parent(r.Parent)),
        AccessRule.Looked<GetFindingRequest>(Service, "GetFinding", AccessRole.Reader, (r, units, cancellation) =>
            units.OfFinding(ResourceName.In(FindingMapping.Collection, "name", r.Name), cancellation)),
        AccessRule.For<WatchFindingsRequest>(Service, "WatchFindings", AccessRole.Reader, (r, _) => Parent(r.Parent)),
        // Who issues it has the role for the issuer, and for the case too: nobody waives what concerns others.
        AccessRule.Looked<CreateWaiverRequest>(Service, "CreateWaiver", AccessRole.ComplianceEditor, async (r, units, cancellation) => Concern.AllOf(
        [
            Concern.Of(Unit("waiver.issuer", r.Waiver?.Issuer)),
            r.Waiver is null ? Concern.Of(Concern.NobodysUnit) : await units.Of(Case("waiver.subject", r.Waiver.Subject), cancellation),
        ])),
        AccessRule.Looked<EndWaiverRequest>(Service, "EndWaiver", AccessRole.ComplianceEditor, (r, units, cancellation) =>
            units.OfWaiver(ResourceName.In(StoredWaivers.Collection, "name", r.Name), cancellation)),
        AccessRule.For<ListWaiversRequest>(Service, "ListWaivers", AccessRole.Reader, (r, _) => Parent(r.Parent)),

        // A rule judges the cases of all units.
        AccessRule.Always(DataRules, "CreateDataRule", AccessRole.ComplianceEditor, Concern.Everything),
        AccessRule.Always(DataRules, "UpdateDataRule", AccessRole.ComplianceEditor, Concern.Everything),
        AccessRule.Always(DataRules, "GetDataRule", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(DataRules, "ListDataRules", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(DataRules, "ListFilterFacts", AccessRole.Reader, Concern.Nobody),
    ];

    private static Concern Parent(string name) => name == "units/-" ? Concern.Everything : Concern.Of(Unit("parent", name));

    private static string? Unit(string field, string? name) => string.IsNullOrEmpty(name) ? Concern.NobodysUnit : ResourceName.In(ResourceName.Units, field, name);

    private static string Case(string field, string name) => ResourceName.In(CaseFileMapping.Collection, field, name);

    private static string? IdOf(string collection, string? name) =>
        name is not null && name.StartsWith(collection + "/", StringComparison.Ordinal) ? Uri.UnescapeDataString(name[(collection.Length + 1)..]) : null;
}
