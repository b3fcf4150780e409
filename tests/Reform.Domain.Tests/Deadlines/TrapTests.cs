using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Tests.Calendars;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>The traps that published code falls into, each with the answer that the law gives.</summary>
public sealed class TrapTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.VietnamStateAgencies;

    [Fact]
    public void A_worked_saturday_is_not_taken_for_a_weekend() =>
        Assert.Equal("2026-08-22", Due("1 working_day", "2026-08-21 15:00"));

    [Fact]
    public void An_hour_from_the_end_of_the_morning_is_worked_in_the_afternoon() =>
        Assert.Equal("2026-08-20 14:30", Due("1 working_hour", "2026-08-20 11:30"));

    [Fact]
    public void The_lunch_break_is_left_out_on_the_next_day_too() =>
        Assert.Equal("2026-08-21 15:00", Due("9 working_hour", "2026-08-20 13:30")); // 3.5 + 4 + 1.5 hours

    [Fact]
    public void The_holidays_of_the_next_year_are_known_too() =>
        Assert.Equal("2026-01-12", Due("10 working_day", "2025-12-26 09:00"));

    [Theory]
    [InlineData("1 working_day", "2014-12-26 09:00", "2014-12-27")] // worked for 2 January 2015
    [InlineData("4 working_day", "2014-12-29 09:00", "2015-01-06")] // 1 January a holiday, the 2nd off
    [InlineData("1 working_day", "2018-12-28 09:00", "2019-01-02")] // 31 December 2018 off, 1 January a holiday
    [InlineData("3 working_day", "2019-01-02 09:00", "2019-01-05")] // worked for 31 December
    public void A_swap_across_new_year_holds_on_both_sides(string limit, string received, string due) =>
        Assert.Equal(due, Due(limit, received));

    [Fact]
    public void A_day_is_a_unit_and_not_twenty_four_hours_of_work() =>
        Assert.Equal("2026-06-02", Reading.Due(TimeLimit.WorkingDays(1).From(Reading.Day("2026-06-01"), TestCalendars.June2026())));

    [Fact]
    public void An_extension_is_not_counted_from_a_rolled_date()
    {
        // 5 days from Monday end on Saturday 6 June; 2 more on Monday 8 June. From the rolled Monday they would end on Wednesday.
        var terms = new DeadlineTerms(TimeLimit.CalendarDays(5)) { Extensions = [new Extension(TimeLimit.CalendarDays(2))] };
        Assert.Equal("2026-06-08", Reading.Due(terms.From(Reading.Day("2026-06-01"), TestCalendars.June2026())));
    }

    [Fact]
    public void A_pause_and_the_end_are_measured_on_one_calendar()
    {
        // the pause takes Thursday to Monday: two days off lie in it, and no working day is given back twice
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(5)) { Suspensions = [Reading.Suspension("2026-06-03..2026-06-08")] };
        Assert.Equal("2026-06-11", Reading.Due(terms.From(Reading.Day("2026-06-01"), TestCalendars.June2026())));
    }

    [Fact]
    public void On_resume_the_deadline_goes_on_with_what_was_left()
    {
        var open = new DeadlineTerms(TimeLimit.WorkingDays(5)) { Suspensions = [Reading.Suspension("2026-06-03..")] };
        var closed = open with { Suspensions = [Reading.Suspension("2026-06-03..2026-06-20")] };
        Deadline waiting = open.From(Reading.Day("2026-06-01"), TestCalendars.June2026());
        Deadline resumed = closed.From(Reading.Day("2026-06-01"), TestCalendars.June2026());
        Assert.Equal(new TimeAmount(3, TimeUnit.WorkingDay), waiting.RemainingAt(Reading.Moment("2026-06-20 12:00")));
        Assert.Equal("2026-06-24", Reading.Due(resumed));
        Assert.Equal(DeadlineState.Within, resumed.StatusAt(Reading.Moment("2026-06-22 08:00")).State);
    }

    [Fact]
    public void A_year_that_the_calendar_does_not_cover_is_an_error_and_never_a_date() =>
        Assert.Throws<CalendarRangeException>(() => TimeLimit.WorkingDays(5).From(new LocalDate(2101, 1, 3), Calendar));

    [Fact]
    public void Late_is_a_matter_of_legal_dates()
    {
        Deadline deadline = TimeLimit.WorkingDays(1).From(Reading.Moment("2026-06-01 09:00"), TestCalendars.June2026());
        Assert.Equal(DeadlineState.OnTime, deadline.StatusAt(Reading.Moment("2026-06-05 08:00"), Reading.Moment("2026-06-02 23:59")).State);
        Assert.Equal(DeadlineState.Late, deadline.StatusAt(Reading.Moment("2026-06-05 08:00"), Reading.Moment("2026-06-03 00:00")).State);
    }

    private static string Due(string limit, string received) => Reading.Due(Reading.Limit(limit).From(Reading.Moment(received), Calendar));
}
