using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>Deadlines worked out by hand from the law, the default policies and the announced calendar.</summary>
public sealed class WorkedExampleTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.VietnamStateAgencies;

    [Theory]
    [InlineData("1 working_day", "2026-08-21 09:00", "2026-08-22")]      // the make-up Saturday for 31 August is worked
    [InlineData("10 working_day", "2025-12-26 09:00", "2026-01-12")]     // 1 January a holiday, 2 January swapped off, Saturday 10 January worked
    [InlineData("5 working_day", "2024-04-26 09:00", "2024-05-07")]      // 29 April swapped off, two holidays, Saturday 4 May worked
    [InlineData("5 calendar_day", "2024-04-24 09:00", "2024-05-02")]     // ends on the swapped 29 April, rolled over two holidays
    [InlineData("1 month", "2024-01-31 09:00", "2024-02-29")]            // no 31 February
    [InlineData("1 working_hour", "2026-08-21 11:30", "2026-08-21 14:30")] // the morning session is over
    [InlineData("7 working_hour", "2026-08-20 16:30", "2026-08-21 16:00")] // 0.5 + 4 + 2.5 hours
    [InlineData("4 working_hour", "2026-08-22 10:00", "2026-08-22 16:00")] // a make-up Saturday: 1.5 + 2.5 hours
    public void The_examples_of_the_design_paper(string limit, string received, string due) => Check(limit, received, due);

    [Theory]
    [InlineData("CAL-01", "3 working_day", "2025-04-24", "2025-04-28")]  // Saturday 26 April worked
    [InlineData("CAL-02", "5 working_day", "2025-04-24", "2025-05-05")]
    [InlineData("CAL-03", "60 working_day", "2025-01-15", "2025-04-17")] // Tết and the Hùng Kings' day are skipped
    [InlineData("CAL-04", "45 working_day", "2025-07-15", "2025-09-18")]
    [InlineData("CAL-06", "3 working_day", "2025-12-30", "2026-01-06")]
    [InlineData("CAL-07", "7 working_day", "2025-12-30", "2026-01-10")]  // the due date is a make-up Saturday
    [InlineData("CAL-10", "10 calendar_day", "2025-04-21", "2025-05-05")] // ends on 1 May, rolled over a swapped day and a weekend
    [InlineData("CAL-11", "20 non_holiday_day", "2025-04-21", "2025-05-13")] // weekends and the swapped 2 May count
    [InlineData("CAL-12", "12 month", "2024-02-29", "2025-02-28")]
    [InlineData("CAL-13", "12 month", "2024-10-10", "2025-10-10")]
    [InlineData("CAL-14", "15 working_day", "2026-02-09", "2026-03-09")] // nine days off in a row
    [InlineData("CAL-15", "5 working_day", "2026-08-24", "2026-09-03")]  // the make-up day for 31 August has passed
    [InlineData("CAL-16", "12 month", "2023-03-01", "2024-03-01")]       // 365 days would end a day earlier
    public void The_calendar_examples_of_the_procedures(string id, string limit, string received, string due)
    {
        Assert.StartsWith("CAL-", id, StringComparison.Ordinal);
        Assert.Equal(due, Reading.Due(Reading.Limit(limit).From(Reading.Day(received), Calendar)));
    }

    [Fact]
    public void CAL_05_An_extension_is_added_to_the_end()
    {
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(45)) { Extensions = [new Extension(TimeLimit.WorkingDays(15))] };
        Assert.Equal("2025-10-09", Reading.Due(terms.From(Reading.Day("2025-07-15"), Calendar)));
    }

    [Theory]
    [InlineData("CAL-08", "2025-05-19", "2025-04-02")] // back through 1 May, 30 April, the swap and the Hùng Kings' day
    [InlineData("CAL-09", "2026-02-03", "2025-12-22")] // across New Year and the make-up Saturday 10 January
    public void Thirty_working_days_before(string id, string day, string due)
    {
        Assert.StartsWith("CAL-", id, StringComparison.Ordinal);
        Assert.Equal(due, Reading.Due(TimeLimit.WorkingDays(30).Before(Reading.Day(day), Calendar)));
    }

    [Theory]
    [InlineData("90 minute", "2026-08-31 23:15", "2026-09-01 00:45")]     // by the clock, on days off too
    [InlineData("1 minute", "2026-08-21 09:00", "2026-08-21 09:01")]
    [InlineData("24 hour", "2026-08-29 10:00", "2026-08-30 10:00")]       // never rolled
    [InlineData("8 working_hour", "2026-08-21 07:00", "2026-08-22 08:00")] // 7.5 hours on Friday, the make-up Saturday goes on
    [InlineData("4 working_hour", "2026-08-21 07:30", "2026-08-21 11:30")] // the end of a session, not the start of the next
    [InlineData("1 working_hour", "2026-08-28 17:00", "2026-09-03 08:30")] // over a weekend, a swapped day and two holidays
    [InlineData("1 half_day", "2026-08-21 07:30", "2026-08-21 17:00")]     // received as the morning begins: the morning is not counted
    [InlineData("1 half_day", "2026-08-21 07:29", "2026-08-21 11:30")]     // before it begins: the morning counts
    [InlineData("1 half_day", "2026-08-21 11:30", "2026-08-21 17:00")]     // the morning is over
    [InlineData("2 half_day", "2026-08-21 14:00", "2026-08-22 17:00")]
    [InlineData("1 same_day", "2026-08-21 16:59", "2026-08-21")]
    [InlineData("1 same_day", "2026-08-30 09:00", "2026-09-03")]           // received on a Sunday, rolled
    [InlineData("1 immediate", "2026-08-30 09:00", "2026-08-30 09:00")]
    [InlineData("1 non_holiday_day", "2026-08-21 09:00", "2026-08-22")]
    [InlineData("3 non_holiday_day", "2026-08-30 09:00", "2026-09-04")]    // 31 August counts though swapped off; 1 and 2 September do not
    [InlineData("1 calendar_day", "2026-08-21 09:00", "2026-08-22")]       // a make-up Saturday is not rolled
    [InlineData("1 calendar_day", "2026-08-22 09:00", "2026-08-24")]
    [InlineData("1 week", "2026-08-24 09:00", "2026-09-03")]               // the same weekday is the swapped 31 August
    [InlineData("2 week", "2026-06-01 09:00", "2026-06-15")]
    [InlineData("1 month", "2023-01-31 09:00", "2023-02-28")]
    [InlineData("1 year", "2024-02-29 09:00", "2025-02-28")]
    [InlineData("4 year", "2020-02-29 09:00", "2024-02-29")]
    [InlineData("1 year", "2023-09-02 09:00", "2024-09-04")]               // 2 September and the day beside it are holidays
    public void Every_unit(string limit, string received, string due) => Check(limit, received, due);

    private static void Check(string limit, string received, string due)
    {
        Deadline deadline = Reading.Limit(limit).From(Reading.Moment(received), Calendar);
        Assert.Equal(due, Reading.Due(deadline));
        Assert.Equal(TimeUnits.DueKindOf(deadline.Limit.Unit), deadline.DueKind);
        Assert.Equal(Calendar.Version, deadline.CalendarVersion);
    }
}
