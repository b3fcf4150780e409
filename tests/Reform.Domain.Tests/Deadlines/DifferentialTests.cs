using System.Collections.Concurrent;
using System.Globalization;
using CsCheck;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Tests.Deadlines.Reference;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>
/// The product against the day-by-day reference, on random calendars and on the announced one: due, kind of due, unrolled end,
/// provisional, and refusals. The seeds are fixed, so that a difference comes back; REFORM_DEADLINE_CASES sets how many cases.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const int QuestionsPerCalendar = 10;

    private static readonly ulong[] Seeds = [1, 2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47];

    private static readonly LocalDate LastCommonReceipt = new(2028, 12, 31);

    private static int Wanted => int.TryParse(
        Environment.GetEnvironmentVariable("REFORM_DEADLINE_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out int cases) ? cases : 100_000;

    // Each sample: a calendar twice, and questions about it. One sample in four is about the calendar of the state agencies.
    private static readonly Gen<(ReferenceCalendar Sets, WorkCalendar Product, ReferenceQuestion[] Questions)> Samples = Gen.Frequency(
        (3, from calendar in RandomCalendar.Any
            from questions in RandomQuestions.Between(calendar.Sets.First, calendar.Sets.Last).Array[QuestionsPerCalendar]
            select (calendar.Sets, calendar.Product, questions)),
        (1, RandomQuestions.Between(SpecialDaysFirst, LastCommonReceipt).Array[QuestionsPerCalendar]
            .Select(q => (ReferenceCalendars.Vietnam, WorkCalendar.VietnamStateAgencies, q))));

    private static LocalDate SpecialDaysFirst => Calendars.SpecialDays.First;

    [Fact]
    public void Every_random_deadline_is_the_one_that_the_walker_finds()
    {
        var tally = new ConcurrentDictionary<string, int>();
        var differing = new ConcurrentQueue<string>();
        int perSeed = (Wanted + Seeds.Length - 1) / Seeds.Length;
        Parallel.ForEach(Seeds, seed =>
        {
            var random = new PCG(101, seed);
            for (int done = 0; done < perSeed + (perSeed / 10); done += QuestionsPerCalendar)
            {
                (ReferenceCalendar sets, WorkCalendar product, ReferenceQuestion[] questions) = Samples.Generate(random, null, out _);
                foreach (ReferenceQuestion question in questions)
                {
                    Compare(sets, product, question, tally, differing);
                }
            }
        });
        Report(tally, differing);
        Assert.True(tally["compared"] >= Wanted, tally["compared"] + " cases were compared");
        Assert.All(
            (string[])[.. Count.DateUnits, .. Count.InstantUnits, "same_day", "immediate", "date", "instant", "suspended", "provisional", "refused"],
            word => Assert.True(tally.GetValueOrDefault(word) > Wanted / 500, word + " is hardly tried"));
    }

    [Fact]
    public void Every_random_limit_counted_backward_is_the_one_that_the_walker_finds()
    {
        var tally = new ConcurrentDictionary<string, int>();
        var differing = new ConcurrentQueue<string>();
        Gen.Select(RandomCalendar.Any, RandomQuestions.Policy).SelectMany((calendar, policy) => Gen.Select(
                RandomQuestions.BackFromDay(calendar.Sets.First, calendar.Sets.Last),
                RandomQuestions.BackFromMoment(calendar.Sets.First, calendar.Sets.Last)).Select((day, moment) => (calendar, policy, day, moment)))
            .Sample(
                sample =>
                {
                    (RandomCalendar calendar, ReferencePolicy policy, (LocalDate Day, Count Limit, bool Inclusive) day, (LocalDateTime Moment, Count Limit) moment) = sample;
                    var walker = new BackwardWalker(calendar.Sets);
                    Compare(
                        walker.Before(day.Limit, day.Day, day.Inclusive, policy),
                        Engine.Before(day.Limit, day.Day, day.Inclusive, policy, calendar.Product),
                        day + " " + policy);
                    Compare(
                        walker.Before(moment.Limit, moment.Moment, policy), Engine.Before(moment.Limit, moment.Moment, policy, calendar.Product),
                        moment + " " + policy);
                },
                iter: Wanted / 10,
                threads: 1);
        Report(tally, differing);

        void Compare(ReferenceAnswer expected, ReferenceAnswer actual, string question)
        {
            tally.AddOrUpdate("compared", 1, (_, n) => n + 1);
            if (Differ(expected, actual))
            {
                differing.Enqueue(question + "\n  reference " + expected + "\n  product   " + actual);
            }
        }
    }

    private static void Compare(
        ReferenceCalendar sets, WorkCalendar product, ReferenceQuestion question, ConcurrentDictionary<string, int> tally, ConcurrentQueue<string> differing)
    {
        ReferenceAnswer expected = new ReferenceWalker(sets).Answer(question);
        if (expected == ReferenceAnswer.Unsettled)
        {
            tally.AddOrUpdate("left out", 1, (_, n) => n + 1);
            return;
        }

        ReferenceAnswer actual = Engine.Answer(question, product);
        string kind = expected.Error is not null ? "refused" : expected.Date is not null ? "date" : expected.Instant is not null ? "instant" : "suspended";
        foreach (string word in (string[])["compared", kind, kind == "refused" ? "refused: " + expected.Error : "answered", question.Limit.Unit, .. question.Extensions.Select(e => "+ " + e.Unit)])
        {
            tally.AddOrUpdate(word, 1, (_, n) => n + 1);
        }

        if (expected.Provisional)
        {
            tally.AddOrUpdate("provisional", 1, (_, n) => n + 1);
        }

        if (Differ(expected, actual))
        {
            differing.Enqueue(question + "\n  reference " + expected + " " + expected.Unrolled + "\n  product   " + actual + " " + actual.Unrolled
                + "\n  off: " + Off(sets, question.Received.Date));
        }
    }

    // Both refuse: with several faults in one question, which of them is named first is no matter.
    private static bool Differ(ReferenceAnswer expected, ReferenceAnswer actual) => expected.Error is not null
        ? actual.Error is null
        : expected with { OverAt = null } != actual with { OverAt = null };

    private static string Off(ReferenceCalendar calendar, LocalDate received) => string.Join(
        ' ', Enumerable.Range(-1, 20).Select(received.PlusDays).Where(d => d < calendar.First || d > calendar.Last || !calendar.IsWorked(d))
            .Select(NodaTime.Text.LocalDatePattern.Iso.Format));

    // "reference 2026-06-08 2026-06-06" and "product error: calendar" make the sort "date, error".
    private static string Sort(string difference) => string.Join(", ", difference.Split('\n').Skip(1).Take(2).Select(l =>
        l.Contains("error", StringComparison.Ordinal) ? l : l.Contains("suspended", StringComparison.Ordinal) ? "suspended"
        : (l.Contains("provisional", StringComparison.Ordinal) ? "provisional " : "") + (l.Contains('T', StringComparison.Ordinal) ? "instant" : "date")));

    private void Report(ConcurrentDictionary<string, int> tally, ConcurrentQueue<string> differing)
    {
        output.WriteLine(tally["compared"] + " cases compared, " + differing.Count + " differ");
        output.WriteLine(string.Join(", ", tally.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Key + " " + t.Value)));
        Assert.True(differing.IsEmpty, differing.Count + " differ:\n" + string.Join("\n", differing.OrderBy(d => d.Length).GroupBy(Sort).SelectMany(g => g.Take(3)).Take(30)));
    }
}
