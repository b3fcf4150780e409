using Grpc.Core;
using Reform.Compliance.V1;
using Reform.Grpc.Tests.Compliance;
using Reform.Grpc.Tests.Programmes;
using Reform.Scoring.V1;
using static Reform.Grpc.Tests.Scoring.EvaluationWorld;
using static Reform.Grpc.Tests.Scoring.ScoringWorld;

namespace Reform.Grpc.Tests.Scoring;

/// <summary>The rules CR-EVA over what is stored: what is found is kept, and follows whatever is recorded. Today is 15 February 2026.</summary>
public sealed class EvaluationFindingTests
{
    [Fact]
    public async Task Findings_are_opened_changed_and_resolved_as_evaluations_go_on()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;

        // Everything was due in January: nobody scored itself, nobody has a result.
        await server.Enter(Round("r", "U1", "U2"));
        Assert.Equal(["CR-EVA-03 evaluations/2025%2FU1", "CR-EVA-03 evaluations/2025%2FU2", "CR-EVA-16 evaluations/2025%2FU1", "CR-EVA-16 evaluations/2025%2FU2"], await Found(server));

        // U1 names what its points were counted from, U2 does not. Its self-score was late.
        await server.Measure(Measured("U1", "95", facts: "12-BC"));
        await server.Measure(Measured("U2", "80"));
        await SelfScore(server, "U1", "2026-01-10", "90");
        await SelfScore(server, "U2", "2026-01-11", "80");
        ScoreResult first = await server.Publish("U1", "2026-01-30", RatingLevel.Excellent);
        Assert.Equal(
            ["CR-EVA-03 evaluations/2025%2FU2", "CR-EVA-09 peerGroups/2025%2Fg ?", "CR-EVA-16 evaluations/2025%2FU2"], await Found(server));

        // One excellent of one good: 20% of 1 is no place. Nothing shows the points of U2.
        await server.Publish("U2", "2026-01-31");
        Assert.Equal(["CR-EVA-03 evaluations/2025%2FU2", "CR-EVA-06 evaluations/2025%2FU2", "CR-EVA-09 peerGroups/2025%2Fg"], await Found(server));

        // The evidence is named later on.
        await server.Measure(Measured("U2", "80", facts: "13-BC"), await EtagOf(server, "U2"));
        Assert.Equal(["CR-EVA-03 evaluations/2025%2FU2", "CR-EVA-09 peerGroups/2025%2Fg"], await Found(server));
        Finding shown = (await server.Compliance.ListFindingsAsync(new ListFindingsRequest { Parent = "units/U2", Subject = "evaluations/2025%2FU2", RuleCode = "CR-EVA-06" })).Findings.Single();
        Assert.Equal((FindingState.Resolved, "units/U2"), (shown.State, shown.Unit));
        Assert.Equal(
            [FindingEventKind.Opened, FindingEventKind.Resolved],
            (await server.Compliance.GetFindingAsync(new GetFindingRequest { Name = shown.Name })).Finding.History.Select(h => h.Kind));

        // The head was not above the unit until the unit was rated anew; then two are good and none is excellent.
        await server.Enter(Head("U1", RatingLevel.Excellent, "2026-02-01"));
        Assert.DoesNotContain(await Found(server), f => f.StartsWith("CR-EVA-11", StringComparison.Ordinal));
        ScoreResult second = await server.Publish("U1", "2026-02-03", RatingLevel.Good, first.Etag);
        Assert.Equal(["CR-EVA-03 evaluations/2025%2FU2", "CR-EVA-11 periodRatings/2025%2FU1%2Fhead"], await Found(server));

        // What the board shows on 10 February is neither the first nor the second result, and compares with a year of other criteria.
        ScoringFact next = Round("next", "U1");
        (next.Round.Period, next.Round.SelfScoreDueOn, next.Round.ResultDueOn) = ("2026", Civil.Date("2027-01-10"), Civil.Date("2027-01-31"));
        await server.Enter(next);
        await server.Measure(Measured("U1", "80", period: "2026"));
        EnterScoringFactsResponse seen = await server.Enter(Shown("U1", "96", comparedWith: "2026"));
        Assert.Equal(
            ["CR-EVA-03 evaluations/2025%2FU2", "CR-EVA-11 periodRatings/2025%2FU1%2Fhead", "CR-EVA-13 shownResults/s1", "CR-EVA-14 evaluations/2025%2FU1"], await Found(server));
        EnterScoringFactsRequest strike = Entering(Shown("U1", "96"));
        (strike.Entries[0].Etag, strike.Entries[0].StruckOut) = (seen.Records[0].Record, true);
        await server.Scoring.EnterScoringFactsAsync(strike);
        Assert.Equal(["CR-EVA-03 evaluations/2025%2FU2", "CR-EVA-11 periodRatings/2025%2FU1%2Fhead"], await Found(server));
        await server.Enter(Shown("U1", second.Score.Index, "s2"));
        Assert.Equal(2, (await Found(server)).Length);

        // A head without the reform criterion in the yearly rating.
        EnterScoringFactsRequest without = Entering(Head("U1", RatingLevel.Good, "2026-02-04"));
        without.Entries[0].Etag = (await server.Scoring.GetScoringFactAsync(new GetScoringFactRequest { Name = "ratings/h1" })).Fact.Rating.Etag;
        without.Entries[0].Fact.Rating.ReformWeight = "0";
        await server.Scoring.EnterScoringFactsAsync(without);
        Assert.Equal(["CR-EVA-03 evaluations/2025%2FU2", "CR-EVA-15 periodRatings/2025%2FU1%2Fhead"], await Found(server));

        await server.Restart();
        Assert.Equal(["CR-EVA-03 evaluations/2025%2FU2", "CR-EVA-15 periodRatings/2025%2FU1%2Fhead"], await Found(server));
    }

    [Fact]
    public async Task Not_completed_twice_is_found_once_the_period_before_is_known()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        await server.Measure(Measured("U1", "40", facts: "1"));
        await server.Publish("U1", "2026-02-01");
        Assert.Contains("CR-EVA-10 periodRatings/2025%2FU1 ?", await Found(server));
        await server.Measure(Measured("U1", "30", period: "2024", facts: "1"));
        await server.Publish("U1", "2026-02-01", period: "2024");
        Assert.Contains("CR-EVA-10 periodRatings/2025%2FU1", await Found(server));
        Assert.Contains("CR-EVA-10 periodRatings/2024%2FU1 ?", await Found(server));
    }

    [Fact]
    public async Task No_level_and_a_result_out_of_order_are_found()
    {
        (TestServer server, _) = await Started(wards: "U1");
        await using TestServer _1 = server;
        await server.Measure(Measured("city", "60.5", group: "h", facts: "1"));
        await server.Publish("city", "2026-02-01");
        Assert.Contains("CR-EVA-12 evaluations/2025%2Fcity", await Found(server));
        // The ward's measures came only after the city was rated.
        await server.Measure(Measured("U1", "80", facts: "1"));
        Assert.DoesNotContain("CR-EVA-08 periodRatings/2025%2Fcity", await Found(server));
        await server.Publish("U1", "2026-02-02");
        Assert.Contains("CR-EVA-08 periodRatings/2025%2Fcity", await Found(server));
    }

    [Fact]
    public async Task Days_that_pass_are_judged_by_the_daily_run()
    {
        (TestServer server, TestClock clock) = await Started("2026-01-31");
        await using TestServer _1 = server;
        await server.Enter(Round("r", "U1"));
        Assert.Equal(["CR-EVA-03 evaluations/2025%2FU1"], await Found(server));
        clock.Set("2026-02-01");
        await Run(server, "units/U2");
        Assert.Equal(["CR-EVA-03 evaluations/2025%2FU1"], await Kept(server));
        await Run(server, "units/U1");
        Assert.Equal(["CR-EVA-03 evaluations/2025%2FU1", "CR-EVA-16 evaluations/2025%2FU1"], await Found(server));
    }

    [Fact]
    public async Task Bulk_closing_and_postponed_hard_tasks_of_programmes_are_signs_of_formalism()
    {
        (TestServer server, TestClock clock) = await ProgrammeWorld.Started();
        await using TestServer _1 = server;
        clock.Set("2026-12-31");
        await server.Scoring.PublishCriteriaSetAsync(Publication(File(1, "2026-01-01", "2027-01-01", 99, 1)));
        await server.Measure(Measured("ward", "80", period: "2026", facts: "1"));
        await server.Measure(Measured("board", "80", period: "2026", facts: "1"));
        await server.Publish("ward", "2026-12-31", period: "2026");
        await server.Publish("board", "2026-12-31", period: "2026");
        // Two more tasks of the ward are closed with one that was closed in February: 2 of 3 in the last days, of too few to say anything.
        await Close(server, "t1");
        await Add(server, 0);
        await Run(server, "units/-");
        Assert.DoesNotContain(await Found(server), f => f.StartsWith("CR-EVA-07", StringComparison.Ordinal));
        await Add(server, 1);
        await Add(server, 2);
        await Run(server, "units/-");
        // Four of five in the last five days of the year.
        Assert.Equal(["CR-EVA-07 evaluations/2026%2Fward"], (await Found(server)).Where(f => f.StartsWith("CR-EVA-07", StringComparison.Ordinal)));
        Finding found = (await server.Compliance.ListFindingsAsync(new ListFindingsRequest { Parent = "units/ward", RuleCode = "CR-EVA-07" })).Findings.Single();
        Assert.True(found.Rule.ForReview);
    }

    [Fact]
    public async Task What_does_not_apply_is_told_when_it_is_asked_for_and_only_of_the_unit_and_period()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        await server.Enter(Round("r", "U1"));
        await server.Measure(Measured("U2", "80"));
        await server.Publish("U2", "2026-02-01");
        EvaluateScoringResponse all = await server.Scoring.EvaluateScoringAsync(new EvaluateScoringRequest { Parent = "units/-", IncludePassed = true, PageSize = 1000 });
        // Every code that has a subject here: two sets, two evaluations, a rating, a group.
        Assert.Equal(
            ["CR-EVA-01", "CR-EVA-02", "CR-EVA-03", "CR-EVA-04", "CR-EVA-05", "CR-EVA-06", "CR-EVA-07", "CR-EVA-08", "CR-EVA-09", "CR-EVA-10", "CR-EVA-11", "CR-EVA-12", "CR-EVA-14", "CR-EVA-15", "CR-EVA-16"],
            all.Judgements.Select(j => j.Rule.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["criteriaSets/s%2F1", "criteriaSets/s%2F2"], all.Judgements.Where(j => j.Rule.Code == "CR-EVA-01" && j.Verdict == Verdict.Pass).Select(j => j.Subject));
        EvaluateScoringResponse one = await server.Scoring.EvaluateScoringAsync(new EvaluateScoringRequest { Parent = "units/U1", Period = Year, On = Civil.Date("2026-01-31") });
        Assert.Equal(["CR-EVA-03 evaluations/2025%2FU1"], one.Judgements.Select(j => j.Rule.Code + " " + j.Subject));
        Assert.Empty((await server.Scoring.EvaluateScoringAsync(new EvaluateScoringRequest { Parent = "units/U1", Period = "2024" })).Judgements);
    }

    // What is kept is what a judgement of everything finds: no change was missed.
    private static async Task<string[]> Found(TestServer server)
    {
        EvaluateScoringResponse judged = await server.Scoring.EvaluateScoringAsync(new EvaluateScoringRequest { Parent = "units/-", PageSize = 1000 });
        string[] anew = [.. judged.Judgements.Select(j => Line(j.Rule.Code, j.Subject, j.Verdict)).Order(StringComparer.Ordinal)];
        Assert.Equal(anew, await Kept(server));
        return anew;
    }

    private static async Task<string[]> Kept(TestServer server) =>
    [
        .. (await server.Compliance.ListFindingsAsync(new ListFindingsRequest { Parent = "units/-", States = { FindingState.Open }, PageSize = 1000 })).Findings
            .Select(f => Line(f.Rule.Code, f.Subject, f.Verdict)).Order(StringComparer.Ordinal),
    ];

    private static string Line(string code, string subject, Verdict verdict) => code + " " + subject + (verdict == Verdict.Unknown ? " ?" : "");

    private static async Task Run(TestServer server, string parent)
    {
        using AsyncServerStreamingCall<EvaluateCasesResponse> call = server.Compliance.EvaluateCases(new EvaluateCasesRequest { Parent = parent });
        await foreach (EvaluateCasesResponse progress in call.ResponseStream.ReadAllAsync())
        {
            Assert.Empty(progress.BrokenRules);
        }
    }

    private static async Task Add(TestServer server, int number)
    {
        string id = "extra" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await server.Enter(new Reform.Programmes.V1.ProgrammeFact { Task = ProgrammeWorld.NewTask(id, "2026-12-31", "units/ward") });
        await Close(server, id);
    }

    private static Task<Reform.Programmes.V1.EnterProgrammeFactsResponse> Close(TestServer server, string task) => server.Enter(new Reform.Programmes.V1.ProgrammeFact { Event = ProgrammeWorld.Completed(task, "2026-12-30") });

    private static async Task SelfScore(TestServer server, string unit, string on, string points) => await server.Scoring.RecordSelfScoreAsync(
        new RecordSelfScoreRequest { RequestId = NewId, Unit = "units/" + unit, Period = Year, On = Civil.Date(on), Scores = { Points("P", points) } });

    private static async Task<string> EtagOf(TestServer server, string unit) =>
        (await server.Scoring.GetMeasuresAsync(new GetMeasuresRequest { Unit = "units/" + unit, Period = Year })).UnitMeasures.Etag;
}
