using CsCheck;
using NodaTime;
using Reform.Domain.Calendars;

namespace Reform.Domain.Tests.Calendars;

public sealed class WorkCalendarPropertyTests
{
    [Fact]
    public void The_nth_working_day_is_the_one_that_a_walker_reaches() =>
        Gen.Select(RandomCalendars.Calendar, RandomCalendars.Date, Gen.Int[1, 400]).Sample((calendar, date, count) =>
        {
            if (RandomCalendars.Walk(calendar, date, count) is LocalDate reached)
            {
                Assert.Equal(reached, calendar.WorkingDayAfter(date, count));
            }
            else
            {
                Assert.Throws<CalendarRangeException>(() => calendar.WorkingDayAfter(date, count));
            }
        });

    [Fact]
    public void Working_days_between_two_dates_are_those_that_a_walker_meets() =>
        Gen.Select(RandomCalendars.Calendar, RandomCalendars.Date, RandomCalendars.Date).Sample((calendar, one, other) =>
        {
            (LocalDate early, LocalDate late) = one <= other ? (one, other) : (other, one);
            int met = 0;
            for (LocalDate day = early.PlusDays(1); day <= late; day = day.PlusDays(1))
            {
                met += RandomCalendars.IsWorked(calendar, day) ? 1 : 0;
            }

            Assert.Equal(met, calendar.WorkingDaysBetween(early, late));
            Assert.Equal(-met, calendar.WorkingDaysBetween(late, early));
        });

    [Fact]
    public void Counting_back_from_the_nth_working_day_gives_n() =>
        Gen.Select(RandomCalendars.Calendar, RandomCalendars.Date, Gen.Int[1, 100]).Sample((calendar, date, count) =>
        {
            if (RandomCalendars.Walk(calendar, date, count) is not null)
            {
                Assert.Equal(count, calendar.WorkingDaysBetween(date, calendar.WorkingDayAfter(date, count)));
            }
        });

    [Fact]
    public void A_date_is_worked_exactly_when_its_kind_says_so() =>
        Gen.Select(RandomCalendars.Calendar, RandomCalendars.Date).Sample((calendar, date) =>
        {
            Assert.Equal(RandomCalendars.IsWorked(calendar, date), calendar.IsWorkingDay(date));
            if (calendar.IsWorkingDay(date))
            {
                Assert.Equal(date, calendar.WorkingDayOnOrAfter(date));
            }
        });

    [Fact]
    public void Weekdays_between_two_dates_are_those_that_a_walker_meets() =>
        Gen.Select(Gen.Int[-2000, 2000], Gen.Int[0, 400]).Sample((offset, length) =>
        {
            LocalDate start = new LocalDate(1900, 1, 1).PlusDays(offset);
            int met = Enumerable.Range(1, length).Count(i => start.PlusDays(i).DayOfWeek <= IsoDayOfWeek.Friday);
            Assert.Equal(met, Weekdays.Between(start, start.PlusDays(length)));
            Assert.Equal(-met, Weekdays.Between(start.PlusDays(length), start));
        });
}
