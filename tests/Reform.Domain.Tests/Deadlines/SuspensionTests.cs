using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Tests.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>The ledger of suspensions; June 2026 begins on a Monday and has no holidays.</summary>
public sealed class SuspensionTests
{
    private static readonly WorkCalendar June = TestCalendars.June2026();

    [Theory]
    [InlineData("5 working_day", "2026-06-01", "2026-06-03..2026-06-05", "2026-06-10")]  // 2, 3, then 8, 9, 10
    [InlineData("5 working_day", "2026-06-01", "2026-06-05..2026-06-07", "2026-06-08")]  // only a weekend is suspended
    [InlineData("5 working_day", "2026-06-01", "2026-05-20..2026-06-03", "2026-06-10")]  // begun before the receipt
    [InlineData("5 working_day", "2026-06-01", "2026-06-08..2026-06-20", "2026-06-08")]  // the last unit is used up on the day of the request
    [InlineData("5 working_day", "2026-06-01", "2026-06-03..2026-06-03", "2026-06-08")]  // empty
    [InlineData("4 calendar_day", "2026-06-01", "2026-06-02..2026-06-05", "2026-06-08")] // 2, then 6, 7, 8
    [InlineData("4 calendar_day", "2026-06-01", "2026-06-02..2026-06-04", "2026-06-08")] // 2, then 5, 6, 7: rolled
    [InlineData("4 calendar_day", "2026-06-01", "2026-06-05..2026-06-10", "2026-06-05")] // not reached
    [InlineData("4 non_holiday_day", "2026-06-01", "2026-06-02..2026-06-05", "2026-06-08")]
    [InlineData("1 week", "2026-06-01", "2026-06-03..2026-06-05", "2026-06-10")]
    [InlineData("1 same_day", "2026-06-03", "2026-06-02..2026-06-05", "2026-06-03")]     // the day of receipt knows no move
    public void Suspended_days_are_not_counted(string limit, string received, string suspension, string due) =>
        Check(June, limit, received + " 09:00", due, suspension);

    [Theory]
    [InlineData("1 hour", "2026-06-02 23:30", "2026-06-02..2026-06-04", "2026-06-05 00:30")]        // half an hour before midnight, half after
    [InlineData("30 minute", "2026-06-02 23:30", "2026-06-02..2026-06-04", "2026-06-03 00:00")]     // used up as the suspension begins
    [InlineData("30 minute", "2026-06-03 10:00", "2026-06-02..2026-06-04", "2026-06-05 00:30")]     // received on a suspended day
    [InlineData("9 working_hour", "2026-06-01 10:00", "2026-06-01..2026-06-04", "2026-06-05 11:30")] // 1.5 + 3.5, then 4
    [InlineData("5 working_hour", "2026-06-01 10:00", "2026-06-01..2026-06-04", "2026-06-01 17:00")] // used up before
    [InlineData("2 half_day", "2026-06-01 10:00", "2026-06-01..2026-06-04", "2026-06-05 11:30")]
    [InlineData("1 half_day", "2026-06-03 10:00", "2026-06-02..2026-06-04", "2026-06-05 11:30")]
    public void A_suspended_day_holds_no_time(string limit, string received, string suspension, string due) =>
        Check(June, limit, received, due, suspension);

    [Theory]
    [InlineData("1 month", "2026-01-15", "2026-02-10..2026-02-12", "2026-02-17")] // 15 February moved by two days; Tết, rolled to Monday 23
    [InlineData("1 month", "2026-03-16", "2026-04-14..2026-04-20", "2026-04-22")] // the moved part lies in the suspension too: six days
    [InlineData("1 month", "2026-03-16", "2026-04-15..2026-04-20", "2026-04-21")] // the last day itself is suspended
    [InlineData("1 month", "2026-03-16", "2026-04-16..2026-04-20", "2026-04-16")] // begins on the last day: not reached
    [InlineData("1 year", "2025-03-17", "2025-06-30..2025-07-10", "2026-03-27")]  // ten days
    [InlineData("1 month", "2026-03-16", "2026-03-10..2026-03-20", "2026-04-20")] // four days after the receipt
    public void Months_and_years_move_by_the_suspended_days_inside_them(string limit, string received, string suspension, string unrolled)
    {
        var terms = new DeadlineTerms(Reading.Limit(limit)) { Suspensions = [Reading.Suspension(suspension)] };
        Assert.Equal(Reading.Day(unrolled), terms.From(Reading.Day(received), WorkCalendar.VietnamStateAgencies).UnrolledDate);
    }

    [Fact]
    public void Several_suspensions_in_any_order_count_together() =>
        Check(June, "5 working_day", "2026-06-01 09:00", "2026-06-12", "2026-06-08..2026-06-10", "2026-06-02..2026-06-04"); // 2, 5, 8, 11, 12

    [Fact]
    public void The_ledger_says_what_each_suspension_did()
    {
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(5))
        {
            Suspensions =
            [
                Reading.Suspension("2026-06-20..2026-06-25"), Reading.Suspension("2026-06-04..2026-06-04"),
                Reading.Suspension("2026-05-28..2026-06-02"), Reading.Suspension("2026-06-04..2026-06-08"),
            ],
        };
        Deadline deadline = terms.From(Reading.Day("2026-06-01"), June);
        Assert.Equal("2026-06-11", Reading.Due(deadline));
        Assert.Equal(
            [(SuspensionOutcome.NotReached, 0), (SuspensionOutcome.Empty, 0), (SuspensionOutcome.Excluded, 1), (SuspensionOutcome.Excluded, 4)],
            deadline.Ledger().Select(e => (e.Outcome, e.DaysNotCounted)));
        Assert.Equal(terms.Suspensions, deadline.Ledger().Select(e => e.Suspension));
    }

    [Fact]
    public void While_a_suspension_lasts_there_is_no_due_but_what_is_left()
    {
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(5)) { Suspensions = [Reading.Suspension("2026-06-03..")] };
        Deadline deadline = terms.From(Reading.Day("2026-06-01"), June);
        Assert.True(deadline.IsSuspended);
        Assert.False(deadline.HasDue);
        Assert.Equal(DueKind.None, deadline.DueKind);
        Assert.Throws<InvalidOperationException>(() => deadline.DueDate);
        Assert.Equal(SuspensionOutcome.Open, deadline.Ledger()[0].Outcome);
        Assert.Equal(DeadlineState.Within, deadline.StatusAt(Reading.Moment("2026-06-03 23:00")).State);
        Assert.Equal(DeadlineState.Suspended, deadline.StatusAt(Reading.Moment("2026-06-04 00:00")).State);
        Assert.Equal(DeadlineState.Suspended, deadline.StatusAt(Reading.Moment("2027-06-04 00:00")).State);
        Assert.Equal(DeadlineState.Early, deadline.StatusAt(Reading.Moment("2027-06-04 00:00"), Reading.Moment("2026-07-04 00:00")).State);
        Assert.Equal(new TimeAmount(3, TimeUnit.WorkingDay), deadline.RemainingAt(Reading.Moment("2027-06-04 00:00")));
        Assert.Equal(new TimeAmount(2, TimeUnit.WorkingDay), deadline.UsedAt(Reading.Moment("2027-06-04 00:00")));
    }

    [Fact]
    public void A_suspension_that_lasts_but_began_too_late_changes_nothing()
    {
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(5)) { Suspensions = [Reading.Suspension("2026-06-08..")] };
        Deadline deadline = terms.From(Reading.Day("2026-06-01"), June);
        Assert.Equal("2026-06-08", Reading.Due(deadline));
        Assert.Equal(SuspensionOutcome.NotReached, deadline.Ledger()[0].Outcome);
        Assert.Equal(DeadlineState.Overdue, deadline.StatusAt(Reading.Moment("2026-06-09 00:00")).State);
    }

    [Fact]
    public void A_suspension_that_lasts_from_the_last_date_there_is_changes_nothing()
    {
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(5)) { Suspensions = [Reading.Suspension("9999-12-31..")] };
        Deadline deadline = terms.From(Reading.Day("2026-06-01"), June);
        Assert.Equal("2026-06-08", Reading.Due(deadline));
        Assert.Equal(SuspensionOutcome.Empty, deadline.Ledger()[0].Outcome);
    }

    [Theory]
    [InlineData(3, DeadlineState.Within)]
    [InlineData(4, DeadlineState.Suspended)]
    [InlineData(5, DeadlineState.Suspended)]
    [InlineData(6, DeadlineState.Within)]
    public void A_closed_suspension_shows_in_the_status_while_it_runs(int day, DeadlineState state)
    {
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(5)) { Suspensions = [Reading.Suspension("2026-06-03..2026-06-05")] };
        Assert.Equal(state, terms.From(Reading.Day("2026-06-01"), June).StatusAt(new LocalDateTime(2026, 6, day, 12, 0)).State);
    }

    [Theory]
    [InlineData("2026-06-15", "2026-06-03..2026-06-08")]                            // five from Monday 8
    [InlineData("2026-06-24", "2026-06-03..2026-06-08", "2026-06-11..2026-06-17")]  // and again from Wednesday 17
    [InlineData("2026-06-15", "2026-06-03..2026-06-08", "2026-06-15..2026-06-17")]  // the second came too late
    [InlineData("2026-06-08", "2026-06-08..2026-06-10")]                            // used up on the day of the request
    [InlineData("2026-06-08", "2026-06-03..2026-06-03")]                            // empty
    [InlineData("none", "2026-06-03..2026-06-08", "2026-06-11..")]
    public void A_restart_counts_from_zero_on_the_day_of_completion(string due, params string[] suspensions)
    {
        Deadline deadline = Restarting(suspensions).From(Reading.Day("2026-06-01"), June);
        Assert.Equal(due, Reading.Due(deadline));
    }

    [Theory]
    [InlineData(2, 4)]
    [InlineData(3, 3)]
    [InlineData(4, 5)]
    [InlineData(8, 5)]
    [InlineData(9, 4)]
    [InlineData(15, 0)]
    public void Until_the_file_is_complete_all_of_a_restarting_limit_is_left(int day, int left)
    {
        Deadline deadline = Restarting("2026-06-03..2026-06-08").From(Reading.Day("2026-06-01"), June);
        Assert.Equal(left, deadline.RemainingAt(new LocalDateTime(2026, 6, day, 12, 0)).Of(TimeUnit.WorkingDay));
        Assert.Equal(SuspensionOutcome.Restarted, deadline.Ledger()[0].Outcome);
    }

    [Fact]
    public void A_supplement_on_the_day_of_receipt_restarts_hours_at_the_end_of_that_day()
    {
        DeadlineTerms terms = Restarting("2026-05-28..2026-06-01") with { Limit = TimeLimit.WorkingHours(2) };
        Assert.Equal("2026-06-02 09:30", Reading.Due(terms.From(Reading.Moment("2026-06-01 08:00"), June)));
        Assert.Equal("2026-06-08", Reading.Due((terms with { Limit = TimeLimit.WorkingDays(5) }).From(Reading.Moment("2026-06-01 08:00"), June)));
    }

    [Theory]
    [InlineData("1 same_day")]
    [InlineData("1 immediate")]
    public void What_is_due_at_once_counts_nothing_that_could_be_suspended(string limit)
    {
        foreach (SupplementRegime regime in SupplementRegime.All)
        {
            var terms = new DeadlineTerms(Reading.Limit(limit))
            {
                Policy = DeadlinePolicy.Default with { Supplement = regime },
                Suspensions = [Reading.Suspension("2026-06-01..2026-06-03"), Reading.Suspension("2026-06-03..")],
            };
            Deadline deadline = terms.From(Reading.Moment("2026-06-03 09:00"), June);
            Assert.Equal(new LocalDate(2026, 6, 3), deadline.DueDate);
            Assert.All(deadline.Ledger(), e => Assert.Equal(SuspensionOutcome.NotReached, e.Outcome));
            Deadline tolerant = (terms with { Tolerance = TimeLimit.WorkingHours(1), Suspensions = [terms.Suspensions[0]] })
                .From(Reading.Moment("2026-06-03 09:00"), June);
            Assert.Equal("2026-06-04 08:30", Reading.Due(tolerant)); // the tolerance is counted, and not on a suspended day
        }
    }

    [Fact]
    public void Waiting_for_an_event_is_not_lengthened_by_a_suspension()
    {
        var terms = new DeadlineTerms(TimeLimit.NextEvent(BilingualText.Same("meeting")))
        {
            KnownEvents = [new LocalDate(2026, 6, 10)],
            Suspensions = [Reading.Suspension("2026-06-03..2026-06-05")],
        };
        Deadline deadline = terms.From(Reading.Day("2026-06-01"), June);
        Assert.Equal("2026-06-10", Reading.Due(deadline));
        Assert.Equal(SuspensionOutcome.NotReached, deadline.Ledger()[0].Outcome);
    }

    [Fact]
    public void A_suspension_that_lasts_wins_over_the_end_of_the_calendar_in_both_regimes()
    {
        foreach (SupplementRegime regime in SupplementRegime.All)
        {
            DeadlineTerms terms = Restarting("2026-06-10..") with
            {
                Limit = TimeLimit.Years(2),
                Policy = DeadlinePolicy.Default with { Supplement = regime },
            };
            Assert.True(terms.From(Reading.Moment("2026-06-01 09:00"), June).IsSuspended);
        }
    }

    [Fact]
    public void A_restart_that_is_waited_for_leaves_all()
    {
        Deadline open = Restarting("2026-06-03..").From(Reading.Day("2026-06-01"), June);
        Assert.Equal(new TimeAmount(5, TimeUnit.WorkingDay), open.RemainingAt(Reading.Moment("2026-06-20 00:00")));
        Assert.True(open.IsSuspended);
    }

    private static DeadlineTerms Restarting(params string[] suspensions) => new(TimeLimit.WorkingDays(5))
    {
        Policy = DeadlinePolicy.Default with { Supplement = SupplementRegime.RestartFromZero },
        Suspensions = suspensions.Select(Reading.Suspension).ToValueList(),
    };

    private static void Check(WorkCalendar calendar, string limit, string received, string due, params string[] suspensions)
    {
        var terms = new DeadlineTerms(Reading.Limit(limit)) { Suspensions = suspensions.Select(Reading.Suspension).ToValueList() };
        Assert.Equal(due, Reading.Due(terms.From(Reading.Moment(received), calendar)));
    }
}
