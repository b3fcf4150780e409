using CsCheck;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Programmes;
using static Reform.Domain.Tests.Programmes.TestProgrammes;

namespace Reform.Domain.Tests.Programmes;

/// <summary>Plans of units against the tasks, reports of periods, and who takes part.</summary>
public sealed class PlanAndReportTests
{
    private static readonly ProgrammeTask[] Tasks =
    [
        Task("a", "propaganda", "2024-10-31", With("north")), Task("b", "north", "2024-12-31", new TaskParticipant("office", ParticipantRole.ForInformation)),
    ];

    // Plans were due on 28 June 2024: propaganda was in time, north late, the others have none.
    private static readonly ProgrammeRegister Planned = new(
        Records(Tasks) with
        {
            Plans = All(
                p => p.Id,
                new UnitPlan("p1", Id, "propaganda", Day("2024-06-28"), [new PlanItem("1", Text("a")) { TaskId = "a", DueOn = Day("2024-10-31") }]),
                new UnitPlan("p2", Id, "north", Day("2024-07-01"), [new PlanItem("1", Text("a")) { TaskId = "a", DueOn = Day("2024-11-01") }])),
        },
        City);

    [Fact]
    public void B05_A_unit_without_a_plan_by_the_due_date_is_listed()
    {
        Assert.All(Planned.PlansOn(Id, Day("2024-06-27")), p => Assert.Equal(DutyState.Pending, p.State));
        Assert.Equal(
            [("office", DutyState.Missing), ("propaganda", DutyState.DoneInTime), ("caucus", DutyState.Missing), ("north", DutyState.Missing)],
            Planned.PlansOn(Id, Day("2024-06-29")).Select(p => (p.UnitId, p.State)));
        Assert.Equal(DutyState.DoneLate, Planned.PlansOn(Id, Day("2024-07-01"))[3].State);
        Assert.Equal(["office", "propaganda", "north"], Planned.PlansOn(Id, Day("2025-02-20")).Select(p => p.UnitId));
    }

    [Fact]
    public void B05_The_matrix_compares_tasks_and_plans()
    {
        PlanMatrix matrix = Planned.PlanMatrixOn(Id, Day("2024-07-01"));
        Assert.Equal(
            [
                "a office NotConcerned", "a propaganda Planned", "a caucus NotConcerned", "a north PlannedTooLate", "b office NotConcerned", "b propaganda NotConcerned",
                "b caucus NotConcerned", "b north LeftOut",
            ],
            matrix.Cells.Select(c => c.TaskId + " " + c.UnitId + " " + c.State));
        Assert.Equal(["b"], matrix.Unplanned);
        Assert.Equal(PlanCellState.NoPlan, Planned.PlanMatrixOn(Id, Day("2024-06-30")).Find("b", "north")!.State);
    }

    // Quarters of the calendar, cut to the duty: the first ends on 30 June 2024, a Sunday; ten working days later is Friday 12 July.
    [Fact]
    public void Reports_have_periods_and_limits()
    {
        ProgrammeRegister register = Reporting(new ProgrammeReport("x", Id, "quarterly", "propaganda", Day("2024-05-03"), Day("2024-07-12")),
            new ProgrammeReport("y", Id, "quarterly", "north", Day("2024-05-03"), Day("2024-07-15")));

        Assert.Equal(
            [("2024-05-03", "2024-06-30"), ("2024-07-01", "2024-09-30"), ("2024-10-01", "2024-12-31"), ("2025-01-01", "2025-03-31")],
            register.Find(Id)!.ReportingDuties[0].Periods.Select(p => (p.From.ToString("uuuu-MM-dd", null), p.To.ToString("uuuu-MM-dd", null))));
        Assert.Equal([DutyState.Pending, DutyState.DoneInTime, DutyState.Pending, DutyState.Pending], States(Day("2024-07-12")));
        Assert.Equal([DutyState.Missing, DutyState.DoneInTime, DutyState.Missing, DutyState.DoneLate], States(Day("2024-07-15")));
        Assert.Equal(8, register.ReportsOn(Id, Day("2024-07-15"), Calendar).Count);           // the second quarter has begun

        DutyState[] States(LocalDate on) => [.. register.ReportsOn(Id, on, Calendar).Where(r => r.Period.From == Day("2024-05-03")).Select(r => r.State)];
    }

    // Every day of a duty lies in exactly one of its periods, and a period lies within one month, quarter, half-year or year.
    [Fact]
    public void Periods_divide_the_days_of_a_duty() => Gen.Select(Gen.Int[0, 800], Gen.Int[0, 1200], Gen.Enum<ReportingCycle>()).Sample((start, length, cycle) =>
    {
        LocalDate from = Day("2024-01-01").PlusDays(start), to = from.PlusDays(length);
        ReportingPeriod[] periods = [.. new ReportingDuty("d", Text("d"), cycle, from, to).Periods];
        Assert.Equal((from, to), (periods[0].From, periods[^1].To));
        Assert.All(periods.Zip(periods.Skip(1)), p => Assert.Equal(p.First.To.PlusDays(1), p.Second.From));
        int months = cycle switch { ReportingCycle.Monthly => 1, ReportingCycle.Quarterly => 3, ReportingCycle.HalfYearly => 6, _ => 12 };
        Assert.All(cycle == ReportingCycle.Once ? [] : periods, p => Assert.Equal((p.From.Year, (p.From.Month - 1) / months), (p.To.Year, (p.To.Month - 1) / months)));
        Assert.True(cycle != ReportingCycle.Once || periods.Length == 1);
    });

    [Fact]
    public void A_duty_until_the_last_day_that_there_is_has_periods() => Assert.Equal(
        LocalDate.MaxIsoValue, new ReportingDuty("d", Text("d"), ReportingCycle.Monthly, Day("9999-11-15"), LocalDate.MaxIsoValue).Periods[^1].To);

    [Fact]
    public void A_duty_of_more_than_fifty_years_and_a_period_the_wrong_way_round_are_refused()
    {
        Programme For(int years) => Plain with
        {
            ReportingDuties = [new ReportingDuty("d", Text("d"), ReportingCycle.Monthly, Day("2024-05-03"), Day("2024-05-03").PlusYears(years))],
        };
        Assert.Equal(
            (50 * 12) + 1,
            new ProgrammeRegister(Records() with { Programmes = [At("p", For(50))] }, City).Find(Id)!.ReportingDuties[0].Periods.Count);
        Assert.Equal(["programmes[0].reporting_duties[0].last_day: duty_too_long"], Refused(Records() with { Programmes = [At("p", For(51))] }));

        var wrong = new ReportingPeriod(Day("2024-12-31"), Day("2024-01-01"));
        foreach (Action ask in new Action[]
        {
            () => Planned.SummaryOf(Id, wrong, Day("2024-12-31")), () => EasyFirstFacts.Of(Planned, Id, wrong, Day("2024-12-31")),
            () => ZeroChangeReport.Of([], [], wrong, City),
        })
        {
            Assert.Equal(["period: ends_before_it_begins"], Codes(Assert.Throws<RecordInputException>(ask)));
        }
    }

    [Fact]
    public void A_report_about_no_period_of_the_duty_is_refused()
    {
        Assert.Equal(
            ["reports[0].period_from: unknown_period", "reports[1].duty: unknown_duty"],
            Codes(Assert.Throws<RecordInputException>(() => Reporting(
                new ProgrammeReport("x", Id, "quarterly", "propaganda", Day("2024-05-04"), Day("2024-07-12")),
                new ProgrammeReport("y", Id, "weekly", "propaganda", Day("2024-05-03"), Day("2024-07-12"))))));
    }

    [Fact]
    public void E22_Coverage_is_whole_only_when_every_active_unit_is_in()
    {
        Assert.Equal(["office", "caucus", "north"], Planned.CoverageOn(Id, Day("2024-06-30"), Calendar).WithoutPlan);
        Assert.False(Planned.CoverageOn(Id, Day("2024-07-01"), Calendar).IsWhole);

        ProgrammeRegister all = Planned.With(new ProgrammeRecords
        {
            Plans = All(p => p.Id, new UnitPlan("p3", Id, "office", Day("2024-07-02"), []), new UnitPlan("p4", Id, "caucus", Day("2025-02-19"), [])),
        });
        Assert.Equal(7500, all.CoverageOn(Id, Day("2025-02-18"), Calendar).ShareInBasisPoints);
        Assert.True(all.CoverageOn(Id, Day("2025-02-19"), Calendar).IsWhole);
        Assert.False(all.CoverageOn(Id, Day("2025-02-19"), Calendar, ["office", "propaganda", "north"]).IsWhole);
        Assert.True(all.CoverageOn(Id, Day("2025-02-20"), Calendar, ["office", "propaganda", "north"]).IsWhole);     // the caucus has ended
    }

    // The report of the second quarter is due on Friday 12 July 2024: from the next day on, whoever lacks it is not in, plan or no plan.
    [Fact]
    public void E22_A_unit_is_in_with_plan_report_and_publication_alone()
    {
        string[] units = ["office", "propaganda", "caucus", "north"];
        ProgrammeRegister register = Reporting(new ProgrammeReport("r1", Id, "quarterly", "office", Day("2024-05-03"), Day("2024-07-05")))
            .With(new ProgrammeRecords { Plans = All<UnitPlan>(p => p.Id, [.. units.Select(u => new UnitPlan("plan " + u, Id, u, Day("2024-06-20"), []))]) });
        ProgrammeCoverage On(string day, params string[]? published) => register.CoverageOn(Id, Day(day), Calendar, published);

        Assert.True(On("2024-07-12", units).IsWhole);
        ProgrammeCoverage after = On("2024-07-13", units);
        Assert.Equal((["propaganda", "caucus", "north"], ["office"], 2500), (after.WithoutReport!, after.Complete, after.ShareInBasisPoints!.Value));
        ProgrammeCoverage unpublished = On("2024-07-13", "propaganda");
        Assert.Equal((["office", "caucus", "north"], 0), (unpublished.WithoutPublication!, unpublished.ShareInBasisPoints!.Value));
        Assert.Null(On("2024-07-13", null).WithoutPublication);
    }

    private static ProgrammeRegister Reporting(params ProgrammeReport[] reports)
    {
        Programme programme = Plain with
        {
            ReportingDuties =
            [
                new ReportingDuty("quarterly", Text("quarterly"), ReportingCycle.Quarterly, Day("2024-05-03"), Day("2025-03-31")) { DueWithin = WorkingDays(10) },
            ],
        };
        return new ProgrammeRegister(Records(Tasks) with { Programmes = [At("p", programme)], Reports = All(r => r.Id, reports) }, City);
    }
}
