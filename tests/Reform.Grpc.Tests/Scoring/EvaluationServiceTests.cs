using System.Globalization;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Reform.Grpc.Tests.Rpc;
using Reform.Scoring.V1;
using static Reform.Grpc.Tests.Scoring.EvaluationWorld;
using static Reform.Grpc.Tests.Scoring.ScoringWorld;

namespace Reform.Grpc.Tests.Scoring;

/// <summary>The cap on excellence, heads, order, comparison and lists over the wire.</summary>
public sealed class EvaluationServiceTests
{
    [Fact]
    public async Task The_cap_has_the_places_of_each_reading_and_the_candidates_of_the_worked_example()
    {
        JsonNode example = Golden["capCase"]!;
        (TestServer server, _) = await Started(wards: "U1");
        await using TestServer _1 = server;
        // The on-time rate, which decides between equal indexes, is the second criterion; the first is the rest of the index.
        JsonObject Unit(string id, decimal index, decimal rate) => new()
        {
            ["id"] = id,
            ["group"] = "g",
            ["raw"] = new JsonObject { ["P"] = new JsonObject { ["score"] = Text(index - rate) }, ["T"] = new JsonObject { ["score"] = Text(rate) } },
        };
        decimal Number(JsonNode? node) => decimal.Parse((string)node!, CultureInfo.InvariantCulture);
        IEnumerable<JsonNode> units =
        [
            .. example["candidates"]!.AsArray().Select(c => Unit((string)c!["id"]!, Number(c["index"]), Number(c["onTimeRate"]))),
            .. Enumerable.Range(1, (int)example["goodBeforeDemotion"]!).Select(i => Unit("G" + i, 75, 0.5m)),
            .. Enumerable.Range(1, (int)example["others"]!).Select(i => Unit("O" + i, i == 1 ? 60.5m : 65, 0.5m)),
        ];
        await server.Scoring.ImportMeasuresAsync(new ImportMeasuresRequest
        {
            RequestId = NewId,
            Period = Year,
            Group = "g",
            Format = MeasureFormat.Json,
            Content = Bytes(new JsonObject { ["units"] = new JsonArray([.. units]) }),
        });
        async Task<ProposeExcellenceResponse> Ask(CapBase by = CapBase.Unspecified, string share = "", params string[] ties) =>
            await server.Scoring.ProposeExcellenceAsync(new ProposeExcellenceRequest { Period = Year, Group = "g", Base = by, Share = share, TieBreaks = { ties }, LanguageCode = "en" });

        JsonNode expected = example["expected"]!;
        ProposeExcellenceResponse told = await Ask(ties: "T");
        Assert.Equal((CapBase.AfterDemotion, "0.2", 11, 14, 5), (told.Base, told.Share, told.Candidates, told.Good, told.Others));
        Assert.Equal(
            [
                (CapBase.AfterDemotion, (int)expected["postDemotionBase"]!["seats"]!), (CapBase.BeforeDemotion, (int)expected["preDemotionBase"]!["seats"]!),
                (CapBase.GoodOrBetter, (int)expected["naiveGoodOrBetter"]!["seats"]!), (CapBase.WholeGroup, (int)expected["naiveWholeGroup"]!["seats"]!),
            ],
            told.Readings.Select(r => (r.Base, r.Seats)));
        Assert.Equal(expected["selected"]!.AsArray().Select(s => "units/" + s).Order(StringComparer.Ordinal), told.Excellent.Order(StringComparer.Ordinal));
        Assert.Equal((7, 0, 0), (told.Demoted.Count, told.Undecided.Count, told.UndecidedSeats));
        Assert.Equal("At most 4 of 11 candidates are excellent: 0.2 × those rated good after surplus candidates are demoted", told.Reasons[0].Text);
        Assert.Equal(["units/O1"], told.Indeterminate);

        // Without anything to tell them apart two are left to the competent level.
        ProposeExcellenceResponse tied = await Ask();
        Assert.Equal((["units/K01", "units/K02", "units/K03"], ["units/K04", "units/K05"], 1), (tied.Excellent, tied.Undecided, tied.UndecidedSeats));
        Assert.Equal(2, (await Ask(CapBase.BeforeDemotion)).Seats);
        Assert.Equal((int)expected["postDemotionAt25Percent"]!["seats"]!, (await Ask(share: "0.25")).Seats);

        Assert.Equal("share", (await Refused.By(() => Ask(share: "1.01"))).Fields.Single());
        Refused leaf = await Refused.By(() => Ask(ties: ["T", "Z"]));
        Assert.Equal(("RESOURCE_NOT_FOUND", "tie_breaks[1]"), (leaf.Reason, leaf.Metadata["field"]));
        Assert.Equal(("REGISTER_CONFLICT", "period"), await ReasonOf(async () => await server.Scoring.ProposeExcellenceAsync(new ProposeExcellenceRequest { Period = "2027", Group = "g" })));
    }

    [Fact]
    public async Task A_head_is_rated_after_the_unit_and_not_above_it()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        await server.Measure(Measured("U1", "80"));
        Assert.Equal(("REGISTER_CONFLICT", "entries[0].fact.rating.unit"), await ReasonOf(() => server.Enter(Head("U1", RatingLevel.Good, "2026-02-01"))));
        ScoreResult good = await server.Publish("U1", "2026-02-01");
        // On the day before, the unit had no result.
        Assert.Equal(("REGISTER_CONFLICT", "entries[0].fact.rating.unit"), await ReasonOf(() => server.Enter(Head("U1", RatingLevel.Good, "2026-01-31"))));
        Refused above = await Refused.By(() => server.Enter(Head("U1", RatingLevel.Excellent, "2026-02-02")));
        Assert.Equal(["entries[0].fact.rating.level"], above.Fields);
        await server.Enter(Head("U1", RatingLevel.Good, "2026-02-02"));
        Assert.Equal(("REGISTER_CONFLICT", "entries[0].fact.rating.subject"), await ReasonOf(() => server.Enter(Head("U1", RatingLevel.Completed, "2026-02-03", "h2"))));

        async Task<ProposeHeadRatingResponse> Ask(RatingLevel level, string asOf) => await server.Scoring.ProposeHeadRatingAsync(
            new ProposeHeadRatingRequest { Unit = "units/U1", Period = Year, Level = level, AsOf = Civil.Date(asOf), LanguageCode = "en" });
        Assert.Equal((RatingLevel.Good, "head_not_above_collective"), Told(await Ask(RatingLevel.Excellent, "2026-02-01")));
        Assert.Equal((RatingLevel.Completed, "head_as_proposed"), Told(await Ask(RatingLevel.Completed, "2026-02-01")));
        Assert.Equal((RatingLevel.Unspecified, "collective_not_rated"), Told(await Ask(RatingLevel.Completed, "2026-01-31")));
        Assert.Equal("level", (await Refused.By(() => Ask(RatingLevel.Indeterminate, "2026-02-01"))).Fields.Single());

        // What was decided stays when the unit is rated anew; a correction of it has to fit again.
        await server.Measure(Measured("U1", "55"), await EtagOf(server, "U1"));
        await server.Publish("U1", "2026-02-05", etag: good.Etag);
        ScoringFact kept = (await server.Scoring.GetScoringFactAsync(new GetScoringFactRequest { Name = "ratings/h1" })).Fact;
        Assert.Equal(RatingLevel.Good, kept.Rating.Level);
        EnterScoringFactsRequest correction = Entering(Head("U1", RatingLevel.Good, "2026-02-06"));
        correction.Entries[0].Etag = kept.Rating.Etag;
        Assert.Equal(("REGISTER_CONFLICT", "entries[0].fact.rating.level"), await ReasonOf(async () => await server.Scoring.EnterScoringFactsAsync(correction)));
        correction.Entries[0].Fact.Rating.Level = RatingLevel.Completed;
        await server.Scoring.EnterScoringFactsAsync(correction);
        await server.Restart();
        Assert.Equal(RatingLevel.Completed, (await server.Scoring.GetScoringFactAsync(new GetScoringFactRequest { Name = "ratings/h1" })).Fact.Rating.Level);
    }

    [Fact]
    public async Task Lower_units_are_rated_before_the_upper_one()
    {
        (TestServer server, _) = await Started(wards: ["U1", "U2"]);
        await using TestServer _1 = server;
        await server.Measure(Measured("U1", "80"));
        await server.Measure(Measured("city", "80", group: "h"));
        Refused early = await Refused.By(() => server.Publish("city", "2026-02-01"));
        Assert.Equal(("REGISTER_CONFLICT", "unit"), (early.Reason, early.Fields.Single()));
        // The order is prescribed from 30 August 2025 on; U2 is not evaluated at all.
        await server.Scoring.PublishResultAsync(new PublishResultRequest(Result("city", "2025-08-29")) { ValidateOnly = true });
        await server.Publish("U1", "2026-02-02");
        Assert.Equal(("REGISTER_CONFLICT", "unit"), await ReasonOf(() => server.Publish("city", "2026-02-01")));
        Assert.Equal(RatingLevel.Good, (await server.Publish("city", "2026-02-02")).Level);
    }

    [Fact]
    public async Task Where_no_rule_matches_people_decide_below_excellence()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        await server.Measure(Measured("U1", "60.5"));
        Assert.Equal(("INVALID_FIELD", "level"), await ReasonOf(() => server.Publish("U1", "2026-02-01", RatingLevel.Excellent)));
        ScoreResult left = await server.Publish("U1", "2026-02-01");
        Assert.Equal(RatingLevel.Indeterminate, left.Level);
        Assert.Equal(RatingLevel.Completed, (await server.Publish("U1", "2026-02-02", RatingLevel.Completed, left.Etag)).Level);
    }

    [Fact]
    public async Task Results_are_compared_between_versions_that_match_and_refused_with_the_reason_otherwise()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        foreach ((string period, string points) in ((string, string)[])[("2024", "70"), (Year, "82.5"), ("2026", "80")])
        {
            await server.Measure(Measured("U1", points, "0.25", period));
            await server.Publish("U1", "2026-02-01", period: period);
        }

        CompareResultsRequest Between(string earlier, string later) => new() { Unit = "units/U1", EarlierPeriod = earlier, LaterPeriod = later, LanguageCode = "en" };
        CompareResultsResponse told = await server.Scoring.CompareResultsAsync(Between("2024", Year));
        Assert.Equal(("70.25", "82.75", "12.5"), (told.Earlier, told.Later, told.Change));
        Assert.Equal("The index went from 70.25 to 82.75: +12.5 points", told.Reason.Text);
        Assert.Equal([("P", "70", "82.5", "12.5"), ("T", "0.25", "0.25", "0")], told.Leaves.Select(l => (l.Leaf, l.Earlier, l.Later, l.Change)));

        Task<(string, string)> Why(string earlier, string later, Google.Type.Date? asOf = null) => ReasonOf(async () =>
            await server.Scoring.CompareResultsAsync(new CompareResultsRequest(Between(earlier, later)) { AsOf = asOf }));
        Assert.Equal(("REGISTER_CONFLICT", "later_period"), await Why(Year, "2026"));
        Assert.Equal(("INVALID_FIELD", "later_period"), await Why(Year, "2024"));
        Assert.Equal(("INVALID_FIELD", "later_period"), await Why("2024", "2025-Q1"));
        Assert.Equal(("RESOURCE_NOT_FOUND", "earlier_period"), await Why("2024", Year, Civil.Date("2026-01-31")));
    }

    [Fact]
    public async Task Evaluations_and_results_are_listed_by_filter_and_as_of_a_day()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        await server.Enter(Round("r", "U1", "U3"));
        await server.Measure(Measured("U1", "80"));
        await server.Measure(Measured("U2", "95", group: "h"));
        AppraiseScoreRequest appraise = new() { RequestId = NewId, Unit = "units/U1", Period = Year, On = Civil.Date("2026-01-12"), AppraiserUnit = "units/city", DisputeUntil = Civil.Date("2026-01-20"), Scores = { Points("P", "40", "thiếu") } };
        appraise.Etag = (await server.Scoring.RecordSelfScoreAsync(new RecordSelfScoreRequest { RequestId = NewId, Unit = "units/U1", Period = Year, On = Civil.Date("2026-01-08"), Scores = { Points("P", "80") } })).Appraisal.Etag;
        await server.Scoring.AppraiseScoreAsync(appraise);
        ScoreResult first = await server.Publish("U1", "2026-01-25");
        ScoreResult again = await server.Publish("U1", "2026-02-05", etag: first.Etag);

        async Task<Evaluation[]> List(Action<ListEvaluationsRequest>? change = null)
        {
            var request = new ListEvaluationsRequest { Parent = "units/-" };
            change?.Invoke(request);
            return [.. (await server.Scoring.ListEvaluationsAsync(request)).Evaluations];
        }

        Evaluation[] all = await List();
        Assert.Equal(["units/U1", "units/U2", "units/U3"], all.Select(e => e.Unit));
        Assert.Equal(("g", "criteriaSets/s", 1, true, AppraisalState.Appraised, "40", RatingLevel.NotCompleted, 2), (
            all[0].Group, all[0].CriteriaSet, all[0].CriteriaVersion, all[0].Measured, all[0].AppraisalState, all[0].Index, all[0].ComputedLevel, all[0].ResultVersion));
        Assert.Equal((false, "g", "", RatingLevel.Unspecified, 0, Civil.Date("2026-01-31")), (
            all[2].Measured, all[2].Group, all[2].Index, all[2].ComputedLevel, all[2].ResultVersion, all[2].ResultDueOn));
        Assert.Equal(["units/U2"], (await List(r => r.Group = "h")).Select(e => e.Unit));
        Assert.Equal(["units/U2", "units/U3"], (await List(r => r.WithoutResult = true)).Select(e => e.Unit));
        Assert.Equal(["units/U1"], (await List(r => r.AppraisalState = AppraisalState.Appraised)).Select(e => e.Unit));
        Assert.Empty(await List(r => r.Period = "2024"));
        // Before the appraisal the unit's own points stood beside the computed ones.
        Evaluation then = (await List(r => (r.Parent, r.AsOf) = ("units/U1", Civil.Date("2026-01-11")))).Single();
        Assert.Equal((AppraisalState.SelfScored, "80", 0), (then.AppraisalState, then.Index, then.ResultVersion));
        AppraisalState[] states = await Task.WhenAll(((string[])["2026-01-08", "2026-01-11", "2026-01-12"]).Select(async d => (await server.Scoring.GetAppraisalAsync(
            new GetAppraisalRequest { Unit = "units/U1", Period = Year, AsOf = Civil.Date(d) })).Appraisal.State));
        Assert.Equal([AppraisalState.SelfScored, AppraisalState.SelfScored, AppraisalState.Appraised], states);
        Assert.Equal(("RESOURCE_NOT_FOUND", "unit"), await ReasonOf(async () => await server.Scoring.GetAppraisalAsync(
            new GetAppraisalRequest { Unit = "units/U1", Period = Year, AsOf = Civil.Date("2026-01-07") })));

        async Task<ScoreResult[]> Results(string unit = "units/-", string asOf = "", RatingLevel level = RatingLevel.Unspecified, string group = "") =>
            [.. (await server.Scoring.ListResultsAsync(new ListResultsRequest { Unit = unit, AsOf = asOf.Length == 0 ? null : Civil.Date(asOf), Level = level, Group = group })).Results];
        Assert.Equal([first, again], await Results());
        Assert.Equal([first], await Results(asOf: "2026-02-04"));
        Assert.Equal([again], await Results(asOf: "2026-02-05"));
        Assert.Empty(await Results(asOf: "2026-01-24"));
        Assert.Empty(await Results(group: "h"));
        Assert.Empty(await Results(level: RatingLevel.Good));
        Assert.Equal([first, again], await Results("units/U1", level: RatingLevel.NotCompleted));

        CriteriaSet[] sets = [.. (await server.Scoring.ListCriteriaSetsAsync(new ListCriteriaSetsRequest { EffectiveOn = Civil.Date("2026-01-01"), Group = "g" })).CriteriaSets];
        Assert.Equal([2], sets.Select(s => s.Version));
        Assert.Empty((await server.Scoring.ListCriteriaSetsAsync(new ListCriteriaSetsRequest { Group = "x" })).CriteriaSets);
    }

    [Fact]
    public async Task Listings_stay_as_they_were_while_something_is_entered()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        int n = 0;
        async Task Another()
        {
            string unit = "N" + n++.ToString("00", CultureInfo.InvariantCulture);
            await server.Measure(Measured(unit, n % 2 == 0 ? "95" : "30", group: n % 2 == 0 ? "g" : "h"));
            await server.Publish(unit, "2026-02-01");
            await server.Enter(Shown(unit, "1", unit));
        }

        for (int i = 0; i < 12; i++)
        {
            await Another();
        }

        await Paging.HoldsItsState<ListEvaluationsRequest, ListEvaluationsResponse>(r => server.Scoring.ListEvaluationsAsync(r), new ListEvaluationsRequest { Parent = "units/-" }, Another);
        await Paging.HoldsItsState<ListResultsRequest, ListResultsResponse>(r => server.Scoring.ListResultsAsync(r), new ListResultsRequest { Unit = "units/-" }, Another);
        await Paging.HoldsItsState<ListScoringFactsRequest, ListScoringFactsResponse>(r => server.Scoring.ListScoringFactsAsync(r), new ListScoringFactsRequest { Parent = "units/-" }, Another);
        await Paging.HoldsItsState<ListScoringRecordsRequest, ListScoringRecordsResponse>(
            r => server.Scoring.ListScoringRecordsAsync(r), new ListScoringRecordsRequest { Parent = "units/-", Kind = ScoringFactKind.Shown }, Another);
        await Paging.HoldsItsState<ListRatingEntriesRequest, ListRatingEntriesResponse>(
            r => server.Scoring.ListRatingEntriesAsync(r), new ListRatingEntriesRequest { Parent = "units/-", Period = Year, List = RatingListKind.Remind }, Another);
        await Paging.HoldsItsState<EvaluateScoringRequest, EvaluateScoringResponse>(
            r => server.Scoring.EvaluateScoringAsync(r), new EvaluateScoringRequest { Parent = "units/-" }, Another);
    }

    [Fact]
    public async Task Lists_put_before_people_whom_to_commend_to_remind_and_to_decide_about()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        foreach ((string unit, string then, string now) in ((string, string, string)[])[("U1", "80", "80"), ("U2", "30", "40"), ("U3", "80", "40"), ("U4", "30", "65")])
        {
            await server.Measure(Measured(unit, then, period: "2024"));
            await server.Publish(unit, "2025-02-01", period: "2024");
            await server.Measure(Measured(unit, now));
            await server.Publish(unit, "2026-02-01");
        }

        await server.Enter(Head("U1", RatingLevel.Good, "2026-02-02"));
        async Task<RatingListEntry[]> List(RatingListKind list, string parent = "units/-", string asOf = "2026-02-15") =>
            [.. (await server.Scoring.ListRatingEntriesAsync(new ListRatingEntriesRequest { Parent = parent, Period = Year, List = list, AsOf = Civil.Date(asOf), LanguageCode = "en" })).Entries];
        Assert.Equal(
            [("units/U1", RatingSubject.Collective, ""), ("units/U1", RatingSubject.Head, "positions/chair")],
            (await List(RatingListKind.Commend)).Select(e => (e.Unit, e.Subject, e.Position)));
        Assert.Equal(["units/U2", "units/U3"], (await List(RatingListKind.Remind)).Select(e => e.Unit));
        RatingListEntry twice = (await List(RatingListKind.ForDecision)).Single();
        Assert.Equal(("units/U2", "Not completed in two periods running: 2024 and 2025; people decide, nothing follows by itself"), (twice.Unit, twice.Reason.Text));
        Assert.Empty(await List(RatingListKind.Remind, "units/U1"));
        Assert.Empty(await List(RatingListKind.ForDecision, asOf: "2026-01-31"));
        Assert.Equal("list", (await Refused.By(() => List(RatingListKind.Unspecified))).Fields.Single());
    }

    [Fact]
    public async Task What_is_entered_comes_back_is_corrected_by_etag_and_known_as_of_then()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        await server.Measure(Measured("U1", "80"));
        await server.Publish("U1", "2026-01-25");
        EnterScoringFactsRequest request = Entering(Round("r", "U1", "U2"), Head("U1", RatingLevel.Good, "2026-02-02"), Shown("U1", "80", comparedWith: "2024"));
        EnterScoringFactsResponse made = await server.Scoring.EnterScoringFactsAsync(request);
        Assert.Equal(made, await server.Scoring.EnterScoringFactsAsync(request));
        await server.Restart();
        ScoringFact[] kept = [.. (await server.Scoring.ListScoringFactsAsync(new ListScoringFactsRequest { Parent = "units/-" })).Facts];
        foreach ((ScoringFact given, ScoringFact back, string etag) in request.Entries.Select(e => e.Fact).Zip(kept, made.Records.Select(r => r.Record)))
        {
            IMessage inside = (IMessage)ScoringFact.Descriptor.Oneofs[0].Accessor.GetCaseFieldDescriptor(given).Accessor.GetValue(given);
            inside.Descriptor.FindFieldByName("etag").Accessor.SetValue(inside, etag);
            Assert.Equal(given, back);
        }

        Assert.Equal(["evaluationRounds/r"], (await server.Scoring.ListScoringFactsAsync(new ListScoringFactsRequest { Parent = "units/city" })).Facts.Select(f => f.Round.Name));
        Assert.Equal(("REGISTER_CONFLICT", "entries[0].fact.round.group"), await ReasonOf(() => server.Enter(Round("r2", "U3"))));
        EnterScoringFactsRequest strike = Entering(new ScoringFact { Round = new EvaluationRound { Name = "evaluationRounds/r" } });
        (strike.Entries[0].Etag, strike.Entries[0].StruckOut) = (kept[0].Round.Etag, true);
        EnterScoringFactsResponse struck = await server.Scoring.EnterScoringFactsAsync(strike);
        await server.Enter(Round("r2", "U3"));
        EnterScoringFactsRequest stale = Entering(Round("r2"));
        stale.Entries[0].Etag = kept[0].Round.Etag;
        Assert.Equal("ETAG_MISMATCH", (await Refused.By(async () => await server.Scoring.EnterScoringFactsAsync(stale))).Reason);
        var get = new GetScoringFactRequest { Name = "evaluationRounds/r", KnownAt = Organizations.OrganizationWorld.Before(struck.Records[0].RecordTime) };
        Assert.Equal(kept[0], (await server.Scoring.GetScoringFactAsync(get)).Fact);
        Assert.Equal(("RESOURCE_NOT_FOUND", "name"), await ReasonOf(async () => await server.Scoring.GetScoringFactAsync(new GetScoringFactRequest { Name = "evaluationRounds/r" })));
    }

    private static (RatingLevel, string) Told(ProposeHeadRatingResponse response) => (response.Level, response.Reason.Code);

    private static async Task<string> EtagOf(TestServer server, string unit) =>
        (await server.Scoring.GetMeasuresAsync(new GetMeasuresRequest { Unit = "units/" + unit, Period = Year })).UnitMeasures.Etag;

    private static async Task<(string Reason, string Field)> ReasonOf(Func<Task> call)
    {
        Refused refused = await Refused.By(call);
        return (refused.Reason, refused.Fields.Count > 0 ? refused.Fields[0] : refused.Metadata.GetValueOrDefault("field", ""));
    }
}
