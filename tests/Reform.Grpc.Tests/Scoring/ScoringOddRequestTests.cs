using CsCheck;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Reform.Grpc.Tests.Rpc;
using Reform.Scoring.V1;
using static Reform.Grpc.Tests.Scoring.EvaluationWorld;
using static Reform.Grpc.Tests.Scoring.ScoringWorld;

namespace Reform.Grpc.Tests.Scoring;

/// <summary>A hostile client: one odd value in one field of one request, random bytes, huge inputs, repeated request ids, old etags. Nothing of it is ever kept.</summary>
public sealed class ScoringOddRequestTests
{
    private static readonly ServiceDescriptor Service = ScoringService.Descriptor;

    [Fact]
    public async Task Every_question_answers_or_names_the_field()
    {
        await using TestServer server = await World();
        IMessage[] valid = [.. Questions()];
        Assert.Equal(
            Service.Methods.Select(m => m.InputType.Name).Except((await Changes(server)).Select(m => m.Descriptor.Name)).Order(StringComparer.Ordinal),
            valid.Select(m => m.Descriptor.Name).Distinct().Order(StringComparer.Ordinal));
        await Look(server, valid, 200);
    }

    [Fact]
    public async Task Every_change_is_taken_or_its_field_named()
    {
        await using TestServer server = await World();
        Dictionary<string, int> reasons = await Look(server, await Changes(server), 500);
        Assert.True(reasons.GetValueOrDefault("REGISTER_CONFLICT") > 50, string.Join(", ", reasons));
        Assert.True(reasons.GetValueOrDefault("ETAG_MISMATCH") > 50, string.Join(", ", reasons));
    }

    [Fact]
    public async Task Random_bytes_never_give_a_defect()
    {
        await using TestServer server = await World();
        string before = await Everything(server);
        var random = new PCG(7, 3);
        foreach (MethodDescriptor method in Service.Methods)
        {
            for (int i = 0; i < 40; i++)
            {
                byte[] bytes = [.. Enumerable.Range(0, (int)random.Next(60)).Select(_ => (byte)random.Next(256))];
                (_, string reason, _) = await OddRequests.Call(server, method, bytes);
                Assert.False(reason is "INTERNAL" or "STORAGE_UNAVAILABLE" || reason.StartsWith("no reason", StringComparison.Ordinal), method.Name + ": " + Convert.ToHexString(bytes));
            }
        }

        Assert.Equal(before, await Everything(server));
    }

    [Fact]
    public async Task Huge_inputs_are_refused_at_their_field_or_as_a_whole()
    {
        await using TestServer server = await World();
        string before = await Everything(server);
        async Task<(StatusCode, string, string)> Refusal(Func<Task> call)
        {
            Refused refused = await Refused.By(call);
            return (refused.Code, refused.Reason, refused.Fields.Count > 0 ? refused.Fields[0] : "");
        }

        UnitMeasures many = Measured("U9", "1");
        many.MissingEvidence.AddRange(Enumerable.Repeat("P", 10_001));
        Assert.Equal((StatusCode.InvalidArgument, "INVALID_FIELD", "unit_measures.missing_evidence"), await Refusal(() => server.Measure(many)));
        UnitMeasures digits = Measured("U9", new string('9', 100_000));
        Assert.Equal((StatusCode.InvalidArgument, "INVALID_FIELD", "unit_measures.leaves[0].measures[0].number"), await Refusal(() => server.Measure(digits)));
        ScoringFact round = Round("big", [.. Enumerable.Range(0, 10_001).Select(i => "N" + i)]);
        Assert.Equal((StatusCode.InvalidArgument, "INVALID_FIELD", "entries[0].fact.round.evaluated_units"), await Refusal(() => server.Enter(round)));
        EnterScoringFactsRequest entries = Entering([.. Enumerable.Range(0, 1001).Select(i => Shown("U1", "1", "n" + i))]);
        Assert.Equal((StatusCode.InvalidArgument, "INVALID_FIELD", "entries"), await Refusal(async () => await server.Scoring.EnterScoringFactsAsync(entries)));
        var ties = new ProposeExcellenceRequest { Period = Year, Group = "g", TieBreaks = { Enumerable.Repeat("P", 101) } };
        Assert.Equal((StatusCode.InvalidArgument, "INVALID_FIELD", "tie_breaks"), await Refusal(async () => await server.Scoring.ProposeExcellenceAsync(ties)));
        var file = new PublishCriteriaSetRequest { RequestId = NewId, PublishedOn = Civil.Date("2025-01-02"), Content = ByteString.CopyFrom(new byte[13 * 1024 * 1024]) };
        Assert.Equal((StatusCode.ResourceExhausted, "MESSAGE_TOO_LARGE", ""), await Refusal(async () => await server.Scoring.PublishCriteriaSetAsync(file)));
        var deep = new PublishCriteriaSetRequest { RequestId = NewId, PublishedOn = Civil.Date("2025-01-02"), Content = ByteString.CopyFromUtf8(new string('[', 1_000_000)) };
        Assert.Equal("INVALID_DATA_FILE", (await Refused.By(async () => await server.Scoring.PublishCriteriaSetAsync(deep))).Reason);
        Assert.Equal(before, await Everything(server));
    }

    [Fact]
    public async Task A_repeated_request_gets_its_answer_and_the_same_id_for_another_one_is_refused()
    {
        foreach (string name in Service.Methods.Select(m => m.Name).Where(n => n is "PublishCriteriaSet" or "ImportMeasures" or "RecordMeasures" or "AppraiseScore" or "PublishResult" or "EnterScoringFacts"))
        {
            await using TestServer server = await World();
            MethodDescriptor method = Service.FindMethodByName(name);
            IMessage request = (await Changes(server)).First(c => c.Descriptor == method.InputType);
            IFieldAccessor onlyLook = request.Descriptor.FindFieldByName("validate_only").Accessor;
            onlyLook.SetValue(request, false);
            Assert.Equal((StatusCode.OK, "", 0), await Call(server, method, request));
            string after = await Everything(server);
            Assert.Equal((StatusCode.OK, "", 0), await Call(server, method, request));
            Assert.Equal(after, await Everything(server));
            onlyLook.SetValue(request, true);
            (StatusCode code, string reason, _) = await Call(server, method, request);
            Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"), (code, reason));
        }
    }

    private static async Task<(StatusCode Code, string Reason, int Fields)> Call(TestServer server, MethodDescriptor method, IMessage request)
    {
        (StatusCode code, string reason, string[] fields) = await OddRequests.Call(server, method, request.ToByteArray());
        return (code, reason, fields.Length);
    }

    private static async Task<Dictionary<string, int>> Look(TestServer server, IEnumerable<IMessage> valid, int leastRefused)
    {
        string before = await Everything(server);
        (List<string> defects, Dictionary<string, int> reasons) = await OddRequests.DefectsOf(server, Service, valid);
        Assert.True(defects.Count == 0, string.Join("\n", defects.Take(60)));
        Assert.True(reasons.GetValueOrDefault("INVALID_FIELD") > leastRefused, string.Join(", ", reasons));
        Assert.Equal(before, await Everything(server));
        return reasons;
    }

    // U1 has everything, U2 is appraised and disputed, U3 scored itself, U4 has measures, and was appraised the year before.
    private static async Task<TestServer> World()
    {
        (TestServer server, _) = await Started();
        foreach (string unit in (string[])["U1", "U2", "U3", "U4"])
        {
            await server.Measure(Measured(unit, "80", facts: "1"));
        }

        await server.Publish("U1", "2026-02-01");
        await server.Measure(Measured("U1", "70", period: "2024"));
        await server.Publish("U1", "2026-02-01", period: "2024");
        await server.Scoring.RecordSelfScoreAsync(SelfScore("U2"));
        await server.Scoring.RecordSelfScoreAsync(SelfScore("U3"));
        await server.Scoring.AppraiseScoreAsync(Appraise("U2", await Etag(server, "U2")));
        await server.Scoring.RaiseDisputeAsync(Dispute("U2", await Etag(server, "U2")));
        await server.Measure(Measured("U4", "80", period: "2024"));
        await server.Scoring.RecordSelfScoreAsync(SelfScore("U4", period: "2024"));
        await server.Scoring.AppraiseScoreAsync(Appraise("U4", await Etag(server, "U4", "2024"), "2024"));
        await server.Enter(Round("r", "U1", "U2"), Head("U1", RatingLevel.Good, "2026-02-02"), Shown("U1", "80"));
        return server;
    }

    private static RecordSelfScoreRequest SelfScore(string unit, string etag = "", string period = Year) =>
        new() { RequestId = NewId, Unit = "units/" + unit, Period = period, Etag = etag, On = Civil.Date("2026-01-08"), Scores = { Points("P", "80") } };

    private static AppraiseScoreRequest Appraise(string unit, string etag, string period = Year) => new()
    {
        RequestId = NewId,
        Unit = "units/" + unit,
        Period = period,
        Etag = etag,
        On = Civil.Date("2026-01-12"),
        AppraiserUnit = "units/city",
        DisputeUntil = Civil.Date("2026-01-20"),
        Scores = { Points("P", "40", "thiếu") },
    };

    private static RaiseDisputeRequest Dispute(string unit, string etag, string leaf = "P") => new()
    {
        RequestId = NewId,
        Unit = "units/" + unit,
        Period = Year,
        Etag = etag,
        On = Civil.Date("2026-01-15"),
        Leaf = leaf,
        Claimed = "1",
        Grounds = new() { Vi = "đủ" },
    };

    private static async Task<string> Etag(TestServer server, string unit, string period = Year) =>
        (await server.Scoring.GetAppraisalAsync(new GetAppraisalRequest { Unit = "units/" + unit, Period = period })).Appraisal.Etag;

    private static IEnumerable<IMessage> Questions()
    {
        Google.Type.Date on = Civil.Date("2026-02-10");
        return
        [
            new GetCriteriaSetRequest { Name = "criteriaSets/s", Version = 1 }, new ListCriteriaSetsRequest { Group = "g", EffectiveOn = on },
            new GetMeasuresRequest { Unit = "units/U1", Period = Year }, new GetAppraisalRequest { Unit = "units/U2", Period = Year, AsOf = on },
            new ListScoresRequest { Period = Year, Group = "g", LanguageCode = "en" }, new ExplainScoreRequest { Unit = "units/U1", Period = Year, LanguageCode = "en" },
            new ListResultsRequest { Unit = "units/-", Period = Year, AsOf = on, Group = "g", Level = RatingLevel.Good },
            new ListEvaluationsRequest { Parent = "units/-", Period = Year, Group = "g", AppraisalState = AppraisalState.Open, AsOf = on },
            new GetScoringFactRequest { Name = "ratings/h1" }, new ListScoringFactsRequest { Parent = "units/U1", Kind = ScoringFactKind.Rating },
            new ListScoringRecordsRequest { Parent = "units/-" },
            new ProposeHeadRatingRequest { Unit = "units/U1", Period = Year, Level = RatingLevel.Good, AsOf = on, LanguageCode = "en" },
            new ProposeExcellenceRequest { Period = Year, Group = "g", Base = CapBase.BeforeDemotion, Share = "0.25", TieBreaks = { "T" }, LanguageCode = "en" },
            new CompareResultsRequest { Unit = "units/U1", EarlierPeriod = "2024", LaterPeriod = Year, AsOf = on, LanguageCode = "en" },
            new ListRatingEntriesRequest { Parent = "units/-", Period = Year, List = RatingListKind.Commend, AsOf = on, LanguageCode = "en" },
            new EvaluateScoringRequest { Parent = "units/-", Period = Year, On = on, IncludePassed = true, LanguageCode = "en" },
        ];
    }

    private static async Task<IReadOnlyList<IMessage>> Changes(TestServer server)
    {
        string revision = (await server.Scoring.ListCriteriaSetsAsync(new ListCriteriaSetsRequest())).Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);
        PublishCriteriaSetRequest set = Publication(File(3, "2027-01-01", "2028-01-01", 90, 10));
        ImportMeasuresRequest import = new()
        {
            RequestId = NewId,
            Period = Year,
            Group = "g",
            Format = MeasureFormat.Csv,
            Etag = revision,
            Content = ByteString.CopyFromUtf8("unit,group,kind,leaf,name,value\nU5,g,measure,P,score,70\n"),
        };
        UnitMeasures measures = (await server.Scoring.GetMeasuresAsync(new GetMeasuresRequest { Unit = "units/U4", Period = Year })).UnitMeasures;
        measures.Leaves[0].Measures.Add(new Measure { Name = "due", Date = new DateMeasure { Date = Civil.Date("2025-02-01") } });
        measures.Leaves[0].Measures.Add(new Measure { Name = "cut", Limits = new LimitChanges { Changes = { new LimitChange { Before = "5", After = "4" } } }, Source = MeasureSource.Indicators });
        measures.Conditions.Add(new Measure { Name = "disciplined", Flag = false });
        measures.MissingEvidence.Add("T");
        string second = await Etag(server, "U2");
        ScoreResult standing = (await server.Scoring.ListResultsAsync(new ListResultsRequest { Unit = "units/U1", Period = Year })).Results[^1];
        PublishResultRequest again = Result("U1", "2026-02-03", etag: standing.Etag);
        ScoringFact rating = (await server.Scoring.GetScoringFactAsync(new GetScoringFactRequest { Name = "ratings/h1" })).Fact;
        EnterScoringFactsRequest corrected = Entering(rating);
        corrected.Entries[0].Etag = rating.Rating.Etag;
        ScoringFact round = Round("new", "U3", "U4");
        round.Round.Group = "h";
        IMessage[] all =
        [
            set, import, new RecordMeasuresRequest { RequestId = NewId, UnitMeasures = measures, Etag = measures.Etag },
            SelfScore("U3", await Etag(server, "U3")), SelfScore("U4"), Appraise("U3", await Etag(server, "U3")), Dispute("U2", second, "T"),
            new DecideDisputeRequest { RequestId = NewId, Unit = "units/U2", Period = Year, Etag = second, On = Civil.Date("2026-01-21"), Leaf = "P", Points = "50", Reason = new() { Vi = "một phần" } },
            again, Result("U4", "2026-02-03"), Entering(round), corrected, Entering(Shown("U2", "80", "new", "2024")),
            new CloseAppraisalRequest { RequestId = NewId, Unit = "units/U4", Period = "2024", Etag = await Etag(server, "U4", "2024"), On = Civil.Date("2026-01-21") },
        ];
        foreach (IMessage request in all)
        {
            request.Descriptor.FindFieldByName("validate_only").Accessor.SetValue(request, true);
        }

        return all;
    }

    private static async Task<string> Everything(TestServer server) => string.Join('\n',
        await server.Scoring.ListCriteriaSetsAsync(new ListCriteriaSetsRequest { PageSize = 1000 }),
        await server.Scoring.ListEvaluationsAsync(new ListEvaluationsRequest { Parent = "units/-", PageSize = 1000 }),
        await server.Scoring.ListResultsAsync(new ListResultsRequest { Unit = "units/-", PageSize = 1000 }),
        await server.Scoring.ListScoringRecordsAsync(new ListScoringRecordsRequest { Parent = "units/-", PageSize = 1000 }));
}
