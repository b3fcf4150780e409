using Reform.Grpc.Procedures;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Procedures.V1;

namespace Reform.Grpc.Access;

/// <summary>
/// Procedures, interpretations and rounds are for everybody to read, and who enters them does so for everybody. What a unit posts, asks and
/// decides concerns that unit.
/// </summary>
internal static class ProcedureAccess
{
    private static readonly string Procedures = ProcedureService.Descriptor.FullName;
    private static readonly string Interpretations = InterpretationService.Descriptor.FullName;
    private static readonly string Publications = PublicationService.Descriptor.FullName;
    private static readonly string Reviews = ReviewService.Descriptor.FullName;

    public static IEnumerable<AccessRule> Rules =>
    [
        Read(Procedures, "GetProcedure"),
        Read(Procedures, "ListProcedures"),
        Read(Procedures, "ListProcedureVersions"),
        Read(Procedures, "CompareProcedureVersions"),
        Read(Procedures, "CompareUnitVariants"),
        Read(Procedures, "ReviewProcedure"),
        Read(Procedures, "ValidateProcedure"),
        ForAll(Procedures, "PublishProcedure"),

        AccessRule.For<CreateQuestionRequest>(Interpretations, "CreateQuestion", AccessRole.ProcedureClerk, (r, _) =>
            Concern.Of(Unit("question.asked_by", r.Question?.AskedBy))),
        AccessRule.For<CorrectQuestionRequest>(Interpretations, "CorrectQuestion", AccessRole.ProcedureClerk, (r, s) =>
            Changed(QuestionUnit(s, r.Name), r.StruckOut ? null : Unit("question.asked_by", r.Question?.AskedBy))),
        ForAll(Interpretations, "CreateInterpretation"),
        ForAll(Interpretations, "CorrectInterpretation"),
        Read(Interpretations, "GetQuestion"),
        Read(Interpretations, "GetInterpretation"),
        Read(Interpretations, "ListQuestions"),
        Read(Interpretations, "ListInterpretations"),
        Read(Interpretations, "ListInterpretationRecords"),
        Read(Interpretations, "ReviewInterpretations"),
        Read(Interpretations, "ExplainTimeLimit"),

        AccessRule.For<RecordPublicationsRequest>(Publications, "RecordPublications", AccessRole.ProcedureClerk, (r, s) =>
            Concern.Of(r.Entries.SelectMany((e, i) => PublicationEdits.UnitsOf(s, e, RequestFields.At("entries", i))))),
        ForAll(Publications, "CreatePublicationRule"),
        ForAll(Publications, "CorrectPublicationRule"),
        AccessRule.For<GetPublicationRequest>(Publications, "GetPublication", AccessRole.Reader, (r, s) =>
            Concern.Of(ProcedureKinds.Publication.Latest(s, ResourceName.In(ProcedureKinds.Publications, "name", r.Name))?.Fact?.UnitId ?? Concern.NobodysUnit)),
        AccessRule.For<GetProcedureApplicationRequest>(Publications, "GetProcedureApplication", AccessRole.Reader, (r, s) =>
            Concern.Of(ProcedureKinds.Application.Latest(s, ResourceName.In(ProcedureKinds.Applications, "name", r.Name))?.Fact?.UnitId ?? Concern.NobodysUnit)),
        Read(Publications, "GetPublicationRule"),
        AccessRule.For<ListPublicationsRequest>(Publications, "ListPublications", AccessRole.Reader, (r, _) => Concern.Of(FactLists.UnitOf(r.Parent))),
        AccessRule.For<ListProcedureApplicationsRequest>(Publications, "ListProcedureApplications", AccessRole.Reader, (r, _) => Concern.Of(FactLists.UnitOf(r.Parent))),
        Read(Publications, "ListPublicationRules"),
        AccessRule.For<ListPublicationCellsRequest>(Publications, "ListPublicationCells", AccessRole.Reader, (r, _) =>
            Concern.Of(r.Units.Select((u, i) => ResourceName.In(ResourceName.Units, RequestFields.At("units", i), u)))),
        AccessRule.For<ListPublicationRecordsRequest>(Publications, "ListPublicationRecords", AccessRole.Reader, (r, _) => Concern.Of(FactLists.UnitOf(r.Parent))),

        ForAll(Reviews, "CreateReviewRound"),
        ForAll(Reviews, "CorrectReviewRound"),
        AccessRule.For<CreateReviewVerdictRequest>(Reviews, "CreateReviewVerdict", AccessRole.ProcedureClerk, (r, _) =>
            Concern.Of(Unit("review_verdict.unit", r.ReviewVerdict?.Unit))),
        AccessRule.For<CorrectReviewVerdictRequest>(Reviews, "CorrectReviewVerdict", AccessRole.ProcedureClerk, (r, s) =>
            Changed(VerdictUnit(s, r.Name), r.StruckOut ? null : Unit("review_verdict.unit", r.ReviewVerdict?.Unit))),
        Read(Reviews, "GetReviewRound"),
        AccessRule.For<GetReviewVerdictRequest>(Reviews, "GetReviewVerdict", AccessRole.Reader, (r, s) => Concern.Of(VerdictUnit(s, r.Name))),
        Read(Reviews, "ListReviewRounds"),
        AccessRule.For<ListReviewVerdictsRequest>(Reviews, "ListReviewVerdicts", AccessRole.Reader, (r, _) => Concern.Of(FactLists.UnitOf(r.Parent))),
        AccessRule.For<ListReviewItemsRequest>(Reviews, "ListReviewItems", AccessRole.Reader, (r, _) => Concern.Of(FactLists.UnitOf(r.Parent))),
        AccessRule.Always(Reviews, "ListReviewRecords", AccessRole.Reader, Concern.Everything),
    ];

    private static AccessRule Read(string service, string method) => AccessRule.Always(service, method, AccessRole.Reader, Concern.Nobody);

    private static AccessRule ForAll(string service, string method) => AccessRule.Always(service, method, AccessRole.ProcedureEditor, Concern.Everything);

    private static string? Unit(string field, string? name) => ResourceName.InOptional(ResourceName.Units, field, name ?? "");

    // Both the unit that it was of and the one that it is of now; of no unit it is everybody's.
    private static Concern Changed(string? before, string? after) => before is null ? Concern.Everything : Concern.Of(before, after);

    private static string? QuestionUnit(RegisterState state, string name) =>
        ProcedureKinds.Question.Latest(state, ResourceName.In(ProcedureKinds.Questions, "name", name))?.Fact is { } question ? question.AskedBy : Concern.NobodysUnit;

    private static string? VerdictUnit(RegisterState state, string name) =>
        ProcedureKinds.Verdict.Latest(state, ResourceName.In(ProcedureKinds.ReviewVerdicts, "name", name))?.Fact is { } verdict ? verdict.UnitId : Concern.NobodysUnit;
}
