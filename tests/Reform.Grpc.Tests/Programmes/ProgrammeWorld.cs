using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Reform.Grpc.Tests.Compliance;
using Reform.Grpc.Tests.Organizations;
using Reform.Organizations.V1;
using Reform.Programmes.V1;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;

namespace Reform.Grpc.Tests.Programmes;

/// <summary>A made-up programme of a committee: its office coordinates, a ward and a board carry it out. Today is Friday, 20 March 2026.</summary>
internal static class ProgrammeWorld
{
    public const string P1 = "programmes/p1";
    public const string Today = "2026-03-20";

    public static async Task<(TestServer Server, TestClock Clock)> Begin(params string[] settings)
    {
        var clock = new TestClock(Today);
        TestServer server = await TestServer.Start(services => services.AddSingleton<IClock>(clock), settings);
        return (server, clock);
    }

    /// <summary>The units, and the programme with all that happened under it by today.</summary>
    public static async Task<(TestServer Server, TestClock Clock)> Started()
    {
        (TestServer server, TestClock clock) = await Begin();
        await Units(server);
        await server.Enter([.. Facts()]);
        return (server, clock);
    }

    public static async Task Units(TestServer server, Metadata? caller = null)
    {
        foreach (string unit in (string[])["committee", "office", "ward", "board"])
        {
            await server.Organizations.CreateUnitAsync(OrganizationWorld.Unit(unit, from: Civil.Date("2020-01-01")), caller);
        }

        await server.Organizations.CreatePositionAsync(OrganizationWorld.Post("secretary", "committee", TitleKind.Secretary), caller);
        await server.Organizations.CreatePositionAsync(OrganizationWorld.Post("deputy", "committee", TitleKind.DeputySecretary), caller);
        await server.Organizations.CreatePositionAsync(OrganizationWorld.Post("chair", "ward"), caller);
    }

    public static EnterProgrammeFactsRequest Request(params ProgrammeFact[] facts) =>
        new() { RequestId = NewId, Entries = { facts.Select(f => new ProgrammeEntry { Fact = f }) } };

    public static async Task<EnterProgrammeFactsResponse> Enter(this TestServer server, params ProgrammeFact[] facts) =>
        await server.Programmes.EnterProgrammeFactsAsync(Request(facts));

    public static async Task<ProgrammeFact> Get(this TestServer server, string name) =>
        (await server.Programmes.GetProgrammeFactAsync(new GetProgrammeFactRequest { Name = name })).Fact;

    public static IEnumerable<ProgrammeFact> Facts() =>
    [
        new() { Programme = Programme() },
        new() { Role = Role("coordinator", ProgrammeRoleKind.Coordinator, "units/office") },
        new() { Role = Role("lead", ProgrammeRoleKind.DirectLead, "positions/deputy") },
        new() { Task = NewTask("t1", "2026-03-02", "units/ward") },
        new() { Task = NewTask("t2", "2026-03-27", "units/board") },
        new() { Task = NewTask("t3", "2026-06-30") },
        new() { Task = NewTask("t4", "2026-02-27", "units/ward") },
        new() { Event = Completed("t4", "2026-02-26") },
        new() { Plan = Plan() },
        new() { Report = new ProgrammeReport { Name = "programmeReports/r1", Programme = P1, Duty = "monthly", Unit = "units/ward", PeriodFrom = Civil.Date("2026-02-01"), SubmittedOn = Civil.Date("2026-03-03"), Number = "1" } },
        new() { Question = new GuidanceQuestion { Name = "guidanceQuestions/q1", Programme = P1, AskedBy = "units/ward", AskedOn = Civil.Date("2026-02-02"), Text = Text("Hỏi?", "Asked?"), Tasks = { "programmeTasks/t1" }, AnswerWithin = Limit(5) } },
        new() { Guidance = new Guidance { Name = "programmeGuidance/g1", Programme = P1, IssuedBy = "units/office", IssuedOn = Civil.Date("2026-02-05"), Text = Text("Trả lời", "Answered"), Tasks = { "programmeTasks/t1" }, Question = "guidanceQuestions/q1", Number = "2" } },
        new() { Consultation = new TaskConsultation { Name = "taskConsultations/c1", Task = "programmeTasks/t1", AskedBy = "units/ward", Consulted = "units/board", AskedOn = Civil.Date("2026-02-02"), ReplyWithin = Limit(5), Silence = SilenceRule.MustWait } },
        new() { Reply = new ConsultationReply { Name = "consultationReplies/y1", Consultation = "taskConsultations/c1", On = Civil.Date("2026-02-16"), Agrees = true, Text = Text("Đồng ý", "Agreed") } },
    ];

    public static Programme Programme() => new()
    {
        Name = P1,
        Number = "1",
        Title = Text("Chương trình mẫu", "A made-up programme"),
        Issuer = "units/committee",
        IssuedOn = Civil.Date("2026-01-05"),
        FirstDay = Civil.Date("2026-01-05"),
        LastDay = Civil.Date("2026-12-31"),
        BasisChain = { new ProgrammeBasis { Number = "82-KL/TW", IssuedOn = Civil.Date("2010-08-16"), Basis = Basis("Kết luận 82-KL/TW") } },
        Principles = { Text("công khai", "public") },
        Goals = { new ProgrammeGoal { GoalId = "g", Text = Text("rút ngắn", "shorter") } },
        Themes =
        {
            new PeriodTheme
            {
                ThemeId = "2026", FirstDay = Civil.Date("2026-01-01"), LastDay = Civil.Date("2026-12-31"), Theme = Text("trọng tâm", "focus"), Focus = true,
                Targets = { new ProgrammeTarget { Measure = "done_percent", DisplayName = Text("xong", "done"), Value = "90.5", Direction = TargetDirection.AtLeast, Unit = "units/ward", Illustrative = true } },
            },
        },
        Groups = { new SubjectGroup { Code = "g", DisplayName = Text("nhóm", "group") } },
        Subjects = { new ProgrammeSubject { Unit = "units/ward", Group = "g" }, new ProgrammeSubject { Unit = "units/board", Group = "g" } },
        ReportingDuties = { new ReportingDuty { DutyId = "monthly", DisplayName = Text("hằng tháng", "monthly"), Cycle = ReportingCycle.Monthly, FirstDay = Civil.Date("2026-02-01"), LastDay = Civil.Date("2026-12-31"), DueWithin = Limit(5) } },
        PlansDueOn = Civil.Date("2026-02-05"),
        EvaluatedFrom = Civil.Date("2026-01-05"),
        Source = Text("bịa ra để thử", "made up for tests"),
    };

    public static ProgrammeRole Role(string id, ProgrammeRoleKind kind, string holder) => new()
    {
        Name = "programmeRoles/" + id,
        Programme = P1,
        Kind = kind,
        Holder = holder,
        Period = From("2026-01-05"),
        Basis = Basis("Quyết định mẫu"),
    };

    public static ProgrammeTask NewTask(string id, string due, string lead = "") => new()
    {
        Name = "programmeTasks/" + id,
        Programme = P1,
        Title = Text("Việc " + id, "Task " + id),
        Participants = { lead.Length == 0 ? Array.Empty<TaskParticipant>() : [new TaskParticipant { Unit = lead, Role = ParticipantRole.Lead }] },
        Output = Text("báo cáo", "a report"),
        DueOn = Civil.Date(due),
        Milestones = { new TaskMilestone { MilestoneId = "half", Text = Text("một nửa", "half"), DueOn = Civil.Date("2026-02-20") } },
        SourceClause = "II.1",
        Difficulty = TaskDifficulty.Easy,
        Goal = "g",
        AssignedOn = Civil.Date("2026-01-05"),
        AssignedBy = "units/committee",
        Function = "f",
        Territory = "t",
    };

    public static TaskEvent Completed(string task, string on) => new()
    {
        Name = "taskEvents/done-" + task,
        Task = "programmeTasks/" + task,
        On = Civil.Date(on),
        Completed = new TaskCompleted { Evidence = { "12-BC" } },
    };

    public static UnitPlan Plan() => new()
    {
        Name = "unitPlans/ward",
        Programme = P1,
        Unit = "units/ward",
        IssuedOn = Civil.Date("2026-02-02"),
        Number = "3-KH",
        Items = { new PlanItem { ItemId = "i1", Activity = Text("làm", "do"), Task = "programmeTasks/t1", Output = Text("báo cáo", "a report"), DueOn = Civil.Date("2026-03-02"), Responsible = "chair" } },
    };

    public static SummaryClosing Closing(string by = "units/office") => new()
    {
        Name = "summaryClosings/z1",
        Programme = P1,
        FirstDay = Civil.Date("2026-01-05"),
        LastDay = Civil.Date("2026-03-31"),
        ClosedBy = by,
        ClosedOn = Civil.Date(Today),
    };

    public static UrgeTasksRequest Urging(string unit = "units/office") => new() { RequestId = NewId, Name = P1, Unit = unit, LanguageCode = "en" };

    public static async Task<UrgeTasksResponse> Urge(this TestServer server) => await server.Programmes.UrgeTasksAsync(Urging());

    public static string[] Keys(IEnumerable<UrgingNotice> notices) => [.. notices.Select(n => n.Number + " " + n.Task["programmeTasks/".Length..] + " " + n.Stage)];
}
