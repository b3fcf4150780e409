using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;

namespace Reform.Benchmarks;

/// <summary>
/// Deadlines on the calendar of state agencies, from limits and terms that were made before, as procedures keep them. The loop asks
/// the same calendar day by day; the look-up is the n-th working day and nothing else.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class DeadlineBenchmarks
{
    private const int Cases = 1_000_000;

    private readonly WorkCalendar calendar = WorkCalendar.VietnamStateAgencies;
    private readonly LocalDate received = new(2025, 12, 26);
    private readonly LocalDate[] receipts = new LocalDate[Cases];
    private TimeLimit limit = null!;
    private DeadlineTerms suspended = null!;
    private DeadlineTerms extended = null!;

    [Params(5, 30)]
    public int Days { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        limit = TimeLimit.WorkingDays(Days);
        suspended = new DeadlineTerms(limit) { Suspensions = [new Suspension(new LocalDate(2025, 12, 30), new LocalDate(2026, 1, 6))] };
        extended = suspended with { Extensions = [new Extension(TimeLimit.WorkingDays(3))] };
        for (int i = 0; i < Cases; i++)
        {
            receipts[i] = new LocalDate(2014, 1, 1).PlusDays(i % 4_000);
        }

        if (Loop() != Lookup() || Loop() != WorkingDays().DueDate || suspended.From(received, calendar).DueDate <= Lookup())
        {
            throw new InvalidOperationException("The candidates do not give the same answer.");
        }
    }

    [BenchmarkCategory("working days")]
    [Benchmark(Description = "loop by hand")]
    public LocalDate Loop()
    {
        LocalDate date = received;
        int left = Days;
        while (left > 0)
        {
            date = date.PlusDays(1);
            left -= calendar.IsWorkingDay(date) ? 1 : 0;
        }

        return date;
    }

    [BenchmarkCategory("working days")]
    [Benchmark(Baseline = true, Description = "bare look-up")]
    public LocalDate Lookup() => calendar.WorkingDayAfter(received, Days);

    [BenchmarkCategory("working days")]
    [Benchmark(Description = "deadline")]
    public Deadline WorkingDays() => limit.From(received, calendar);

    [BenchmarkCategory("terms")]
    [Benchmark(Baseline = true, Description = "deadline with a suspension")]
    public Deadline Suspended() => suspended.From(received, calendar);

    [BenchmarkCategory("terms")]
    [Benchmark(Description = "with a suspension and an extension")]
    public Deadline Extended() => extended.From(received, calendar);

    [BenchmarkCategory("trace")]
    [Benchmark(Baseline = true, Description = "deadline and its explanation")]
    public int Explained() => limit.From(received, calendar).Explain().Count;

    [BenchmarkCategory("trace")]
    [Benchmark(Description = "explanation of the extended deadline")]
    public int ExplainedExtended() => extended.From(received, calendar).Explain().Count;

    [BenchmarkCategory("batch")]
    [Benchmark(Baseline = true, Description = "1,000,000 deadlines")]
    public int Batch()
    {
        int saturdays = 0;
        foreach (LocalDate receipt in receipts)
        {
            saturdays += limit.From(receipt, calendar).DueDate.DayOfWeek == IsoDayOfWeek.Saturday ? 1 : 0;
        }

        return saturdays;
    }
}
