using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;

namespace Reform.Domain.Tests.Calendars;

public sealed class AnnouncedCalendarTests
{
    // The yearly totals were counted apart from the list of days, so that a wrong day shows.
    [Theory]
    [InlineData(2013, 253)]
    [InlineData(2014, 252)]
    [InlineData(2015, 250)]
    [InlineData(2016, 251)]
    [InlineData(2017, 250)]
    [InlineData(2018, 250)]
    [InlineData(2019, 252)]
    [InlineData(2020, 252)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 250)]
    [InlineData(2026, 249)]
    public void A_year_has_the_working_days_that_its_notices_leave(int year, int expected)
    {
        WorkCalendar calendar = TestCalendars.Vietnam;
        int counted = calendar.WorkingDaysBetween(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        Assert.False(calendar.IsWorkingDay(new LocalDate(year, 1, 1)));
        Assert.Equal(expected, counted);
    }

    [Theory]
    [InlineData("2026-08-21", DayKind.WorkingDay, true)]
    [InlineData("2026-08-22", DayKind.MakeUpWorkingDay, true)]
    [InlineData("2026-08-23", DayKind.WeeklyRest, false)]
    [InlineData("2026-08-31", DayKind.SwappedDayOff, false)]
    [InlineData("2026-09-02", DayKind.PublicHoliday, false)]
    [InlineData("2026-04-27", DayKind.CompensatoryDayOff, false)]
    [InlineData("2026-04-26", DayKind.PublicHoliday, false)]
    [InlineData("2014-12-27", DayKind.MakeUpWorkingDay, true)]
    [InlineData("2019-01-05", DayKind.MakeUpWorkingDay, true)]
    public void A_date_is_of_the_announced_kind(string date, DayKind kind, bool worked)
    {
        LocalDate day = LocalDatePattern.Iso.Parse(date).Value;
        Assert.Equal(kind, TestCalendars.Vietnam.KindOf(day));
        Assert.Equal(worked, TestCalendars.Vietnam.IsWorkingDay(day));
    }
}
