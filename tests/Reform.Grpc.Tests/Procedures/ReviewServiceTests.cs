using Reform.Procedures.V1;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;

namespace Reform.Grpc.Tests.Procedures;

/// <summary>Review rounds over the wire: what is not reviewed, late verdicts, and whether they were carried out.</summary>
public sealed class ReviewServiceTests
{
    [Fact]
    public async Task A_round_from_its_opening_to_what_follows()
    {
        await using TestServer server = await Start();
        await server.Open("r1");
        async Task<ListReviewItemsResponse> On(string date, ReviewState state = ReviewState.Unspecified, string parent = "units/-") =>
            await server.Reviews.ListReviewItemsAsync(new ListReviewItemsRequest { Round = "reviewRounds/r1", Parent = parent, On = Civil.Date(date), State = state, LanguageCode = "en" });

        Assert.All((await On("2026-03-31")).Items, i => Assert.Equal(ReviewState.Pending, i.State));
        Assert.Equal(4, (await On("2026-04-01", ReviewState.NotReviewed)).Items.Count);
        await server.Decide("v1", Verdict());
        ReviewVerdict late = Verdict("units/city", outcome: ReviewOutcome.Keep);
        late.DecidedOn = Civil.Date("2026-04-02");
        await server.Decide("v2", late);

        ListReviewItemsResponse april = await On("2026-04-02");
        Assert.Equal(
            [("units/ward", ReviewState.ReviewedInTime), ("units/city", ReviewState.ReviewedLate), ("units/ward", ReviewState.NotReviewed), ("units/city", ReviewState.NotReviewed)],
            april.Items.Select(i => (i.Unit, i.State)));
        Assert.Single(april.Disagreements);
        Assert.Equal(("waiting", "2026-09-10"), (april.Items[0].FollowUp.State, Civil.Text(april.Items[0].FollowUp.DueOn)));
        Assert.Equal("none", april.Items[1].FollowUp.State);
        Assert.Equal("overdue", (await On("2026-09-11")).Items[0].FollowUp.State);

        // The new version is in force from June on: carried out in time.
        Procedure known = (await server.Procedures.GetProcedureAsync(new GetProcedureRequest { Name = "procedures/HP-1", On = Civil.Date("2026-02-01") })).Procedure;
        await server.Procedures.PublishProcedureAsync(new PublishProcedureRequest
        {
            RequestId = NewId,
            Etag = known.Etag,
            Content = Google.Protobuf.ByteString.CopyFromUtf8(PermitFile.Twice("2026-06-01")),
        });
        ReviewFollowUp done = (await On("2026-09-11")).Items[0].FollowUp;
        Assert.Equal(("done_in_time", "2026-06-01"), (done.State, Civil.Text(done.DoneOn)));

        ListReviewItemsResponse own = await On("2026-04-02", parent: "units/ward");
        Assert.All(own.Items, i => Assert.Equal("units/ward", i.Unit));
        Assert.Empty(own.Disagreements);
        Assert.Equal(["reviewVerdicts/v2"], (await server.Reviews.ListReviewVerdictsAsync(
            new ListReviewVerdictsRequest { Parent = "units/city", Round = "reviewRounds/r1" })).ReviewVerdicts.Select(v => v.Name));
    }

    [Fact]
    public async Task Verdicts_that_contradict_the_round_or_each_other_are_refused_with_their_field()
    {
        await using TestServer server = await Start();
        Assert.Equal("review_verdict.round", await Field(() => server.Decide("v", Verdict())));
        await server.Open("r1");
        Assert.Equal("review_verdict.unit", await Field(() => server.Decide("v", Verdict("units/other"))));
        Assert.Equal("review_verdict.procedure", await Field(() => server.Decide("v", Verdict(procedure: "procedures/PTY-REC"))));
        Assert.Equal("review_verdict.merged_into", await Field(() => server.Decide("v", Verdict(outcome: ReviewOutcome.Merge))));
        ReviewVerdict early = Verdict();
        early.DecidedOn = Civil.Date("2025-12-31");
        Assert.Equal("review_verdict.decided_on", await Field(() => server.Decide("v", early)));

        CreateReviewVerdictResponse first = await server.Decide("v1", Verdict());
        Assert.Equal("review_verdict", await Field(() => server.Decide("v2", Verdict(outcome: ReviewOutcome.Abolish))));
        ReviewVerdict abolished = Verdict(outcome: ReviewOutcome.Abolish);
        CorrectReviewVerdictResponse corrected = await server.Reviews.CorrectReviewVerdictAsync(
            new CorrectReviewVerdictRequest { RequestId = NewId, Name = "reviewVerdicts/v1", Etag = first.ReviewVerdict.Etag, ReviewVerdict = abolished });
        Assert.Equal((ReviewOutcome.Abolish, first.Record.Record), (corrected.ReviewVerdict.Outcome, corrected.Record.Corrects));

        // As it was known when the first was entered.
        var then = new ListReviewVerdictsRequest { Parent = "units/-", KnownAt = first.Record.RecordTime };
        Assert.Equal(ReviewOutcome.Amend, (await server.Reviews.ListReviewVerdictsAsync(then)).ReviewVerdicts.Single().Outcome);
        ListReviewRecordsResponse records = await server.Reviews.ListReviewRecordsAsync(new ListReviewRecordsRequest());
        Assert.Equal([true, false, true], records.Records.Select(r => r.Standing));
        Assert.Equal("round", await Field(async () => await server.Reviews.ListReviewItemsAsync(new ListReviewItemsRequest { Round = "reviewRounds/none", Parent = "units/-" })));
    }

    private static async Task<string?> Field(Func<Task> call)
    {
        Refused refused = await Refused.By(call);
        return refused.Fields is [string first, ..] ? first : refused.Metadata.GetValueOrDefault("field");
    }
}
