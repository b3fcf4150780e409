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
    }

    private static Metadata As(string caller) => new() { { "reform-caller", caller } };

    private static async Task Denied<T>(string caller, Func<Metadata, AsyncUnaryCall<T>> call) =>
        Assert.Equal("ACCESS_DENIED", (await Refused.By(async () => await call(As(caller)))).Reason);
}
