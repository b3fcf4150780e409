using CsCheck;
using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Tests.Deadlines.Reference;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>What the ledger says of each suspension, against its days one by one: met before the last unit was used up, or not.</summary>
public sealed class LedgerTests
{
    private static readonly Gen<(RandomCalendar Calendar, ReferenceQuestion Question)> Samples =
        from calendar in RandomCalendar.Any
        from question in RandomQuestions.Between(calendar.Sets.First, calendar.Sets.Last)
        select (calendar, question with
        {
            Policy = question.Policy with { Restart = false, CutOff = null, DayOffToNextWorkingDay = false },
            Cap = null,
            GrantedOn = [],
        });

    [Fact]
    public void Each_suspension_did_what_its_days_say() => Samples.Sample(
        (calendar, question) =>
        {
            ReferenceAnswer answer = new ReferenceWalker(calendar.Sets).Answer(question);
            if (answer.Error is not null || answer == ReferenceAnswer.Unsettled || GoesOnFromADateInsideADay(question))
            {
                return;
            }

            Assert.Equal(
                question.Waits.Select(w => Expected(question, answer, w)),
                Engine.Deadline(question, calendar.Product).Ledger().Select(l => (l.Outcome, l.DaysNotCounted)));
        },
        iter: 3_000);

    // A count of days that goes on from an instant does not count that instant's date: whether it was met is a matter of words.
    private static bool GoesOnFromADateInsideADay(ReferenceQuestion question)
    {
        Count[] counts = [question.Limit, .. question.Tolerance is Count more ? [more] : Array.Empty<Count>(), .. question.Extensions];
        return counts.Zip(counts.Skip(1)).Any(pair => !pair.First.EndsOnADate && pair.Second.EndsOnADate);
    }

    private static (SuspensionOutcome Outcome, int Days) Expected(ReferenceQuestion question, ReferenceAnswer answer, Waiting wait)
    {
        if (wait.To is not LocalDate last)
        {
            return answer == ReferenceAnswer.StandsStill ? (SuspensionOutcome.Open, 0) : (SuspensionOutcome.NotReached, 0);
        }

        if (last == wait.From)
        {
            return (SuspensionOutcome.Empty, 0);
        }

        int met = 0;
        for (LocalDate day = wait.From.PlusDays(1); day <= last; day = day.PlusDays(1))
        {
            met += IsMet(question, answer, day) ? 1 : 0;
        }

        return met > 0 ? (SuspensionOutcome.Excluded, met) : (SuspensionOutcome.NotReached, 0);
    }

    private static bool IsMet(ReferenceQuestion question, ReferenceAnswer answer, LocalDate day)
    {
        bool hasBegun = question.Limit.EndsOnADate ? day > question.Received.Date : day >= question.Received.Date;
        bool stillRuns = answer == ReferenceAnswer.StandsStill
            || (answer.Unrolled is LocalDate last ? day <= last : day.AtMidnight() < answer.Instant);
        return hasBegun && stillRuns;
    }
}
