using System.Collections.Concurrent;
using System.Globalization;
using CsCheck;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.Tests.Calendars;
using Reform.Domain.Tests.Deadlines.Reference;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>
/// The product against the day-by-day reference, on random calendars and on the announced one: due, kind of due, unrolled end,
/// provisional, and refusals. The seeds are fixed, so that a difference comes back. REFORM_DEADLINE_CASES sets how many cases, and
/// REFORM_DEADLINE_SEED other ones.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const int QuestionsPerCalendar = 10;

    private static readonly int Wanted = Setting("REFORM_DEADLINE_CASES", 100_000);

    private static readonly ulong[] Seeds =
        [.. ((ulong[])[1, 2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]).Select(s => s + (64 * (ulong)Setting("REFORM_DEADLINE_SEED", 0)))];

    private static readonly LocalDate LastReceipt = new(2028, 12, 31);

    // Each sample: a calendar twice, and questions about it. One sample in four is about the calendar of the state agencies.
    private static readonly Gen<(ReferenceCalendar Sets, WorkCalendar Product, ReferenceQuestion[] Questions)> Samples = Gen.Frequency(
        (3, from calendar in RandomCalendar.Any
            from questions in RandomQuestions.Between(calendar.Sets.First, calendar.Sets.Last).Array[QuestionsPerCalendar]
            select (calendar.Sets, calendar.Product, questions)),
        (1, RandomQuestions.Between(SpecialDays.First, LastReceipt).Array[QuestionsPerCalendar]
            .Select(q => (ReferenceCalendars.Vietnam, WorkCalendar.VietnamStateAgencies, q))));

    private static readonly Gen<(RandomCalendar Calendar, ReferencePolicy Policy, BackFromDay Day, BackFromMoment Moment)> BackwardSamples =
        from calendar in RandomCalendar.Any
        from policy in RandomQuestions.Policy
        from day in RandomQuestions.BackFromDay(calendar.Sets.First, calendar.Sets.Last)
        from moment in RandomQuestions.BackFromMoment(calendar.Sets.First, calendar.Sets.Last)
        select (calendar, policy, day, moment);

    private readonly ConcurrentDictionary<string, int> tally = new();
    private readonly ConcurrentQueue<string> differing = new();

    [Fact]
    public void Every_random_deadline_is_the_one_that_the_walker_finds()
    {
        ForEachSeed(Wanted, QuestionsPerCalendar, Samples, sample =>
        {
            foreach (ReferenceQuestion question in sample.Questions)
            {
                CompareForward(sample.Sets, sample.Product, question);
            }
        });
        Report();
        Assert.True(tally["compared"] >= Wanted, tally["compared"] + " cases were compared");
        Assert.All(
            (string[])[.. Count.DateUnits, .. Count.InstantUnits, "same_day", "immediate", "date", "instant", "suspended", "provisional", "refused"],
            word => Assert.True(tally.GetValueOrDefault(word) > Wanted / 500, word + " is hardly tried"));
        Assert.True(tally["answered"] > tally["refused"] * 3, "too many questions are refused");
    }

    [Fact]
    public void Every_random_limit_counted_backward_is_the_one_that_the_walker_finds()
    {
        ForEachSeed(Wanted / 5, 2, BackwardSamples, sample =>
        {
            (RandomCalendar calendar, ReferencePolicy policy, BackFromDay day, BackFromMoment moment) = sample;
            var walker = new BackwardWalker(calendar.Sets);
            Compare(
                walker.Before(day.Limit, day.Day, day.Inclusive, policy),
                Engine.Before(day.Limit, day.Day, day.Inclusive, policy, calendar.Product),
                () => day + " " + policy);
            Compare(
                walker.Before(moment.Limit, moment.Moment, policy),
                Engine.Before(moment.Limit, moment.Moment, policy, calendar.Product),
                () => moment + " " + policy);
        });
        Report();
        Assert.True(tally["compared"] >= Wanted / 5, tally["compared"] + " cases were compared");
    }

    // A tenth more than asked for, since the reference leaves some questions out.
    private static void ForEachSeed<T>(int wanted, int perSample, Gen<T> samples, Action<T> compare) => Parallel.ForEach(Seeds, seed =>
    {
        int perSeed = (wanted + Seeds.Length - 1) / Seeds.Length;
        var random = new PCG(101, seed);
        for (int done = 0; done < perSeed + (perSeed / 10); done += perSample)
        {
            compare(samples.Generate(random, null, out _));
        }
    });

    private void CompareForward(ReferenceCalendar sets, WorkCalendar product, ReferenceQuestion question)
    {
        ReferenceAnswer expected = new ReferenceWalker(sets).Answer(question);
        if (expected == ReferenceAnswer.Unsettled)
        {
            Tally("left out");
            return;
        }

        Tally(question.Limit.Unit);
        foreach (Count extension in question.Extensions)
        {
            Tally("+ " + extension.Unit);
        }

        Compare(expected, Engine.Answer(question, product), () => question + "\n  " + About(sets, question.Received.Date));
    }

    private void Compare(ReferenceAnswer expected, ReferenceAnswer actual, Func<string> question)
    {
        Tally("compared");
        Tally(expected.Error is null ? "answered" : "refused");
        Tally(expected.Error is not null ? "refused: " + expected.Error
            : expected.Date is not null ? "date" : expected.Instant is not null ? "instant" : "suspended");
        if (expected.Provisional)
        {
            Tally("provisional");
        }

        if (Differ(expected, actual))
        {
            differing.Enqueue(question() + "\n  reference " + Written(expected) + "\n  product   " + Written(actual));
        }
    }

    private void Tally(string word) => tally.AddOrUpdate(word, 1, (_, n) => n + 1);

    // Both refuse: with several faults in one question, which of them is named first is no matter. Backward, nothing is said about when it is over.
    private static bool Differ(ReferenceAnswer expected, ReferenceAnswer actual) => expected.Error is not null
        ? actual.Error is null
        : expected != (expected.OverAt is null ? actual with { OverAt = null } : actual);

    private static string Written(ReferenceAnswer answer) =>
        answer + (answer.Unrolled is LocalDate last ? ", unrolled " + LocalDatePattern.Iso.Format(last) : "");

    private static string About(ReferenceCalendar calendar, LocalDate received) =>
        "calendar to " + LocalDatePattern.Iso.Format(calendar.Last) + ", off: " + string.Join(
            ' ', Enumerable.Range(-1, 20).Select(received.PlusDays).Where(d => d >= calendar.First && d <= calendar.Last && !calendar.IsWorked(d))
                .Select(LocalDatePattern.Iso.Format));

    private void Report()
    {
        output.WriteLine(tally["compared"] + " cases compared, " + differing.Count + " differ");
        output.WriteLine(string.Join(", ", tally.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Key + " " + t.Value)));
        Assert.True(differing.IsEmpty, differing.Count + " differ; the shortest:\n" + string.Join("\n", differing.OrderBy(d => d.Length).Take(12)));
    }

    private static int Setting(string name, int usual) => int.TryParse(
        Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : usual;
}
