using CsCheck;
using NodaTime;
using Reform.Domain.Calendars;

namespace Reform.Domain.Tests.Deadlines.Reference;

/// <summary>The reference itself: against the jurist's table, and against one that walks minute by minute.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Ids => [.. WorkedCase.All.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_walker_gives_what_the_jurist_worked_out(string id)
    {
        WorkedCase worked = WorkedCase.All.Single(c => c.Id == id);
        ReferenceCalendar calendar = worked.KnownOn is LocalDate known
            ? ReferenceCalendars.CopyOf(WorkCalendar.VietnamStateAgencies.AsKnownOn(known))
            : ReferenceCalendars.Vietnam;
        ReferenceAnswer answer = worked.Before switch
        {
            null => new ReferenceWalker(calendar).Answer(worked.Question!),
            (LocalDateTime moment, null) => new BackwardWalker(calendar).Before(worked.Limit, moment, worked.Policy),
            (LocalDateTime day, bool inclusive) => new BackwardWalker(calendar).Before(worked.Limit, day.Date, inclusive, worked.Policy),
        };
        Assert.Equal(worked.Due, answer.ToString());
    }

    [Fact]
    public void The_walker_agrees_with_one_that_walks_minute_by_minute()
    {
        Gen<Count> counts = Gen.Select(Gen.OneOf(Count.InstantUnits), Gen.Int[1, 40]).Select((unit, amount) => new Count(amount, unit));
        Gen.Select(RandomCalendar.Any.Select(c => c.Sets), counts, Gen.Int[0, 200], Gen.Int[0, 1_439], Gen.Int[0, 30].Array[0, 8])
            .Sample(
                (calendar, count, day, minute, off) =>
                {
                    LocalDateTime received = calendar.First.PlusDays(day).AtMidnight().PlusMinutes(minute);
                    var suspended = off.Select(d => received.Date.PlusDays(d)).ToHashSet();
                    ReferenceAnswer answer = new ReferenceWalker(calendar).Answer(new ReferenceQuestion(
                        received, count, [.. suspended.Select(d => new Waiting(d.PlusDays(-1), d))], [], ReferencePolicy.Default));
                    if (answer.Error is null)
                    {
                        Assert.Equal(new MinuteWalker(calendar, suspended).Walk(received, count), answer.Instant);
                    }
                },
                iter: 400);
    }
}
