using CsCheck;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Tests.Calendars;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>What holds for every deadline, over random calendars.</summary>
public sealed class DeadlinePropertyTests
{
    private static readonly TimeUnit[] Units =
        [.. Enum.GetValues<TimeUnit>().Where(u => u is not (TimeUnit.SameDay or TimeUnit.Immediate or TimeUnit.NextEvent))];

    private static readonly TimeUnit[] DayUnits = [TimeUnit.WorkingDay, TimeUnit.CalendarDay, TimeUnit.NonHolidayDay, TimeUnit.Week];

    private static readonly Gen<TimeLimit> Limits = OneOf(Units).SelectMany(unit => Gen.Int[1, Few(unit)].Select(n => new TimeLimit(n, unit)));

    private static readonly Gen<LocalDateTime> Moments =
        from day in Gen.Int[0, RandomCalendars.Days - 300]
        from minute in Gen.Int[0, (24 * 60) - 1]
        select RandomCalendars.First.PlusDays(day).AtMidnight().PlusMinutes(minute);

    private static readonly Gen<Suspension> Suspensions =
        from day in Gen.Int[0, 120]
        from length in Gen.Int[0, 20]
        select new Suspension(RandomCalendars.First.PlusDays(day), RandomCalendars.First.PlusDays(day + length));

    [Fact]
    public void A_larger_amount_is_never_due_earlier() => Gen.Select(Limits, Moments, Suspensions, RandomCalendars.Calendar)
        .Sample((limit, received, suspension, calendar) =>
        {
            var terms = new DeadlineTerms(limit) { Suspensions = [suspension] };
            DeadlineTerms longer = terms with { Limit = new TimeLimit(limit.Amount + 1, limit.Unit) };
            if (Try(terms, received, calendar) is Deadline shorter && Try(longer, received, calendar) is Deadline later)
            {
                Assert.True(later.DueAt >= shorter.DueAt);
            }
        });

    [Fact]
    public void A_later_receipt_is_never_due_earlier() => Gen.Select(Limits, Moments, Gen.Int[1, 5000], Suspensions, RandomCalendars.Calendar)
        .Sample((limit, received, minutes, suspension, calendar) =>
        {
            // but for suspended months: from 29 January to 29 February there are more dates to suspend than from 1 February to 1 March
            bool byMonth = limit.Unit is TimeUnit.Month or TimeUnit.Year;
            var terms = new DeadlineTerms(limit) { Suspensions = byMonth ? [] : [suspension] };
            if (Try(terms, received, calendar) is Deadline first && Try(terms, received.PlusMinutes(minutes), calendar) is Deadline second)
            {
                Assert.True(second.DueAt >= first.DueAt);
            }
        });

    [Fact]
    public void A_suspension_that_is_never_reached_changes_nothing() => Gen.Select(Limits, Moments, Gen.Int[0, 30], RandomCalendars.Calendar)
        .Sample((limit, received, length, calendar) =>
        {
            var terms = new DeadlineTerms(limit);
            if (Try(terms, received, calendar) is not Deadline plain)
            {
                return;
            }

            LocalDate last = plain.DueKind == DueKind.Date ? plain.UnrolledDate : plain.DueDate;
            var before = new Suspension(received.Date.PlusDays(-length - 1), received.Date.PlusDays(-1));
            var after = new Suspension(last, last.PlusDays(length));
            foreach (SupplementRegime regime in SupplementRegime.All)
            {
                DeadlineTerms with = terms with { Suspensions = [after, before], Policy = DeadlinePolicy.Default with { Supplement = regime } };
                Deadline same = with.From(received, calendar);
                Assert.Equal(plain.DueAt, same.DueAt);
                Assert.DoesNotContain(same.Ledger(), e => e.Outcome is SuspensionOutcome.Excluded or SuspensionOutcome.Restarted);
            }
        });

    [Fact]
    public void An_extension_of_the_same_unit_is_one_longer_limit() => Gen
        .Select(OneOf(DayUnits), Gen.Int[1, 30], Gen.Int[1, 30], Moments, RandomCalendars.Calendar)
        .Sample((unit, amount, more, received, calendar) =>
        {
            var extended = new DeadlineTerms(new TimeLimit(amount, unit)) { Extensions = [new Extension(new TimeLimit(more, unit))] };
            if (Try(extended, received, calendar) is Deadline deadline)
            {
                Assert.Equal(Reading.Due(new TimeLimit(amount + more, unit).From(received, calendar)), Reading.Due(deadline));
            }
        });

    [Fact]
    public void A_due_date_is_a_working_day_and_the_unrolled_end_lies_before_it() => Gen.Select(Limits, Moments, Suspensions, RandomCalendars.Calendar)
        .Sample((limit, received, suspension, calendar) =>
        {
            var terms = new DeadlineTerms(limit) { Suspensions = [suspension] };
            if (Try(terms, received, calendar) is { DueKind: DueKind.Date } deadline)
            {
                Assert.True(calendar.IsWorkingDay(deadline.DueDate));
                Assert.True(deadline.UnrolledDate <= deadline.DueDate);
                Assert.False(deadline.UnrolledDate > suspension.From && deadline.UnrolledDate <= suspension.To);
            }
        });

    [Fact]
    public void Back_and_forth_is_where_one_began() => Gen.Select(Gen.Int[1, 60], Gen.Int[150, 450], RandomCalendars.Calendar)
        .Sample((amount, day, calendar) =>
        {
            LocalDate end = RandomCalendars.First.PlusDays(day);
            if (!calendar.IsWorkingDay(end) || Before(TimeLimit.WorkingDays(amount), end, calendar) is not Deadline back)
            {
                return;
            }

            Assert.Equal(end, TimeLimit.WorkingDays(amount).From(back.DueDate, calendar).DueDate);
            Assert.True(TimeLimit.WorkingDays(amount).Before(end, calendar, Bound.Inclusive).DueDate > back.DueDate);
        });

    [Fact]
    public void A_date_counted_back_leaves_the_whole_interval() => Gen
        .Select(OneOf(DayUnits), Gen.Int[1, 8], Gen.Int[150, 450], RandomCalendars.Calendar)
        .Sample((unit, amount, day, calendar) =>
        {
            LocalDate end = RandomCalendars.First.PlusDays(day);
            var limit = new TimeLimit(amount, unit);
            if (!calendar.IsWorkingDay(end) || Before(limit, end, calendar) is not Deadline back)
            {
                return;
            }

            Assert.True(calendar.IsWorkingDay(back.DueDate));
            Assert.True(back.DueDate <= back.UnrolledDate && back.UnrolledDate < end);
            var stay = new DeadlineTerms(limit) { Policy = DeadlinePolicy.Default with { Roll = RollPolicy.Stay } };
            Assert.True(stay.From(back.DueDate, calendar).UnrolledDate <= end);
        });

    [Fact]
    public void Used_and_left_are_the_whole_and_only_grow_and_shrink() => Gen
        .Select(OneOf(DayUnits), Gen.Int[1, 30], Moments, Suspensions, RandomCalendars.Calendar)
        .Sample((unit, amount, received, suspension, calendar) =>
        {
            var terms = new DeadlineTerms(new TimeLimit(amount, unit)) { Suspensions = [suspension] };
            if (Try(terms, received, calendar) is not Deadline deadline)
            {
                return;
            }

            int used = 0;
            for (LocalDateTime now = received; now <= deadline.DueAt; now = now.PlusDays(1))
            {
                int days = Days(deadline.UsedAt(now));
                Assert.Equal(unit == TimeUnit.Week ? amount * 7 : amount, days + Days(deadline.RemainingAt(now)));
                Assert.True(days >= used);
                used = days;
            }

            Assert.True(deadline.RemainingAt(deadline.UnrolledDate.AtMidnight()).IsZero);
            Assert.False(deadline.RemainingAt(deadline.UnrolledDate.AtMidnight().PlusTicks(-1)).IsZero);
        });

    [Fact]
    public void An_open_deadline_never_gets_better() => Gen.Select(Limits, Moments, Gen.Int[1, 100], RandomCalendars.Calendar)
        .Sample((limit, received, percent, calendar) =>
        {
            var terms = new DeadlineTerms(limit) { WarningLevels = [WarningLevel.PercentUsed(percent)] };
            if (Try(terms, received, calendar) is not Deadline deadline)
            {
                return;
            }

            DeadlineState[] order = [DeadlineState.Within, DeadlineState.DueSoon, DeadlineState.Overdue];
            long step = Math.Max(1, Period.Between(received, deadline.DueAt, PeriodUnits.Minutes).Minutes / 25);
            int last = 0;
            for (LocalDateTime now = received; now <= deadline.DueAt.PlusDays(2); now = now.PlusMinutes(step))
            {
                int state = Array.IndexOf(order, deadline.StatusAt(now).State);
                Assert.True(state >= last);
                Assert.Equal(now >= deadline.WarnsFrom(terms.WarningLevels[0]), deadline.WarningsAt(now).Count > 0);
                last = state;
            }

            Assert.Equal(DeadlineState.Overdue, deadline.StatusAt(deadline.DueAt.PlusMinutes(1)).State);
        });

    [Fact]
    public void Equal_terms_give_equal_deadlines_and_every_step_has_its_sentence() => Gen.Select(Limits, Moments, Suspensions, RandomCalendars.Calendar)
        .Sample((limit, received, suspension, calendar) =>
        {
            DeadlineTerms Terms() => new(new TimeLimit(limit.Amount, limit.Unit)) { Suspensions = [suspension] };
            if (Try(Terms(), received, calendar) is Deadline deadline)
            {
                Deadline same = Terms().From(received, calendar);
                Assert.Equal(deadline, same);
                Assert.Equal(deadline.GetHashCode(), same.GetHashCode());
                Assert.Equal(deadline.Explain(), same.Explain());
                Assert.All(deadline.Explain().Where(r => r.Code != "working_day"), r => Assert.NotNull(r.Basis));
            }
        });

    private static Gen<TimeUnit> OneOf(TimeUnit[] units) => Gen.Int[0, units.Length - 1].Select(i => units[i]);

    private static int Few(TimeUnit unit) => unit switch
    {
        TimeUnit.Minute => 6000,
        TimeUnit.Hour or TimeUnit.WorkingHour => 100,
        TimeUnit.Week => 8,
        TimeUnit.Month => 3,
        TimeUnit.Year => 1,
        _ => 40,
    };

    private static int Days(TimeAmount amount) => amount.Parts.Sum(p => p.Unit == TimeUnit.Week ? 7 * p.Amount : p.Amount);

    private static Deadline? Try(DeadlineTerms terms, LocalDateTime received, WorkCalendar calendar)
    {
        try
        {
            return terms.From(received, calendar);
        }
        catch (CalendarRangeException)
        {
            return null;
        }
    }

    private static Deadline? Before(TimeLimit limit, LocalDate day, WorkCalendar calendar)
    {
        try
        {
            return limit.Before(day, calendar);
        }
        catch (CalendarRangeException)
        {
            return null;
        }
    }
}
