using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;
using Reform.Calendars.V1;
using Reform.Cases.V1;
using Reform.Compliance.V1;
using Reform.Deadlines.V1;
using Reform.Delegation.V1;
using Reform.Inspections.V1;
using Reform.Organizations.V1;
using Reform.Pilots.V1;
using Reform.Procedures.V1;
using Reform.Programmes.V1;
using Reform.Rpc.V1;
using Reform.Scoring.V1;
using Reform.Testing;

namespace Reform.Grpc.Tests.Rpc;

/// <summary>The shapes that every service shares, read from the contracts themselves.</summary>
public sealed class ContractTests
{
    // What only reads may be repeated at will.
    private static readonly string[] Readers =
    [
        "Get", "List", "Evaluate", "Explain", "Convert", "Export", "Compute", "BatchCompute", "Stream", "Recompute", "Compare",
        "Lookup", "Propose", "Draw", "Review", "Count", "Parse", "Format", "Check", "BatchCheck", "Validate", "Watch",
    ];

    private static readonly IReadOnlyList<ServiceDescriptor> Services =
    [
        .. CaseLogServiceReflection.Descriptor.Services,
        .. ComplianceServiceReflection.Descriptor.Services,
        .. DataRuleServiceReflection.Descriptor.Services,
        .. CalendarServiceReflection.Descriptor.Services,
        .. DeadlineServiceReflection.Descriptor.Services,
        .. OrganizationServiceReflection.Descriptor.Services,
        .. DelegationServiceReflection.Descriptor.Services,
        .. ProcedureServiceReflection.Descriptor.Services,
        .. InterpretationServiceReflection.Descriptor.Services,
        .. PublicationServiceReflection.Descriptor.Services,
        .. ReviewServiceReflection.Descriptor.Services,
        .. InspectionServiceReflection.Descriptor.Services,
        .. PilotServiceReflection.Descriptor.Services,
        .. ProgrammeServiceReflection.Descriptor.Services,
        .. ScoringServiceReflection.Descriptor.Services,
    ];

    [Fact]
    public void Every_mutation_takes_a_request_id_and_a_change_of_what_exists_an_etag()
    {
        List<MethodDescriptor> mutations = [.. Services.SelectMany(s => s.Methods).Where(m => !Readers.Any(r => m.Name.StartsWith(r, StringComparison.Ordinal)))];
        Assert.Equal(48, mutations.Count);
        Assert.All(mutations, m => Assert.Contains("request_id", FieldNames(m.InputType)));
        Assert.All(mutations.Where(m => !m.Name.StartsWith("Create", StringComparison.Ordinal)), m => Assert.Contains("etag", FieldNames(m.InputType)));
        Assert.All(mutations.Where(m => m.File.Package is "reform.organizations.v1" or "reform.delegation.v1" or "reform.procedures.v1" or "reform.inspections.v1" or "reform.pilots.v1" or "reform.programmes.v1" or "reform.scoring.v1"), m =>
        {
            Assert.Contains("validate_only", FieldNames(m.InputType));
            Assert.Contains("revision", FieldNames(m.OutputType));
        });
    }

    [Fact]
    public void Every_list_that_can_grow_is_paged()
    {
        // Of these the answer is as long as the question at most, or as the law.
        string[] bounded = ["ListRules", "ListFilterFacts", "ListOrphans", "ListSigningForms", "ListProcedureVersions"];
        List<MethodDescriptor> lists = [.. Services.SelectMany(s => s.Methods)
            .Where(m => m.Name.StartsWith("List", StringComparison.Ordinal) && !bounded.Contains(m.Name))];
        Assert.Equal(53, lists.Count);
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
        Same<Domain.Organizations.OrganizationSystem, OrganizationSystem>();
        Same<Domain.Organizations.OrganizationLevel, OrganizationLevel>();
        Same<Domain.Organizations.BodyKind, BodyKind>();
        Same<Domain.Organizations.TitleKind, TitleKind>();
        Same<Domain.Organizations.BaseSetting, BaseSetting>();
        Same<Domain.Organizations.AppointmentMode, AppointmentMode>();
        Same<Domain.Organizations.ExclusionCause, ExclusionCause>();
        Same<Domain.Organizations.RelationshipKind, RelationshipKind>();
        Same<Domain.Organizations.ReorganizationKind, ReorganizationKind>();
        Same<Domain.Organizations.SuccessionOutcome, SuccessionOutcome>();
        Same<Domain.Organizations.SigningForm, SigningForm>();
        Same<Domain.Organizations.SigningBasis, SigningBasis>();
        Same<Domain.Organizations.SealOwner, SealOwner>();
        Same<Domain.Organizations.SigningVerdict, SigningVerdict>();
        Same<Domain.Organizations.VoteOutcome, VoteOutcome>();
        Same<Domain.Organizations.MatterKind, MatterKind>();
        Same<Domain.Delegation.GrantKind, GrantKind>();
        Same<Domain.Delegation.GranteeKind, GranteeKind>();
        Same<Domain.Delegation.InstrumentKind, InstrumentKind>();
        Same<Domain.Delegation.GranteeRule, GranteeRule>();
        Same<Domain.Delegation.AuthorityVerdict, AuthorityVerdict>();
        Same<Domain.Delegation.AuthorityLinkKind, AuthorityLinkKind>();
        Same<Domain.Procedures.PublicationChannel, PublicationChannel>();
        Same<Domain.Procedures.PublicationState, PublicationState>();
        Same<Domain.Procedures.ReviewOutcome, ReviewOutcome>();
        Same<Domain.Procedures.ReviewState, ReviewState>();
        Same<Domain.Inspections.SelectionReason, SelectionReason>();
        Same<Domain.Inspections.InspectionRating, InspectionRating>();
        Same<Domain.Inspections.ReminderKind, ReminderKind>();
        Same<Domain.Pilots.PilotRecommendation, PilotRecommendation>();
        Same<Domain.Pilots.PilotState, PilotState>();
        Same<Domain.Programmes.ProgrammeState, ProgrammeState>();
        Same<Domain.Programmes.ProgrammeRoleKind, ProgrammeRoleKind>();
        Same<Domain.Programmes.TaskProgress, TaskProgress>();
        Same<Domain.Programmes.TaskTimeliness, TaskTimeliness>();
        Same<Domain.Programmes.LeadState, LeadState>();
        Same<Domain.Programmes.DutyState, DutyState>();
        Same<Domain.Programmes.PlanCellState, PlanCellState>();
        Same<Domain.Programmes.ParticipantRole, ParticipantRole>();
        Same<Domain.Programmes.ReportingCycle, ReportingCycle>();
        Same<Domain.Programmes.TargetDirection, TargetDirection>();
        Same<Domain.Programmes.UrgingRecipient, UrgingRecipient>();
        Same<Domain.Scoring.MeasureSource, MeasureSource>();
        Same<Domain.Scoring.LeafState, LeafState>();
        Same<Domain.Scoring.RatingLevel, RatingLevel>();
        Same<Domain.Scoring.AppraisalState, AppraisalState>();
        Same<Domain.Scoring.RatingSubject, RatingSubject>();
        Same<Domain.Scoring.CapBase, CapBase>();
        Same<Domain.Rules.Severity, Severity>();
        Same<Domain.Rules.Verdict, Verdict>();
        Same<Domain.Rules.FindingState, FindingState>();
        Same<Domain.Rules.FindingEventKind, FindingEventKind>();
    }

    // A kind of fact has the number of its field.
    [Fact]
    public void Kinds_of_facts_are_numbered_as_the_fields_of_their_oneof()
    {
        Kinds<InspectionFactKind>(InspectionFact.Descriptor);
        Kinds<PilotFactKind>(PilotFact.Descriptor);
        Kinds<ScoringFactKind>(ScoringFact.Descriptor);
    }

    private static void Kinds<TKind>(MessageDescriptor facts)
        where TKind : struct, Enum => Assert.Equal(
            facts.Fields.InDeclarationOrder().Select(f => (f.Name, f.FieldNumber)),
            Enum.GetValues<TKind>().Skip(1).Select(k => (k.ToString().ToLowerInvariant(), Convert.ToInt32(k, null))));

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
