using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Tests.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Deadlines;

public sealed class DeadlineTests
{
    private static readonly LocalDate Received = new(2024, 4, 24);

    [Fact]
    public void A_rolled_period_is_explained_step_by_step_with_its_articles()
    {
        ValueList<Reason> steps = TimeLimit.CalendarDays(5).From(Received, TestCalendars.Vietnam).Explain();
        Assert.Equal(
            [
                "first_day_not_counted", "counted_to_date", "day_off", "day_off", "day_off", "rolled_to_working_day", "ends_at_end_of_day",
                "calendar_used",
            ],
            steps.Select(s => s.Code));
        Assert.Equal("Điều 147(2) Bộ luật Dân sự 91/2015/QH13", steps[0].Basis?.Citation.Vietnamese);
        Assert.Equal("Civil Code 91/2015/QH13, Art. 148(1)", steps[1].Basis?.Citation.English);
        Assert.Equal("Civil Code 91/2015/QH13, Art. 148(5)", steps[5].Basis?.Citation.English);
        Assert.Equal("Tiếp nhận ngày 24/04/2024; ngày này không tính vào thời hạn", steps[0].Sentence.Vietnamese);
        Assert.Equal("Plus 5 calendar day(s): the last day of the period is 29 April 2024", steps[1].Sentence.English);
        Assert.Contains("2450/VPCP-KGVX", steps[2].Sentence.Vietnamese, StringComparison.Ordinal);
        Assert.Equal("29 April 2024 is no working day; the period ends on the next working day, 2 May 2024", steps[5].Sentence.English);
    }

    [Fact]
    public void A_period_that_ends_on_a_working_day_is_not_said_to_be_rolled()
    {
        ValueList<Reason> steps = TimeLimit.Months(1).From(new LocalDate(2024, 1, 29), TestCalendars.Vietnam).Explain();
        Assert.Equal(["first_day_not_counted", "counted_to_date", "ends_at_end_of_day", "calendar_used"], steps.Select(s => s.Code));
        Assert.Equal("Cộng 1 tháng: ngày cuối của thời hạn là 29/02/2024", steps[1].Sentence.Vietnamese);
    }

    [Fact]
    public void Counted_working_days_name_the_days_skipped_and_worked_on_the_way_and_no_others()
    {
        Deadline deadline = TimeLimit.WorkingDays(5).From(new LocalDate(2024, 4, 26), TestCalendars.Vietnam);
        ValueList<Reason> steps = deadline.Explain();
        Assert.Equal(
            [
                "first_day_not_counted", "day_off", "day_off", "day_off", "make_up_working_day", "counted_working_days", "ends_at_end_of_day",
                "calendar_used",
            ],
            steps.Select(s => s.Code));
        Assert.Equal("5 working days after 26 April 2024: to 7 May 2024", steps[5].Sentence.English);
        Assert.Equal(deadline.UnrolledDate, deadline.DueDate);
    }

    [Fact]
    public void An_extension_counts_from_the_date_before_rolling()
    {
        Deadline deadline = TimeLimit.CalendarDays(5).From(Received, TestCalendars.Vietnam);
        Assert.Equal(new LocalDate(2024, 4, 29), deadline.UnrolledDate);
        Assert.Equal(new LocalDate(2024, 5, 2), deadline.DueDate);
    }

    [Fact]
    public void A_special_receipt_day_is_not_among_the_steps()
    {
        var holiday = new LocalDate(2026, 6, 5);
        WorkCalendar calendar = TestCalendars.June2026(TestCalendars.Day(holiday, DayKind.PublicHoliday));
        Deadline deadline = TimeLimit.WorkingDays(1).From(holiday, calendar);
        Assert.Equal(new LocalDate(2026, 6, 8), deadline.DueDate);
        Assert.Equal(["first_day_not_counted", "counted_working_days", "ends_at_end_of_day", "calendar_used"], deadline.Explain().Select(s => s.Code));
    }

    [Fact]
    public void Deadlines_are_equal_when_what_they_rest_on_is()
    {
        Deadline deadline = TimeLimit.WorkingDays(3).From(new LocalDate(2026, 6, 1), TestCalendars.June2026());
        Deadline same = TimeLimit.WorkingDays(3).From(new LocalDate(2026, 6, 1), TestCalendars.June2026());
        Assert.Equal(deadline, same);
        Assert.Equal(deadline.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(deadline, TimeLimit.WorkingDays(4).From(new LocalDate(2026, 6, 1), TestCalendars.June2026()));
        Assert.NotEqual(deadline, TimeLimit.CalendarDays(3).From(new LocalDate(2026, 6, 1), TestCalendars.June2026()));
        Assert.NotEqual(deadline, TimeLimit.WorkingDays(3).From(new LocalDate(2026, 6, 2), TestCalendars.June2026()));
    }

    [Fact]
    public void A_deadline_on_default_terms_is_the_same_however_it_was_asked_for()
    {
        LocalDateTime received = new(2026, 6, 1, 9, 0);
        Deadline plain = TimeLimit.WorkingDays(3).From(received, TestCalendars.June2026());
        Deadline byTerms = new DeadlineTerms(TimeLimit.WorkingDays(3)).From(received, TestCalendars.June2026());
        Assert.True(plain == byTerms);
        Assert.False(plain != byTerms);
        Assert.Equal(plain.GetHashCode(), byTerms.GetHashCode());
        Assert.Equal(plain.Explain(), byTerms.Explain());
        Assert.Equal(received, plain.ReceivedAt);
        Assert.NotEqual(plain, TimeLimit.WorkingDays(3).From(received.PlusMinutes(1), TestCalendars.June2026()));
        Assert.NotEqual(plain, TimeLimit.WorkingDays(3).From(received.Date, TestCalendars.June2026()));
        Assert.Null(TimeLimit.WorkingDays(3).From(received.Date, TestCalendars.June2026()).ReceivedAt);
    }

    [Fact]
    public void Dates_of_another_calendar_system_stand_for_the_same_day()
    {
        LocalDate received = new(2026, 6, 1);
        LocalDate julian = received.WithCalendar(CalendarSystem.Julian);
        foreach (TimeLimit limit in (TimeLimit[])[TimeLimit.WorkingDays(3), TimeLimit.CalendarDays(3), TimeLimit.Weeks(1)])
        {
            Assert.Equal(limit.From(received, TestCalendars.June2026()), limit.From(julian, TestCalendars.June2026()));
        }
    }

    [Fact]
    public void A_calendar_that_changed_makes_another_deadline_even_with_the_same_date()
    {
        LocalDate received = new(2026, 6, 1);
        WorkCalendar changed = TestCalendars.June2026(TestCalendars.Day(new LocalDate(2026, 6, 29), DayKind.PublicHoliday));
        Deadline before = TimeLimit.WorkingDays(3).From(received, TestCalendars.June2026());
        Deadline after = TimeLimit.WorkingDays(3).From(received, changed);
        Assert.Equal(before.DueDate, after.DueDate);
        Assert.NotEqual(before, after);
        Assert.NotEqual(before.CalendarVersion, after.CalendarVersion);
    }
}
