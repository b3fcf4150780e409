using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Programmes;
using Reform.Domain.Rules;
using static Reform.Domain.Tests.Programmes.TestProgrammes;

namespace Reform.Domain.Tests.Programmes;

/// <summary>Tasks over time: how far, in time or not, and who leads.</summary>
public sealed class TaskProgressTests
{
    private static readonly ProgrammeRegister Three = Register(
        [Task("a", "propaganda", "2024-09-30"), Task("b", "north", "2024-10-31"), Task("c", "peoples-committee", "2025-03-31", With("office"))],
        new TaskProgressed("e1", "a", Day("2024-07-01"), 40),
        new TaskCompleted("e2", "a", Day("2024-10-02"), ["12-BC/TEST"]),
        new TaskProgressed("e3", "b", Day("2024-10-15"), 10),
        new TaskCompleted("e4", "b", Day("2024-10-31"), ["13-BC/TEST"]));

    // 28 October 2024: a was done two days late, b is under way, c not begun. On 30 September a was still under way, its last day in time.
    [Fact]
    public void E02_The_same_records_as_of_two_dates_give_two_matrices()
    {
        TaskTally september = Three.MatrixOn(Id, Day("2024-09-30")).Tally;
        TaskTally october = Three.MatrixOn(Id, Day("2024-10-28")).Tally;

        Assert.Equal((1, 2, 3), (september.Of(TaskProgress.InProgress, TaskTimeliness.InTime), september.Of(TaskProgress.NotStarted, TaskTimeliness.InTime), september.Total));
        Assert.Equal((1, 1, 1, 3), (october.DoneLate, october.InProgressInTime, october.NotStartedInTime, october.Total));
        Assert.Equal(1, Three.MatrixOn(Id, Day("2024-10-01")).Tally.InProgressOverdue);
        Assert.Equal((1, 1), (Three.MatrixOn(Id, Day("2024-10-31")).Tally.DoneInTime, Three.MatrixOn(Id, Day("2024-10-31")).Tally.DoneLate));
    }

    [Theory]
    [InlineData("2024-05-02", ProgrammeState.NotBegun)]
    [InlineData("2024-05-03", ProgrammeState.Running)]
    [InlineData("2025-12-31", ProgrammeState.Running)]
    [InlineData("2026-01-01", ProgrammeState.Ended)]
    public void A_programme_runs_from_its_first_day_to_its_last(string on, ProgrammeState state) => Assert.Equal(state, Plain.StateOn(Day(on)));

    [Fact]
    public void A_body_outside_the_Party_is_tracked_the_same_way()
    {
        ProgrammeTaskStatus status = Three.StatusOf("c", Day("2025-04-01"))!;
        Assert.Equal((TaskTimeliness.Overdue, "peoples-committee"), (status.Timeliness, status.Lead.UnitId));
    }

    [Fact]
    public void A17_A_task_with_two_leads_is_refused_and_what_is_missing_is_loaded()
    {
        ProgrammeTask two = Task("a", "propaganda", null, new TaskParticipant("north", ParticipantRole.Lead), new TaskParticipant("front", ParticipantRole.ForInformation));
        Assert.Equal(["tasks[0].participants[1].role: two_leads"], Refused(Records(two)));

        var bare = new ProgrammeTask("b", Id, Text("b"));
        Assert.Equal(
            ["task_without_lead", "task_without_output", "task_without_due", "task_without_goal", "task_without_clause"],
            Register(bare).Review(Id).Where(f => f.TaskId is not null).Select(f => f.Reason.Code));
    }

    [Fact]
    public void F13_A_task_without_a_goal_and_a_goal_without_a_task_are_found()
    {
        Assert.Empty(Register(Task("a", "office", "2024-12-31")).Review(Id));
        Assert.Equal(
            [(null, "goal_without_task"), ("a", "task_without_goal")],
            Register(Task("a", "office", "2024-12-31") with { GoalId = null }).Review(Id).Select(f => (f.TaskId, f.Reason.Code)));
        Assert.Equal(["a/task_due_after_end"], Register(Task("a", "office", "2026-01-01")).Review(Id).Select(f => f.TaskId + "/" + f.Reason.Code));
    }

    [Fact]
    public void A_new_due_date_holds_from_the_day_of_the_decision()
    {
        ProgrammeRegister moved = Register(
            [Task("a", "propaganda", "2024-09-30")], new TaskRedated("e1", "a", Day("2024-10-03"), Day("2024-10-31"), Text("why")));

        Assert.Equal((Day("2024-09-30"), TaskTimeliness.Overdue), Due(Day("2024-10-02")));
        Assert.Equal((Day("2024-10-31"), TaskTimeliness.InTime), Due(Day("2024-10-03")));
        TaskRedating redating = Assert.Single(moved.StatusOf("a", Day("2024-10-03"))!.Redatings);
        Assert.True(redating.IsDelay && redating.IsAfterExpiry);

        (LocalDate?, TaskTimeliness) Due(LocalDate on) => (moved.StatusOf("a", on)!.DueOn, moved.StatusOf("a", on)!.Timeliness);
    }

    [Fact]
    public void E28_A_task_that_misses_a_milestone_is_behind_before_it_is_due()
    {
        ProgrammeTask task = Task("a", "propaganda", "2024-12-31") with
        {
            Milestones = [new TaskMilestone("draft", Text("draft"), Day("2024-08-31")), new TaskMilestone("issue", Text("issue"), Day("2024-10-31"))],
        };
        ProgrammeRegister register = Register(
            [task], new TaskMilestoneReached("e1", "a", Day("2024-09-02"), "draft"), new TaskCompleted("e2", "a", Day("2024-12-01"), ["1"]));

        Assert.Empty(register.MatrixOn(Id, Day("2024-08-31")).BehindMilestones);
        Assert.Single(register.MatrixOn(Id, Day("2024-09-01")).BehindMilestones);
        Assert.Empty(register.MatrixOn(Id, Day("2024-10-31")).BehindMilestones);
        Assert.Equal(TaskTimeliness.InTime, Assert.Single(register.MatrixOn(Id, Day("2024-11-01")).BehindMilestones).Timeliness);
        Assert.Equal(
            [(DutyState.DoneLate, Day("2024-09-02")), (DutyState.DoneLate, Day("2024-12-01"))],
            register.StatusOf("a", Day("2024-12-01"))!.Milestones.Select(m => (m.State, m.ReachedOn!.Value)));
        Assert.Equal(["events[0].milestone: unknown_milestone"], Refused(Records(task) with
        {
            Events = All<TaskEvent>(e => e.Id, new TaskMilestoneReached("e1", "a", Day("2024-09-02"), "x")),
        }));
    }

    [Fact]
    public void What_is_sent_back_is_not_done_and_needs_a_new_confirmation()
    {
        ProgrammeRegister returned = Register(
            [Task("a", "propaganda", "2024-09-30")],
            new TaskCompleted("e1", "a", Day("2024-09-20"), ["1"]),
            new TaskConfirmed("e2", "a", Day("2024-09-21"), "city"),
            new TaskReturned("e3", "a", Day("2024-09-25"), Text("why")),
            new TaskCompleted("e4", "a", Day("2024-10-05"), ["2"]));

        Assert.Equal((TaskProgress.Done, Day("2024-09-21")), (returned.StatusOf("a", Day("2024-09-24"))!.Progress, returned.StatusOf("a", Day("2024-09-24"))!.ConfirmedOn));
        Assert.Equal(TaskProgress.InProgress, returned.StatusOf("a", Day("2024-09-25"))!.Progress);
        ProgrammeTaskStatus last = returned.StatusOf("a", Day("2024-10-05"))!;
        Assert.Equal((TaskTimeliness.Overdue, null), (last.Timeliness, last.ConfirmedOn));
    }

    [Fact]
    public void Only_whoever_assigned_a_task_or_its_successor_confirms_it()
    {
        Assert.Equal(["events[1].by: not_the_assigner"], RefusedConfirmation("office"));
        Assert.Equal(["events[0].on: not_completed"], Refused(Records(Task("a", "propaganda", null)) with
        {
            Events = All<TaskEvent>(e => e.Id, new TaskConfirmed("e2", "a", Day("2024-09-21"), "city")),
        }));

        string[] RefusedConfirmation(string by) => Refused(Records(Task("a", "propaganda", null)) with
        {
            Events = All<TaskEvent>(e => e.Id, new TaskCompleted("e1", "a", Day("2024-09-20"), ["1"]), new TaskConfirmed("e2", "a", Day("2024-09-21"), by)),
        });
    }

    [Fact]
    public void A_task_of_an_ended_unit_is_orphaned_until_its_succession_is_recorded()
    {
        ProgrammeRegister register = Register(Task("a", "caucus", "2025-06-30"), Task("b", "office", "2025-06-30"));
        Assert.Empty(register.MatrixOn(Id, Day("2025-02-19")).Orphans);
        Assert.Equal(["a"], register.MatrixOn(Id, Day("2025-02-20")).Orphans.Select(t => t.Task.Id));

        var later = Instant.FromUtc(2025, 3, 10, 0, 0);
        ProgrammeRegister recorded = register.Over(City.With(OrganizationRecords.None with
        {
            Successions = [new Recorded<SuccessionLink>("s", new SuccessionLink("caucus", "propaganda", ReorganizationKind.Transfer, Day("2025-02-20")), later)],
        }));
        Assert.Empty(recorded.MatrixOn(Id, Day("2025-02-20")).Orphans);
        Assert.Equal(new TaskLead(LeadState.Succeeded, "propaganda", "caucus"), recorded.StatusOf("a", Day("2025-02-20"))!.Lead);
        Assert.Single(recorded.AsKnownAt(later - Duration.Epsilon).MatrixOn(Id, Day("2025-02-20")).Orphans);
    }

    // Nobody having a part, and no unit being bound, would be a guess.
    [Fact]
    public void A_date_that_the_register_of_units_does_not_cover_gives_no_guess()
    {
        ProgrammeRegister register = Register(Task("a", "office", "2025-06-30"))
            .Over(new OrganizationRegister(City.AllRecords with { Covers = new Validity(Day("2024-05-03"), Day("2025-01-01")) }));
        Assert.Equal(LeadState.AsAssigned, register.StatusOf("a", Day("2024-12-31"))!.Lead.State);
        Assert.Equal(LeadState.Unknown, register.StatusOf("a", Day("2025-01-01"))!.Lead.State);
        Assert.Empty(register.MatrixOn(Id, Day("2025-01-01")).Orphans);
        Assert.Equal(
            Verdict.Unknown,
            new TaskHasOwner().VerdictOn(Assert.Single(ProgrammeTaskFactsBuilder.Of(register, Id, Day("2025-01-01"), UrgingOutbox.Empty, Calendar))));
        foreach (Action ask in new Action[]
        {
            () => register.SubjectsOn(Id, Day("2025-01-01")), () => register.HolderOf(Id, ProgrammeRoleKind.Coordinator, Day("2025-01-01")),
            () => register.PlansOn(Id, Day("2025-01-01")),
            () => UrgingRun.Of(register, Id, "office", Day("2025-01-01"), UrgingPolicy.Standard, UrgingOutbox.Empty, Calendar),
        })
        {
            Assert.Equal(["on: date_outside_register"], Codes(Assert.Throws<RecordInputException>(ask)));
        }
    }

    [Fact]
    public void A_unit_that_took_a_task_over_leads_it_from_that_day_on()
    {
        ProgrammeRegister register = Register(
            [Task("a", "caucus", "2025-06-30")], new TaskTakenOver("e1", "a", Day("2025-02-25"), "office", "9-QĐ/TEST"));
        Assert.Equal(LeadState.Orphaned, register.StatusOf("a", Day("2025-02-24"))!.Lead.State);
        Assert.Equal("office", register.StatusOf("a", Day("2025-02-25"))!.Lead.UnitId);
    }

    [Fact]
    public void What_is_open_after_the_last_day_is_listed_unless_it_is_carried_over()
    {
        ProgrammeRegister register = Register(
            [Task("a", "office", "2025-06-30"), Task("b", "office", "2025-06-30"), Task("c", "office", "2025-06-30")],
            new TaskCompleted("e1", "a", Day("2025-06-01"), ["1"]),
            new TaskCarriedOver("e2", "b", Day("2026-01-05"), "10-QĐ/TEST", Day("2026-06-30")));

        Assert.Empty(register.MatrixOn(Id, Day("2025-12-31")).LeftOpen);
        Assert.Equal(["b", "c"], register.MatrixOn(Id, Day("2026-01-01")).LeftOpen.Select(t => t.Task.Id));
        Assert.Equal(["c"], register.MatrixOn(Id, Day("2026-01-05")).LeftOpen.Select(t => t.Task.Id));
        Assert.Equal((Day("2026-06-30"), TaskTimeliness.InTime), (register.StatusOf("b", Day("2026-01-05"))!.DueOn, register.StatusOf("b", Day("2026-01-05"))!.Timeliness));
    }

    [Fact]
    public void Every_problem_of_records_is_named_with_its_field()
    {
        string[] problems = Refused(Records(Task("a", "nobody", null) with { GoalId = "g9", AssignedOn = Day("2024-05-02") }) with
        {
            Roles = [At("r1", Coordinator), At("r3", Coordinator with { Id = "r3", HolderId = "front" }), At("r2", DirectLead with { HolderId = "city" })],
            Events = All<TaskEvent>(
                e => e.Id, new TaskProgressed("e1", "a", Day("2024-05-01"), 101), new TaskCompleted("e2", "x", Day("2024-06-01"), [])),
            Closings = All(c => c.Id, new SummaryClosing("c", Id, new ReportingPeriod(Day("2024-01-01"), Day("2024-12-31")), "propaganda", Day("2025-01-10"))),
        });
        Assert.Equal(
            [
                "roles[2].holder: not_a_position", "roles[1]: role_twice", "tasks[0].participants[0].unit: unknown_unit", "tasks[0].goal: unknown_goal",
                "tasks[0].assigned_on: before_programme", "events[0].on: before_assignment", "events[0].percent: percent_out_of_range", "events[1].task: unknown_task",
                "closings[0].closed_by: not_coordinator",
            ],
            problems);
    }
}
