using System.Globalization;
using BenchmarkDotNet.Attributes;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Deadlines;
using Reform.Domain.Indicators;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Simulation;

namespace Reform.Benchmarks;

/// <summary>Replaying a case of 20 events, its facts, a what-if, and indicators over a million facts, beside plain loops over arrays.</summary>
[MemoryDiagnoser]
public class CaseBenchmarks
{
    private const int Facts = 1_000_000;

    private readonly CaseTerms terms = CaseTerms.Of(ProcedureCatalogue.Vietnam.Find("ST-ADOPT")!.Versions[0], WorkCalendar.VietnamStateAgencies);
    private readonly LocalDateTime now = new(2026, 6, 30, 12, 0);
    private Recorded<CaseEvent>[] records = [];
    private CaseFile file = null!;
    private CaseFacts[] facts = [];
    private (int Received, int Ended, int Due, byte Unit)[] bare = [];

    [GlobalSetup]
    public void Setup()
    {
        var at = new LocalDate(2026, 3, 2);
        CaseEvent[] events =
        [
            new CaseReceived(CaseTime.On(at), "ST-ADOPT", "ward", "R-1"), new SupplementRequested(CaseTime.On(at.PlusDays(1)), ["x"]),
            new SupplementReceived(CaseTime.On(at.PlusDays(3))), new CompletenessChecked(CaseTime.On(at.PlusDays(3)), true),
            .. Enumerable.Range(1, 5).SelectMany(s => (CaseEvent[])[new StepStarted(CaseTime.On(at.PlusDays(2 + (2 * s))), s), new StepFinished(CaseTime.On(at.PlusDays(3 + (2 * s))), s)]),
            new CaseUrged(CaseTime.On(at.PlusDays(14))), new CaseExtended(CaseTime.On(at.PlusDays(15)), TimeLimit.WorkingDays(3)),
            new CaseDecided(CaseTime.On(at.PlusDays(16))), new PartyNotified(CaseTime.On(at.PlusDays(17)), NoticeSubject.Result, "R-1"),
            new ResultReturned(CaseTime.On(at.PlusDays(18))), new SatisfactionAnswered(CaseTime.On(at.PlusDays(19)), 5),
        ];
        if (events.Length != 20)
        {
            throw new InvalidOperationException("Not 20 events.");
        }

        records = [.. events.Select((e, i) => new Recorded<CaseEvent>(i.ToString(CultureInfo.InvariantCulture), e, Instant.FromUnixTimeSeconds(i)))];
        file = CaseFile.From("H-1", records);
        CaseFacts one = CaseFacts.Of(file, terms, now);
        var random = new Random(72);
        facts = new CaseFacts[Facts];
        bare = new (int, int, int, byte)[Facts];
        for (int i = 0; i < Facts; i++)
        {
            int received = random.Next(0, 180), took = random.Next(0, 40), due = random.Next(5, 30);
            byte unit = (byte)random.Next(0, 40);
            LocalDate start = new LocalDate(2026, 1, 1).PlusDays(received);
            facts[i] = one with
            {
                UnitId = "unit-" + unit.ToString(CultureInfo.InvariantCulture),
                ReceivedOn = start,
                EndedOn = start.PlusDays(took),
                ComputedDueOn = start.PlusDays(due),
                WorkingDaysUsed = took,
                CalendarDays = took,
                AsOf = now.Date,
            };
            bare[i] = (received, received + took, received + due, unit);
        }
    }

    [Benchmark(Description = "20 events replayed")]
    public CaseFile Replay() => CaseFile.From("H-1", records);

    [Benchmark(Description = "20 events replayed, clocks and facts")]
    public CaseFacts ReplayToFacts() => CaseFacts.Of(CaseFile.From("H-1", records), terms, now);

    [Benchmark(Description = "what if, one case under a shorter limit")]
    public SimulatedCase WhatIf() => Simulator.Of(new CaseInTerms(file, terms), new Assumption { Limit = TimeLimit.WorkingDays(10) }, now);

    [Benchmark(Description = "loop over arrays: 1,000,000 cases, early, on time and late by unit")]
    public int[] Loop()
    {
        int[] counts = new int[40 * 3];
        foreach ((int _, int ended, int due, byte unit) in bare)
        {
            counts[(unit * 3) + (ended > due ? 2 : ended < due ? 0 : 1)]++;
        }

        return counts;
    }

    [Benchmark(Description = "indicators over 1,000,000 facts, by unit, procedure and both")]
    public IndicatorReport Indicators()
    {
        var tally = new IndicatorTally(new LocalDate(2026, 1, 1), now.Date);
        foreach (CaseFacts one in facts)
        {
            tally.Add(one);
        }

        return tally.Report();
    }
}
