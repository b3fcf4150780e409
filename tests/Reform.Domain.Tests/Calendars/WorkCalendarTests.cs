using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Calendars;

public sealed class WorkCalendarTests
{
    private static readonly LocalDate Monday = new(2026, 6, 1);

    private static LocalDate June(int day) => new(2026, 6, day);

    [Fact]
    public void A_date_before_or_after_the_range_is_refused_and_never_guessed()
    {
        WorkCalendar calendar = TestCalendars.June2026();
        LocalDate[] outside = [new(2026, 5, 31), new(2026, 7, 1), new(1900, 1, 1), new(9999, 12, 31)];
        foreach (LocalDate date in outside)
        {
            Assert.Equal(date, Assert.Throws<CalendarRangeException>(() => calendar.IsWorkingDay(date)).Date);
            Assert.Throws<CalendarRangeException>(() => calendar.KindOf(date));
            Assert.Throws<CalendarRangeException>(() => calendar.Explain(date));
            Assert.Throws<CalendarRangeException>(() => calendar.WorkingDayAfter(date, 1));
            Assert.Throws<CalendarRangeException>(() => calendar.WorkingDayOnOrAfter(date));
            Assert.Throws<CalendarRangeException>(() => calendar.WorkingDaysBetween(Monday, date));
            Assert.Throws<CalendarRangeException>(() => calendar.WorkingDaysBetween(date, Monday));
            Assert.Throws<CalendarRangeException>(() => calendar.WorkingDayBefore(date, 1));
            Assert.Throws<CalendarRangeException>(() => calendar.WorkingDayOnOrBefore(date));
            Assert.Throws<CalendarRangeException>(() => calendar.IsProvisional(date));
            Assert.Throws<CalendarRangeException>(() => calendar.IsPublicHoliday(date));
            Assert.Throws<CalendarRangeException>(() => calendar.IsOpenForReception(date));
            Assert.Throws<CalendarRangeException>(() => calendar.ReceptionSessionsOf(date));
            Assert.Throws<CalendarRangeException>(() => calendar.SessionsOf(date));
            Assert.Throws<CalendarRangeException>(() => calendar.HasProvisionalDay(Monday, date));
            Assert.Throws<CalendarRangeException>(() => calendar.SpecialDaysBetween(date, Monday));
            Assert.Throws<CalendarRangeException>(() => calendar.ProvisionalReasons(Monday, date));
            Assert.Throws<CalendarRangeException>(() => calendar.OpenQuestionsBetween(date, Monday));
        }
    }

    [Fact]
    public void The_range_error_names_the_calendar_the_date_and_the_range()
    {
        WorkCalendar calendar = TestCalendars.June2026();
        CalendarRangeException error = Assert.Throws<CalendarRangeException>(() => calendar.KindOf(new LocalDate(2026, 7, 1)));
        Assert.Equal("june", error.CalendarId);
        Assert.Equal(new Validity(Monday, new LocalDate(2026, 7, 1)), error.Covers);
        Assert.Contains("june", error.Message, StringComparison.Ordinal);
        Assert.Contains("2026-07-01", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_and_the_last_date_of_the_range_are_covered()
    {
        WorkCalendar calendar = TestCalendars.June2026();
        Assert.True(calendar.IsWorkingDay(Monday));
        Assert.True(calendar.IsWorkingDay(June(30)));
        Assert.Equal(21, calendar.WorkingDaysBetween(Monday, June(30)));
        Assert.Equal(June(30), calendar.WorkingDayAfter(Monday, 21));
    }

    [Theory]
    [InlineData(22)]
    [InlineData(int.MaxValue)]
    public void A_working_day_beyond_the_range_is_refused(int count) =>
        Assert.Throws<CalendarRangeException>(() => TestCalendars.June2026().WorkingDayAfter(Monday, count));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void Fewer_than_one_working_day_is_refused(int count)
    {
        ArgumentOutOfRangeException error =
            Assert.Throws<ArgumentOutOfRangeException>(() => TestCalendars.June2026().WorkingDayAfter(Monday, count));
        Assert.Equal("count", error.ParamName);
    }

    [Fact]
    public void A_date_off_and_a_make_up_day_change_the_count()
    {
        WorkCalendar calendar = TestCalendars.June2026(
            TestCalendars.Day(June(5), DayKind.SwappedDayOff), TestCalendars.Day(June(6), DayKind.MakeUpWorkingDay));
        Assert.Equal(June(6), calendar.WorkingDayAfter(June(4), 1));
        Assert.Equal(June(8), calendar.WorkingDayAfter(June(6), 1));
        Assert.Equal(June(6), calendar.WorkingDayOnOrAfter(June(5)));
        Assert.Equal([June(5), June(6)], calendar.SpecialDays.Select(d => d.Date));
    }

    [Fact]
    public void Counting_back_from_the_first_working_day_leaves_the_calendar()
    {
        WorkCalendar calendar = TestCalendars.June2026();
        Assert.Equal(Monday, calendar.WorkingDayBefore(June(2), 1));
        Assert.Equal(new LocalDate(2026, 5, 31), Assert.Throws<CalendarRangeException>(() => calendar.WorkingDayBefore(Monday, 1)).Date);
        Assert.Throws<CalendarRangeException>(() => calendar.WorkingDayBefore(June(30), int.MaxValue));
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => calendar.WorkingDayBefore(June(30), 0)).ParamName);
        Assert.Equal(June(5), calendar.WorkingDayOnOrBefore(June(7)));
        Assert.Equal(June(5), calendar.WorkingDayOnOrBefore(June(5)));
    }

    [Fact]
    public void A_date_of_another_calendar_system_stands_for_the_same_day()
    {
        WorkCalendar calendar = TestCalendars.June2026(TestCalendars.Day(June(5).WithCalendar(CalendarSystem.Julian), DayKind.PublicHoliday));
        LocalDate julian = June(5).WithCalendar(CalendarSystem.Julian);
        Assert.Equal(DayKind.PublicHoliday, calendar.KindOf(julian));
        Assert.Equal(DayKind.PublicHoliday, calendar.KindOf(June(5)));
        Assert.Equal(June(8), calendar.WorkingDayAfter(julian, 1));
        Assert.Equal(June(4), calendar.WorkingDayBefore(julian, 1));
        Assert.Equal(calendar.Explain(June(5)).Sentence, calendar.Explain(julian).Sentence);
        Assert.Equal(Duration.FromHours(1), calendar.WorkingTimeBetween(
            June(4).At(new LocalTime(8, 0)).WithCalendar(CalendarSystem.Julian), June(4).At(new LocalTime(9, 0))));
        Assert.Equal(new LocalDate(2026, 7, 1), Assert.Throws<CalendarRangeException>(
            () => calendar.KindOf(new LocalDate(2026, 7, 1).WithCalendar(CalendarSystem.Coptic))).Date);
    }

    [Fact]
    public void Every_kind_of_day_has_a_word_and_a_name_of_its_own()
    {
        DayKind[] kinds = Enum.GetValues<DayKind>();
        Assert.Equal(
            ["working-day", "weekly-rest", "public-holiday", "compensatory-day-off", "swapped-day-off", "make-up-working-day", "local-closure"],
            kinds.Select(k => k.Word()));
        Assert.Distinct(kinds.Select(k => k.Name().Vietnamese));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((DayKind)42).Word());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((DayKind)42).Name());
    }

    [Theory]
    [InlineData(DayKind.PublicHoliday, "day_off")]
    [InlineData(DayKind.CompensatoryDayOff, "day_off")]
    [InlineData(DayKind.SwappedDayOff, "day_off")]
    public void An_explanation_names_the_day_and_its_instrument_in_both_languages(DayKind kind, string code)
    {
        Reason reason = TestCalendars.June2026(TestCalendars.Day(June(5), kind)).Explain(June(5));
        Assert.Equal(code, reason.Code);
        Assert.Equal("Ngày 05/06/2026 được nghỉ: Ngày thử (Thông báo thử 1/TB)", reason.Sentence.Vietnamese);
        Assert.Equal("5 June 2026 is a day off: Test day (Test notice 1/TB)", reason.Sentence.English);
        Assert.Equal("Test notice 1/TB", reason.Basis?.Citation.English);
    }

    [Fact]
    public void Ordinary_days_rest_days_and_make_up_days_are_explained()
    {
        WorkCalendar calendar = TestCalendars.June2026(TestCalendars.Day(June(6), DayKind.MakeUpWorkingDay));
        Assert.Equal("1 June 2026 is a working day", calendar.Explain(Monday).Sentence.English);
        Assert.Equal("Ngày 07/06/2026 là ngày nghỉ hằng tuần", calendar.Explain(June(7)).Sentence.Vietnamese);
        Assert.Contains("Điều 111", calendar.Explain(June(7)).Basis?.Citation.Vietnamese, StringComparison.Ordinal);
        Assert.Equal("make_up_working_day", calendar.Explain(June(6)).Code);
        Assert.Contains("Thông báo thử 1/TB", calendar.Explain(June(6)).Sentence.Vietnamese, StringComparison.Ordinal);
        Assert.Contains("Test notice 1/TB", calendar.Explain(June(6)).Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_the_same_for_the_same_content_in_another_order()
    {
        CalendarDay one = TestCalendars.Day(June(5), DayKind.PublicHoliday);
        CalendarDay two = TestCalendars.Day(June(6), DayKind.MakeUpWorkingDay);
        Assert.Equal(TestCalendars.June2026(one, two).Version, TestCalendars.June2026(two, one).Version);
        Assert.Matches("^[0-9a-f]{16}$", TestCalendars.June2026().Version);
    }

    [Fact]
    public void The_version_changes_whenever_an_answer_changes()
    {
        BilingualText title = BilingualText.Same("June 2026");
        LocalDate end = new(2026, 7, 1);
        string[] versions =
        [
            TestCalendars.June2026().Version,
            TestCalendars.June2026(TestCalendars.Day(June(5), DayKind.PublicHoliday)).Version,
            TestCalendars.June2026(TestCalendars.Day(June(5), DayKind.SwappedDayOff)).Version,
            TestCalendars.June2026(TestCalendars.Day(June(8), DayKind.PublicHoliday)).Version,
            TestCalendars.June2026(TestCalendars.Day(June(6), DayKind.MakeUpWorkingDay)).Version,
            new WorkCalendar("june", title, Monday, end, [IsoDayOfWeek.Sunday], []).Version,
            new WorkCalendar("june", title, Monday, end.PlusDays(1), TestCalendars.Weekend, []).Version,
            new WorkCalendar("june", title, Monday.PlusDays(-1), end, TestCalendars.Weekend, []).Version,
        ];
        Assert.Distinct(versions);
    }

    [Fact]
    public void Days_that_contradict_the_calendar_are_refused()
    {
        Assert.Throws<ArgumentException>(() => TestCalendars.June2026(TestCalendars.Day(new LocalDate(2026, 7, 1), DayKind.PublicHoliday)));
        Assert.Throws<ArgumentException>(() => TestCalendars.June2026(TestCalendars.Day(June(5), DayKind.MakeUpWorkingDay)));
        Assert.Throws<ArgumentException>(() => TestCalendars.June2026(TestCalendars.Day(June(5), DayKind.WorkingDay)));
        Assert.Throws<ArgumentException>(() => TestCalendars.June2026(TestCalendars.Day(June(6), DayKind.WeeklyRest)));
        Assert.Throws<ArgumentException>(() => TestCalendars.June2026(
            TestCalendars.Day(June(5), DayKind.PublicHoliday), TestCalendars.Day(June(5), DayKind.SwappedDayOff)));
    }

    [Fact]
    public void A_range_that_is_empty_or_longer_than_400_years_and_a_week_without_work_are_refused()
    {
        BilingualText title = BilingualText.Same("x");
        Assert.Throws<ArgumentException>(() => new WorkCalendar("x", title, Monday, Monday, TestCalendars.Weekend, []));
        Assert.Throws<ArgumentException>(() => new WorkCalendar("x", title, Monday, Monday.PlusYears(500), TestCalendars.Weekend, []));
        Assert.Throws<ArgumentException>(() => new WorkCalendar("x", title, Monday, June(30), Enum.GetValues<IsoDayOfWeek>().Skip(1), []));
    }
}
