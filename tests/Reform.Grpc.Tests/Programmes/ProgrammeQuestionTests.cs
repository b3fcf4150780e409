using Google.Protobuf;
using Reform.Organizations.V1;
using Reform.Programmes.V1;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;
using static Reform.Grpc.Tests.Programmes.ProgrammeWorld;

namespace Reform.Grpc.Tests.Programmes;

/// <summary>How programmes stand, counted by hand; and the answers after a restart.</summary>
public sealed class ProgrammeQuestionTests
{
    private const string Reference = "referenceProgrammes/hai-phong-72";

    [Fact]
    public async Task A_programme_is_told_as_of_a_date()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        GetProgrammeResponse now = await server.Programmes.GetProgrammeAsync(new GetProgrammeRequest { Name = P1, LanguageCode = "en" });
        Assert.Equal(ProgrammeState.Running, now.State);
        Assert.Equal(["units/office", "", "", "positions/deputy"], now.Roles.Select(r => r.Holder));
        Assert.Equal("positions/secretary", now.AccountableHead);
        Assert.Equal(["units/ward", "units/board"], now.Units);
        Assert.Equal("82-KL/TW", now.Programme.BasisChain.Single().Number);
        Assert.Equal([("programmeTasks/t3", "task_without_lead")], now.OpenPoints.Select(p => (p.Task, p.Reason.Code)));
        async Task<ProgrammeState> On(string day) => (await server.Programmes.GetProgrammeAsync(new GetProgrammeRequest { Name = P1, On = Civil.Date(day) })).State;
        Assert.Equal(
            [ProgrammeState.NotBegun, ProgrammeState.Running, ProgrammeState.Running, ProgrammeState.Ended],
            [await On("2026-01-04"), await On("2026-01-05"), await On("2026-12-31"), await On("2027-01-01")]);
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(async () => await server.Programmes.GetProgrammeAsync(new GetProgrammeRequest { Name = "programmes/none" }))).Reason);
    }

    [Fact]
    public async Task Tasks_are_counted_by_unit_and_the_units_sum_to_the_whole()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        GetTaskMatrixResponse now = await server.Programmes.GetTaskMatrixAsync(new GetTaskMatrixRequest { Name = P1 });
        Assert.Equal([("units/ward", 2), ("units/board", 1), ("", 1)], now.Units.Select(u => (u.Unit, u.Tally.Total)));
        Assert.Equal(new TaskTally { Total = 4, NotStartedOverdue = 1, NotStartedInTime = 2, DoneInTime = 1 }, now.Whole);
        Assert.Equal(new TaskTally { Total = 2, NotStartedOverdue = 1, DoneInTime = 1 }, now.Units[0].Tally);
        Assert.Equal(["programmeTasks/t1", "programmeTasks/t2", "programmeTasks/t3"], now.BehindMilestones);
        Assert.Equal(0, (await server.Programmes.GetTaskMatrixAsync(new GetTaskMatrixRequest { Name = P1, On = Civil.Date("2026-02-25") })).Whole.DoneInTime);
        GetTaskMatrixResponse after = await server.Programmes.GetTaskMatrixAsync(new GetTaskMatrixRequest { Name = P1, On = Civil.Date("2027-01-01") });
        Assert.Equal(["programmeTasks/t1", "programmeTasks/t2", "programmeTasks/t3"], after.LeftOpen);

        async Task<string[]> Statuses(ListTaskStatusesRequest request) => [.. (await server.Programmes.ListTaskStatusesAsync(request)).Statuses.Select(s => s.Task.Name)];
        Assert.Equal(["programmeTasks/t1", "programmeTasks/t4"], await Statuses(new() { Name = P1, Parent = "units/ward" }));
        Assert.Equal(["programmeTasks/t1"], await Statuses(new() { Name = P1, Parent = "units/-", Timeliness = TaskTimeliness.Overdue }));
        Assert.Equal(["programmeTasks/t4"], await Statuses(new() { Name = P1, Parent = "units/-", Progress = TaskProgress.Done }));
    }

    [Fact]
    public async Task Plans_and_reports_that_are_lacking_are_named()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        GetCoverageResponse now = await server.Programmes.GetCoverageAsync(new GetCoverageRequest { Name = P1 });
        Assert.Equal(["units/board"], now.WithoutPlan);
        Assert.Equal((true, false, 5000), (now.ReportsDue, now.Whole, now.ShareInBasisPoints));
        Assert.Equal((["units/board"], ["units/ward"]), (now.WithoutReport, now.Complete));
        Assert.Equal(["programmeTasks/t2", "programmeTasks/t3", "programmeTasks/t4"], now.Unplanned);
        Assert.Empty(now.WithoutPublication);

        // The ward posts a procedure from 2 March on; the day before, nobody does.
        await server.Procedures.PublishProcedureAsync(new Reform.Procedures.V1.PublishProcedureRequest { RequestId = NewId, Content = Procedures.PermitFile.Of(5) });
        await Procedures.ProcedureWorld.Post(server, Procedures.ProcedureWorld.Posting("p1", "2026-03-02"));
        async Task<GetCoverageResponse> Publishing(string on) =>
            await server.Programmes.GetCoverageAsync(new GetCoverageRequest { Name = P1, On = Civil.Date(on), WithPublication = true });
        Assert.Equal(["units/board"], (await Publishing(Today)).WithoutPublication);
        Assert.Equal(["units/ward"], (await Publishing(Today)).Complete);
        Assert.Equal(["units/ward", "units/board"], (await Publishing("2026-03-01")).WithoutPublication);
        Assert.Empty((await Publishing("2026-03-01")).Complete);
        ListPlanCellsResponse cells = await server.Programmes.ListPlanCellsAsync(new ListPlanCellsRequest { Name = P1, Parent = "units/ward" });
        Assert.Equal(
            [("t1", PlanCellState.Planned), ("t2", PlanCellState.NotConcerned), ("t3", PlanCellState.NotConcerned), ("t4", PlanCellState.LeftOut)],
            cells.Cells.Select(c => (c.Task["programmeTasks/".Length..], c.State)));
        Assert.Equal("programmeTasks/t2", (await server.Programmes.ListPlanCellsAsync(new ListPlanCellsRequest { Name = P1, Parent = "units/-", State = PlanCellState.NoPlan })).Cells.Single().Task);
    }

    [Fact]
    public async Task A_summary_sums_up_and_a_closed_one_stays_as_it_was_known()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        var asked = new GetSummaryRequest { Name = P1, FirstDay = Civil.Date("2026-01-05"), LastDay = Civil.Date("2026-03-31") };
        GetSummaryResponse summary = await server.Programmes.GetSummaryAsync(asked);
        Assert.Equal((4, 1, 4), (summary.Whole.Tally.Total, summary.Whole.DoneInPeriod, summary.Whole.AssignedInPeriod));
        Assert.Equal(summary.Whole.Tally.Total, summary.Units.Sum(u => u.Tally.Total));
        Assert.Equal(summary.Whole.Tally.Total, summary.Groups.Sum(u => u.Tally.Total));
        Assert.Equal([("g", 3), ("", 1)], summary.Groups.Select(g => (g.Group, g.Tally.Total)));

        Refused refused = await Refused.By(() => server.Enter(new ProgrammeFact { Closing = Closing("units/ward") }));
        Assert.Equal(("REGISTER_CONFLICT", "entries[0].fact.closing.closed_by"), (refused.Reason, refused.Fields.Single()));
        await server.Enter(new ProgrammeFact { Closing = Closing() });
        TaskEvent done = (await server.Get("taskEvents/done-t4")).Event;
        await server.Programmes.EnterProgrammeFactsAsync(new EnterProgrammeFactsRequest
        {
            RequestId = NewId,
            Entries = { new ProgrammeEntry { Fact = new ProgrammeFact { Event = new TaskEvent { Name = done.Name } }, Etag = done.Etag, StruckOut = true } },
        });
        GetSummaryResponse closed = await server.Programmes.GetSummaryAsync(new GetSummaryRequest { Name = "summaryClosings/z1" });
        Assert.Equal(summary.Whole, closed.Whole);
        Assert.Equal(summary.Units, closed.Units);
        Assert.Equal((4, 0), ((await server.Programmes.GetSummaryAsync(asked)).Whole.Tally.Total, (await server.Programmes.GetSummaryAsync(asked)).Whole.DoneInPeriod));
        asked.Name = "summaryClosings/z1";
        Assert.Equal("first_day", (await Refused.By(async () => await server.Programmes.GetSummaryAsync(asked))).Fields.Single());
    }

    [Fact]
    public async Task Programme_72_is_there_without_being_entered_and_entered_it_answers_alike()
    {
        (TestServer server, _) = await Begin();
        await using TestServer _1 = server;
        Assert.Equal(ProgrammeState.Running, (await server.Programmes.GetProgrammeAsync(new GetProgrammeRequest { Name = Reference, On = Civil.Date("2024-10-28") })).State);
        Assert.Equal(ProgrammeState.Ended, (await server.Programmes.GetProgrammeAsync(new GetProgrammeRequest { Name = Reference, On = Civil.Date("2026-01-01") })).State);
        EvaluateProgrammeResponse judged = await server.Programmes.EvaluateProgrammeAsync(
            new EvaluateProgrammeRequest { Name = Reference, Parent = "units/-", On = Civil.Date("2024-10-28"), LanguageCode = "en", PageSize = 1000 });
        Assert.Equal(10, judged.Judgements.Count(j => j.Rule.Code == "CR-PRG-03" && j.Verdict == Reform.Compliance.V1.Verdict.Fail));

        GetReferenceProgrammeResponse facts = await server.Programmes.GetReferenceProgrammeAsync(new GetReferenceProgrammeRequest { Name = Reference });
        await server.Organizations.RecordOrganizationFactsAsync(
            new RecordOrganizationFactsRequest { RequestId = NewId, Entries = { facts.Organization.Select(f => new OrganizationEntry { Fact = f }) } });
        await server.Enter([.. facts.Facts]);
        foreach (string day in (string[])["2024-10-28", "2025-08-01", "2026-01-01"])
        {
            async Task<GetTaskMatrixResponse> Matrix(string name)
            {
                GetTaskMatrixResponse matrix = await server.Programmes.GetTaskMatrixAsync(new GetTaskMatrixRequest { Name = name, On = Civil.Date(day) });
                matrix.Revision = 0;
                return matrix;
            }

            GetTaskMatrixResponse reference = await Matrix(Reference);
            Assert.Equal(10, reference.Whole.Total);
            Assert.Equal(reference, await Matrix("programmes/hai-phong-72"));
        }
    }

    [Fact]
    public async Task A_unit_that_does_not_know_where_to_begin_gets_a_draft_that_can_be_entered()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        GetStarterKitResponse kit = await server.Programmes.GetStarterKitAsync(new GetStarterKitRequest { Name = P1, Unit = "units/board", On = Civil.Date("2026-03-02") });
        Assert.Contains(kit.Plan.Items, i => i.Task == "programmeTasks/t2");
        Assert.All(kit.Plan.Items, i => Assert.NotNull(i.DueOn));
        Assert.NotEmpty(kit.Checklist);
        await server.Enter(new ProgrammeFact { Plan = kit.Plan });
        Assert.Empty((await server.Programmes.GetCoverageAsync(new GetCoverageRequest { Name = P1 })).WithoutPlan);
        Assert.Equal("unit", (await Refused.By(async () => await server.Programmes.GetStarterKitAsync(new GetStarterKitRequest { Name = P1, Unit = "units/none" }))).Metadata["field"]);
    }

    [Fact]
    public async Task A_restart_changes_no_answer()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        await server.Enter(new ProgrammeFact { Closing = Closing() });
        await server.Urge();
        string before = await Everything(server);
        await server.Restart();
        Assert.Equal(before, await Everything(server));
    }

    internal static async Task<string> Everything(TestServer server)
    {
        IMessage[] answers =
        [
            await server.Programmes.ListProgrammeFactsAsync(new ListProgrammeFactsRequest { Parent = "units/-", PageSize = 1000 }),
            await server.Programmes.ListProgrammeRecordsAsync(new ListProgrammeRecordsRequest { Parent = "units/-", PageSize = 1000 }),
            await server.Programmes.GetProgrammeAsync(new GetProgrammeRequest { Name = P1 }),
            await server.Programmes.GetTaskMatrixAsync(new GetTaskMatrixRequest { Name = P1 }),
            await server.Programmes.ListTaskStatusesAsync(new ListTaskStatusesRequest { Name = P1, Parent = "units/-" }),
            await server.Programmes.GetCoverageAsync(new GetCoverageRequest { Name = P1 }),
            await server.Programmes.ListPlanCellsAsync(new ListPlanCellsRequest { Name = P1, Parent = "units/-" }),
            await server.Programmes.GetSummaryAsync(new GetSummaryRequest { Name = P1 }),
            await server.Programmes.EvaluateProgrammeAsync(new EvaluateProgrammeRequest { Name = P1, Parent = "units/-", IncludePassed = true, PageSize = 1000 }),
            await server.Programmes.ListNoticesAsync(new ListNoticesRequest { Name = P1, Parent = "units/-" }),
        ];
        return string.Join("\n", answers.Select(a => a.ToString()));
    }
}
