using CsCheck;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Tests.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Deadlines;

public sealed class TimeLimitTests
{
    public static TheoryData<TimeUnit, int> Bounds => new()
    {
        { TimeUnit.CalendarDay, 36_500 },
        { TimeUnit.WorkingDay, 36_500 },
        { TimeUnit.Week, 5_200 },
        { TimeUnit.Month, 1_200 },
        { TimeUnit.Year, 100 },
        { TimeUnit.NonHolidayDay, 36_500 },
        { TimeUnit.HalfDay, 73_000 },
        { TimeUnit.WorkingHour, 292_000 },
        { TimeUnit.Hour, 876_000 },
        { TimeUnit.Minute, 52_560_000 },
        { TimeUnit.SameDay, 1 },
        { TimeUnit.Immediate, 1 },
    };

    [Theory]
    [MemberData(nameof(Bounds))]
    public void An_amount_is_from_one_to_a_hundred_years(TimeUnit unit, int most)
    {
        Assert.Equal(1, new TimeLimit(1, unit).Amount);
        Assert.Equal(most, new TimeLimit(most, unit).Amount);
        Assert.Equal(most, TimeLimit.Most(unit));
        foreach (int amount in (int[])[0, -1, most + 1, int.MinValue, int.MaxValue])
        {
            Assert.Equal("amount", Assert.Throws<ArgumentOutOfRangeException>(() => new TimeLimit(amount, unit)).ParamName);
        }
    }

    [Fact]
    public void A_unit_that_is_not_defined_is_refused()
    {
        foreach (TimeUnit unit in (TimeUnit[])[(TimeUnit)13, (TimeUnit)(-1)])
        {
            Assert.Equal("unit", Assert.Throws<ArgumentOutOfRangeException>(() => new TimeLimit(1, unit)).ParamName);
            Assert.Throws<ArgumentOutOfRangeException>(() => TimeUnits.NameOf(unit));
            Assert.Throws<ArgumentOutOfRangeException>(() => TimeUnits.CodeOf(unit));
            Assert.Throws<ArgumentOutOfRangeException>(() => TimeUnits.DueKindOf(unit));
        }
    }

    [Fact]
    public void Every_unit_has_a_code_that_leads_back_to_it_and_two_names()
    {
        TimeUnit[] units = Enum.GetValues<TimeUnit>();
        Assert.Equal(units, TimeUnits.Codes.Values);
        foreach (TimeUnit unit in units)
        {
            Assert.True(TimeUnits.TryParse(TimeUnits.CodeOf(unit), out TimeUnit parsed));
            Assert.Equal(unit, parsed);
            Assert.NotEqual(TimeUnits.NameOf(unit).Vietnamese, TimeUnits.NameOf(unit).English);
            Assert.NotEqual(DueKind.None, TimeUnits.DueKindOf(unit));
        }

        Assert.False(TimeUnits.TryParse("Working_Day", out _));
        Assert.False(TimeUnits.TryParse(null, out _));
    }

    [Fact]
    public void Limits_are_equal_by_amount_and_unit()
    {
        Assert.Equal(TimeLimit.WorkingDays(5), new TimeLimit(5, TimeUnit.WorkingDay));
        Assert.NotEqual(TimeLimit.WorkingDays(5), TimeLimit.WorkingDays(6));
        Assert.NotEqual(TimeLimit.WorkingDays(5), TimeLimit.CalendarDays(5));
    }

    [Fact]
    public void Any_deadline_is_the_one_that_a_walker_finds()
    {
        Gen<TimeLimit> limits = Gen.OneOf(
            Gen.Int[1, 300].Select(TimeLimit.WorkingDays),
            Gen.Int[1, 600].Select(TimeLimit.CalendarDays),
            Gen.Int[1, 80].Select(TimeLimit.Weeks),
            Gen.Int[1, 18].Select(TimeLimit.Months),
            Gen.Int[1, 2].Select(TimeLimit.Years));
        Gen.Select(limits, RandomCalendars.Date, RandomCalendars.Calendar).Sample((limit, received, calendar) =>
        {
            if (Walk(limit, received, calendar) is not LocalDate due)
            {
                Assert.Throws<CalendarRangeException>(() => limit.From(received, calendar));
                return;
            }

            Deadline deadline = limit.From(received, calendar);
            Assert.Equal(due, deadline.DueDate);
            Assert.Equal(received, deadline.ReceivedOn);
            Assert.True(calendar.IsWorkingDay(due));
            Assert.True(deadline.UnrolledDate > received && deadline.UnrolledDate <= due);
        });
    }

    [Theory]
    [MemberData(nameof(Bounds))]
    public void The_largest_amount_leaves_the_calendar_instead_of_the_numbers(TimeUnit unit, int most)
    {
        LocalDate from = new(9990, 1, 1);
        var calendar = new WorkCalendar("late", BilingualText.Same("late"), from, LocalDate.MaxIsoValue, TestCalendars.Weekend, []);
        if (most > 1)
        {
            Assert.Throws<CalendarRangeException>(() => new TimeLimit(most, unit).From(from.AtMidnight(), calendar));
            Assert.Throws<CalendarRangeException>(() => new TimeLimit(most, unit).Before(from.AtMidnight(), calendar));
        }
    }

    [Fact]
    public void A_period_that_ends_on_the_last_dates_of_the_calendar_is_not_rolled_out_of_it()
    {
        WorkCalendar calendar = TestCalendars.June2026(TestCalendars.Day(new LocalDate(2026, 6, 30), DayKind.PublicHoliday));
        Assert.Throws<CalendarRangeException>(() => TimeLimit.CalendarDays(1).From(new LocalDate(2026, 6, 29), calendar));
    }

    // Article by article, without the library's counting: 147(2), 148(1)-(4), then once 148(5).
    private static LocalDate? Walk(TimeLimit limit, LocalDate received, WorkCalendar calendar)
    {
        if (limit.Unit == TimeUnit.WorkingDay)
        {
            return RandomCalendars.Walk(calendar, received, limit.Amount);
        }

        LocalDate last = limit.Unit switch
        {
            TimeUnit.CalendarDay => OneByOne(received, limit.Amount),
            TimeUnit.Week => OneByOne(received, 7 * limit.Amount),
            TimeUnit.Month => SameDayNumber(received, limit.Amount),
            _ => SameDayNumber(received, 12 * limit.Amount),
        };
        while (RandomCalendars.Covers(last) && !RandomCalendars.IsWorked(calendar, last))
        {
            last = last.PlusDays(1);
        }

        return RandomCalendars.Covers(last) ? last : null;
    }

    private static LocalDate OneByOne(LocalDate date, int days) => days == 0 ? date : OneByOne(date.PlusDays(1), days - 1);

    private static LocalDate SameDayNumber(LocalDate date, int months)
    {
        int month = date.Month + months;
        int year = date.Year + ((month - 1) / 12);
        month = ((month - 1) % 12) + 1;
        return new LocalDate(year, month, Math.Min(date.Day, DateTime.DaysInMonth(year, month)));
    }
}
