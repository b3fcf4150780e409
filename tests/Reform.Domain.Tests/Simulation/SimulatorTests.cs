using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Deadlines;
using Reform.Domain.Procedures;
using Reform.Domain.Simulation;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Cases.Files.CaseBuilder;

namespace Reform.Domain.Tests.Simulation;

/// <summary>What if: worked cases under another limit, calendar, version, or without a step.</summary>
public sealed class SimulatorTests
{
    private static readonly LocalDateTime Now = Day("2025-12-31").AtMidnight();

    // Resolved on 15 July 2025 and decided on 30 September: late under 45 working days (18 September), in time under the 60 of before.
    [Fact]
    public void The_limit_of_before_would_have_been_kept()
    {
        SimulatedCase one = Simulator.Of(Admission(), new Assumption { Limit = TimeLimit.WorkingDays(60) }, Now);

        Assert.Equal((Day("2025-09-18"), Timeliness.Late), (one.Before.DueOn!.Value, one.Before.Timeliness!.Value));
        Assert.Equal((Day("2025-10-09"), Timeliness.Early, true), (one.After.DueOn!.Value, one.After.Timeliness!.Value, one.Differs));
    }

    // Step 7 took 15 working days: without them the case would have ended on 9 September.
    [Fact]
    public void Without_a_step_it_ends_earlier()
    {
        SimulatedCase one = Simulator.Of(Admission(), new Assumption { WithoutStep = 7 }, Now);

        Assert.Equal((Day("2025-09-09"), Timeliness.Early), (one.After.EndedOn!.Value, one.After.Timeliness!.Value));
        Assert.False(Simulator.Of(Admission(), new Assumption { WithoutStep = 5 }, Now).Differs);
    }

    // Without any holiday 45 working days from 15 July end on 16 September.
    [Fact]
    public void Another_calendar_moves_the_due_date()
    {
        var bare = new WorkCalendar("bare", BilingualText.Same("bare"), Day("2025-01-01"), Day("2026-12-31"), [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday], []);

        Assert.Equal(Day("2025-09-16"), Simulator.Of(Admission(), new Assumption { Calendar = bare }, Now).After.DueOn);
    }

    [Fact]
    public void Nothing_assumed_changes_nothing()
    {
        SimulatedCase one = Simulator.Of(Admission(), new Assumption(), Now);

        Assert.Equal(one.Before, one.After);
    }

    // Received on Monday 3 November 2025 at 15:30: five working days end on the 10th, or on the 11th where it counts as received on the 4th.
    [Theory]
    [InlineData(null, "15:00", "2025-11-11")]
    [InlineData("15:00", null, "2025-11-10")]
    [InlineData("15:00", "16:00", "2025-11-10")]
    [InlineData("16:00", "15:00", "2025-11-11")]
    public void The_cut_off_hour_is_that_of_the_simulated_version(string? now, string? then, string due)
    {
        CaseFile file = Received("2025-11-03 15:30", "P-1").File;
        CaseTerms terms = CaseTerms.Of(Version(now, null), WorkCalendar.VietnamStateAgencies);
        SimulatedCase one = Simulator.Of(new CaseInTerms(file, terms), new Assumption { Version = Version(then, null) }, Now);

        Assert.Equal(Day(due), one.After.DueOn);
        // Whoever had worked by that version all along stands as the simulation says.
        Assert.Equal(CaseFacts.Of(file, CaseTerms.Of(Version(then, null), WorkCalendar.VietnamStateAgencies), Now).DueOn, one.After.DueOn);
    }

    [Theory]
    [InlineData(null, "restart")]
    [InlineData("restart", null)]
    [InlineData("restart", "exclude")]
    [InlineData("exclude", "restart")]
    public void A_simulated_version_counts_supplements_as_it_says(string? now, string? then)
    {
        SupplementRegime? Of(string? text) => text is null ? null : text == "restart" ? SupplementRegime.RestartFromZero : SupplementRegime.SuspendedDaysExcluded;
        CaseFile file = Received("2025-11-03", "P-1").Then(new SupplementRequested(At("2025-11-06"), ["x"])).Then(new SupplementReceived(At("2025-11-10"))).File;
        CaseTerms terms = CaseTerms.Of(Version(null, Of(now)), WorkCalendar.VietnamStateAgencies);
        SimulatedCase one = Simulator.Of(new CaseInTerms(file, terms), new Assumption { Version = Version(null, Of(then)) }, Now);

        Assert.Equal(CaseFacts.Of(file, CaseTerms.Of(Version(null, Of(then)), WorkCalendar.VietnamStateAgencies), Now).DueOn, one.After.DueOn);
        Assert.NotEqual(one.Before.DueOn, one.After.DueOn);
    }

    // A choice that no version made stays with the agency; a policy that is assumed goes before the version.
    [Fact]
    public void What_no_version_says_stays_as_it_is()
    {
        CaseFile file = Received("2025-11-03 15:30", "P-1").File;
        CaseTerms terms = CaseTerms.Of(Version(null, null), WorkCalendar.VietnamStateAgencies);
        DeadlinePolicy own = terms.Policy with { Intake = IntakePolicy.NextOpeningAfterCutOffOrDayOff(new LocalTime(15, 0)) };
        var one = new CaseInTerms(file, terms with { Policy = own });
        Assert.Equal(Day("2025-11-11"), Simulator.Of(one, new Assumption { Version = Version(null, null) }, Now).After.DueOn);
        Assert.Equal(Day("2025-11-10"), Simulator.Of(one, new Assumption { Version = Version("16:00", null) }, Now).After.DueOn);
        Assert.Equal(Day("2025-11-11"), Simulator.Of(one, new Assumption { Version = Version("16:00", null), Policy = own }, Now).After.DueOn);
    }

    private static ProcedureVersion Version(string? cutOff, SupplementRegime? supplement) => new(default, "permits", "citizen", "ward", "ward", "Giấy phép")
    {
        Supplement = supplement,
        TimeLimits =
        [
            new ProcedureTimeLimit("T", BilingualText.Same("T"), LimitScope.Total, CountDirection.Forward, new LimitTerms(TimeLimit.WorkingDays(5), "receipt.time", "S", SourceConfidence.Verified)) { EndEvent = "decision.date" },
            .. cutOff is null ? [] : (ProcedureTimeLimit[])[new ProcedureTimeLimit(
                "C", BilingualText.Same("C"), LimitScope.CutOff, CountDirection.Forward,
                new LimitTerms(null, "receipt.time", "S", SourceConfidence.Verified) { CutOff = NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(cutOff).Value }) { EndEvent = "next_day_receipt" }],
        ],
    };

    [Fact]
    public void Units_sum_to_the_whole()
    {
        var tally = new SimulationTally();
        tally.Add(Simulator.Of(Admission(), new Assumption { Limit = TimeLimit.WorkingDays(60) }, Now));
        tally.Add(new SimulatedCase("x", null, null, new CaseStanding(null, null, null), new CaseStanding(null, null, null)));

        SimulationReport report = tally.Report();

        Assert.Equal((2, 1, 1, 1), (report.Whole.Before.Cases, report.Whole.Before.Late, report.Whole.After.Early, report.Whole.Differing));
        Assert.Equal([null, "cell"], report.ByUnit.Select(u => u.UnitId));
    }

    private static CaseInTerms Admission() => new(
        Received("2025-07-10").Then(new DocumentRecorded(At("2025-07-15"), true, "Nghị quyết chi bộ") { Milestone = "cell.resolution.date" })
            .Then(new StepStarted(At("2025-08-18"), 7)).Then(new StepFinished(At("2025-09-10"), 7))
            .Then(new CaseDecided(At("2025-09-30"))).File,
        CaseTerms.Of(ProcedureCatalogue.Vietnam.Find("PTY-ADM")!.InForceOn(Day("2025-07-15"))!, WorkCalendar.VietnamStateAgencies));
}
