using NodaTime;
using Reform.Domain.Compliance;
using Reform.Domain.Deadlines;
using Reform.Domain.Procedures;
using Reform.Domain.Rules;
using static Reform.Domain.Tests.Procedures.Rules.Defined;

namespace Reform.Domain.Tests.Procedures.Rules;

/// <summary>The mean of the reductions of each procedure against the target of the year: 30 % in 2025, 50 % in 2026.</summary>
public sealed class ShorteningTests
{
    private static readonly LocalDate Start = new(2025, 4, 1), End = new(2025, 12, 31);

    // Each pair is the limit before and after; 0 after: it cannot be compared. Means by hand: thirds are exact, not rounded.
    [Fact]
    public void The_mean_reaches_the_target() => RuleTable.Check(
        Target(2025),
        ReductionFacts.Subject,
        new(Gathered((100, 70)), Verdict.Pass),
        new(Gathered((100, 71)), Verdict.Fail),
        new(Gathered((10, 5), (10, 9)), Verdict.Pass),
        new(Gathered((3, 2), (15, 11)), Verdict.Pass),
        new(Gathered((3, 2), (15, 11), (10_000, 7_001)), Verdict.Fail),
        new(Gathered((10, 7), (10, 0)), Verdict.Unknown, "comparable_limits"),
        new(Gathered((10, 10), (10, 0)), Verdict.Unknown, "comparable_limits"),
        new(Gathered((10, 15), (10, 0)), Verdict.Fail),
        new(Gathered((10, 14), (10, 0)), Verdict.Unknown, "comparable_limits"),
        new(Gathered((10, 15)), Verdict.Fail),
        new(new ReductionFacts { Id = "none", From = Start, To = End }, Verdict.NotApplicable));

    [Fact]
    public void The_target_is_that_of_the_last_date_of_the_period()
    {
        ReductionFacts half = Gathered((10, 6));

        Assert.Equal(Verdict.NotApplicable, VerdictOf(half with { To = new LocalDate(2025, 3, 25) }));
        Assert.Equal(Verdict.Pass, VerdictOf(half with { To = new LocalDate(2025, 3, 26) }));
        Assert.Equal(Verdict.Pass, VerdictOf(half with { To = new LocalDate(2025, 12, 31) }));
        Assert.Equal(Verdict.Fail, VerdictOf(half with { To = new LocalDate(2026, 1, 1) }));
        Assert.Equal(Verdict.Fail, VerdictOf(half with { To = new LocalDate(2026, 12, 31) }));
        Assert.Equal(Verdict.NotApplicable, VerdictOf(half with { To = new LocalDate(2027, 1, 1) }));
    }

    [Fact]
    public void The_reasons_state_the_mean()
    {
        ComplianceRule<ReductionFacts> rule = Target(2025);

        Assert.Equal("2 procedure(s) are 16.66% shorter on average, below the target of 30%", rule.Judge(Gathered((3, 2), (10, 10))).Reason!.Sentence.English);
        Assert.Equal(
            "2 procedure(s) are at most 25% shorter on average, even if the 1 undecided one(s) took no time, below the target of 30%",
            rule.Judge(Gathered((10, 15), (10, 0))).Reason!.Sentence.English);
    }

    [Fact]
    public void Units_and_periods_are_judged_apart_and_what_has_no_limit_or_comes_later_does_not_count()
    {
        VersionChangeFacts change = Change(10, 7);
        VersionChangeFacts[] changes =
        [
            change with { UnitId = "b" }, change with { UnitId = "a" }, change with { UnitId = "a" }, change with { UnitId = "a", HasTotal = false },
            change with { UnitId = "a", To = End.PlusDays(1) },
        ];

        Assert.Equal(
            [("a", 2, Verdict.Pass), ("b", 1, Verdict.Pass)],
            new ProcedureShortening(new ShorteningTargetMet()).Gather(changes, End).Select(s => (s.UnitId!, s.Procedures, VerdictOf(s))));
    }

    // Of 30 % over many procedures no rounding may decide: a slow sum of fractions is the oracle.
    [Fact]
    public void The_mean_is_that_of_exact_fractions()
    {
        (int, int)[] pairs = [.. Enumerable.Range(1, 40).Select(n => ((n * 7) + 3, (n * 5) + 1))];
        decimal mean = pairs.Average(p => 1m - ((decimal)p.Item2 / p.Item1)) * 10_000m;

        Assert.Equal((int)Math.Floor(mean), Gathered(pairs).MeanAtMost);
        Assert.Equal(-5_000, Gathered((10, 15)).MeanAtMost);
        Assert.Equal(-3_334, Gathered((3, 4)).MeanAtMost);
    }

    [Fact]
    public void The_whole_that_binds_everywhere_is_measured()
    {
        ProcedureTimeLimit local = Total with { Id = "L", AppliesTo = "Hà Nội" };
        VersionChangeFacts one = VersionChangeFacts.Of("P", With(Total, local), Start, With(Total.Lasting(TimeLimit.WorkingDays(10)), local), End);
        VersionChangeFacts two = VersionChangeFacts.Of(
            "P", With(Total, Total with { Id = "U" }), Start, With(Total, (Total with { Id = "U" }).Lasting(TimeLimit.CalendarDays(9))), End);

        Assert.Equal((15, 10), (one.TotalBefore!.Value, one.TotalAfter!.Value));
        Assert.Equal((true, null, null), (two.HasTotal, two.TotalBefore, two.TotalAfter));
        Assert.False(VersionChangeFacts.Of("P", With(local), Start, With(local), End).HasTotal);
    }

    // Admission went from 60 to 45 working days on 1 July 2025: a quarter.
    [Fact]
    public void Admission_alone_misses_the_target_of_2025()
    {
        VersionChangeFacts admission = VersionChangeFacts.Over(ProcedureCatalogue.Vietnam.Find("PTY-ADM")!, Start, End)!;
        (ReductionFacts set, Judgement judgement) = Assert.Single(new ProcedureShortening(new ShorteningTargetMet()).Judge([admission], End));

        Assert.Equal((60, 45, 2_500), (admission.TotalBefore!.Value, admission.TotalAfter!.Value, set.MeanAtMost));
        Assert.Equal(Verdict.Fail, VerdictOf(set));
        Assert.Equal(Verdict.Fail, judgement.Verdict);
    }

    private static ReductionFacts Gathered(params (int Before, int After)[] limits) =>
        Assert.Single(new ProcedureShortening(new ShorteningTargetMet()).Gather(limits.Select(l => Change(l.Before, l.After)), End));

    private static VersionChangeFacts Change(int before, int after) => VersionChangeFacts.Of(
        "P",
        With(Total.Lasting(TimeLimit.WorkingDays(before))),
        Start,
        With(Total.Lasting(after == 0 ? TimeLimit.CalendarDays(1) : TimeLimit.WorkingDays(after))),
        End);

    private static ComplianceRule<ReductionFacts> Target(int year) =>
        BuiltInRules.Reductions.Editions.Single(e => e.Validity.Contains(new LocalDate(year, 12, 31))).Rule;

    private static Verdict VerdictOf(ReductionFacts facts) => Assert.Single(BuiltInRules.Reductions.Judge(facts).Judged).Verdict;
}
