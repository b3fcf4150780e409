using Grpc.Core;
using Reform.Organizations.V1;
using Reform.Scoring.V1;
using static Reform.Grpc.Tests.Scoring.ScoringWorld;

namespace Reform.Grpc.Tests.Access;

/// <summary>A unit enters its own measures and self-score; whoever appraises does so for the unit that appraises.</summary>
public sealed class ScoringAccessTests
{
    private static readonly string[] Settings =
    [
        "--Access:Callers:root=scoring_editor:*,scoring_clerk:*,organization_editor:*",
        "--Access:Callers:clerk=scoring_clerk:U2",
        "--Access:Callers:org=scoring_editor:org",
        "--Access:Callers:both=scoring_editor:org,scoring_editor:U2",
    ];

    [Fact]
    public async Task Each_enters_what_is_its_own()
    {
        await using TestServer server = await Start(Settings);
        foreach (string unit in (string[])["U1", "U2", "org"])
        {
            await server.Organizations.CreateUnitAsync(
                new CreateUnitRequest
                {
                    RequestId = NewId,
                    UnitId = unit,
                    Unit = new Unit { DisplayName = new Reform.Registers.V1.BilingualText { Vi = unit }, Kind = BodyKind.PeoplesCommittee, Level = OrganizationLevel.Commune },
                },
                As("root"));
        }

        RecordSelfScoreRequest Self(string unit) => new() { RequestId = NewId, Unit = unit, Period = Period, On = Civil.Date("2026-01-05"), Scores = { Points("A1", "2") } };
        await Denied("clerk", h => server.Scoring.RecordSelfScoreAsync(Self("units/U1"), h));
        await Denied("org", h => server.Scoring.RecordSelfScoreAsync(Self("units/U2"), h));
        string etag = (await server.Scoring.RecordSelfScoreAsync(Self("units/U2"), As("clerk"))).Appraisal.Etag;

        AppraiseScoreRequest Appraise(string appraiser) => new()
        {
            RequestId = NewId,
            Unit = "units/U2",
            Period = Period,
            Etag = etag,
            On = Civil.Date("2026-01-10"),
            AppraiserUnit = appraiser,
            DisputeUntil = Civil.Date("2026-01-10"),
        };
        await Denied("clerk", h => server.Scoring.AppraiseScoreAsync(Appraise("units/org"), h));
        await Denied("org", h => server.Scoring.AppraiseScoreAsync(Appraise("units/other"), h));
        await Denied("org", h => server.Scoring.AppraiseScoreAsync(Appraise(""), h));
        etag = (await server.Scoring.AppraiseScoreAsync(Appraise("units/org"), As("org"))).Appraisal.Etag;

        var close = new CloseAppraisalRequest { RequestId = NewId, Unit = "units/U2", Period = Period, Etag = etag, On = Civil.Date("2026-01-11") };
        await Denied("clerk", h => server.Scoring.CloseAppraisalAsync(close, h));
        Assert.Equal(AppraisalState.Closed, (await server.Scoring.CloseAppraisalAsync(close, As("org"))).Appraisal.State);

        await Denied("clerk", h => server.Scoring.ListScoresAsync(new ListScoresRequest { Period = Period, Group = "xa-phuong" }, h));
        await Denied("clerk", h => server.Scoring.ExplainScoreAsync(new ExplainScoreRequest { Period = Period, Unit = "units/U1" }, h));
        Assert.Equal("units/U2", (await server.Scoring.ExplainScoreAsync(new ExplainScoreRequest { Period = Period, Unit = "units/U2" }, As("clerk"))).Score.Unit);
        await Denied("org", h => server.Scoring.PublishCriteriaSetAsync(Publication(SetFile()), h));

        // A rating is entered by who decides, for the unit whose head it is; what concerns everybody is told to who reads everything.
        await server.Scoring.PublishResultAsync(
            new PublishResultRequest { RequestId = NewId, Unit = "units/U2", Period = Period, DecidedBy = "units/org", DecidedOn = Civil.Date("2026-02-01") }, As("org"));
        EnterScoringFactsRequest Rated(string unit, string decidedBy)
        {
            ScoringFact head = Scoring.EvaluationWorld.Head(unit, RatingLevel.Completed, "2026-02-02");
            head.Rating.DecidedBy = decidedBy;
            return Scoring.EvaluationWorld.Entering(head);
        }

        await Denied("org", h => server.Scoring.EnterScoringFactsAsync(Rated("U2", "units/org"), h));
        await Denied("both", h => server.Scoring.EnterScoringFactsAsync(Rated("U2", "units/U1"), h));
        await server.Scoring.EnterScoringFactsAsync(Rated("U2", "units/org"), As("both"));
        await Denied("org", h => server.Scoring.GetScoringFactAsync(new GetScoringFactRequest { Name = "ratings/h1" }, h));
        await Denied("clerk", h => server.Scoring.GetScoringFactAsync(new GetScoringFactRequest { Name = "ratings/none" }, h));
        Assert.Equal("units/U2", (await server.Scoring.GetScoringFactAsync(new GetScoringFactRequest { Name = "ratings/h1" }, As("clerk"))).Fact.Rating.Unit);
        await Denied("clerk", h => server.Scoring.ListResultsAsync(new ListResultsRequest { Unit = "units/-" }, h));
        await Denied("clerk", h => server.Scoring.ListEvaluationsAsync(new ListEvaluationsRequest { Parent = "units/-" }, h));
        await Denied("clerk", h => server.Scoring.ProposeExcellenceAsync(new ProposeExcellenceRequest { Period = Period, Group = "xa-phuong" }, h));
        await Denied("clerk", h => server.Scoring.CompareResultsAsync(new CompareResultsRequest { Unit = "units/U1", EarlierPeriod = "2024", LaterPeriod = Period }, h));
        await Denied("clerk", h => server.Scoring.EvaluateScoringAsync(new EvaluateScoringRequest { Parent = "units/U1" }, h));
        Assert.Single((await server.Scoring.ListResultsAsync(new ListResultsRequest { Unit = "units/U2" }, As("clerk"))).Results);
    }

    private static Metadata As(string caller) => new() { { "reform-caller", caller } };

    private static async Task Denied<T>(string caller, Func<Metadata, AsyncUnaryCall<T>> call) =>
        Assert.Equal("ACCESS_DENIED", (await Refused.By(async () => await call(As(caller)))).Reason);
}
