using Google.Protobuf.WellKnownTypes;
using Reform.Grpc.Tests.Rpc;
using Reform.Procedures.V1;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;

namespace Reform.Grpc.Tests.Procedures;

/// <summary>The journal behind procedures, interpretations, publications and reviews: done once, kept for ever, listed over one state.</summary>
public sealed class ProcedureJournalTests
{
    private int entered;

    [Fact]
    public async Task A_repeated_request_gets_its_answer_and_another_one_under_its_id_is_refused()
    {
        await using TestServer server = await Start();
        var ask = new CreateQuestionRequest { RequestId = NewId, QuestionId = "q1", Question = Month() };
        CreateQuestionResponse first = await server.Interpretations.CreateQuestionAsync(ask);
        var post = new RecordPublicationsRequest { RequestId = NewId, Entries = { new PublicationEntry { Publication = Posting("p1", "2026-01-05") } } };
        RecordPublicationsResponse posted = await server.Publications.RecordPublicationsAsync(post);
        await server.Restart();
        ask.RequestId = ask.RequestId.ToUpperInvariant();
        Assert.Equal(first, await server.Interpretations.CreateQuestionAsync(ask));
        Assert.Equal(posted, await server.Publications.RecordPublicationsAsync(post));
        ask.QuestionId = "q2";
        Assert.Equal("REQUEST_ID_REUSED", (await Refused.By(async () => await server.Interpretations.CreateQuestionAsync(ask))).Reason);
        Assert.Single((await server.Interpretations.ListInterpretationRecordsAsync(new ListInterpretationRecordsRequest())).Records);
        Assert.Equal(first.Question, (await server.Interpretations.ListQuestionsAsync(new ListQuestionsRequest())).Questions.Single().Question);
    }

    [Fact]
    public async Task To_validate_only_records_nothing()
    {
        await using TestServer server = await Start();
        var ask = new CreateQuestionRequest { RequestId = NewId, QuestionId = "q1", Question = Month(), ValidateOnly = true };
        Assert.Equal("questions/q1", (await server.Interpretations.CreateQuestionAsync(ask)).Question.Name);
        var publish = new PublishProcedureRequest { RequestId = NewId, Content = PermitFile.Of(3, ("\"HP-1\"", "\"HP-2\"")), ValidateOnly = true };
        Assert.Equal("procedures/HP-2", (await server.Procedures.PublishProcedureAsync(publish)).Procedure.Name);
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(async () => await server.Procedures.GetProcedureAsync(new GetProcedureRequest { Name = "procedures/HP-2" }))).Reason);
        ask.ValidateOnly = publish.ValidateOnly = false;
        await server.Interpretations.CreateQuestionAsync(ask);
        await server.Procedures.PublishProcedureAsync(publish);
    }

    // A procedure as it was known before it was published again, and before it was published at all.
    [Fact]
    public async Task Procedures_are_told_as_they_were_known()
    {
        await using TestServer server = await Start();
        var get = new GetProcedureRequest { Name = "procedures/HP-1", On = Civil.Date("2026-02-01") };
        Procedure five = (await server.Procedures.GetProcedureAsync(get)).Procedure;
        PublishProcedureResponse three = await server.Procedures.PublishProcedureAsync(new PublishProcedureRequest { RequestId = NewId, Etag = five.Etag, Content = PermitFile.Of(3) });
        Assert.Equal(3, (await server.Procedures.GetProcedureAsync(get)).Procedure.TimeLimits.Single().Length.Amount);
        get.KnownAt = Timestamp.FromDateTime(three.Record.RecordTime.ToDateTime().AddTicks(-10));
        Assert.Equal(five, (await server.Procedures.GetProcedureAsync(get)).Procedure);
        get.KnownAt = Timestamp.FromDateTime(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(async () => await server.Procedures.GetProcedureAsync(get))).Reason);
        get.Name = "procedures/PTY-ADM";
        Assert.Equal("built-in", (await server.Procedures.GetProcedureAsync(get)).Procedure.Etag);
    }

    [Fact]
    public async Task Every_listing_is_paged_over_one_state()
    {
        await using TestServer server = await Start();
        await server.Open("r1");
        for (int i = 0; i < 5; i++)
        {
            await EnterMore(server);
        }

        Google.Type.Date on = Civil.Date("2026-06-15");
        Task More() => EnterMore(server);
        foreach (Func<Task<int>> listing in (Func<Task<int>>[])
            [
                () => Paging.HoldsItsState(r => server.Procedures.ListProceduresAsync(r), new ListProceduresRequest(), More),
                () => Paging.HoldsItsState(r => server.Interpretations.ListQuestionsAsync(r), new ListQuestionsRequest { On = on }, More),
                () => Paging.HoldsItsState(r => server.Interpretations.ListInterpretationsAsync(r), new ListInterpretationsRequest(), More),
                () => Paging.HoldsItsState(r => server.Interpretations.ListInterpretationRecordsAsync(r), new ListInterpretationRecordsRequest(), More),
                () => Paging.HoldsItsState(r => server.Publications.ListPublicationsAsync(r), new ListPublicationsRequest { Parent = "units/ward" }, More),
                () => Paging.HoldsItsState(r => server.Publications.ListProcedureApplicationsAsync(r), new ListProcedureApplicationsRequest { Parent = "units/-" }, More),
                () => Paging.HoldsItsState(r => server.Publications.ListPublicationRulesAsync(r), new ListPublicationRulesRequest(), More),
                () => Paging.HoldsItsState(r => server.Publications.ListPublicationRecordsAsync(r), new ListPublicationRecordsRequest { Parent = "units/ward" }, More),
                () => Paging.HoldsItsState(r => server.Publications.ListPublicationCellsAsync(r), new ListPublicationCellsRequest { On = on, Units = { "units/ward" } }, More),
                () => Paging.HoldsItsState(r => server.Reviews.ListReviewRoundsAsync(r), new ListReviewRoundsRequest(), More),
                () => Paging.HoldsItsState(r => server.Reviews.ListReviewVerdictsAsync(r), new ListReviewVerdictsRequest { Parent = "units/-" }, More),
                () => Paging.HoldsItsState(r => server.Reviews.ListReviewRecordsAsync(r), new ListReviewRecordsRequest(), More),
            ])
        {
            Assert.True(await listing() >= 3);
        }
    }

    // The journal is the same for every process on the file.
    [Fact]
    public async Task A_case_runs_by_what_was_published_meanwhile()
    {
        await using TestServer server = await Start();
        await server.Ask("q1");
        await server.Restart();
        Assert.Single((await server.Interpretations.ListQuestionsAsync(new ListQuestionsRequest())).Questions);
        Assert.Equal("2026-03-09", Civil.Text((await CaseFiles.CaseWorld.Create(server, "H-1", CaseFiles.CaseWorld.Receipt("2026-03-02", "ward", "HP-1"))).Slip.DueOn));
    }

    private async Task EnterMore(TestServer server)
    {
        string id = "n" + entered++;
        await server.Procedures.PublishProcedureAsync(new PublishProcedureRequest { RequestId = NewId, Content = PermitFile.Of(3, ("\"HP-1\"", "\"Z-" + id + "\"")) });
        await server.Ask(id);
        Interpretation answer = ThirtyDays();
        answer.Question = "";
        await server.Answer(id, answer);
        await server.Record(new PublicationEntry { Application = Applies(id) }, new PublicationEntry { Publication = Posting(id, "2026-01-05") });
        await server.Publications.CreatePublicationRuleAsync(new CreatePublicationRuleRequest { RequestId = NewId, PublicationRuleId = id, PublicationRule = WithinFiveDays() });
        await server.Open("r-" + id);
        ReviewVerdict verdict = Verdict();
        verdict.Round = "reviewRounds/r-" + id;
        await server.Decide(id, verdict);
    }
}
