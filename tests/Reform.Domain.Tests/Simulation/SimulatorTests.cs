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
