using Grpc.Core;
using Reform.Grpc.Tests.Procedures;
using Reform.Organizations.V1;
using Reform.Procedures.V1;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;

namespace Reform.Grpc.Tests.Access;

/// <summary>A unit posts, asks and decides for itself; what holds for all is entered by whoever has the whole.</summary>
public sealed class ProcedureAccessTests
{
    private static readonly string[] Settings =
    [
        "--Access:Callers:root=organization_editor:*,procedure_editor:*,procedure_clerk:*",
        "--Access:Callers:editor=procedure_editor:*",
        "--Access:Callers:part-editor=procedure_editor:ward",
        "--Access:Callers:ward-clerk=procedure_clerk:ward",
        "--Access:Callers:city-reader=reader:city",
    ];

    [Fact]
    public async Task What_a_unit_posts_is_its_own()
    {
        await using TestServer server = await Started();
        RecordPublicationsRequest Record(params PublicationEntry[] entries) => new() { RequestId = NewId, Entries = { entries } };
        var ward = new PublicationEntry { Publication = Posting("p1", "2026-01-05") };
        var other = new PublicationEntry { Publication = Posting("p2", "2026-01-05", "units/other") };
        await Denied(As("editor"), h => server.Publications.RecordPublicationsAsync(Record(ward), h));
        await Denied(As("city-reader"), h => server.Publications.RecordPublicationsAsync(Record(ward), h));
        await Denied(As("ward-clerk"), h => server.Publications.RecordPublicationsAsync(Record(ward, other), h));
        await Denied(As("ward-clerk"), h => server.Publications.RecordPublicationsAsync(Record(new PublicationEntry { Publication = new Publication { Name = "publications/p1" } }), h));
        await Denied(As("ward-clerk"), h => server.Publications.RecordPublicationsAsync(Record(), h));
        RecordPublicationsResponse made = await server.Publications.RecordPublicationsAsync(Record(ward), As("ward-clerk"));
        Assert.Equal("ward-clerk", made.Records.Single().EnteredBy);

        // Nor may it be carried off, or struck out, by whoever it is not of.
        string etag = (await server.Publications.RecordPublicationsAsync(Record(other), As("root"))).Records.Single().Record;
        await Denied(As("ward-clerk"), h => server.Publications.RecordPublicationsAsync(Record(new PublicationEntry { Publication = Posting("p2", "2026-01-05"), Etag = etag }), h));
        await Denied(As("ward-clerk"), h => server.Publications.RecordPublicationsAsync(
            Record(new PublicationEntry { Publication = new Publication { Name = "publications/p2" }, Etag = etag, StruckOut = true }), h));
        await server.Publications.ListPublicationsAsync(new ListPublicationsRequest { Parent = "units/ward" }, As("city-reader"));
        await Denied(As("city-reader"), h => server.Publications.ListPublicationsAsync(new ListPublicationsRequest { Parent = "units/-" }, h));
        await Denied(As("city-reader"), h => server.Publications.ListPublicationCellsAsync(new ListPublicationCellsRequest { Units = { "units/ward", "units/other" } }, h));
        await Denied(As("city-reader"), h => server.Publications.ListPublicationCellsAsync(new ListPublicationCellsRequest(), h));
    }

    [Fact]
    public async Task A_unit_asks_and_decides_for_itself_and_all_others_read_what_holds_for_all()
    {
        await using TestServer server = await Started();
        var ask = new CreateQuestionRequest { RequestId = NewId, QuestionId = "q1", Question = Month() };
        InterpretationQuestion question = (await server.Interpretations.CreateQuestionAsync(ask, As("ward-clerk"))).Question;
        InterpretationQuestion nobodys = Month();
        nobodys.AskedBy = "";
        await Denied(As("ward-clerk"), h => server.Interpretations.CreateQuestionAsync(new CreateQuestionRequest { RequestId = NewId, QuestionId = "q2", Question = nobodys }, h));
        await Denied(As("ward-clerk"), h => server.Interpretations.CorrectQuestionAsync(
            new CorrectQuestionRequest { RequestId = NewId, Name = "questions/none", Etag = "1", StruckOut = true }, h));
        InterpretationQuestion given = Month();
        given.AskedBy = "units/other";
        await Denied(As("ward-clerk"), h => server.Interpretations.CorrectQuestionAsync(
            new CorrectQuestionRequest { RequestId = NewId, Name = question.Name, Etag = question.Etag, Question = given }, h));
        await Denied(As("ward-clerk"), h => server.Interpretations.CreateInterpretationAsync(
            new CreateInterpretationRequest { RequestId = NewId, InterpretationId = "a1", Interpretation = ThirtyDays() }, h));
        await Denied(As("part-editor"), h => server.Interpretations.CreateInterpretationAsync(
            new CreateInterpretationRequest { RequestId = NewId, InterpretationId = "a1", Interpretation = ThirtyDays() }, h));
        await server.Interpretations.CreateInterpretationAsync(
            new CreateInterpretationRequest { RequestId = NewId, InterpretationId = "a1", Interpretation = ThirtyDays() }, As("editor"));
        Assert.Single((await server.Interpretations.ListInterpretationsAsync(new ListInterpretationsRequest(), As("city-reader"))).Interpretations);

        var open = new CreateReviewRoundRequest { RequestId = NewId, ReviewRoundId = "r1", ReviewRound = Round() };
        await Denied(As("ward-clerk"), h => server.Reviews.CreateReviewRoundAsync(open, h));
        await server.Reviews.CreateReviewRoundAsync(open, As("editor"));
        CreateReviewVerdictRequest Decide(string id, string unit) => new() { RequestId = NewId, ReviewVerdictId = id, ReviewVerdict = Verdict(unit) };
        await Denied(As("ward-clerk"), h => server.Reviews.CreateReviewVerdictAsync(Decide("v1", "units/city"), h));
        await server.Reviews.CreateReviewVerdictAsync(Decide("v1", "units/ward"), As("ward-clerk"));
        string etag = (await server.Reviews.CreateReviewVerdictAsync(Decide("v2", "units/city"), As("root"))).ReviewVerdict.Etag;
        await Denied(As("ward-clerk"), h => server.Reviews.CorrectReviewVerdictAsync(
            new CorrectReviewVerdictRequest { RequestId = NewId, Name = "reviewVerdicts/v2", Etag = etag, StruckOut = true }, h));
        await server.Reviews.ListReviewItemsAsync(new ListReviewItemsRequest { Round = "reviewRounds/r1", Parent = "units/ward" }, As("ward-clerk"));
        await Denied(As("ward-clerk"), h => server.Reviews.ListReviewItemsAsync(new ListReviewItemsRequest { Round = "reviewRounds/r1", Parent = "units/-" }, h));
        await Denied(As("ward-clerk"), h => server.Reviews.ListReviewRecordsAsync(new ListReviewRecordsRequest(), h));
    }

    private static async Task<TestServer> Started()
    {
        TestServer server = await TestServer.Start(Settings);
        foreach ((string unit, string parent) in ((string, string)[])[("city", ""), ("ward", "units/city"), ("other", "")])
        {
            await server.Organizations.CreateUnitAsync(
                new CreateUnitRequest
                {
                    RequestId = NewId,
                    UnitId = unit,
                    Unit = new Unit { DisplayName = Text(unit), Kind = BodyKind.PeoplesCommittee, Level = OrganizationLevel.Commune },
                    Parent = parent,
                },
                As("root"));
        }

        await server.Procedures.PublishProcedureAsync(new PublishProcedureRequest { RequestId = NewId, Content = PermitFile.Of(5) }, As("editor"));
        return server;
    }

    private static async Task Denied<T>(Metadata caller, Func<Metadata, AsyncUnaryCall<T>> call) =>
        Assert.Equal("ACCESS_DENIED", (await Refused.By(async () => await call(caller))).Reason);

    private static Metadata As(string caller) => new() { { "reform-caller", caller } };
}
