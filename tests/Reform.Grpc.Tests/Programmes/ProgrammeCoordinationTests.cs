using Reform.Grpc.Tests.Delegation;
using Reform.Grpc.Tests.Organizations;
using Reform.Grpc.Tests.Rpc;
using Reform.Procedures.V1;
using Reform.Programmes.V1;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;
using static Reform.Grpc.Tests.Programmes.ProgrammeWorld;
using QuestionStatus = Reform.Programmes.V1.QuestionStatus;

namespace Reform.Grpc.Tests.Programmes;

/// <summary>
/// Questions, consultations, targets and changes over the wire, counted by hand. Asked on Monday 2 February 2026, five working days end on Monday the
/// 9th; from the 10th on the lead waits, four working days up to Friday the 13th: the week of the 16th is Tết. t1 was due on 2 March, and on 20 March
/// it is 14 working days overdue.
/// </summary>
public sealed class ProgrammeCoordinationTests
{
    private int entered;

    [Fact]
    public async Task Questions_are_told_with_who_answers_by_when_and_the_answer()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        await server.Enter(new ProgrammeFact { Question = Question("q2", "2026-03-09") }, new ProgrammeFact { Question = new GuidanceQuestion(Question("q3", "2026-03-16")) { AnsweredBy = "units/board", AnswerWithin = null } });
        async Task<string[]> Told(string? on = null, string parent = "units/-", DutyState state = DutyState.Unspecified) => [.. (await server.Programmes.ListQuestionStatusesAsync(
            new ListQuestionStatusesRequest { Name = P1, Parent = parent, State = state, On = on is null ? null : Civil.Date(on) })).Questions
            .Select(q => q.Question.Name["guidanceQuestions/".Length..] + " " + q.State + " " + q.AnsweringUnit + " " + (q.DueOn is null ? "-" : Civil.Text(q.DueOn)) + " " + (q.Answer?.Name ?? "-"))];

        Assert.Equal(
            [
                "q1 DoneInTime units/office 2026-02-09 programmeGuidance/g1", "q2 Missing units/office 2026-03-16 -", "q3 PendingWithoutDue units/board - -",
            ],
            await Told());
        Assert.Equal(["q1 Pending units/office 2026-02-09 -"], await Told("2026-02-04"));
        Assert.Empty(await Told("2026-02-01"));
        Assert.Equal(["q2 Pending units/office 2026-03-16 -"], (await Told("2026-03-16"))[1..2]);
        Assert.Equal(["q2 Missing units/office 2026-03-16 -"], await Told(state: DutyState.Missing));
        Assert.Equal(3, (await Told(parent: "units/ward")).Length);
        Assert.Equal(["q3 PendingWithoutDue units/board - -"], await Told(parent: "units/board"));
        QuestionStatus first = (await server.Programmes.ListQuestionStatusesAsync(new ListQuestionStatusesRequest { Name = P1, Parent = "units/-" })).Questions[0];
        Assert.Equal((await server.Get("guidanceQuestions/q1")).Question, first.Question);
        Assert.Equal((await server.Get("programmeGuidance/g1")).Guidance, first.Answer);
    }

    [Fact]
    public async Task Late_opinions_are_charged_to_who_was_asked_and_taken_off_the_lead()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        async Task<ConsultationStatus?> Told(string on, string parent = "units/-", DutyState state = DutyState.Unspecified) => (await server.Programmes.ListConsultationStatusesAsync(
            new ListConsultationStatusesRequest { Name = P1, Parent = parent, State = state, On = Civil.Date(on), LanguageCode = "en" })).Consultations.SingleOrDefault();

        ConsultationStatus late = (await Told(Today))!;
        Assert.Equal(
            (DutyState.DoneLate, ConsultationOutcome.Agreed, "2026-02-09", "units/board", 4, "consultationReplies/y1"),
            (late.State, late.Outcome, Civil.Text(late.DueOn), late.ChargedUnit, late.LateWorkingDays, late.Reply.Name));
        Assert.Equal("'board' replied on 16 February 2026, after 9 February 2026", late.Reason.Text);
        ConsultationStatus waiting = (await Told("2026-02-11"))!;
        Assert.Equal((DutyState.Missing, ConsultationOutcome.Waiting, "units/board", 2, null), (waiting.State, waiting.Outcome, waiting.ChargedUnit, waiting.LateWorkingDays, waiting.Reply));
        ConsultationStatus open = (await Told("2026-02-09"))!;
        Assert.Equal((DutyState.Pending, "", 0), (open.State, open.ChargedUnit, open.LateWorkingDays));
        Assert.NotNull(await Told(Today, "units/board"));
        Assert.NotNull(await Told(Today, "units/ward", DutyState.DoneLate));
        Assert.Null(await Told(Today, "units/office"));
        Assert.Null(await Told(Today, state: DutyState.Pending));

        async Task<GetTaskLatenessResponse> Lateness(string task, string on = Today) =>
            await server.Programmes.GetTaskLatenessAsync(new GetTaskLatenessRequest { Name = "programmeTasks/" + task, On = Civil.Date(on) });
        GetTaskLatenessResponse t1 = await Lateness("t1");
        Assert.Equal((14, 10, "units/board 4"), (t1.OverdueWorkingDays, t1.LeadWorkingDays, string.Join(',', t1.Charges.Select(c => c.Unit + " " + c.WorkingDays))));
        Assert.Equal((await server.Get("programmeTasks/t1")).Task, t1.Status.Task);
        GetTaskLatenessResponse t2 = await Lateness("t2");
        Assert.Equal((0, 0, 0), (t2.OverdueWorkingDays, t2.LeadWorkingDays, t2.Charges.Count));
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(() => Lateness("none"))).Reason);
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(() => Lateness("t1", "2026-01-04"))).Reason);
    }

    [Fact]
    public async Task Targets_are_set_against_what_is_stated()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        async Task<TargetGap> Gap(params MeasuredValue[] measured) =>
            (await server.Programmes.GetTargetGapsAsync(new GetTargetGapsRequest { Name = P1, ThemeId = "2026", Measured = { measured } })).Gaps.Single();
        MeasuredValue Value(string value, string unit = "units/ward", string measure = "done_percent") => new() { Measure = measure, Unit = unit, Value = value };

        TargetGap below = await Gap(Value("88.25"), Value("99", "units/board"));
        Assert.Equal(("units/ward", "88.25", "2.25", true, false), (below.Unit, below.Actual, below.Gap, below.HasMet, below.Met));
        Assert.Equal(("0.0", true), ((await Gap(Value("90.5"))).Gap, (await Gap(Value("90.5"))).Met));
        TargetGap unknown = await Gap(Value("1", measure: "other"));
        Assert.Equal(("", "", false), (unknown.Actual, unknown.Gap, unknown.HasMet));
        Assert.Equal("measured[1]", (await Refused.By(() => Gap(Value("1"), Value("2")))).Fields.Single());
        Assert.Equal("measured[0].value", (await Refused.By(() => Gap(Value("many")))).Fields.Single());
        Refused none = await Refused.By(async () => await server.Programmes.GetTargetGapsAsync(new GetTargetGapsRequest { Name = P1, ThemeId = "2030" }));
        Assert.Equal(("RESOURCE_NOT_FOUND", "theme_id"), (none.Reason, none.Metadata["field"]));
    }

    // The ward passes a power on in February; the board changes nothing until it begins to apply a procedure in March; the new unit was not there all the time.
    [Fact]
    public async Task Units_where_nothing_changed_are_listed_and_no_others()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        await server.Organizations.CreateUnitAsync(OrganizationWorld.Unit("new", from: Civil.Date("2026-02-10")));
        Programme more = (await server.Get(P1)).Programme;
        more.Subjects.Add(new ProgrammeSubject { Unit = "units/new", Group = "g" });
        await server.Programmes.EnterProgrammeFactsAsync(new EnterProgrammeFactsRequest
        {
            RequestId = NewId,
            Entries = { new ProgrammeEntry { Fact = new ProgrammeFact { Programme = more }, Etag = more.Etag } },
        });
        await server.Delegation.CreatePowerAsync(new Reform.Delegation.V1.CreatePowerRequest { RequestId = NewId, PowerId = "permit", Power = DelegationWorld.Permit() });
        Reform.Delegation.V1.Grant grant = DelegationWorld.Mandate(to: "board");
        grant.Period.From = Civil.Date("2026-02-03");
        await server.Enter("g1", grant);
        await server.Procedures.PublishProcedureAsync(new PublishProcedureRequest { RequestId = NewId, Content = Procedures.PermitFile.Of(5) });
        await server.Record(new PublicationEntry { Application = new ProcedureApplication(Applies("a", "units/board")) { Period = From("2026-03-10") } });

        async Task<string[]> Told(string first, string last, string parent = "units/-", bool unchangedOnly = false) => [.. (await server.Programmes.ListUnitChangesAsync(
            new ListUnitChangesRequest { Name = P1, Parent = parent, FirstDay = Civil.Date(first), LastDay = Civil.Date(last), UnchangedOnly = unchangedOnly })).Units
            .Select(u => u.Unit["units/".Length..] + " " + u.Procedures + " " + u.Delegations + (u.ExistedThroughout ? "" : " partly") + (u.Unchanged ? " unchanged" : ""))];
        Assert.Equal(["ward 0 1", "board 0 0 unchanged", "new 0 0 partly"], await Told("2026-02-01", "2026-02-28"));
        Assert.Equal(["board 0 0 unchanged"], await Told("2026-02-01", "2026-02-28", unchangedOnly: true));
        Assert.Equal(["ward 0 0 unchanged", "new 0 0 unchanged"], await Told("2026-03-01", "2026-03-31", unchangedOnly: true));
        Assert.Equal(["board 1 0"], await Told("2026-03-10", "2026-03-10", "units/board"));
        Assert.Equal(["board 0 0 unchanged"], await Told("2026-03-11", "2026-03-31", "units/board"));
        Assert.Equal("last_day", (await Refused.By(() => Told("2026-03-02", "2026-03-01"))).Fields.Single());
    }

    [Fact]
    public async Task Every_listing_is_paged_over_one_state()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        for (int i = 0; i < 5; i++)
        {
            await More();
        }

        async Task More()
        {
            string id = "m" + entered++;
            await server.Organizations.CreateUnitAsync(OrganizationWorld.Unit(id, from: Civil.Date("2020-01-01")));
            Programme programme = (await server.Get(P1)).Programme;
            programme.Subjects.Add(new ProgrammeSubject { Unit = "units/" + id, Group = "g" });
            await server.Programmes.EnterProgrammeFactsAsync(new EnterProgrammeFactsRequest
            {
                RequestId = NewId,
                Entries =
                {
                    new ProgrammeEntry { Fact = new ProgrammeFact { Programme = programme }, Etag = programme.Etag },
                    new ProgrammeEntry { Fact = new ProgrammeFact { Question = Question(id, "2026-03-09") } },
                    new ProgrammeEntry
                    {
                        Fact = new ProgrammeFact { Consultation = new TaskConsultation { Name = "taskConsultations/" + id, Task = "programmeTasks/t2", AskedBy = "units/board", Consulted = "units/ward", AskedOn = Civil.Date("2026-03-02"), Silence = SilenceRule.MustWait } },
                    },
                },
            });
        }

        Assert.True(await Paging.HoldsItsState(r => server.Programmes.ListQuestionStatusesAsync(r), new ListQuestionStatusesRequest { Name = P1, Parent = "units/-" }, More) >= 3);
        Assert.True(await Paging.HoldsItsState(r => server.Programmes.ListConsultationStatusesAsync(r), new ListConsultationStatusesRequest { Name = P1, Parent = "units/-" }, More) >= 3);
        Assert.True(await Paging.HoldsItsState(r => server.Programmes.ListUnitChangesAsync(r), new ListUnitChangesRequest { Name = P1, Parent = "units/-" }, More) >= 3);
    }

    private static GuidanceQuestion Question(string id, string on) => new()
    {
        Name = "guidanceQuestions/" + id,
        Programme = P1,
        AskedBy = "units/ward",
        AskedOn = Civil.Date(on),
        Text = Text("Hỏi?", "Asked?"),
        AnswerWithin = Limit(5),
    };
}
