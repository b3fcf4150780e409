using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Tests.Calendars;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>Counting back; June 2026 begins on a Monday and has no holidays.</summary>
public sealed class BackwardTests
{
    private static readonly WorkCalendar June = TestCalendars.June2026();

    [Theory]
    [InlineData("5 working_day", "2026-06-19", "2026-06-12", "2026-06-15")]   // Friday: the Friday before, or Monday when Friday counts
    [InlineData("1 working_day", "2026-06-19", "2026-06-18", "2026-06-19")]
    [InlineData("5 working_day", "2026-06-20", "2026-06-15", "2026-06-15")]   // a Saturday counts in neither case
    [InlineData("1 working_day", "2026-06-20", "2026-06-19", "2026-06-19")]
    [InlineData("5 calendar_day", "2026-06-19", "2026-06-12", "2026-06-15")]  // Sunday the 14th goes back to Friday
    [InlineData("1 calendar_day", "2026-06-19", "2026-06-18", "2026-06-19")]
    [InlineData("1 week", "2026-06-19", "2026-06-12", "2026-06-12")]          // Saturday the 13th goes back to Friday
    [InlineData("4 non_holiday_day", "2026-06-19", "2026-06-15", "2026-06-16")]
    public void The_day_itself_is_counted_or_not(string limit, string day, string exclusive, string inclusive)
    {
        Assert.Equal(exclusive, Reading.Due(Reading.Limit(limit).Before(Reading.Day(day), June)));
        Assert.Equal(inclusive, Reading.Due(Reading.Limit(limit).Before(Reading.Day(day), June, Bound.Inclusive)));
    }

    [Theory]
    [InlineData("1 month", "2026-03-31", Bound.Exclusive, "2026-02-27")]  // 28 February is a Saturday
    [InlineData("1 month", "2026-03-31", Bound.Inclusive, "2026-02-27")]  // 1 March is a Sunday
    [InlineData("1 month", "2025-04-30", Bound.Exclusive, "2025-03-28")]  // 30 March is a Sunday
    [InlineData("1 month", "2025-04-30", Bound.Inclusive, "2025-04-01")]
    [InlineData("1 year", "2024-02-29", Bound.Exclusive, "2023-02-28")]
    [InlineData("20 non_holiday_day", "2025-05-13", Bound.Exclusive, "2025-04-21")] // the inverse of CAL-11
    [InlineData("3 calendar_day", "2026-09-04", Bound.Exclusive, "2026-08-28")] // 1 September a holiday, 31 August swapped off, a weekend
    public void Dates_of_the_real_calendar(string limit, string day, Bound bound, string due) =>
        Assert.Equal(due, Reading.Due(Reading.Limit(limit).Before(Reading.Day(day), WorkCalendar.VietnamStateAgencies, bound)));

    [Theory]
    [InlineData("24 hour", "2026-06-08 09:00", "2026-06-07 09:00")]          // by the clock, on a Sunday too
    [InlineData("30 minute", "2026-06-08 00:10", "2026-06-07 23:40")]
    [InlineData("2 working_hour", "2026-06-08 09:00", "2026-06-05 16:30")]   // 1.5 hours on Monday, half an hour on Friday
    [InlineData("4 working_hour", "2026-06-08 13:30", "2026-06-08 07:30")]   // the start of a session, not the end of the one before
    [InlineData("4 working_hour", "2026-06-08 12:00", "2026-06-08 07:30")]
    [InlineData("1 half_day", "2026-06-08 14:00", "2026-06-08 07:30")]       // the session that runs is not counted
    [InlineData("1 half_day", "2026-06-08 11:30", "2026-06-08 07:30")]
    [InlineData("2 half_day", "2026-06-08 10:00", "2026-06-05 07:30")]
    public void Moments(string limit, string moment, string due)
    {
        Deadline deadline = Reading.Limit(limit).Before(Reading.Moment(moment), June);
        Assert.Equal(due, Reading.Due(deadline));
        Assert.Equal(CountDirection.Backward, deadline.Direction);
    }

    [Fact]
    public void The_roll_back_is_a_named_policy()
    {
        var terms = new DeadlineTerms(TimeLimit.CalendarDays(5));
        Assert.Equal("2026-06-12", Reading.Due(terms.Before(Reading.Day("2026-06-19"), June)));
        DeadlineTerms next = terms with { Policy = DeadlinePolicy.Default with { BackwardRoll = RollPolicy.NextWorkingDay } };
        Assert.Equal("2026-06-15", Reading.Due(next.Before(Reading.Day("2026-06-19"), June)));
        DeadlineTerms stay = terms with { Policy = DeadlinePolicy.Default with { BackwardRoll = RollPolicy.Stay, Roll = RollPolicy.NextWorkingDay } };
        Assert.Equal("2026-06-14", Reading.Due(stay.Before(Reading.Day("2026-06-19"), June)));
    }

    [Fact]
    public void A_leap_day_counted_back_never_shortens_the_interval()
    {
        DeadlinePolicy policy = DeadlinePolicy.Default with { LeapDay = LeapDayPolicy.March1, BackwardRoll = RollPolicy.Stay };
        var terms = new DeadlineTerms(TimeLimit.Years(2)) { Policy = policy };
        Assert.Equal("2022-02-28", Reading.Due(terms.Before(Reading.Day("2024-02-29"), WorkCalendar.VietnamStateAgencies)));
    }

    [Fact]
    public void What_is_done_after_it_is_late()
    {
        Deadline deadline = TimeLimit.WorkingDays(5).Before(Reading.Day("2026-06-19"), June);
        Assert.Equal(DeadlineState.OnTime, deadline.StatusAt(Reading.Moment("2026-06-19 08:00"), Reading.Moment("2026-06-12 20:00")).State);
        Assert.Equal(DeadlineState.Late, deadline.StatusAt(Reading.Moment("2026-06-19 08:00"), Reading.Moment("2026-06-13 08:00")).State);
        Assert.Equal(DeadlineState.Overdue, deadline.StatusAt(Reading.Moment("2026-06-13 08:00")).State);
        Assert.Throws<InvalidOperationException>(() => deadline.UsedAt(Reading.Moment("2026-06-13 08:00")));
        Assert.Throws<InvalidOperationException>(() => deadline.RemainingAt(Reading.Moment("2026-06-13 08:00")));
    }

    [Fact]
    public void Before_the_calendar_begins_there_is_no_answer() =>
        Assert.Throws<CalendarRangeException>(() => TimeLimit.WorkingDays(30).Before(Reading.Day("2026-06-19"), June));
}
