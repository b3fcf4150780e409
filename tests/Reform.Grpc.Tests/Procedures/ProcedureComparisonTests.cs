using Reform.Grpc.Tests.CaseFiles;
using Reform.Procedures.V1;
using Reform.Registers.V1;

namespace Reform.Grpc.Tests.Procedures;

/// <summary>Versions, drafts and what units really apply, compared over the wire.</summary>
public sealed class ProcedureComparisonTests
{
    private const string OneStep = """{ "number": 1, "name": { "vi": "Thẩm định", "en": "Appraisal" }, "unit": "ward", "output": "Báo cáo", "decided_by": "Chủ tịch", "time_limits": ["HP-T"] }""";
    private const string SecondStep = """{ "number": 2, "after": 1, "name": { "vi": "Trình ký", "en": "Submission" }, "unit": "chair", "output": "Quyết định" }""";
    private const string Form = """{ "name": { "vi": "Đơn", "en": "Form" }, "kind": "original", "copies": 2 }""";

    // 60 working days became 45, a quarter less; the ceremony's start event moved, and no saving is stated.
    [Fact]
    public async Task The_limits_of_admission()
    {
        await using TestServer server = await TestServer.Start();
        var request = new CompareProcedureVersionsRequest { Name = "procedures/PTY-ADM", Before = Civil.Date("2020-01-01"), After = Civil.Date("2025-07-01"), LanguageCode = "en" };
        CompareProcedureVersionsResponse admission = await server.Procedures.CompareProcedureVersionsAsync(request);
        LimitComparison total = admission.Limits.Single(c => c.Limit == "ADM-TOTAL");
        Assert.Equal((60, 45, 15, "comparable"), (total.Before.Amount, total.After.Amount, total.Saved, total.Comparability));
        Assert.Equal("From 60 to 45 working day(s): 15 working day(s) less, which is 25%", total.Reason.Text);
        request.LanguageCode = "vi";
        Assert.StartsWith("Từ 60 thành 45", (await server.Procedures.CompareProcedureVersionsAsync(request)).Limits.Single(c => c.Limit == "ADM-TOTAL").Reason.Text, StringComparison.Ordinal);

        // One version, and the same steps and papers on both dates: the burden differs by the days alone, each of which weighs 1.
        Assert.Equal((9, 9, 0, "0"), (admission.Steps.Before, admission.Steps.After, admission.Steps.Saved, admission.Steps.PercentChange));
        Assert.Equal((60, 45, 15), (admission.BurdenBefore.Days, admission.BurdenAfter.Days, admission.BurdenBefore.Score - admission.BurdenAfter.Score));

        request.Name = "procedures/PTY-CER";
        (request.Before, request.After) = (Civil.Date("2025-07-01"), Civil.Date("2026-07-26"));
        LimitComparison ceremony = (await server.Procedures.CompareProcedureVersionsAsync(request)).Limits.Single(c => c.Limit == "CER-30");
        Assert.Equal(("start_event_moved", false), (ceremony.Comparability, ceremony.HasSaved));
        (request.Before, request.After) = (request.After, request.Before);
        Assert.Equal("after", (await Refused.By(async () => await server.Procedures.CompareProcedureVersionsAsync(request))).Fields.Single());
    }

    [Fact]
    public async Task A_draft_against_what_is_in_force()
    {
        await using TestServer server = await TestServer.Start();
        await server.Procedures.PublishProcedureAsync(new PublishProcedureRequest { RequestId = CaseWorld.NewId, Content = PermitFile.Of(5) });
        var request = new CompareProcedureVersionsRequest
        {
            Name = "procedures/HP-1",
            Before = Civil.Date("2026-03-02"),
            After = Civil.Date("2026-03-02"),
            Draft = PermitFile.Of(8, (OneStep, OneStep + ", " + SecondStep), ("\"documents\": []", "\"documents\": [" + Form + "]")),
            LanguageCode = "en",
        };
        CompareProcedureVersionsResponse longer = await server.Procedures.CompareProcedureVersionsAsync(request);
        Assert.Equal((1, 2, -1, "100"), (longer.Steps.Before, longer.Steps.After, longer.Steps.Saved, longer.Steps.PercentChange));
        Assert.Equal(("Submission", "Form"), (longer.AddedSteps.Single().En, longer.AddedDocuments.Single().En));
        Assert.Equal((0, 1, ""), (longer.Handovers.Before, longer.Handovers.After, longer.Handovers.PercentChange));
        Assert.Equal(-3, longer.Limits.Single().Saved);
        Assert.Equal(["procedure_more_steps", "procedure_more_documents", "procedure_limit_lengthened"], longer.Unexplained.Select(r => r.Code));

        // Papers x 3 + copies + steps x 2 + changes of hands x 2 + days: 0 + 0 + 2 + 0 + 5, and 3 + 2 + 4 + 2 + 8.
        Assert.Equal((7, 19), (longer.BurdenBefore.Score, longer.BurdenAfter.Score));
        request.Reason = new BilingualText { En = "A court asked for it" };
        Assert.Empty((await server.Procedures.CompareProcedureVersionsAsync(request)).Unexplained);

        request.Draft = PermitFile.Of(8, ("HP-1", "HP-2"));
        Assert.Equal("draft", (await Refused.By(async () => await server.Procedures.CompareProcedureVersionsAsync(request))).Fields.Single());
    }

    // A visit by paper instead of two, three days less, 200 times a year at 50,000 a day and 30,000 a visit; copies have no stated cost.
    [Fact]
    public async Task What_a_draft_saves()
    {
        await using TestServer server = await TestServer.Start();
        const string Visit = """{ "purpose": { "vi": "Nộp hồ sơ", "en": "File" }, "step": 1, "channels": ["paper"] }""";
        (string, string) Visits(string visits) => ("\"documents\": []", "\"documents\": [" + Form + "], \"visits\": [" + visits + "]");
        await server.Procedures.PublishProcedureAsync(new PublishProcedureRequest { RequestId = CaseWorld.NewId, Content = PermitFile.Of(8, Visits(Visit + ", " + Visit)) });
        var request = new CompareProcedureVersionsRequest
        {
            Name = "procedures/HP-1",
            Before = Civil.Date("2026-03-02"),
            After = Civil.Date("2026-03-02"),
            Draft = PermitFile.Of(5, Visits(Visit)),
            LanguageCode = "en",
            Savings = new SavingsTerms { Volume = 200, Limit = "HP-T", DayCost = "50000", VisitCost = "30000" },
        };
        CompareProcedureVersionsResponse answer = await server.Procedures.CompareProcedureVersionsAsync(request);
        Assert.Equal((2, 1, "paper", 1, 1), (answer.Visits.Before, answer.Visits.After, answer.VisitsByChannel.Single().Channel, answer.Signatures.Before, answer.Signatures.After));
        Assert.Equal(new Savings { Volume = 200, Days = 600, Copies = 0, Visits = 200, Amount = "36000000", Partial = true }, answer.Savings);

        Procedure published = (await server.Procedures.GetProcedureAsync(new GetProcedureRequest { Name = request.Name, On = request.Before })).Procedure;
        Assert.Equal(("File", 1, "paper", false), (published.Visits[1].Purpose.En, published.Visits[1].Step, published.Visits[1].Channels.Single(), published.VisitsNotRecorded));
        request.Savings.Limit = "none";
        Assert.Equal("savings.limit", (await Refused.By(async () => await server.Procedures.CompareProcedureVersionsAsync(request))).Fields.Single());
        foreach ((string odd, string field) in ((string, string)[])[("3", "savings.visit_cost"), ("", "visits[0].step"), ("", "visits[0].channels[0]")])
        {
            request.Savings = odd.Length == 0 ? null : new SavingsTerms { VisitCost = "-1" };
            request.Draft = PermitFile.Of(5, Visits(field.EndsWith("step", StringComparison.Ordinal) ? Visit.Replace("\"step\": 1", "\"step\": 9", StringComparison.Ordinal)
                : Visit.Replace("[\"paper\"]", "[\"balloon\"]", StringComparison.Ordinal)));
            Assert.EndsWith(field, (await Refused.By(async () => await server.Procedures.CompareProcedureVersionsAsync(request))).Fields.Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_units_really_apply()
    {
        await using TestServer server = await TestServer.Start();
        await server.Procedures.PublishProcedureAsync(new PublishProcedureRequest { RequestId = CaseWorld.NewId, Content = PermitFile.Of(5) });
        Google.Protobuf.ByteString slow = PermitFile.Of(9, ("\"documents\": []", "\"documents\": [" + Form + "]"));
        CompareUnitVariantsResponse answer = await server.Procedures.CompareUnitVariantsAsync(new CompareUnitVariantsRequest
        {
            Name = "procedures/HP-1",
            On = Civil.Date("2026-03-02"),
            LanguageCode = "vi",
            Variants =
            {
                new UnitVariant { Unit = "units/a", Content = PermitFile.Of(5) },
                new UnitVariant { Unit = "units/b", Content = slow },
                new UnitVariant { Unit = "units/c", Content = slow, Authority = new LegalBasis { Citation = new BilingualText { Vi = "Nghị quyết 1" } } },
            },
        });
        Assert.Equal([("units/a", true, 0), ("units/b", false, 2), ("units/c", true, 2)], answer.Units.Select(u => (u.Unit, u.Uniform, u.Differences.Count)));
        Assert.Equal(["extra_document", "other_limit"], answer.Units[1].Differences.Select(d => d.Code));
        Assert.Contains("'b' yêu cầu thêm giấy tờ 'Đơn'", answer.Units[1].Differences[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_against_the_superior_level_and_the_calendar()
    {
        await using TestServer server = await TestServer.Start();
        const string Life = """{ "name": "Giấy khám sức khỏe", "kind": "original", "copies": 1, "validity": { "unit": "calendar_day", "amount": 3, "from": "issue", "source": "Q1", "confidence": "verified" } }""";
        await server.Procedures.PublishProcedureAsync(new PublishProcedureRequest
        {
            RequestId = CaseWorld.NewId,
            Content = PermitFile.Of(5, ("\"documents\": []", "\"documents\": [" + Life + "]")),
        });
        await server.Procedures.PublishProcedureAsync(new PublishProcedureRequest { RequestId = CaseWorld.NewId, Content = PermitFile.Of(3, ("\"HP-1\"", "\"HP-UP\"")) });
        ReviewProcedureResponse review = await server.Procedures.ReviewProcedureAsync(new ReviewProcedureRequest
        {
            Name = "procedures/HP-1",
            Superior = "procedures/HP-UP",
            On = Civil.Date("2026-03-02"),
            LanguageCode = "en",
        });
        Assert.Equal(["document_expires_before_use", "lower_limit_longer"], review.Findings.Select(f => f.Code));

        // Received on Monday 2 March: due on Monday 9 March; the paper of that day counts for three days.
        Assert.Equal(["2026-03-05", "2026-03-09"], review.Findings[0].Arguments.Where(a => a.Name is "last" or "due").Select(a => a.Value));
        Assert.Contains("counts until 5 March 2026", review.Findings[0].Text, StringComparison.Ordinal);
        Assert.Equal(3 + 1 + 2 + 5, review.Burden.Score);
    }
}
