using Grpc.Core;
using Reform.Procedures.V1;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;

namespace Reform.Grpc.Tests.Procedures;

/// <summary>One fact by its name is the one that its list has; a moment of record and what was struck out play their part.</summary>
public sealed class GetFactTests
{
    [Fact]
    public async Task What_is_got_is_what_is_listed()
    {
        await using TestServer server = await Start();
        await server.Ask("q1");
        await server.Answer("a1");
        await server.Record(new PublicationEntry { Application = Applies("w") }, new PublicationEntry { Publication = Posting("p1", "2026-01-05") });
        await server.Publications.CreatePublicationRuleAsync(
            new CreatePublicationRuleRequest { RequestId = NewId, PublicationRuleId = "five", PublicationRule = WithinFiveDays() });
        await server.Open("r1");
        await server.Decide("v1", Verdict());

        InterpretationQuestion question = (await server.Interpretations.GetQuestionAsync(new GetQuestionRequest { Name = "questions/q1" })).Question;
        Assert.Equal((await server.Interpretations.ListQuestionsAsync(new ListQuestionsRequest())).Questions.Single().Question, question);
        Assert.Equal(
            (await server.Interpretations.ListInterpretationsAsync(new ListInterpretationsRequest())).Interpretations.Single(),
            (await server.Interpretations.GetInterpretationAsync(new GetInterpretationRequest { Name = "interpretations/a1" })).Interpretation);
        Assert.Equal(
            (await server.Publications.ListPublicationsAsync(new ListPublicationsRequest { Parent = "units/-" })).Publications.Single(),
            (await server.Publications.GetPublicationAsync(new GetPublicationRequest { Name = "publications/p1" })).Publication);
        Assert.Equal(
            (await server.Publications.ListProcedureApplicationsAsync(new ListProcedureApplicationsRequest { Parent = "units/-" })).Applications.Single(),
            (await server.Publications.GetProcedureApplicationAsync(new GetProcedureApplicationRequest { Name = "applications/w" })).Application);
        Assert.Equal(
            (await server.Publications.ListPublicationRulesAsync(new ListPublicationRulesRequest())).PublicationRules.Single(),
            (await server.Publications.GetPublicationRuleAsync(new GetPublicationRuleRequest { Name = "publicationRules/five" })).PublicationRule);
        Assert.Equal(
            (await server.Reviews.ListReviewRoundsAsync(new ListReviewRoundsRequest())).ReviewRounds.Single(),
            (await server.Reviews.GetReviewRoundAsync(new GetReviewRoundRequest { Name = "reviewRounds/r1" })).ReviewRound);
        GetReviewVerdictResponse verdict = await server.Reviews.GetReviewVerdictAsync(new GetReviewVerdictRequest { Name = "reviewVerdicts/v1" });
        Assert.Equal((await server.Reviews.ListReviewVerdictsAsync(new ListReviewVerdictsRequest { Parent = "units/-" })).ReviewVerdicts.Single(), verdict.ReviewVerdict);
        Assert.Equal((await server.Procedures.ListProceduresAsync(new ListProceduresRequest())).Revision, verdict.Revision);

        // Struck out it is not there any more, but it was.
        CorrectReviewVerdictResponse gone = await server.Reviews.CorrectReviewVerdictAsync(
            new CorrectReviewVerdictRequest { RequestId = NewId, Name = verdict.ReviewVerdict.Name, Etag = verdict.ReviewVerdict.Etag, StruckOut = true });
        Refused refused = await Refused.By(async () => await server.Reviews.GetReviewVerdictAsync(new GetReviewVerdictRequest { Name = verdict.ReviewVerdict.Name }));
        Assert.Equal((StatusCode.NotFound, "RESOURCE_NOT_FOUND"), (refused.Code, refused.Reason));
        var before = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(gone.Record.RecordTime.ToDateTimeOffset().AddMicroseconds(-1));
        Assert.Equal(verdict.ReviewVerdict, (await server.Reviews.GetReviewVerdictAsync(new GetReviewVerdictRequest { Name = verdict.ReviewVerdict.Name, KnownAt = before })).ReviewVerdict);
        Assert.Equal("name", (await Refused.By(async () => await server.Interpretations.GetQuestionAsync(new GetQuestionRequest { Name = "interpretations/a1" }))).Fields.Single());
    }

    [Fact]
    public async Task A_posting_and_a_verdict_are_their_units_to_read()
    {
        await using TestServer server = await Start();
        await server.Record(new PublicationEntry { Application = Applies("w") }, new PublicationEntry { Publication = Posting("p1", "2026-01-05") });
        await server.Open("r1");
        await server.Decide("v1", Verdict());
        await server.Restart("--Access:Callers:ward=reader:ward", "--Access:Callers:elsewhere=reader:nowhere");
        foreach ((string caller, bool may) in ((string, bool)[])[("ward", true), ("elsewhere", false)])
        {
            var headers = new Metadata { { "reform-caller", caller } };
            Func<Task>[] calls =
            [
                async () => await server.Publications.GetPublicationAsync(new GetPublicationRequest { Name = "publications/p1" }, headers),
                async () => await server.Publications.GetProcedureApplicationAsync(new GetProcedureApplicationRequest { Name = "applications/w" }, headers),
                async () => await server.Reviews.GetReviewVerdictAsync(new GetReviewVerdictRequest { Name = "reviewVerdicts/v1" }, headers),
            ];
            foreach (Func<Task> call in calls)
            {
                if (may)
                {
                    await call();
                }
                else
                {
                    Assert.Equal("ACCESS_DENIED", (await Refused.By(call)).Reason);
                }
            }
        }
    }
}
