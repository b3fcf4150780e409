using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Cases.Files.CaseBuilder;

namespace Reform.Domain.Tests.Cases.Rules.Files;

/// <summary>The rules over sets of case files: "CR-CAS-13" order of receipt, "CR-CAS-24" on-time rate, "CR-CAS-25" bottleneck step.</summary>
public sealed class CaseSetTests
{
    private static readonly LocalDate AsOf = new(2025, 10, 31);

    // Twenty cases, one a day, each resolved before the next was received; then every third overtakes the one before it.
    [Theory]
    [InlineData(20, 0, Verdict.Pass)]
    [InlineData(20, 6, Verdict.Pass)]
    [InlineData(20, 7, Verdict.Fail)]
    [InlineData(19, 7, Verdict.NotApplicable)]
    public void Overtaking(int cases, int overtaking, Verdict verdict)
    {
        List<CaseFacts> all = [.. Enumerable.Range(0, cases).Select(i => Resolved(i * 2, (i * 2) + 1))];
        for (int i = 0; i < overtaking; i++)
        {
            // The case before it is resolved the day after it.
            all[i * 2] = Resolved(i * 4, (i * 4) + 4);
        }

        (QueueFacts set, Judgement judgement) = Assert.Single(BuiltInRules.QueueOrder.Judge(all, AsOf));

        Assert.Equal(("u1/P-1", cases, overtaking, verdict), (set.Key, set.Cases, set.Overtaking, judgement.Verdict));
        Assert.True(judgement.Rule.IsForReview);
        Assert.Equal(Severity.Info, judgement.Rule.Severity);
    }

    // A pending case is overtaken too; one that was stopped, and two of one day, are not compared.
    [Fact]
    public void Who_overtakes_whom()
    {
        CaseFacts pending = Resolved(0, 0) with { Outcome = null, EndedOn = null };
        CaseFacts stopped = Resolved(0, 30) with { WorkingDaysStopped = 3 };

        Assert.Equal(1, BuiltInRules.QueueOrder.Gather([pending, Resolved(1, 2)], AsOf)[0].Overtaking);
        Assert.Equal(0, BuiltInRules.QueueOrder.Gather([stopped, Resolved(1, 2)], AsOf)[0].Overtaking);
        Assert.Equal(0, BuiltInRules.QueueOrder.Gather([Resolved(1, 9), Resolved(1, 2)], AsOf)[0].Overtaking);
    }

    // Quartiles 4 and 6 leave 1 to 9 inside.
    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    public void Far_from_peers(int days, int far)
    {
        int[] peers = [4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6];
        CaseFacts[] all = [.. peers.Append(days).Select((d, i) => Resolved(i * 2, (i * 2) + 1) with { WorkingDaysUsed = d })];

        Assert.Equal(far, Assert.Single(BuiltInRules.QueueOrder.Gather(all, AsOf)).FarFromPeers);
    }

    [Theory]
    [InlineData(95, 5, 0, 0, Verdict.Pass)]
    [InlineData(94, 5, 1, 0, Verdict.Fail)]
    [InlineData(94, 5, 0, 1, Verdict.Unknown)]
    [InlineData(0, 0, 0, 0, Verdict.NotApplicable)]
    public void The_on_time_rate(int onTime, int late, int overdue, int untold, Verdict verdict)
    {
        CaseFacts[] all =
        [
            .. Enumerable.Repeat(FileFacts.Sound, onTime), .. Enumerable.Repeat(FileFacts.Late, late), .. Enumerable.Repeat(FileFacts.Overdue, overdue),
            .. Enumerable.Repeat(FileFacts.Sound with { Timeliness = null }, untold),
            FileFacts.Overdue with { Timeliness = Timeliness.PendingWithin, WholeLimit = ClockState.Running },
            FileFacts.Late with { IsSecret = true }, FileFacts.Late with { Outcome = CaseOutcome.Withdrawn },
        ];
        var book = new RuleBook<ShareFacts>(CaseSubjects.Shares, [BuiltInRules.OnTimeRate.Rule]);

        ValueList<ShareFacts> sets = BuiltInRules.OnTimeRate.Gather(all, AsOf);

        Assert.Equal(verdict == Verdict.NotApplicable ? 0 : 1, sets.Count);
        Assert.All(sets, s => Assert.Equal((onTime + late + overdue + untold, verdict), (s.Total, book.Judge(s).Judged[0].Verdict)));
    }

    [Fact]
    public void A_unit_may_set_a_higher_target_for_itself_and_no_lower_one()
    {
        var book = new RuleBook<ShareFacts>(CaseSubjects.Shares, [BuiltInRules.OnTimeRate.Rule]);
        UnitThreshold Own(int percent) => new(
            "CR-CAS-24", "target_percent", "u1", percent, new Validity(new LocalDate(2025, 1, 1), null), LegalBasis.Citing("Quy chế"));
        var facts = new ShareFacts("u1/P-1", AsOf, 100, 97, 0);

        Assert.Equal(Verdict.Pass, book.Judge(facts).Judged[0].Verdict);
        Assert.Equal(Verdict.Fail, book.With(Own(98)).Judge(facts).Judged[0].Verdict);
        Assert.Equal(Verdict.Pass, book.With(Own(98)).Judge(facts with { Key = "u2/P-1" }).Judged[0].Verdict);
        Assert.Throws<ArgumentException>(() => book.With(Own(94)));
        Assert.Equal(Verdict.NotApplicable, book.Judge(facts with { AsOf = new LocalDate(2022, 6, 22), Counted = 0 }).Judged[0].Verdict);
    }

    [Theory]
    [InlineData("1:5 2:5", Verdict.Pass, 1, 5)]
    [InlineData("1:5 2:6", Verdict.Fail, 2, 6)]
    [InlineData("3:9", Verdict.NotApplicable, 3, 9)]
    [InlineData(null, Verdict.Unknown, null, 0)]
    public void The_bottleneck(string? days, Verdict verdict, int? step, int daysOfStep)
    {
        CaseFacts[] all = [FileFacts.Late with { StepDays = days }, FileFacts.Sound with { StepDays = "1:99" }, FileFacts.Overdue];

        (StepTimeFacts set, Judgement judgement) = Assert.Single(BuiltInRules.Bottlenecks.Judge(all, AsOf));

        Assert.Equal((2, days is null ? 2 : 1, step, daysOfStep, verdict), (set.LateCases, set.Untold, set.Step, set.DaysOfStep, judgement.Verdict));
        if (verdict == Verdict.Fail)
        {
            Assert.Equal("Step 2 took 6 of the 11 working days of 2 late case(s)", judgement.Reason!.Sentence.English);
        }
    }

    // From the events on: the first step of a late case takes seven of its eleven working days, the second four.
    [Fact]
    public void Sets_of_real_events()
    {
        ProcedureVersion version = new(default, "permits", "citizen", "one-stop", "office", "Giấy phép")
        {
            Steps = [new ProcedureStep(1, BilingualText.Same("a"), "office"), new ProcedureStep(2, BilingualText.Same("b"), "office") { After = 1 }],
            TimeLimits =
            [
                new ProcedureTimeLimit(
                    "T", BilingualText.Same("T"), LimitScope.Total, Domain.Deadlines.CountDirection.Forward,
                    new LimitTerms(Domain.Deadlines.TimeLimit.WorkingDays(10), "receipt.time", "S", SourceConfidence.Verified)) { EndEvent = "decision.date" },
            ],
        };
        CaseFile file = Received("2025-09-08", "P-1", "u1")
            .Then(new StepStarted(At("2025-09-08"), 1)).Then(new StepFinished(At("2025-09-17"), 1))
            .Then(new StepStarted(At("2025-09-17"), 2)).Then(new StepFinished(At("2025-09-23"), 2)).Then(new CaseDecided(At("2025-09-23"))).File;
        var facts = CaseFacts.Of(file, new CaseTerms(version, Domain.Calendars.WorkCalendar.VietnamStateAgencies), AsOf.AtMidnight());

        StepTimeFacts steps = Assert.Single(BuiltInRules.Bottlenecks.Gather([facts], AsOf));
        Assert.Equal((1, 1, 7, 11), (steps.LateCases, steps.Step!.Value, steps.DaysOfStep, steps.Days));
        Assert.Equal(0, Assert.Single(BuiltInRules.OnTimeRate.Gather([facts], AsOf)).Counted);
        Assert.Equal(1, Assert.Single(BuiltInRules.QueueOrder.Gather([facts], AsOf)).Cases);
    }

    private static CaseFacts Resolved(int received, int ended) => FileFacts.Sound with
    {
        ReceivedOn = new LocalDate(2025, 7, 1).PlusDays(received),
        EndedOn = new LocalDate(2025, 7, 1).PlusDays(ended),
        WorkingDaysUsed = 5,
        WorkingDaysStopped = 0,
    };
}
