using System.Globalization;
using CsCheck;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Indicators;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Indicators;

/// <summary>Indicators against their definitions, counted with one query each, over random facts.</summary>
public sealed class IndicatorTests
{
    private static readonly LocalDate From = new(2026, 1, 1);
    private static readonly LocalDate AsOf = new(2026, 3, 31);

    private static readonly Gen<CaseFacts> Facts = Gen.Select(
        Gen.Int[-60, 100], Gen.Int[0, 80], Gen.Int[0, 60], Gen.Int[0, 9], Gen.Int[1, 3], Gen.Int[0, 700],
        (received, took, limit, kind, unit, days) => new CaseFacts
        {
            CaseId = "c",
            ProcedureCode = "p" + (kind % 2).ToString(CultureInfo.InvariantCulture),
            UnitId = "u" + unit.ToString(CultureInfo.InvariantCulture),
            HolderUnitId = "u1",
            Requester = "R-1",
            AsOf = AsOf,
            State = CaseState.InProgress,
            ReceivedOn = From.PlusDays(received),
            EndedOn = kind < 6 && From.PlusDays(received + took) <= AsOf ? From.PlusDays(received + took) : null,
            Outcome = kind < 6 && From.PlusDays(received + took) <= AsOf ? (CaseOutcome)(kind % 3) : null,
            ComputedDueOn = kind == 5 ? null : From.PlusDays(received + limit),
            WorkingDaysUsed = kind == 4 ? null : days,
            CalendarDays = took,
            SlowestStep = unit,
            IsSecret = kind == 3,
            SupplementRequests = kind % 3,
            ReworkRuns = unit - 1,
            IsProcedureWritten = (days % 3) switch { 0 => false, 1 => true, _ => null },
        }).Select(Standing);

    // Facts of a builder say how the case stands; these are made by hand.
    private static CaseFacts Standing(CaseFacts f) => f with
    {
        DueOn = f.ComputedDueOn,
        Timeliness = f.ComputedDueOn is not LocalDate due ? null
            : f.EndedOn is not LocalDate ended ? (AsOf > due ? Timeliness.PendingOverdue : Timeliness.PendingWithin)
            : ended > due ? Timeliness.Late : ended < due ? Timeliness.Early : Timeliness.OnTime,
    };

    [Fact]
    public void Every_figure_is_its_definition() => Facts.Array[0, 60].Sample(all =>
    {
        IndicatorReport report = Tally(all);
        CaseFacts[] inPeriod = [.. all.Where(f => f.ReceivedOn <= AsOf && !(f.EndedOn < From) && !f.IsSecret)];
        CaseFacts[] resolved = [.. inPeriod.Where(f => f.Outcome is CaseOutcome.Decided or CaseOutcome.Refused)];
        CaseFacts[] pending = [.. inPeriod.Where(f => f.EndedOn is null)];
        IndicatorFigures whole = report.Whole;
        Assert.Equal(inPeriod.Count(f => f.ReceivedOn < From), whole.CarriedOver);
        Assert.Equal(inPeriod.Count(f => f.ReceivedOn >= From), whole.Received);
        Assert.Equal(resolved.Count(f => f.EndedOn < f.ComputedDueOn), whole.ResolvedEarly);
        Assert.Equal(resolved.Count(f => f.EndedOn == f.ComputedDueOn), whole.ResolvedOnTime);
        Assert.Equal(resolved.Count(f => f.EndedOn > f.ComputedDueOn), whole.ResolvedLate);
        Assert.Equal(resolved.Count(f => f.ComputedDueOn is null), whole.ResolvedUnknown);
        Assert.Equal(pending.Count(f => f.ComputedDueOn >= AsOf), whole.PendingWithin);
        Assert.Equal(pending.Count(f => f.ComputedDueOn < AsOf), whole.PendingOverdue);
        Assert.Equal(inPeriod.Count(f => f.Outcome == CaseOutcome.Withdrawn), whole.Withdrawn);
        Assert.Equal(resolved.Count(f => f.SupplementRequests > 0), whole.WithSupplement);
        Assert.Equal(inPeriod.Count(f => f.IsProcedureWritten == false), whole.UnderUnwrittenProcedure);
        Assert.Equal(resolved.Sum(f => f.ReworkRuns), whole.ReworkRuns);
        int[] days = [.. resolved.Select(f => f.WorkingDaysUsed).OfType<int>().Order()];
        Assert.Equal(days.Length == 0 ? null : days[((days.Length + 1) / 2) - 1], whole.WorkingDays.Median);
        Assert.Equal(days.Length == 0 ? null : days[(int)Math.Ceiling(days.Length * 0.9m) - 1], whole.WorkingDays.Percentile90);
        Assert.Equal((days.Length, days.Sum()), (whole.WorkingDays.Count, (int)whole.WorkingDays.Sum));
        Assert.Equal(
            inPeriod.Where(f => f.Outcome != CaseOutcome.Withdrawn && f.ComputedDueOn < (f.EndedOn ?? AsOf)).GroupBy(f => f.SlowestStep!.Value)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => new Bottleneck(g.Key, g.Count())),
            whole.Bottlenecks);
    }, iter: 3_000);

    [Fact]
    public void Parts_sum_to_the_whole() => Facts.Array[1, 60].Sample(all =>
    {
        IndicatorReport report = Tally(all);
        foreach (IReadOnlyCollection<IndicatorFigures> parts in (IReadOnlyCollection<IndicatorFigures>[])[report.ByUnit, report.ByProcedure, report.ByUnitAndProcedure])
        {
            Func<IndicatorFigures, long>[] figures =
            [
                f => f.CarriedOver, f => f.Received, f => f.ResolvedEarly, f => f.ResolvedOnTime, f => f.ResolvedLate, f => f.ResolvedUnknown, f => f.Withdrawn,
                f => f.PendingWithin, f => f.PendingOverdue, f => f.PendingUnknown, f => f.SecretLeftOut, f => f.ReworkRuns, f => f.WithSupplement, f => f.UnderUnwrittenProcedure,
                f => f.WorkingDays.Sum, f => f.WorkingDays.Count, f => f.CalendarDays.Sum, f => f.OnTimeRate.Numerator, f => f.OnTimeRate.Denominator,
                f => f.Bottlenecks.Sum(b => b.LateCases),
            ];
            Assert.All(figures, figure => Assert.Equal(figure(report.Whole), parts.Sum(figure)));
        }

        IndicatorFigures whole = report.Whole;
        Assert.Equal(whole.CarriedOver + whole.Received, whole.Resolved + whole.Withdrawn + whole.Backlog);
    }, iter: 2_000);

    // 8 in time, 1 late, 1 pending overdue, 5 pending within: 8 of 10, not 8 of 9 and not 8 of 15.
    [Fact]
    public void Pending_overdue_stands_in_the_denominator_and_pending_in_time_does_not()
    {
        IndicatorFigures figures = new() { ResolvedEarly = 5, ResolvedOnTime = 3, ResolvedLate = 1, PendingOverdue = 1, PendingWithin = 5 };

        Assert.Equal((80m, true, false), (figures.OnTimeRate.Percent, figures.OnTimeRate.IsAtLeast(80), figures.OnTimeRate.IsAtLeast(81)));
        Assert.Equal((null, null), (new IndicatorFigures().OnTimeRate.Percent, new IndicatorFigures().OnTimeRate.IsAtLeast(1)));
    }

    [Fact]
    public void Facts_of_another_date_are_refused()
    {
        var tally = new IndicatorTally(From, AsOf.PlusDays(1));

        Assert.Throws<ArgumentException>(() => tally.Add(Facts.Single()));
        Assert.Throws<ArgumentException>(() => new IndicatorTally(From, From.PlusDays(-1)));
    }

    // 60 to 45 working days, 11 papers to 10, 1,200 cases a year at 50,000 đồng a day and 2,000 a copy; visits are not known.
    [Fact]
    public void Savings_are_difference_times_volume_times_stated_costs()
    {
        var savings = Savings.Of(new CaseBurden(60, 11, null), new CaseBurden(45, 10, 1), 1_200, new UnitCosts(50_000, 2_000, 30_000));

        Assert.Equal(new Savings(1_200, 18_000, 1_200, null, 902_400_000, IsPartial: true), savings);
        Assert.Null(Savings.Of(new CaseBurden(null, 1, 1), new CaseBurden(45, 1, 1), 10, new UnitCosts(1, null, null)).Amount);
    }

    // 60 to 45 working days, one copy and one visit less, 1,200 times.
    [Fact]
    public void Savings_follow_from_two_versions()
    {
        var day = new LocalDate(2025, 10, 1);
        ProcedureVersion Admission(int copies, int visits) => Procedures.VersionComparisonTests.Admission with
        {
            Documents = [new RequiredDocument(BilingualText.Same("Đơn"), DocumentKind.Original) { Copies = copies }],
            Visits = Enumerable.Range(1, visits).Select(i => new RequiredVisit(BilingualText.Same("v" + i))).ToValueList(),
        };
        var comparison = VersionComparison.Of(Admission(3, 2), new LocalDate(2020, 1, 1), Admission(2, 1), day);
        var costs = new UnitCosts(50_000, 2_000, 30_000);

        Assert.Equal(new Savings(1_200, 18_000, 1_200, 1_200, 938_400_000, IsPartial: false), Savings.Of(comparison, "ADM-TOTAL", 1_200, costs));
        Assert.Equal((null, true), (Savings.Of(comparison, null, 1_200, costs).Days, Savings.Of(comparison, null, 1_200, costs).IsPartial));

        // The start event of the ceremony's limit moved: no day is saved, and none is counted.
        ProcedureVersion ceremony = ProcedureCatalogue.Vietnam.Find("PTY-CER")!.Versions[0];
        Assert.Null(Savings.Of(VersionComparison.Of(ceremony, new LocalDate(2025, 7, 1), ceremony, new LocalDate(2026, 7, 26)), "CER-30", 10, costs).Days);
    }

    private static IndicatorReport Tally(CaseFacts[] all)
    {
        var tally = new IndicatorTally(From, AsOf);
        foreach (CaseFacts facts in all)
        {
            tally.Add(facts);
        }

        return tally.Report();
    }
}
