using CsCheck;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Programmes;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Programmes.TestProgrammes;

namespace Reform.Domain.Tests.Programmes;

/// <summary>Adding up: units, groups, the whole; periods, dates, and what was known when.</summary>
public sealed class SummaryTests
{
    private static readonly ReportingPeriod Year2024 = new(Day("2024-05-03"), Day("2024-12-31"));

    private static readonly Gen<(ProgrammeTask[] Tasks, TaskEvent[] Events)> Random =
        from leads in Gen.Int[0, 6].Array[1, 12]
        from due in Gen.Int[0, 500].Array[12]
        from assigned in Gen.Int[0, 300].Array[12]
        from done in Gen.Int[0, 900].Array[12]
        from started in Gen.Int[0, 900].Array[12]
        select (
            leads.Select((l, i) => Task("t" + i, Leads[l], null) with
            {
                DueOn = due[i] > 450 ? null : Plain.IssuedOn.PlusDays(due[i]),
                AssignedOn = Plain.IssuedOn.PlusDays(assigned[i]),
            }).ToArray(),
            leads.SelectMany((_, i) => new TaskEvent[]
            {
                new TaskProgressed("p" + i, "t" + i, Plain.IssuedOn.PlusDays(assigned[i] + started[i]), 50),
                new TaskCompleted("c" + i, "t" + i, Plain.IssuedOn.PlusDays(assigned[i] + done[i]), []),
            }).ToArray());

    private static string?[] Leads => ["office", "propaganda", "caucus", "north", "peoples-committee", "front", null];

    [Fact]
    public void E05_Units_sum_to_groups_and_groups_to_the_whole() => Gen.Select(Random, Gen.Int[0, 900], Gen.Int[0, 400], Gen.Int[0, 400]).Sample(
        (made, day, start, length) =>
        {
            LocalDate on = Plain.IssuedOn.PlusDays(day);
            var period = new ReportingPeriod(Plain.IssuedOn.PlusDays(start), Plain.IssuedOn.PlusDays(start + length));
            ProgrammeSummary summary = Register(made.Tasks, made.Events).SummaryOf(Id, period, on);

            // Counted task by task, straight from the definition.
            var expected = made.Tasks.Select((t, i) => (Task: t, Done: made.Events.OfType<TaskCompleted>().Single(e => e.TaskId == t.Id).On))
                .Where(t => t.Task.AssignedOn <= on && t.Task.AssignedOn <= period.To && !(t.Done <= on && t.Done < period.From)).ToList();
            Assert.Equal(expected.Count, summary.Whole.Tally.Total);
            Assert.Equal(expected.Count(t => t.Done <= on && t.Done > t.Task.DueOn), summary.Whole.Tally.DoneLate);
            Assert.Equal(expected.Count(t => t.Done > on && on > t.Task.DueOn), summary.Whole.Tally.OpenOverdue);
            Assert.Equal(expected.Count(t => t.Done <= on && period.Contains(t.Done)), summary.Whole.DoneInPeriod);
            Assert.Equal(expected.Count(t => t.Done > on && ((t.Task.LeadId == "caucus" && on >= Day("2025-02-20")) || (t.Task.LeadId == "north" && on >= Day("2025-07-01")))), summary.Whole.Orphaned);

            foreach (Func<SummaryRow, int> figure in Figures)
            {
                Assert.Equal(figure(summary.Whole), summary.Units.Sum(figure));
                Assert.Equal(figure(summary.Whole), summary.Groups.Sum(figure));
            }

            foreach (string unit in Leads.OfType<string>())
            {
                Assert.Equal(expected.Count(t => t.Task.LeadId == unit), summary.OfUnit(unit)?.Tally.Total ?? 0);
            }
        });

    private static IEnumerable<Func<SummaryRow, int>> Figures =>
    [
        r => r.AssignedInPeriod, r => r.DoneInPeriod, r => r.Redated, r => r.Orphaned, r => r.CarriedOver,
        .. from progress in Enum.GetValues<TaskProgress>()
           from timeliness in Enum.GetValues<TaskTimeliness>()
           select (Func<SummaryRow, int>)(r => r.Tally.Of(progress, timeliness)),
    ];

    // On 15 January 2025 it turns out that a was done on 20 December, not on 2 January.
    [Fact]
    public void E05_A_late_correction_changes_only_what_is_known_later()
    {
        Instant newYear = Instant.FromUtc(2025, 1, 2, 9, 0), correction = Instant.FromUtc(2025, 1, 15, 9, 0);
        ProgrammeRegister register = new(
            Records(Task("a", "propaganda", "2024-12-25")) with
            {
                Events =
                [
                    At<TaskEvent>("e1", new TaskCompleted("e1", "a", Day("2025-01-02"), ["1"]), newYear),
                    At<TaskEvent>("e1'", new TaskCompleted("e1", "a", Day("2024-12-20"), ["1"]), correction, "e1"),
                ],
                Closings =
                [
                    At("c", new SummaryClosing("c", Id, Year2024, "office", Day("2025-01-10")), Instant.FromUtc(2025, 1, 10, 9, 0)),
                ],
            },
            City);

        LocalDate on = Day("2025-01-10");
        Assert.Equal(1, register.AsKnownAt(correction - Duration.Epsilon).SummaryOf(Id, Year2024, on).Whole.Tally.DoneLate);
        Assert.Equal(1, register.AsKnownAt(correction).SummaryOf(Id, Year2024, on).Whole.Tally.DoneInTime);
        Assert.Equal(1, register.SummaryOf(Id, Year2024, on).Whole.DoneInPeriod);
        Assert.Equal((1, 0), (register.ClosedSummary("c").Whole.Tally.DoneLate, register.ClosedSummary("c").Whole.DoneInPeriod));
        Assert.Throws<InvalidOperationException>(() => register.AsKnownAt(newYear).With(ProgrammeRecords.None));
    }

    [Theory]
    [InlineData("office", "2024-05-03", true)]
    [InlineData("office", "2024-05-02", false)]
    [InlineData("office", "2025-02-01", false)]
    [InlineData("front", "2025-02-01", true)]
    [InlineData("propaganda", "2024-12-01", false)]
    public void Only_the_coordinator_of_the_day_closes_a_summary(string unit, string on, bool mayClose)
    {
        ProgrammeRecords records = Records() with
        {
            Roles =
            [
                At("r1", Coordinator with { Validity = new Validity(Day("2024-05-03"), Day("2025-02-01")) }),
                At("r3", Coordinator with { Id = "r3", HolderId = "front", Validity = new Validity(Day("2025-02-01"), null) }),
            ],
            Closings = [At("c", new SummaryClosing("c", Id, Year2024, unit, Day(on)))],
        };
        if (mayClose)
        {
            Assert.Equal(Year2024, new ProgrammeRegister(records, City).ClosedSummary("c").Period);
        }
        else
        {
            Assert.Equal(["closings[0].closed_by: not_coordinator"], Refused(records));
        }
    }

    // What is recorded later never changes what was known before, whatever it is.
    [Fact]
    public void What_was_known_at_a_moment_stays() => Gen.Select(Random, Gen.Int[0, 24], Gen.Int[0, 900]).Sample((made, first, day) =>
    {
        Instant late = Early + Duration.FromDays(1000);
        ProgrammeRecords early = Records(made.Tasks) with { Events = All(e => e.Id, [.. made.Events.Take(first)]) };
        var before = new ProgrammeRegister(early, City);
        ProgrammeRegister after = before.With(new ProgrammeRecords
        {
            Events = made.Events.Skip(first).Select(e => At("late/" + e.Id, e, late)).ToValueList(),
        });
        LocalDate on = Plain.IssuedOn.PlusDays(day);
        Assert.Equal(before.MatrixOn(Id, on).Tally, after.AsKnownAt(late - Duration.Epsilon).MatrixOn(Id, on).Tally);
        Assert.Equal(before.SummaryOf(Id, Year2024, on).Units, after.AsKnownAt(Early).SummaryOf(Id, Year2024, on).Units);
    });

    // North ends on 30 June 2025: its open task stands in its own row, as orphaned, and in that of nobody else.
    [Fact]
    public void Tasks_of_an_ended_unit_stay_in_its_row_until_they_are_taken_over()
    {
        ProgrammeRegister register = Register(
            [Task("a", "north", "2025-12-01"), Task("b", "office", "2025-12-01")], new TaskTakenOver("e1", "a", Day("2025-08-01"), "office", null));
        var year = new ReportingPeriod(Day("2025-01-01"), Day("2025-12-31"));
        ProgrammeSummary july = register.SummaryOf(Id, year, Day("2025-07-31"));
        Assert.Equal((1, 1, 0), (july.OfUnit("north")!.Orphaned, july.OfUnit("office")!.Tally.Total, july.OfUnit("office")!.Orphaned));
        ProgrammeSummary august = register.SummaryOf(Id, year, Day("2025-08-01"));
        Assert.Equal((0, 2), (august.OfUnit("north")!.Tally.Total, august.OfUnit("office")!.Tally.Total));
    }

    // Office: three tasks, one done in time, one done late, one open and not due: a third and a half... done 66.67 %, in time 50 %.
    [Fact]
    public void E20_The_gap_is_target_less_actual_for_each_unit()
    {
        ProgrammeRegister register = Register(
            [Task("a", "office", "2024-06-28"), Task("b", "office", "2024-06-28"), Task("c", "office", "2025-06-30")],
            new TaskCompleted("e1", "a", Day("2024-06-28"), ["1"]),
            new TaskCompleted("e2", "b", Day("2024-07-01"), ["1"]));
        ValueList<MeasuredValue> reached = register.SummaryOf(Id, Year2024, Day("2024-12-31")).Measures;
        Assert.Equal(
            [new MeasuredValue("done_percent", "office", 200m / 3), new MeasuredValue("done_on_time_percent", "office", 50m)], reached);

        Programme aimed = Plain with
        {
            Themes =
            [
                new PeriodTheme("2024", Day("2024-01-01"), Day("2024-12-31"), Text("focus"))
                {
                    IsFocus = true,
                    Targets =
                    [
                        new ProgrammeTarget("done_on_time_percent", Text("in time"), 90, TargetDirection.AtLeast),
                        new ProgrammeTarget("days", Text("days"), 5, TargetDirection.AtMost) { UnitId = "north" },
                    ],
                },
            ],
        };
        ValueList<TargetGap> gaps = TargetGap.Of(aimed, "2024", ["office", "north"], [.. reached, new MeasuredValue("days", "north", 5)]);
        Assert.Equal(
            [("office", 40m, false), ("north", null, null), ("north", 0m, true)],
            gaps.Select(g => (g.UnitId, g.Gap, g.IsMet)));
        Assert.Equal(["theme: unknown_period"], Codes(Assert.Throws<RecordInputException>(() => TargetGap.Of(aimed, "2023", [], []))));
        Assert.Equal(["measured[1]: duplicate_id"], Codes(Assert.Throws<RecordInputException>(() =>
            TargetGap.Of(aimed, "2024", [], [new("m", "u", 1), new("m", "u", 2)]))));
    }

    [Fact]
    public void E27_Units_where_nothing_changed_are_listed()
    {
        var first = new ReportingPeriod(Day("2024-07-01"), Day("2025-06-30"));
        ZeroChangeReport report = ZeroChangeReport.Of(
            ["office", "propaganda", "caucus", "north"],
            [
                new UnitChange("office", ChangeKind.Procedure, Day("2025-06-30"), "P1"), new UnitChange("propaganda", ChangeKind.Delegation, Day("2024-06-30"), "W1"),
                new UnitChange("propaganda", ChangeKind.Delegation, Day("2025-07-01"), "W1"),
            ],
            first,
            City);

        // The caucus ended within the period: nothing is concluded of it.
        Assert.Equal(["propaganda", "north"], report.Unchanged);
        Assert.Equal(["units[1]: unknown_unit"], Codes(Assert.Throws<RecordInputException>(() => ZeroChangeReport.Of(["office", "x"], [], first, City))));
    }
}
