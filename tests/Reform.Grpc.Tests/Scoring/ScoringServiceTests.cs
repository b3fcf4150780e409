using System.Globalization;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Grpc.Core;
using Reform.Scoring.V1;
using static Reform.Grpc.Tests.Scoring.ScoringWorld;
using BilingualText = Reform.Registers.V1.BilingualText;

namespace Reform.Grpc.Tests.Scoring;

/// <summary>Criteria, measures, appraisal, scores and results over the wire.</summary>
public sealed class ScoringServiceTests
{
    private static readonly BilingualText Why = new() { Vi = "có quyết định", En = "there is a decision" };

    [Fact]
    public async Task The_worked_example_comes_out_over_the_wire_and_after_a_restart()
    {
        await using TestServer server = await Start();
        UnitScore[] before = await Scores(server);
        await server.Restart();
        UnitScore[] scores = await Scores(server);

        Assert.Equal(before, scores);
        Assert.Equal(["U1", "U2", "U3"], scores.Select(s => s.Unit["units/".Length..]));
        Assert.Equal(["88.43", "86.25", "34.52"], scores.Select(s => s.Index));
        Assert.Equal([1, 2, 3], scores.Select(s => s.Rank));
        Assert.Equal([RatingLevel.Completed, RatingLevel.Good, RatingLevel.NotCompleted], scores.Select(s => s.Level));
        foreach (UnitScore score in scores)
        {
            JsonNode expected = Golden["units"]!.AsArray().Single(u => "units/" + u!["id"] == score.Unit)!["expected"]!;
            Assert.All(score.Leaves, l => Assert.Equal(Number((string)expected[l.Leaf]!), Number(l.Points)));
        }

        UnitScore other = Assert.Single((await server.Scoring.ListScoresAsync(new ListScoresRequest { Period = Period, Group = "ban-dang" })).Scores);
        Assert.Equal(("95.57", 1, RatingLevel.ExcellentCandidate, LeafState.NotApplicable), (other.Index, other.Rank, other.Level, other.Leaves[2].State));
    }

    [Fact]
    public async Task A_set_is_published_once_with_its_gaps_and_checked_before()
    {
        await using TestServer server = await TestServer.Start();
        PublishCriteriaSetRequest request = Publication(SetFile());
        PublishCriteriaSetRequest check = request.Clone();
        (check.ValidateOnly, check.RequestId) = (true, NewId);
        PublishCriteriaSetResponse checkedOnly = await server.Scoring.PublishCriteriaSetAsync(check);
        Assert.NotEmpty(checkedOnly.CriteriaSet.Gaps);
        Assert.Empty((await server.Scoring.ListCriteriaSetsAsync(new ListCriteriaSetsRequest())).CriteriaSets);

        PublishCriteriaSetResponse made = await server.Scoring.PublishCriteriaSetAsync(request);
        Assert.Equal(made, await server.Scoring.PublishCriteriaSetAsync(request));
        Assert.Equal(("criteriaSets/hp", 1, 11), (made.CriteriaSet.Name, made.CriteriaSet.Version, made.CriteriaSet.Leaves.Count));
        Assert.Contains(made.CriteriaSet.Gaps, g => g.Failing.Contains("doneShare == 1"));
        Assert.Equal(request.Content, (await server.Scoring.GetCriteriaSetAsync(new GetCriteriaSetRequest { Name = "criteriaSets/hp" })).Content);

        // What is published never changes; another version may not take its days.
        Assert.Equal("REGISTER_CONFLICT", (await Refused.By(async () => await server.Scoring.PublishCriteriaSetAsync(Publication(SetFile())))).Reason);
        Refused second = await Refused.By(async () => await server.Scoring.PublishCriteriaSetAsync(Publication(SetFile(2))));
        Assert.Equal(["content: effective"], second.Fields);
        JsonObject bad = SetFile(3);
        bad["criteria"]![0]!["max"] = 21;
        Refused refused = await Refused.By(async () => await server.Scoring.PublishCriteriaSetAsync(Publication(bad)));
        Assert.Equal((StatusCode.InvalidArgument, "INVALID_DATA_FILE"), (refused.Code, refused.Reason));
        Assert.Contains(refused.Fields, f => f.EndsWith("criteria[0].max", StringComparison.Ordinal));
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(async () => await server.Scoring.GetCriteriaSetAsync(new GetCriteriaSetRequest { Name = "criteriaSets/x" }))).Reason);
    }

    [Fact]
    public async Task Measures_are_read_back_as_they_were_sent_replaced_by_etag_and_known_as_of_then()
    {
        await using TestServer server = await Start();
        var get = new GetMeasuresRequest { Unit = "units/U1", Period = Period };
        UnitMeasures measures = (await server.Scoring.GetMeasuresAsync(get)).UnitMeasures;
        Assert.Equal(11, measures.Leaves.Count);
        Assert.Equal("924e-3", measures.Leaves.Single(l => l.Leaf == "E1").Measures[0].Number);
        UnitMeasures changed = measures.Clone();
        changed.Leaves.Single(l => l.Leaf == "C1").Measures.Single(m => m.Name == "delegated").Number = "20";
        changed.Leaves.Single(l => l.Leaf == "C1").Measures[0].Facts.Add("power-1");

        RecordMeasuresResponse made = await server.Scoring.RecordMeasuresAsync(new RecordMeasuresRequest { RequestId = NewId, UnitMeasures = changed, Etag = measures.Etag });

        Assert.Equal(made.UnitMeasures, (await server.Scoring.GetMeasuresAsync(get)).UnitMeasures);
        Assert.Equal("91.23", (await Scores(server))[0].Index);
        Assert.Equal("ETAG_MISMATCH", (await Refused.By(async () => await server.Scoring.RecordMeasuresAsync(
            new RecordMeasuresRequest { RequestId = NewId, UnitMeasures = changed, Etag = measures.Etag }))).Reason);
        var then = new ListScoresRequest { Period = Period, Group = "xa-phuong", KnownAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(made.Record.RecordTime.ToDateTimeOffset().AddTicks(-10)) };
        Assert.Equal("88.43", (await server.Scoring.ListScoresAsync(then)).Scores[0].Index);
    }

    [Fact]
    public async Task Measures_that_do_not_fit_are_refused_with_their_field()
    {
        await using TestServer server = await Start();
        async Task<IReadOnlyList<string>> Fields(Action<UnitMeasures> change)
        {
            var unit = new UnitMeasures { Unit = "units/U9", Period = Period, Group = "xa-phuong" };
            change(unit);
            return (await Refused.By(async () => await server.Scoring.RecordMeasuresAsync(new RecordMeasuresRequest { RequestId = NewId, UnitMeasures = unit }))).Fields;
        }

        Assert.Equal(["unit_measures.period"], await Fields(u => u.Period = "2025-Q5"));
        Assert.Equal(["unit_measures.period"], await Fields(u => u.Period = "2023"));
        Assert.Equal(["unit_measures.group"], await Fields(u => u.Group = ""));
        Assert.Equal(["unit_measures.period"], await Fields(u => u.Group = "so"));
        Assert.Equal(["unit_measures.leaves[0]"], await Fields(u => u.Leaves.Add(new LeafMeasures { Leaf = "Z9" })));
        Assert.Equal(["unit_measures.leaves[0].measures[0].number"], await Fields(u => u.Leaves.Add(new LeafMeasures { Leaf = "A2", Measures = { new Measure { Name = "due", Number = "1e999999999" } } })));
        Assert.Equal(["unit_measures.leaves[0].measures[0].value"], await Fields(u => u.Leaves.Add(new LeafMeasures { Leaf = "A2", Measures = { new Measure { Name = "due" } } })));
        Assert.Equal(["unit_measures.bonus[0]"], await Fields(u => u.Bonus.Add(new ItemCount { Item = "x", Count = 1 })));
        Assert.Equal(["unit_measures.missing_evidence[0]"], await Fields(u => u.MissingEvidence.Add("Z9")));

        // A leaf without measures is unknown, and says why.
        await server.Scoring.RecordMeasuresAsync(new RecordMeasuresRequest { RequestId = NewId, UnitMeasures = new UnitMeasures { Unit = "units/U9", Period = Period, Group = "xa-phuong" } });
        UnitScore unknown = (await Scores(server))[3];
        Assert.Equal(("", 0, LeafState.Unknown), (unknown.Index, unknown.Rank, unknown.Leaves[0].State));
        Assert.Equal("the measure 'issued' is missing", unknown.Leaves[0].Fault);
    }

    [Fact]
    public async Task A_file_of_measures_is_taken_whole_or_not_at_all_and_CSV_gives_the_same()
    {
        await using TestServer server = await Start();
        ImportMeasuresRequest bad = Import("xa-phuong");
        JsonNode file = JsonNode.Parse(bad.Content.ToStringUtf8())!;
        file["units"]![0]!["raw"]!["C1"]!["delegated"] = 20;
        file["units"]![2]!["raw"]!["C2"]!["defects"] = "nhiều";
        bad.Content = Bytes(file);
        Refused refused = await Refused.By(async () => await server.Scoring.ImportMeasuresAsync(bad));
        Assert.Equal("INVALID_DATA_FILE", refused.Reason);
        Assert.Contains(refused.Fields, f => f.EndsWith("units[2].raw.C2.defects", StringComparison.Ordinal));
        Assert.Equal("88.43", (await Scores(server))[0].Index);

        ImportMeasuresRequest csv = Import("xa-phuong");
        csv.Format = MeasureFormat.Csv;
        csv.Content = ByteString.CopyFromUtf8(
            "unit,group,kind,leaf,name,value\nU7,xa-phuong,measure,A1,issued,2025-02-01\nU7,xa-phuong,measure,B2,limits,60>45; 30>30\nU7,xa-phuong,condition,,disciplined,false\n");
        Assert.Equal(1, (await server.Scoring.ImportMeasuresAsync(csv)).Units);
        UnitScore seven = (await Scores(server))[3];
        Assert.Equal(("2", "5"), (seven.Leaves[0].Points, seven.Leaves[4].Points));
    }

    [Fact]
    public async Task An_appraisal_from_the_self_score_to_its_close()
    {
        await using TestServer server = await Start();
        async Task<Appraisal> Self(string etag = "") => (await server.Scoring.RecordSelfScoreAsync(new RecordSelfScoreRequest
        {
            RequestId = NewId,
            Unit = "units/U2",
            Period = Period,
            Etag = etag,
            On = Civil.Date("2026-01-05"),
            Scores = { Points("D1", "10"), Points("A1", "2") },
        })).Appraisal;
        AppraiseScoreRequest Appraise(string etag, string appraiser, LeafPoints points) => new()
        {
            RequestId = NewId,
            Unit = "units/U2",
            Period = Period,
            Etag = etag,
            On = Civil.Date("2026-01-10"),
            AppraiserUnit = appraiser,
            Scores = { points },
            DisputeUntil = Civil.Date("2026-01-20"),
        };
        Appraisal self = await Self();
        Assert.Equal("ETAG_MISMATCH", (await Refused.By(() => Self())).Reason);
        Assert.Equal("10", (await Scores(server))[1].SelfAppraisalGap);
        Assert.True((await Scores(server))[1].GapFlagged);

        Refused own = await Refused.By(async () => await server.Scoring.AppraiseScoreAsync(Appraise(self.Etag, "units/U2", Points("D1", "0", "không có tài liệu"))));
        Assert.Equal(("REGISTER_CONFLICT", "appraiser_unit"), (own.Reason, own.Fields[0]));
        Refused mute = await Refused.By(async () => await server.Scoring.AppraiseScoreAsync(Appraise(self.Etag, "units/org", Points("D1", "0"))));
        Assert.Equal("scores[0].reason", mute.Fields[0]);
        Appraisal appraised = (await server.Scoring.AppraiseScoreAsync(Appraise(self.Etag, "units/org", Points("D1", "4", "một phần")))).Appraisal;
        Assert.Equal("90.25", (await Scores(server))[1].Index);

        Appraisal disputed = (await server.Scoring.RaiseDisputeAsync(new RaiseDisputeRequest
        {
            RequestId = NewId,
            Unit = "units/U2",
            Period = Period,
            Etag = appraised.Etag,
            On = Civil.Date("2026-01-20"),
            Leaf = "D1",
            Claimed = "10",
            Grounds = Why,
        })).Appraisal;
        Refused open = await Refused.By(async () => await server.Scoring.CloseAppraisalAsync(new CloseAppraisalRequest
        {
            RequestId = NewId,
            Unit = "units/U2",
            Period = Period,
            Etag = disputed.Etag,
            On = Civil.Date("2026-01-21"),
        }));
        Assert.Equal("unit", open.Fields[0]);
        Appraisal decided = (await server.Scoring.DecideDisputeAsync(new DecideDisputeRequest
        {
            RequestId = NewId,
            Unit = "units/U2",
            Period = Period,
            Etag = disputed.Etag,
            On = Civil.Date("2026-01-22"),
            Leaf = "D1",
            Points = "6",
            Reason = Why,
        })).Appraisal;
        Appraisal closed = (await server.Scoring.CloseAppraisalAsync(new CloseAppraisalRequest
        {
            RequestId = NewId,
            Unit = "units/U2",
            Period = Period,
            Etag = decided.Etag,
            On = Civil.Date("2026-01-23"),
        })).Appraisal;
        Assert.Equal((AppraisalState.Closed, "6"), (closed.State, closed.Disputes[0].Decision.Points));
        Assert.Equal(closed, (await server.Scoring.GetAppraisalAsync(new GetAppraisalRequest { Unit = "units/U2", Period = Period })).Appraisal);
        Assert.Equal("92.25", (await Scores(server))[1].Index);
    }

    [Fact]
    public async Task A_result_is_published_rated_anew_with_a_reason_and_never_overwritten()
    {
        await using TestServer server = await Start();
        PublishResultRequest Request(string unit, string etag = "", RatingLevel level = RatingLevel.Unspecified, BilingualText? reason = null) => new()
        {
            RequestId = NewId,
            Unit = unit,
            Period = Period,
            Etag = etag,
            DecidedBy = "units/city",
            DecidedOn = Civil.Date("2026-02-01"),
            Level = level,
            Reason = reason,
        };
        ScoreResult first = (await server.Scoring.PublishResultAsync(Request("units/U2"))).Result;
        Assert.Equal((1, RatingLevel.Good, "86.25", 2), (first.Version, first.Level, first.Score.Index, first.Score.Rank));
        UnitMeasures measures = (await server.Scoring.GetMeasuresAsync(new GetMeasuresRequest { Unit = "units/U2", Period = Period })).UnitMeasures;
        measures.MissingEvidence.Clear();
        await server.Scoring.RecordMeasuresAsync(new RecordMeasuresRequest { RequestId = NewId, UnitMeasures = measures, Etag = measures.Etag });

        Assert.Equal("reason", (await Refused.By(async () => await server.Scoring.PublishResultAsync(Request("units/U2", first.Etag)))).Fields[0]);
        Assert.Equal("ETAG_MISMATCH", (await Refused.By(async () => await server.Scoring.PublishResultAsync(Request("units/U2", reason: Why)))).Reason);
        Assert.Equal("level", (await Refused.By(async () => await server.Scoring.PublishResultAsync(Request("units/U2", first.Etag, RatingLevel.Excellent, Why)))).Fields[0]);
        ScoreResult second = (await server.Scoring.PublishResultAsync(Request("units/U2", first.Etag, reason: Why))).Result;
        Assert.Equal((2, "96.25"), (second.Version, second.Score.Index));
        Assert.Equal([first, second], (await server.Scoring.ListResultsAsync(new ListResultsRequest { Unit = "units/U2", Period = Period })).Results);

        // A candidate for excellence is decided by people, once the cap is applied.
        Assert.Equal(RatingLevel.Excellent, (await server.Scoring.PublishResultAsync(Request("units/U4", level: RatingLevel.Excellent))).Result.Level);
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(async () => await server.Scoring.PublishResultAsync(Request("units/none")))).Reason);
    }

    [Fact]
    public async Task A_score_is_explained_in_the_language_asked_for_and_lists_come_in_pages()
    {
        await using TestServer server = await Start();
        ExplainScoreResponse told = await server.Scoring.ExplainScoreAsync(new ExplainScoreRequest { Unit = "units/U1", Period = Period, LanguageCode = "en" });
        Assert.Equal(("Index", "88.43"), (told.Explanation.Label, told.Explanation.Value));
        ScoreExplanation leaf = told.Explanation.Children[0].Children[1].Children[0];
        Assert.Equal("published / procedures = 0.890625 (with published = 57, procedures = 64)", leaf.Reasons[0].Text);
        Assert.Equal(["procedures", "published"], leaf.Children.Select(c => c.Label));
        ExplainScoreResponse vietnamese = await server.Scoring.ExplainScoreAsync(new ExplainScoreRequest { Unit = "units/U1", Period = Period });
        Assert.Equal("Chỉ số", vietnamese.Explanation.Label);

        ListScoresResponse page = await server.Scoring.ListScoresAsync(new ListScoresRequest { Period = Period, Group = "xa-phuong", PageSize = 2 });
        ListScoresResponse rest = await server.Scoring.ListScoresAsync(new ListScoresRequest { Period = Period, Group = "xa-phuong", PageSize = 2, PageToken = page.NextPageToken });
        Assert.Equal(["units/U1", "units/U2", "units/U3"], page.Scores.Concat(rest.Scores).Select(s => s.Unit));
        Assert.Equal((3, ""), (rest.Scores[0].Rank, rest.NextPageToken));
        Assert.Equal("REGISTER_CONFLICT", (await Refused.By(async () => await server.Scoring.ListScoresAsync(new ListScoresRequest { Period = "2026", Group = "xa-phuong" }))).Reason);
    }

    private static async Task<UnitScore[]> Scores(TestServer server) =>
        [.. (await server.Scoring.ListScoresAsync(new ListScoresRequest { Period = Period, Group = "xa-phuong", LanguageCode = "en" })).Scores];

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
