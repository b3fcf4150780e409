using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;
using Reform.Calendars.V1;
using Reform.Cases.V1;
using Reform.Compliance.V1;
using Reform.Deadlines.V1;
using Reform.Rpc.V1;
using Reform.Testing;

namespace Reform.Grpc.Tests.Rpc;

/// <summary>The shapes that every service shares, read from the contracts themselves.</summary>
public sealed class ContractTests
{
    // What only reads may be repeated at will.
    private static readonly string[] Readers =
        ["Get", "List", "Evaluate", "Explain", "Convert", "Export", "Compute", "BatchCompute", "Stream", "Recompute", "Compare"];

    private static readonly IReadOnlyList<ServiceDescriptor> Services =
    [
        .. CaseLogServiceReflection.Descriptor.Services,
        .. ComplianceServiceReflection.Descriptor.Services,
        .. CalendarServiceReflection.Descriptor.Services,
        .. DeadlineServiceReflection.Descriptor.Services,
    ];

    [Fact]
    public void Every_mutation_takes_a_request_id_and_an_etag()
    {
        List<MethodDescriptor> mutations = [.. Services.SelectMany(s => s.Methods).Where(m => !Readers.Any(r => m.Name.StartsWith(r, StringComparison.Ordinal)))];
        Assert.Equal(["ImportCaseLog", "DeleteCaseLog"], mutations.Select(m => m.Name));
        Assert.All(mutations, m => Assert.Superset(new HashSet<string> { "request_id", "etag" }, FieldNames(m.InputType)));
    }

    [Fact]
    public void Every_list_that_can_grow_is_paged()
    {
        List<MethodDescriptor> lists = [.. Services.SelectMany(s => s.Methods).Where(m => m.Name.StartsWith("List", StringComparison.Ordinal) && m.Name != "ListRules")];
        Assert.Equal(4, lists.Count);
        Assert.All(lists, m => Assert.Superset(new HashSet<string> { "page_size", "page_token" }, FieldNames(m.InputType)));
        Assert.All(lists, m => Assert.Contains("next_page_token", FieldNames(m.OutputType)));
    }

    [Fact]
    public void Every_reason_belongs_to_the_closed_list_and_has_the_prefix_that_is_taken_off()
    {
        EnumDescriptor reasons = ErrorReasonReflection.Descriptor.EnumTypes.Single();
        Assert.All(reasons.Values, v => Assert.StartsWith("ERROR_REASON_", v.Name, StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(0, reasons.Values.Count), reasons.Values.Select(v => v.Number));
    }

    [Fact]
    public void Every_reason_is_given_in_one_place_and_met_by_a_test()
    {
        string service = string.Concat(Sources(Repository.PathOf("src", "Reform.Grpc")));
        string tests = string.Concat(Sources(Repository.PathOf("tests", "Reform.Grpc.Tests")));
        foreach (ErrorReason reason in Enum.GetValues<ErrorReason>())
        {
            int places = Regex.Count(service, @"\bErrorReason\." + reason + @"\b");
            Assert.True(places == (reason == ErrorReason.Unspecified ? 0 : 1), reason + " is given in " + places + " places");
            string name = ErrorReasonReflection.Descriptor.EnumTypes[0].FindValueByNumber((int)reason).Name["ERROR_REASON_".Length..];
            Assert.True(reason == ErrorReason.Unspecified || tests.Contains("\"" + name + "\"", StringComparison.Ordinal), "no test meets " + name);
        }
    }

    // These are numbered alike, from 1 on in the contract and from 0 on in the domain, and are cast.
    [Fact]
    public void Enums_that_are_cast_have_the_names_of_the_domain()
    {
        Same<Domain.Calendars.DayKind, DayKind>();
        Same<Domain.Deadlines.TimeUnit, TimeUnit>();
        Same<Domain.Deadlines.DeadlineState, DeadlineState>();
        Same<Domain.Deadlines.SuspensionOutcome, SuspensionOutcome>();
    }

    private static void Same<TDomain, TContract>()
        where TDomain : struct, Enum
        where TContract : struct, Enum =>
        Assert.Equal(
            Enum.GetValues<TDomain>().Select(v => (v.ToString(), Convert.ToInt32(v, null) + 1)),
            Enum.GetValues<TContract>().Skip(1).Select(v => (v.ToString(), Convert.ToInt32(v, null))));

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin"))
            .Select(File.ReadAllText);

    // A message that only chooses between others (oneof) has the fields of those.
    private static HashSet<string> FieldNames(MessageDescriptor message) =>
        [.. message.Fields.InDeclarationOrder().SelectMany(f => f.ContainingOneof is not null && f.FieldType == FieldType.Message ? FieldNames(f.MessageType) : [f.Name])];
}
