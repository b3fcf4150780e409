using CsCheck;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Reform.Grpc.Tests.Rpc;
using Reform.Programmes.V1;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;
using static Reform.Grpc.Tests.Programmes.ProgrammeWorld;

namespace Reform.Grpc.Tests.Programmes;

/// <summary>One odd value in one field of one request: answered, or refused by a reason of the closed list that names a field of the request.</summary>
public sealed class ProgrammeOddRequestTests
{
    private static readonly ServiceDescriptor Service = ProgrammeService.Descriptor;

    [Fact]
    public async Task Every_question_answers_or_names_the_field()
    {
        await using TestServer server = await World();
        IMessage[] valid = [.. Questions()];
        Assert.Equal(
            Service.Methods.Where(m => !m.IsServerStreaming && m.Name != "EnterProgrammeFacts").Select(m => m.InputType.Name).Order(StringComparer.Ordinal),
            valid.Select(m => m.Descriptor.Name).Distinct().Order(StringComparer.Ordinal));
        await Look(server, valid, 400);
    }

    [Fact]
    public async Task Every_fact_is_taken_or_its_field_named()
    {
        await using TestServer server = await World();
        IMessage[] valid = [.. await Entries(server)];
        Dictionary<string, int> reasons = await Look(server, valid, 2000);
        Assert.True(reasons.GetValueOrDefault("REGISTER_CONFLICT") > 50, string.Join(", ", reasons));
    }

    [Fact]
    public async Task Random_bytes_never_give_a_defect()
    {
        await using TestServer server = await World();
        string before = await ProgrammeQuestionTests.Everything(server);
        var random = new PCG(7, 2);
        foreach (MethodDescriptor method in Service.Methods.Where(m => !m.IsServerStreaming))
        {
            for (int i = 0; i < 40; i++)
            {
                byte[] bytes = [.. Enumerable.Range(0, (int)random.Next(60)).Select(_ => (byte)random.Next(256))];
                (_, string reason, _) = await OddRequests.Call(server, method, bytes);
                Assert.False(reason is "INTERNAL" or "STORAGE_UNAVAILABLE" || reason.StartsWith("no reason", StringComparison.Ordinal), method.Name + ": " + Convert.ToHexString(bytes));
            }
        }

        Assert.Equal(before, await ProgrammeQuestionTests.Everything(server));
    }

    private static async Task<Dictionary<string, int>> Look(TestServer server, IEnumerable<IMessage> valid, int leastRefused)
    {
        string before = await ProgrammeQuestionTests.Everything(server);
        (List<string> defects, Dictionary<string, int> reasons) = await OddRequests.DefectsOf(server, Service, valid);
        Assert.True(defects.Count == 0, string.Join("\n", defects.Take(60)));
        Assert.True(reasons.GetValueOrDefault("INVALID_FIELD") > leastRefused, string.Join(", ", reasons));
        Assert.Equal(before, await ProgrammeQuestionTests.Everything(server));
        return reasons;
    }

    private static async Task<TestServer> World()
    {
        (TestServer server, _) = await Started();
        await server.Enter(new ProgrammeFact { Closing = Closing() });
        await server.Urge();
        return server;
    }

    private static IEnumerable<IMessage> Questions()
    {
        Google.Type.Date on = Civil.Date(Today);
        const string state = "calendars/vietnam-state-agencies";
        UrgeTasksRequest urging = Urging();
        (urging.On, urging.Calendar, urging.ValidateOnly) = (on, state, true);
        urging.Stages.Add(new UrgingStage { Code = "x", Offset = 2, Recipient = UrgingRecipient.Lead });
        return
        [
            new GetProgrammeFactRequest { Name = "programmeTasks/t1" }, new ListProgrammeFactsRequest { Parent = "units/ward", Kind = ProgrammeFactKind.Plan },
            new ListProgrammeRecordsRequest { Parent = "units/ward" }, new GetProgrammeRequest { Name = P1, On = on, LanguageCode = "en" },
            new GetTaskMatrixRequest { Name = P1, On = on }, new ListTaskStatusesRequest { Name = P1, On = on, Parent = "units/ward", Progress = TaskProgress.Done },
            new GetCoverageRequest { Name = P1, On = on, Calendar = state }, new ListPlanCellsRequest { Name = P1, On = on, Parent = "units/-" },
            new ListQuestionStatusesRequest { Name = P1, On = on, Parent = "units/ward", State = DutyState.DoneInTime, Calendar = state },
            new ListConsultationStatusesRequest { Name = P1, On = on, Parent = "units/-", State = DutyState.DoneLate, Calendar = state, LanguageCode = "en" },
            new GetTaskLatenessRequest { Name = "programmeTasks/t1", On = on, Calendar = state },
            new GetTargetGapsRequest { Name = P1, ThemeId = "2026", On = on, Measured = { new MeasuredValue { Measure = "done_percent", Unit = "units/ward", Value = "90.25" } } },
            new ListUnitChangesRequest { Name = P1, Parent = "units/-", FirstDay = Civil.Date("2026-02-01"), LastDay = on, UnchangedOnly = true },
            new GetSummaryRequest { Name = P1, On = on, FirstDay = Civil.Date("2026-02-01"), LastDay = on }, new GetSummaryRequest { Name = "summaryClosings/z1" },
            new GetStarterKitRequest { Name = P1, On = on, Unit = "units/ward", Calendar = state },
            new GetReferenceProgrammeRequest { Name = "referenceProgrammes/hai-phong-72" },
            new EvaluateProgrammeRequest { Name = P1, On = on, Parent = "units/-", FirstDay = Civil.Date("2026-02-01"), LastDay = on, Calendar = state, IncludePassed = true },
            new ListNoticesRequest { Name = P1, Parent = "units/ward", After = 1 }, urging,
        ];
    }

    private static async Task<IEnumerable<IMessage>> Entries(TestServer server)
    {
        Programme programme = Programme();
        programme.Name = "programmes/p2";
        ProgrammeTask task = (await server.Get("programmeTasks/t1")).Task;
        UnitPlan plan = Plan();
        plan.Name = "unitPlans/other";
        TaskEvent On(string day = "2026-03-10") => new() { Name = "taskEvents/new", Task = "programmeTasks/t1", On = Civil.Date(day) };
        TaskEvent[] events = [.. Enumerable.Range(0, 8).Select(_ => On())];
        events[0].Progressed = new TaskProgressed { Percent = 50 };
        events[1].MilestoneReached = new TaskMilestoneReached { Milestone = "half" };
        events[2].Redated = new TaskRedated { DueOn = Civil.Date("2026-05-01"), Reason = Text("vì", "because") };
        events[3].Completed = new TaskCompleted { Evidence = { "1" } };
        events[4].Task = "programmeTasks/t4";
        events[4].Confirmed = new TaskConfirmed { By = "units/committee" };
        events[5].Returned = new TaskReturned { Reason = Text("vì", "because") };
        events[6].CarriedOver = new TaskCarriedOver { Decision = "1", DueOn = Civil.Date("2027-05-01") };
        events[7].TakenOver = new TaskTakenOver { Unit = "units/board", Decision = "1" };
        ProgrammeFact[] others = [.. Facts().Where(f => f.FactCase is ProgrammeFact.FactOneofCase.Report or ProgrammeFact.FactOneofCase.Question or ProgrammeFact.FactOneofCase.Guidance
            or ProgrammeFact.FactOneofCase.Consultation or ProgrammeFact.FactOneofCase.Reply)];
        others[0].Report.Name = "programmeReports/new";
        others[1].Question.Name = "guidanceQuestions/new";
        others[1].Question.AnsweredBy = "units/office";
        others[2].Guidance.Name = "programmeGuidance/new";
        others[3].Consultation.Name = "taskConsultations/new";
        others[4].Reply.Name = "consultationReplies/new";
        SummaryClosing closing = Closing();
        closing.Name = "summaryClosings/new";
        ProgrammeFact[] all =
        [
            new() { Programme = programme }, new() { Role = Role("inspector", ProgrammeRoleKind.Inspector, "units/ward") }, new() { Task = NewTask("new", "2026-04-01", "units/ward") },
            new() { Plan = plan }, new() { Closing = closing }, .. events.Select(e => new ProgrammeFact { Event = e }), .. others,
        ];
        return all.Select(f => new EnterProgrammeFactsRequest { RequestId = NewId, ValidateOnly = true, Entries = { new ProgrammeEntry { Fact = f } } })
            .Append(new EnterProgrammeFactsRequest { RequestId = NewId, ValidateOnly = true, Entries = { new ProgrammeEntry { Fact = new ProgrammeFact { Task = task }, Etag = task.Etag } } });
    }
}
