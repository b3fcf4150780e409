using CsCheck;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Reform.Grpc.Tests.Rpc;
using Reform.Procedures.V1;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;

namespace Reform.Grpc.Tests.Procedures;

/// <summary>One odd value in one field of one request: answered, or refused by a reason of the closed list that names a field of the request.</summary>
public sealed class ProcedureOddRequestTests
{
    private static readonly ServiceDescriptor[] Services =
        [ProcedureService.Descriptor, InterpretationService.Descriptor, PublicationService.Descriptor, ReviewService.Descriptor];

    [Fact]
    public async Task Every_method_answers_or_names_the_field()
    {
        await using TestServer server = await World();
        long before = await Revision(server);
        IMessage[] valid = [.. await Valid(server)];
        Assert.Equal(
            Services.SelectMany(s => s.Methods).Select(m => m.InputType.Name).Order(StringComparer.Ordinal),
            valid.Select(m => m.Descriptor.Name).Distinct().Order(StringComparer.Ordinal));
        var reasons = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (ServiceDescriptor service in Services)
        {
            IEnumerable<IMessage> own = valid.Where(v => service.Methods.Any(m => m.InputType == v.Descriptor));
            (List<string> defects, Dictionary<string, int> given) = await OddRequests.DefectsOf(server, service, own);
            Assert.True(defects.Count == 0, string.Join("\n", defects.Take(60)));
            foreach ((string reason, int count) in given)
            {
                reasons[reason] = reasons.GetValueOrDefault(reason) + count;
            }
        }

        Assert.True(reasons.GetValueOrDefault("INVALID_FIELD") > 2000, string.Join(", ", reasons));
        Assert.True(reasons.GetValueOrDefault("REGISTER_CONFLICT") > 50, string.Join(", ", reasons));
        Assert.True(reasons.GetValueOrDefault("INVALID_DATA_FILE") > 10, string.Join(", ", reasons));
        Assert.Equal(before, await Revision(server));
    }

    [Fact]
    public async Task Random_bytes_never_give_a_defect()
    {
        await using TestServer server = await World();
        long before = await Revision(server);
        var random = new PCG(5, 8);
        foreach (MethodDescriptor method in Services.SelectMany(s => s.Methods))
        {
            for (int i = 0; i < 40; i++)
            {
                byte[] bytes = [.. Enumerable.Range(0, (int)random.Next(60)).Select(_ => (byte)random.Next(256))];
                (_, string reason, _) = await OddRequests.Call(server, method, bytes);
                Assert.False(reason is "INTERNAL" or "STORAGE_UNAVAILABLE" || reason.StartsWith("no reason", StringComparison.Ordinal), method.Name + ": " + Convert.ToHexString(bytes));
            }
        }

        Assert.Equal(before, await Revision(server));
    }

    private static async Task<long> Revision(TestServer server) => (await server.Procedures.ListProceduresAsync(new ListProceduresRequest())).Revision;

    private static async Task<TestServer> World()
    {
        TestServer server = await Start();
        await server.Ask("q1");
        await server.Answer("a1");
        await server.Record(new PublicationEntry { Application = Applies("w") }, new PublicationEntry { Publication = Posting("p1", "2026-01-05") });
        await server.Publications.CreatePublicationRuleAsync(
            new CreatePublicationRuleRequest { RequestId = NewId, PublicationRuleId = "five", PublicationRule = WithinFiveDays() });
        await server.Open("r1");
        await server.Decide("v1", Verdict());
        return server;
    }

    private static async Task<IEnumerable<IMessage>> Valid(TestServer server)
    {
        InterpretationQuestion question = (await server.Interpretations.ListQuestionsAsync(new ListQuestionsRequest())).Questions.Single().Question;
        Interpretation answer = (await server.Interpretations.ListInterpretationsAsync(new ListInterpretationsRequest())).Interpretations.Single();
        Publication posted = (await server.Publications.ListPublicationsAsync(new ListPublicationsRequest { Parent = "units/-" })).Publications.Single();
        PublicationRule rule = (await server.Publications.ListPublicationRulesAsync(new ListPublicationRulesRequest())).PublicationRules.Single();
        ReviewRound round = (await server.Reviews.ListReviewRoundsAsync(new ListReviewRoundsRequest())).ReviewRounds.Single();
        ReviewVerdict verdict = (await server.Reviews.ListReviewVerdictsAsync(new ListReviewVerdictsRequest { Parent = "units/-" })).ReviewVerdicts.Single();
        Procedure permit = (await server.Procedures.GetProcedureAsync(new GetProcedureRequest { Name = "procedures/HP-1" })).Procedure;
        Google.Type.Date on = Civil.Date("2026-06-15");
        InterpretationQuestion full = Month();
        full.Concerns = From("2025-01-01", "2026-01-01");
        full.Readings[1].StartEvent = "decision.date";
        full.Readings[0].Policy = new Reform.Deadlines.V1.DeadlinePolicy
        {
            Intake = new Reform.Deadlines.V1.IntakePolicy { CutOff = new Google.Type.TimeOfDay { Hours = 15 }, MovesDaysOff = true },
            LeapDay = Reform.Deadlines.V1.LeapDayPolicy.March1,
            Roll = Reform.Deadlines.V1.RollPolicy.Stay,
        };
        var decider = new EffectiveDecider { Procedure = "procedures/HP-1", Unit = "units/ward", Body = "city", Period = From("2026-01-10"), Basis = Basis("Quyết định mẫu") };
        ReviewVerdict merger = Verdict("units/city", outcome: ReviewOutcome.Merge);
        merger.MergedInto = "procedures/PTY-ADM";
        PublicationRule other = WithinFiveDays();
        other.System = Reform.Organizations.V1.OrganizationSystem.State;
        return
        [
            new GetProcedureRequest { Name = "procedures/HP-1", On = on }, new ListProceduresRequest(), new ListProcedureVersionsRequest { Parent = "procedures/HP-1" },
            new CompareProcedureVersionsRequest { Name = "procedures/HP-1", Before = Civil.Date("2026-03-02"), After = on, Draft = PermitFile.Of(3), Reason = Text("vì", "because"), Savings = new SavingsTerms { Volume = 3, Limit = "HP-T", DayCost = "1.5", CopyCost = "2", VisitCost = "3" } },
            new CompareUnitVariantsRequest { Name = "procedures/HP-1", On = on, Variants = { new UnitVariant { Unit = "units/ward", Content = PermitFile.Of(3), Authority = Basis("Nghị quyết") } } },
            new ReviewProcedureRequest { Name = "procedures/HP-1", On = on, Superior = "procedures/HP-1", Calendar = "calendars/vietnam-state-agencies" },
            new ValidateProcedureRequest { Content = PermitFile.Of(3) },
            new PublishProcedureRequest { RequestId = NewId, Content = PermitFile.Of(3), Etag = permit.Etag, ValidateOnly = true },
            new CreateQuestionRequest { RequestId = NewId, QuestionId = "new", Question = full, ValidateOnly = true },
            new CorrectQuestionRequest { RequestId = NewId, Name = question.Name, Etag = question.Etag, Question = full, ValidateOnly = true },
            new CorrectQuestionRequest { RequestId = NewId, Name = question.Name, Etag = question.Etag, StruckOut = true, ValidateOnly = true },
            new CreateInterpretationRequest { RequestId = NewId, InterpretationId = "new", Interpretation = ThirtyDays(), ValidateOnly = true },
            new CorrectInterpretationRequest { RequestId = NewId, Name = answer.Name, Etag = answer.Etag, Interpretation = ThirtyDays(), ValidateOnly = true },
            new GetQuestionRequest { Name = question.Name }, new GetInterpretationRequest { Name = answer.Name },
            new GetPublicationRequest { Name = posted.Name }, new GetProcedureApplicationRequest { Name = "applications/w" }, new GetPublicationRuleRequest { Name = rule.Name },
            new GetReviewRoundRequest { Name = round.Name }, new GetReviewVerdictRequest { Name = verdict.Name },
            new ListQuestionsRequest { Procedure = "procedures/PTY-DSCC", On = on, Calendar = "calendars/vietnam-state-agencies" },
            new ListInterpretationsRequest { Procedure = "procedures/PTY-DSCC", InForceOn = on }, new ListInterpretationRecordsRequest(), new ReviewInterpretationsRequest { On = on },
            new ExplainTimeLimitRequest
            {
                Name = "procedures/PTY-DSCC", Limit = "DSCC-FILE", On = on, EndedOn = on, Calendar = "calendars/vietnam-state-agencies",
                Events = { new DatedEvent { Event = "decision.received.date", On = on } },
            },
            new RecordPublicationsRequest
            {
                RequestId = NewId, ValidateOnly = true,
                Entries = { new PublicationEntry { Publication = posted, Etag = posted.Etag }, new PublicationEntry { Application = Applies("c", "units/city") } },
            },
            new RecordPublicationsRequest { RequestId = NewId, ValidateOnly = true, Entries = { new PublicationEntry { Application = new ProcedureApplication(Applies("c", "units/city")) { Period = From("2026-01-01") } } } },
            new CreatePublicationRuleRequest { RequestId = NewId, PublicationRuleId = "new", PublicationRule = other, ValidateOnly = true },
            new CorrectPublicationRuleRequest { RequestId = NewId, Name = rule.Name, Etag = rule.Etag, PublicationRule = other, ValidateOnly = true },
            new ListPublicationsRequest { Parent = "units/ward", Procedure = "procedures/HP-1", PostedOn = on },
            new ListProcedureApplicationsRequest { Parent = "units/ward", Procedure = "procedures/HP-1", InForceOn = on },
            new ListPublicationRulesRequest(), new ListPublicationRecordsRequest { Parent = "units/-" },
            new ListPublicationCellsRequest { On = on, Units = { "units/ward" }, Procedures = { "procedures/HP-1" }, Deciders = { decider }, Calendar = "calendars/vietnam-state-agencies" },
            new CreateReviewRoundRequest { RequestId = NewId, ReviewRoundId = "new", ReviewRound = Round(), ValidateOnly = true },
            new CorrectReviewRoundRequest { RequestId = NewId, Name = round.Name, Etag = round.Etag, ReviewRound = Round(), ValidateOnly = true },
            new CreateReviewVerdictRequest { RequestId = NewId, ReviewVerdictId = "new", ReviewVerdict = merger, ValidateOnly = true },
            new CorrectReviewVerdictRequest { RequestId = NewId, Name = verdict.Name, Etag = verdict.Etag, ReviewVerdict = Verdict(outcome: ReviewOutcome.Keep), ValidateOnly = true },
            new ListReviewRoundsRequest(), new ListReviewVerdictsRequest { Parent = "units/ward", Round = "reviewRounds/r1" },
            new ListReviewItemsRequest { Round = "reviewRounds/r1", Parent = "units/-", On = on, Calendar = "calendars/vietnam-state-agencies" }, new ListReviewRecordsRequest(),
        ];
    }
}
