using NodaTime;
using Reform.Domain.Compliance;
using Reform.Domain.Legal;
using Reform.Domain.Programmes;
using Reform.Domain.Rules;
using Reform.Domain.Tests.Procedures.Rules;
using static Reform.Domain.Tests.Programmes.TestProgrammes;

namespace Reform.Domain.Tests.Programmes.Rules;

/// <summary>CR-PRG-01 to 13, each on both sides of its bounds, in memory, in SQLite and explained.</summary>
public sealed class ProgrammeRuleTests
{
    // A task that breaks nothing, and what is changed of it.
    private static readonly ProgrammeTaskFacts Sound = new()
    {
        Id = "a",
        ProgrammeId = Id,
        On = Day("2025-03-10"),
        UnitId = "office",
        LeadState = LeadState.AsAssigned,
        Leads = 1,
        HasOutput = true,
        HasDue = true,
        DueOn = Day("2025-12-31"),
        Plans = 1,
        PlansDueOn = Day("2024-06-28"),
        Progress = TaskProgress.InProgress,
        Timeliness = TaskTimeliness.InTime,
        OverdueWorkingDays = 0,
        ProgrammeEndsOn = Day("2025-12-31"),
    };

    private static ProgrammeTaskFacts Overdue(int? days) => Sound with { Timeliness = TaskTimeliness.Overdue, DueOn = Day("2025-01-31"), OverdueWorkingDays = days };

    private static ProgrammeTaskFacts Done => Sound with { Progress = TaskProgress.Done, CompletedOn = Day("2025-03-01"), Evidence = 1, ConfirmedOn = Day("2025-03-02") };

    // Due on 28 June 2024.
    [Fact]
    public void PRG01_A_unit_has_a_plan_at_the_due_date() => RuleTable.Check(
        new PlanIssuedByDueDate(),
        UnitPlanFacts.Subject,
        new(Plan("2024-06-28", null, "2024-06-28"), Verdict.NotApplicable),
        new(Plan("2024-06-28", null, "2024-06-29"), Verdict.Fail),
        new(Plan("2024-06-28", "2024-06-28", "2024-06-29"), Verdict.Pass),
        new(Plan("2024-06-28", "2024-06-29", "2024-06-29"), Verdict.Fail),
        new(Plan(null, null, "2024-06-29"), Verdict.Unknown, "plan_due"),
        new(Plan(null, "2024-06-28", "2024-06-29"), Verdict.Unknown, "plan_due"));

    [Fact]
    public void PRG02_A_task_stands_in_a_plan() => RuleTable.Check(
        new TaskStandsInPlan(),
        ProgrammeTaskFacts.Subject,
        new(Sound, Verdict.Pass),
        new(Sound with { Plans = 0, On = Day("2024-06-28") }, Verdict.NotApplicable),
        new(Sound with { Plans = 0, On = Day("2024-06-29") }, Verdict.Fail),
        new(Sound with { Plans = 0, PlansDueOn = null }, Verdict.Unknown, "plans_due"),
        new(Sound with { PlansDueOn = null }, Verdict.Pass));

    [Fact]
    public void PRG03_A_task_states_output_due_date_and_lead() => RuleTable.Check(
        new TaskIsSpecific(),
        ProgrammeTaskFacts.Subject,
        new(Sound, Verdict.Pass),
        new(Sound with { HasOutput = false }, Verdict.Fail),
        new(Sound with { HasDue = false }, Verdict.Fail),
        new(Sound with { Leads = 0 }, Verdict.Fail));

    [Fact]
    public void PRG04_A_task_has_one_lead()
    {
        ProgrammeTask two = Task("a", "office", null, new TaskParticipant("north", ParticipantRole.Lead));
        RuleTable.Check(
            new TaskHasOneLead(),
            ProgrammeTaskFacts.Subject,
            new(Sound, Verdict.Pass),
            new(Sound with { Leads = 0 }, Verdict.Fail),
            new(Sound with { Leads = 2 }, Verdict.Fail),
            new(ProgrammeTaskFactsBuilder.OfDraft(two, Plain, Day("2025-03-10")), Verdict.Fail));
    }

    [Fact]
    public void PRG05_A_report_is_there_when_it_is_due() => RuleTable.Check(
        new ReportIsSubmitted(),
        ReportDutyFacts.Subject,
        new(Report("2024-07-12", null, DutyState.Pending), Verdict.NotApplicable),
        new(Report("2024-07-12", null, DutyState.Missing), Verdict.Fail),
        new(Report("2024-07-12", "2024-07-20", DutyState.DoneLate), Verdict.Pass),
        new(Report(null, null, DutyState.PendingWithoutDue), Verdict.Unknown, "report_due"),
        new(Report(null, "2024-07-20", DutyState.DoneWithoutDue), Verdict.Pass));

    [Fact]
    public void PRG05_A_report_comes_in_time() => RuleTable.Check(
        new ReportIsInTime(),
        SubmittedReportFacts.Subject,
        new(Came("2024-07-12"), Verdict.Pass),
        new(Came("2024-07-13"), Verdict.Fail),
        new(Came("2024-07-12") with { DueOn = null }, Verdict.Unknown, "report_due"));

    [Fact]
    public void PRG06_What_is_overdue_by_more_than_three_working_days_is_urged() => RuleTable.Check(
        new OverdueTaskIsUrged(),
        ProgrammeTaskFacts.Subject,
        new(Sound, Verdict.NotApplicable),
        new(Overdue(3), Verdict.NotApplicable),
        new(Overdue(4), Verdict.Fail),
        new(Overdue(4) with { UrgedOn = Day("2025-02-03") }, Verdict.Pass),
        new(Overdue(null), Verdict.Unknown, "overdue_working_days"),
        new(Overdue(null) with { UrgedOn = Day("2025-02-03") }, Verdict.Pass),
        new(Done with { Timeliness = TaskTimeliness.Overdue, OverdueWorkingDays = 9 }, Verdict.NotApplicable));

    // Nine of ten easy ones and half of the hard ones are 40 points apart; 91 of 100 and half are 41.
    [Fact]
    public void PRG07_Easy_tasks_are_not_done_first() => RuleTable.Check(
        new HardTasksAreDoneToo(),
        EasyFirstFacts.Subject,
        new(Difficulty(9, 10, 1, 2), Verdict.Pass),
        new(Difficulty(91, 100, 5, 10), Verdict.Fail),
        new(Difficulty(10, 10, 0, 2), Verdict.Fail),
        new(Difficulty(10, 10, 0, 1), Verdict.NotApplicable),
        new(Difficulty(0, 0, 0, 2), Verdict.Pass),
        new(Difficulty(10, 10, 2, 2) with { HardRedatedRepeatedly = 1 }, Verdict.Fail),
        new(Difficulty(10, 10, 1, 1) with { HardRedatedRepeatedly = 1 }, Verdict.NotApplicable),
        new(Difficulty(10, 10, 0, 1) with { Untold = 1 }, Verdict.Unknown, "difficulty"),
        new(Difficulty(10, 10, 2, 2) with { Untold = 1 }, Verdict.Unknown, "difficulty"),
        new(Difficulty(10, 10, 2, 2) with { Untold = 1, HardRedatedRepeatedly = 1 }, Verdict.Fail));

    [Fact]
    public void PRG08_An_opinion_comes_in_time() => RuleTable.Check(
        new ConsultationAnsweredInTime(),
        TaskConsultationFacts.Subject,
        new(Consultation("2024-10-14", null, DutyState.Pending), Verdict.NotApplicable),
        new(Consultation("2024-10-14", null, DutyState.Missing), Verdict.Fail),
        new(Consultation("2024-10-14", "2024-10-14", DutyState.DoneInTime), Verdict.Pass),
        new(Consultation("2024-10-14", "2024-10-15", DutyState.DoneLate), Verdict.Fail),
        new(Consultation(null, null, DutyState.PendingWithoutDue), Verdict.Unknown, "opinion_due"));

    [Fact]
    public void PRG09_What_is_done_is_shown_and_confirmed() => RuleTable.Check(
        new CompletionIsShown(),
        ProgrammeTaskFacts.Subject,
        new(Done, Verdict.Pass),
        new(Sound, Verdict.NotApplicable),
        new(Done with { Evidence = 0 }, Verdict.Fail),
        new(Done with { ConfirmedOn = null }, Verdict.Fail));

    [Fact]
    public void PRG10_What_is_long_overdue_is_brought_before_the_head_and_the_direct_lead() => RuleTable.Check(
        new OverdueIsEscalated(),
        ProgrammeTaskFacts.Subject,
        new(Sound, Verdict.NotApplicable),
        new(Overdue(10), Verdict.NotApplicable),
        new(Overdue(11), Verdict.Fail),
        new(Overdue(11) with { HeadToldOn = Day("2025-02-10") }, Verdict.Fail),
        new(Overdue(11) with { DirectLeadToldOn = Day("2025-02-10") }, Verdict.Fail),
        new(Overdue(11) with { HeadToldOn = Day("2025-02-10"), DirectLeadToldOn = Day("2025-02-17") }, Verdict.Pass),
        new(Overdue(null), Verdict.Unknown, "overdue_working_days"));

    [Fact]
    public void PRG11_A_task_of_an_ended_unit_has_a_successor() => RuleTable.Check(
        new TaskHasOwner(),
        ProgrammeTaskFacts.Subject,
        new(Sound, Verdict.Pass),
        new(Sound with { LeadState = LeadState.Succeeded }, Verdict.Pass),
        new(Sound with { LeadState = LeadState.Orphaned }, Verdict.Fail),
        new(Sound with { LeadState = LeadState.Unknown }, Verdict.Unknown, "lead"),
        new(Sound with { LeadState = LeadState.None, UnitId = null }, Verdict.NotApplicable),
        new(Done with { LeadState = LeadState.Orphaned }, Verdict.NotApplicable));

    [Fact]
    public void PRG12_Nothing_is_left_open_at_the_end() => RuleTable.Check(
        new NothingLeftOpenAtEnd(),
        ProgrammeTaskFacts.Subject,
        new(Sound with { On = Day("2025-12-31") }, Verdict.NotApplicable),
        new(Sound with { On = Day("2026-01-01") }, Verdict.Fail),
        new(Sound with { On = Day("2026-01-01"), CarriedOverOn = Day("2025-12-20") }, Verdict.Pass),
        new(Done with { On = Day("2026-01-01") }, Verdict.NotApplicable));

    [Fact]
    public void PRG13_A_due_date_is_not_moved_again_and_again() => RuleTable.Check(
        new DueDateKept(),
        ProgrammeTaskFacts.Subject,
        new(Sound with { Redatings = 2 }, Verdict.Pass),
        new(Sound with { Redatings = 3 }, Verdict.Fail),
        new(Sound with { Redatings = 1, RedatingsAfterExpiry = 1 }, Verdict.Fail),
        new(Sound with { HasDue = false, DueOn = null, Timeliness = TaskTimeliness.NoDue }, Verdict.NotApplicable));

    // One programme in which each breach is planted once: the codes are found, and on a sound one none is.
    [Fact]
    public void What_is_planted_in_a_register_is_found_and_a_sound_one_is_silent()
    {
        ProgrammeRegister planted = Register(
            [
                Task("late", "propaganda", "2025-01-31"), Task("vague", null, null), Task("shown", "office", "2025-02-28"), Task("orphan", "caucus", "2025-12-01"),
                Task("moved", "office", "2025-02-28"),
            ],
            new TaskCompleted("e1", "shown", Day("2025-02-01"), []),
            new TaskRedated("e2", "moved", Day("2025-03-03"), Day("2025-12-31"), Text("why")));
        Assert.Equal(
            [
                "late CR-PRG-02", "late CR-PRG-06", "late CR-PRG-10", "vague CR-PRG-02", "vague CR-PRG-03", "vague CR-PRG-04", "shown CR-PRG-02", "shown CR-PRG-09",
                "orphan CR-PRG-02", "orphan CR-PRG-11", "moved CR-PRG-02", "moved CR-PRG-13",
            ],
            Found(planted, UrgingOutbox.Empty));

        UrgingOutbox urged = UrgingRun.Of(planted, Id, "office", Day("2025-03-09"), UrgingPolicy.Standard, UrgingOutbox.Empty, Calendar).Outbox;
        Assert.DoesNotContain(Found(planted, urged), f => f.EndsWith("06", StringComparison.Ordinal) || f.EndsWith("10", StringComparison.Ordinal));

        ProgrammeRegister sound = Register([Task("a", "office", "2025-12-01")]).With(new ProgrammeRecords
        {
            Plans = All(p => p.Id, new UnitPlan("p1", Id, "office", Day("2024-06-01"), [new PlanItem("1", Text("a")) { TaskId = "a", DueOn = Day("2025-12-01") }])),
        });
        Assert.Empty(Found(sound, UrgingOutbox.Empty));
    }

    // Due on Friday 31 January 2025, within Tết: the fourth working day after it is Thursday 6 February. Urged on Monday the 10th; what was sent later
    // plays no part before.
    [Fact]
    public void Since_when_nobody_urges_is_told_over_time()
    {
        ProgrammeRegister register = Register(Task("a", "propaganda", "2025-01-31"));
        UrgingOutbox outbox = UrgingRun.Of(register, Id, "office", Day("2025-02-10"), UrgingPolicy.Standard, UrgingOutbox.Empty, Calendar).Outbox;
        ProgrammeTaskFacts FactsOn(LocalDate on) => Assert.Single(ProgrammeTaskFactsBuilder.Of(register, Id, on, outbox, Calendar));

        Assert.Equal(Verdict.NotApplicable, new OverdueTaskIsUrged().VerdictOn(FactsOn(Day("2025-02-05"))));
        Assert.Equal(
            [(Day("2025-02-01"), Verdict.NotApplicable), (Day("2025-02-06"), Verdict.Fail), (Day("2025-02-10"), Verdict.Pass)],
            RuleTimeline.Judge(
                new OverdueTaskIsUrged(), new Validity(Day("2025-02-01"), Day("2025-03-01")), [Day("2025-02-06"), Day("2025-02-10")], FactsOn)
                .Select(j => (j.Period.From!.Value, j.Judgement.Verdict)));
    }

    [Fact]
    public void Easy_and_hard_tasks_are_counted_by_the_unit_that_leads()
    {
        ProgrammeRegister register = Register(
            [
                Task("e1", "office", null) with { Difficulty = TaskDifficulty.Easy }, Task("h1", "office", "2024-09-30") with { Difficulty = TaskDifficulty.Hard },
                Task("h2", "office", null) with { Difficulty = TaskDifficulty.Hard }, Task("x", "north", null),
            ],
            new TaskCompleted("c", "e1", Day("2024-08-01"), []),
            new TaskRedated("r1", "h1", Day("2024-09-01"), Day("2024-10-31"), Text("why")),
            new TaskRedated("r2", "h1", Day("2024-10-01"), Day("2024-11-30"), Text("why")));
        EasyFirstFacts[] facts = [.. EasyFirstFacts.Of(register, Id, new ReportingPeriod(Day("2024-05-03"), Day("2024-12-31")), Day("2024-12-31"))];
        Assert.Equal([("north", 0, 0, 0, 0, 0, 1), ("office", 1, 1, 2, 0, 1, 0)], facts.Select(f => (f.UnitId, f.Easy, f.EasyDone, f.Hard, f.HardDone, f.HardRedatedRepeatedly, f.Untold)));
        Assert.Equal(Verdict.Fail, new HardTasksAreDoneToo().VerdictOn(facts[1]));
    }

    private static string[] Found(ProgrammeRegister register, UrgingOutbox outbox) =>
    [
        .. ProgrammeTaskFactsBuilder.Of(register, Id, Day("2025-03-10"), outbox, Calendar)
            .SelectMany(f => BuiltInRules.ProgrammeTasks.Judge(f).Judged.Where(j => j.Verdict == Verdict.Fail).Select(j => f.Id + " " + j.Rule.Code)),
    ];

    private static UnitPlanFacts Plan(string? due, string? issued, string on)
    {
        ProgrammeRegister register = new(
            Records() with
            {
                Programmes = [At("p", Plain with { PlansDueOn = due is null ? null : Day(due) })],
                Plans = issued is null ? [] : [At("p1", new UnitPlan("p1", Id, "office", Day(issued), []))],
            },
            City);
        return UnitPlanFacts.Of(register, Id, Day(on))[0];
    }

    private static ReportDutyFacts Report(string? due, string? submitted, DutyState state) => new()
    {
        Id = "r",
        ProgrammeId = Id,
        DutyId = "d",
        UnitId = "office",
        PeriodFrom = Day("2024-05-03"),
        PeriodTo = Day("2024-06-30"),
        On = Day("2024-12-31"),
        DueOn = due is null ? null : Day(due),
        SubmittedOn = submitted is null ? null : Day(submitted),
        State = state,
    };

    private static SubmittedReportFacts Came(string on) =>
        new() { Id = "r", DutyId = "d", UnitId = "office", DueOn = Day("2024-07-12"), SubmittedOn = Day(on) };

    private static EasyFirstFacts Difficulty(int easyDone, int easy, int hardDone, int hard) => new()
    {
        Id = "x",
        ProgrammeId = Id,
        UnitId = "office",
        From = Day("2024-05-03"),
        To = Day("2024-12-31"),
        On = Day("2024-12-31"),
        Easy = easy,
        EasyDone = easyDone,
        Hard = hard,
        HardDone = hardDone,
    };

    private static TaskConsultationFacts Consultation(string? due, string? replied, DutyState state) => new()
    {
        Id = "c",
        TaskId = "a",
        UnitId = "front",
        AskedBy = "office",
        On = Day("2024-12-31"),
        AskedOn = Day("2024-10-07"),
        DueOn = due is null ? null : Day(due),
        RepliedOn = replied is null ? null : Day(replied),
        State = state,
    };
}
