using System.Globalization;
using CsCheck;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Cases.Files.CaseBuilder;

namespace Reform.Domain.Tests.Cases.Files;

/// <summary>What is said of a case while its events come in is what is said of all of them so far, built from scratch.</summary>
public sealed class CaseMonitorTests
{
    private static readonly ProcedureVersion Version = new(default, "permits", "citizen", "one-stop", "office", "Giấy phép")
    {
        Steps =
        [
            new ProcedureStep(1, BilingualText.Same("Thẩm định"), "office") { TimeLimitIds = ["S1"] },
            new ProcedureStep(2, BilingualText.Same("Lấy ý kiến"), "office") { After = 1, TimeLimitIds = ["S2", "H2"] },
            new ProcedureStep(3, BilingualText.Same("Ký"), "office") { After = 2, TimeLimitIds = ["S3"] },
        ],
        TimeLimits =
        [
            Limit("T", LimitScope.Total, TimeLimit.WorkingDays(10), "receipt.time", "decision.date"),
            Limit("S1", LimitScope.Step, TimeLimit.WorkingDays(3), "receipt.time", "step.done"),
            Limit("S2", LimitScope.Step, TimeLimit.WorkingDays(4), "previous.step.done", "step.done"),
            Limit("H2", LimitScope.Step, TimeLimit.CalendarDays(2), "notice.time", "supplement.time"),
            Limit("S3", LimitScope.Step, TimeLimit.WorkingDays(1), "previous.step.done", "step.done"),
            Limit("W", LimitScope.MinimumWait, TimeLimit.WorkingDays(2), "dossier.complete", "decision.date"),
            Limit("V", LimitScope.DocumentValidity, TimeLimit.CalendarDays(20), "receipt.time", "decision.date"),
            Limit("M", LimitScope.Warning, TimeLimit.WorkingDays(5), "receipt.time", "decision.date"),
        ],
    };

    private static readonly CaseTerms Terms = new(Version, WorkCalendar.VietnamStateAgencies);

    // Step 1 has three working days from Monday 2 March: due on Thursday 5 March; its supplement of two days moves that to Monday 9 March.
    [Fact]
    public void A_case_as_it_comes_in()
    {
        var monitor = new CaseMonitor(Terms);
        IEnumerable<string> After(CaseEvent e, string id) => monitor.Take(new Recorded<CaseEvent>(id, e, Moment(int.Parse(id, CultureInfo.InvariantCulture)))).Select(Shown);

        Assert.Empty(After(new CaseReceived(At("2026-03-02"), "P-1", "one-stop", "R-1"), "1"));
        Assert.Empty(After(new StepStarted(At("2026-03-02"), 1), "2"));
        Assert.Empty(After(new SupplementRequested(At("2026-03-03"), ["Ảnh"]), "3"));
        Assert.Empty(After(new SupplementReceived(At("2026-03-05")), "4"));
        Assert.Empty(monitor.Look(Day("2026-03-09").AtMidnight()));
        Assert.Equal(["LimitOverdue S1 of 1"], monitor.Look(Day("2026-03-10").AtMidnight()).Select(Shown));
        Assert.Equal(["StepOutOfOrder 3"], After(new StepStarted(At("2026-03-10"), 3), "5"));
        Assert.Equal(["LimitBroken S1 of 1"], After(new StepFinished(At("2026-03-10"), 1), "6"));
        Assert.Equal(["StepSkipped 2", "StepSkipped 3"], After(new CaseDecided(At("2026-03-11")), "7"));
        Assert.Equal(CaseState.Decided, monitor.State);
        Assert.Equal("Step 3 was begun before step 2 was done", monitor.Deviations.Single(d => d.Kind == DeviationKind.StepOutOfOrder).Reason.Sentence.English);
    }

    [Fact]
    public void After_every_event_it_is_what_the_batch_says()
    {
        int prefixes = 0, broken = 0, late = 0;
        CasePropertyTests.Steps.Sample(steps =>
        {
            CaseFile whole = CasePropertyTests.Build(steps);
            var monitor = new CaseMonitor(Terms);
            LocalDate latest = LocalDate.MinIsoValue;
            for (int i = 0; i < whole.Records.Count; i++)
            {
                monitor.Take(whole.Records[i]);
                CaseFile file = CaseFile.From("H-1", whole.Records.Take(i + 1));
                LocalDateTime now = monitor.Now!.Value;
                latest = LocalDate.Max(latest, file.Events.Max(e => e.At.Date));
                Assert.Equal(latest, now.Date);
                var clocks = CaseClocks.Of(file, Terms, now);
                Assert.Equal(clocks.Readings, monitor.Readings.ToValueList());
                Assert.Equal(file.State, monitor.State);
                var facts = CaseFacts.Of(file, Terms, now);
                Assert.Equal(facts.FirstStepOutOfOrder, First(monitor, DeviationKind.StepOutOfOrder));
                Assert.Equal(facts.FirstStepMissing, First(monitor, DeviationKind.StepSkipped));
                Assert.Equal(
                    facts.StepLimitsBroken,
                    monitor.Deviations.Count(d => d.LimitId is not null && Version.TimeLimits.First(l => l.Id == d.LimitId).Scope == LimitScope.Step));
                Interlocked.Increment(ref prefixes);
                Interlocked.Add(ref broken, facts.StepLimitsBroken);
                Interlocked.Add(ref late, file.Events.Count < i + 1 || file.Events[^1] != whole.Records[i].Fact ? 1 : 0);
            }
        }, iter: 700);
        Assert.True(prefixes > 3_000 && broken > 500 && late > 100, prefixes + " " + broken + " " + late);
    }

    [Fact]
    public void What_cannot_follow_is_refused_and_nothing_changes()
    {
        var monitor = new CaseMonitor(Terms);
        monitor.Take(new Recorded<CaseEvent>("1", new CaseReceived(At("2026-03-02"), "P-1", "one-stop", "R-1"), Moment(1)));

        CaseInputException refused = Assert.Throws<CaseInputException>(
            () => monitor.Take(new Recorded<CaseEvent>("2", new StepFinished(At("2026-03-03"), 1), Moment(2))));
        Assert.Equal(("step_not_open", "records[1]"), (refused.Code, refused.Field));
        Assert.Equal("duplicate_record", Assert.Throws<CaseInputException>(
            () => monitor.Take(new Recorded<CaseEvent>("1", new CaseUrged(At("2026-03-03")), Moment(2)))).Code);
        Assert.Equal("empty_case", Assert.Throws<CaseInputException>(() => monitor.Take(new Recorded<CaseEvent>("3", null, Moment(3), "1"))).Code);
        Assert.Equal((CaseState.Received, Day("2026-03-02")), (monitor.State, monitor.Now!.Value.Date));
        Assert.Throws<ArgumentOutOfRangeException>(() => monitor.Look(Day("2026-03-01").AtMidnight()));
        Assert.Throws<InvalidOperationException>(() => new CaseMonitor(Terms).Look(Day("2026-03-01").AtMidnight()));
    }

    private static int? First(CaseMonitor monitor, DeviationKind kind) => monitor.Deviations.FirstOrDefault(d => d.Kind == kind)?.Step;

    private static string Shown(CaseDeviation d) => d.LimitId is null ? d.Kind + " " + d.Step : d.Kind + " " + d.LimitId + " of " + d.Step;

    private static Instant Moment(int day) => new LocalDate(2026, 3, 1).PlusDays(day).AtMidnight().InUtc().ToInstant();

    private static ProcedureTimeLimit Limit(string id, LimitScope scope, TimeLimit length, string start, string end) =>
        new(id, BilingualText.Same(id), scope, CountDirection.Forward, new LimitTerms(length, start, "S", SourceConfidence.Verified)) { EndEvent = end };
}
