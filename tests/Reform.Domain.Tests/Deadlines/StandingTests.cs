using CsCheck;
using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Tests.Deadlines.Reference;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>What is used and left at a moment, and how a deadline stands, against plain counting on random calendars.</summary>
public sealed class StandingTests
{
    private static readonly Gen<Count> Limits =
        from unit in Gen.OneOf("working_day", "calendar_day", "non_holiday_day", "working_hour", "half_day", "hour", "minute")
        from amount in Gen.Int[1, 40]
        select new Count(amount, unit);

    private static readonly Gen<(RandomCalendar Calendar, ReferenceQuestion Question, int NowAfter, int? DeliveredAfter)> Samples =
        from calendar in RandomCalendar.Any
        from day in Gen.Int[0, 400]
        from minute in Gen.Int[0, 1_439]
        from limit in Limits
        from off in Gen.Int[0, 40].HashSet[0, 10]
        from now in Gen.Int[0, 30 * 1_440]
        from delivered in Gen.Frequency((1, Gen.Const((int?)null)), (1, Gen.Int[0, 40 * 1_440].Select(m => (int?)m)))
        select (
            calendar,
            new ReferenceQuestion(
                calendar.Sets.First.PlusDays(day).AtMidnight().PlusMinutes(minute), limit,
                [.. off.Select(d => calendar.Sets.First.PlusDays(day + d)).Select(d => new Waiting(d.PlusDays(-1), d))], [], ReferencePolicy.Default),
            now,
            delivered is int m && m <= now ? delivered : null);

    [Fact]
    public void Used_and_remaining_are_what_plain_counting_gives() => Samples.Sample(
        (calendar, question, nowAfter, _) =>
        {
            if (new ReferenceWalker(calendar.Sets).Answer(question).Error is not null)
            {
                return;
            }

            LocalDateTime now = question.Received.PlusMinutes(nowAfter);
            Deadline deadline = Engine.Deadline(question, calendar.Product);
            int whole = question.Limit.Unit is "working_hour" or "hour" ? 60 * question.Limit.Amount : question.Limit.Amount;
            int used = Math.Min(whole, UsedBy(calendar.Sets, question, now));
            Assert.Equal((used, whole - used), (Total(deadline.UsedAt(now)), Total(deadline.RemainingAt(now))));
        },
        iter: 1_500);

    [Fact]
    public void A_deadline_stands_as_its_dates_say() => Samples.Sample(
        (calendar, question, nowAfter, deliveredAfter) =>
        {
            ReferenceAnswer answer = new ReferenceWalker(calendar.Sets).Answer(question);
            if (answer.Error is not null)
            {
                return;
            }

            LocalDateTime now = question.Received.PlusMinutes(nowAfter);
            LocalDateTime? delivered = deliveredAfter is int minutes ? question.Received.PlusMinutes(minutes) : null;
            DeadlineStatus status = Engine.Deadline(question, calendar.Product).StatusAt(now, delivered);
            Assert.Equal((State(question, answer, now, delivered), answer.Provisional), (status.State, status.IsProvisional));
        },
        iter: 4_000);

    // A date is late on a later date only; an instant is late after it.
    private static DeadlineState State(ReferenceQuestion question, ReferenceAnswer answer, LocalDateTime now, LocalDateTime? delivered)
    {
        int Against(LocalDateTime moment) => answer.Date is LocalDate date ? moment.Date.CompareTo(date) : moment.CompareTo(answer.Instant!.Value);
        if (delivered is LocalDateTime given)
        {
            return Math.Sign(Against(given)) switch
            {
                -1 => DeadlineState.Early,
                0 => DeadlineState.OnTime,
                _ => DeadlineState.Late,
            };
        }

        bool suspended = question.Waits.Any(w => w.To == now.Date);
        return Against(now) > 0 ? DeadlineState.Overdue
            : suspended && IsRunning(question, answer, now) ? DeadlineState.Suspended
            : DeadlineState.Within;
    }

    // The clock can stand still only while it would otherwise run: after the day of receipt, or on it where time is counted.
    private static bool IsRunning(ReferenceQuestion question, ReferenceAnswer answer, LocalDateTime now) => answer.Unrolled is LocalDate last
        ? now.Date > question.Received.Date && now.Date <= last
        : now < answer.Instant;

    private static int UsedBy(ReferenceCalendar calendar, ReferenceQuestion question, LocalDateTime now)
    {
        int used = 0;
        var suspended = question.Waits.Select(w => w.To!.Value).ToHashSet();
        if (question.Limit.EndsOnADate)
        {
            for (LocalDate day = question.Received.Date.PlusDays(1); day <= now.Date; day = day.PlusDays(1))
            {
                bool counts = question.Limit.Unit switch
                {
                    "working_day" => calendar.IsWorked(day),
                    "non_holiday_day" => !calendar.IsPublicHoliday(day),
                    _ => true,
                };
                used += counts && !suspended.Contains(day) ? 1 : 0;
            }

            return used;
        }

        // A session is used from its beginning, so that its first minute must have begun.
        LocalDateTime last = question.Limit.Unit == "half_day" ? now.PlusMinutes(1) : now;
        for (LocalDateTime minute = question.Received; minute < last; minute = minute.PlusMinutes(1))
        {
            bool inSession = calendar.Sessions(minute.Date).Any(s => s.Start <= minute.TimeOfDay && minute.TimeOfDay < s.End);
            bool counts = question.Limit.Unit switch
            {
                "working_hour" => inSession,
                "half_day" => minute > question.Received && calendar.Sessions(minute.Date).Any(s => s.Start == minute.TimeOfDay),
                _ => true,
            };
            used += counts && !suspended.Contains(minute.Date) ? 1 : 0;
        }

        return used;
    }

    // Hours and minutes as minutes; days and sessions as they are.
    private static int Total(TimeAmount amount) => amount.Parts.Sum(p => p.Unit is TimeUnit.Hour or TimeUnit.WorkingHour ? 60 * p.Amount : p.Amount);
}
