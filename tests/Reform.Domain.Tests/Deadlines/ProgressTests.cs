using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Tests.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>How a deadline stands: used and left, status, warnings.</summary>
public sealed class ProgressTests
{
    private static readonly WorkCalendar June = TestCalendars.June2026();

    [Theory]
    [InlineData("5 working_day", "2026-06-01 08:00", "2026-06-01 16:00", "0 working day(s)", "5 working day(s)")]
    [InlineData("5 working_day", "2026-06-01 08:00", "2026-05-01 16:00", "0 working day(s)", "5 working day(s)")]
    [InlineData("5 working_day", "2026-06-01 08:00", "2026-06-03 00:00", "2 working day(s)", "3 working day(s)")]
    [InlineData("5 working_day", "2026-06-01 08:00", "2026-06-07 12:00", "4 working day(s)", "1 working day(s)")]
    [InlineData("5 working_day", "2026-06-01 08:00", "2026-08-07 12:00", "5 working day(s)", "0 working day(s)")]
    [InlineData("5 calendar_day", "2026-06-01 08:00", "2026-06-07 12:00", "5 calendar day(s)", "0 calendar day(s)")]
    [InlineData("2 week", "2026-06-01 08:00", "2026-06-10 12:00", "1 week(s) 2 calendar day(s)", "5 calendar day(s)")]
    [InlineData("3 non_holiday_day", "2026-06-01 08:00", "2026-06-02 12:00", "1 day(s) excluding public holidays", "2 day(s) excluding public holidays")]
    [InlineData("3 half_day", "2026-06-01 08:00", "2026-06-01 13:30", "1 office session(s)", "2 office session(s)")]
    [InlineData("8 working_hour", "2026-06-01 10:00", "2026-06-01 14:05", "2 working hour(s) 5 minute(s)", "5 working hour(s) 55 minute(s)")]
    [InlineData("8 working_hour", "2026-06-01 10:00", "2026-06-01 12:45", "1 working hour(s) 30 minute(s)", "6 working hour(s) 30 minute(s)")]
    [InlineData("2 hour", "2026-06-01 10:00", "2026-06-01 10:59", "59 minute(s)", "1 hour(s) 1 minute(s)")]
    [InlineData("90 minute", "2026-06-01 10:00", "2026-06-01 11:00", "60 minute(s)", "30 minute(s)")]
    [InlineData("1 same_day", "2026-06-01 10:00", "2026-06-01 11:00", "1 day of receipt", "0 day of receipt")]
    [InlineData("1 immediate", "2026-06-01 10:00", "2026-06-01 09:00", "0 act at once", "1 act at once")]
    public void Used_and_left_are_told_in_the_units_of_the_limit(string limit, string received, string now, string used, string left)
    {
        Deadline deadline = Reading.Limit(limit).From(Reading.Moment(received), June);
        Assert.Equal(used, deadline.UsedAt(Reading.Moment(now)).Text.English);
        Assert.Equal(left, deadline.RemainingAt(Reading.Moment(now)).Text.English);
    }

    [Theory]
    [InlineData("2 month", "2026-01-15", "2026-02-20", "1 tháng 5 ngày", "23 ngày")]   // to 15 March
    [InlineData("1 year", "2025-01-15", "2025-03-20", "2 tháng 5 ngày", "9 tháng 26 ngày")]
    [InlineData("1 month", "2026-01-15", "2026-02-15", "1 tháng", "0 tháng")]
    public void Months_and_years_are_told_with_the_days_beside_them(string limit, string received, string today, string used, string left)
    {
        Deadline deadline = Reading.Limit(limit).From(Reading.Day(received), WorkCalendar.VietnamStateAgencies);
        Assert.Equal(used, deadline.UsedAt(Reading.Day(today).AtMidnight()).Text.Vietnamese);
        Assert.Equal(left, deadline.RemainingAt(Reading.Day(today).AtMidnight()).Text.Vietnamese);
    }

    [Fact]
    public void Suspended_days_are_not_used()
    {
        var months = new DeadlineTerms(TimeLimit.Months(1)) { Suspensions = [Reading.Suspension("2026-03-20..2026-03-30")] };
        Deadline deadline = months.From(Reading.Day("2026-03-16"), WorkCalendar.VietnamStateAgencies);
        Assert.Equal(new TimeAmount(4, TimeUnit.CalendarDay), deadline.UsedAt(Reading.Moment("2026-03-25 08:00")));
        Assert.Equal(new TimeAmount(6, TimeUnit.CalendarDay), deadline.UsedAt(Reading.Moment("2026-04-01 08:00")));
        var hours = new DeadlineTerms(TimeLimit.WorkingHours(10)) { Suspensions = [Reading.Suspension("2026-06-01..2026-06-03")] };
        Assert.Equal(new TimeAmount(7, TimeUnit.WorkingHour), hours.From(Reading.Moment("2026-06-01 08:00"), June).UsedAt(Reading.Moment("2026-06-03 15:00")));
        var sessions = new DeadlineTerms(TimeLimit.HalfDays(10)) { Suspensions = [Reading.Suspension("2026-06-01..2026-06-03")] };
        Assert.Equal(new TimeAmount(2, TimeUnit.HalfDay), sessions.From(Reading.Moment("2026-06-01 08:00"), June).UsedAt(Reading.Moment("2026-06-04 08:00")));
    }

    [Fact]
    public void Extensions_add_to_the_whole()
    {
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(2)) { Extensions = [new Extension(TimeLimit.WorkingDays(3))] };
        Deadline deadline = terms.From(Reading.Day("2026-06-01"), June);
        Assert.Equal(new TimeAmount(3, TimeUnit.WorkingDay), deadline.UsedAt(Reading.Moment("2026-06-04 08:00")));
        Assert.Equal(new TimeAmount(2, TimeUnit.WorkingDay), deadline.RemainingAt(Reading.Moment("2026-06-04 08:00")));
        DeadlineTerms mixed = terms with { Limit = TimeLimit.WorkingHours(8), Extensions = [new Extension(TimeLimit.WorkingDays(1))] };
        Deadline other = mixed.From(Reading.Moment("2026-06-01 08:00"), June);
        Assert.Equal(
            new TimeAmount([new TimePart(1, TimeUnit.WorkingHour), new TimePart(1, TimeUnit.WorkingDay)]),
            other.RemainingAt(Reading.Moment("2026-06-02 07:30")));
    }

    [Fact]
    public void Half_days_of_four_hours_are_told_in_half_days_hours_and_minutes()
    {
        var terms = new DeadlineTerms(TimeLimit.HalfDays(2)) { Policy = DeadlinePolicy.Default with { HalfDay = HalfDayPolicy.FourWorkingHours } };
        Deadline deadline = terms.From(Reading.Moment("2026-06-01 08:00"), June);
        Assert.Equal(
            "1 office session(s) 1 working hour(s) 30 minute(s)", deadline.UsedAt(Reading.Moment("2026-06-01 15:30")).Text.English);
    }

    [Theory]
    [InlineData("2026-06-01 12:00", DeadlineState.Within)]
    [InlineData("2026-06-04 23:59", DeadlineState.Within)]
    [InlineData("2026-06-05 00:00", DeadlineState.DueSoon)]  // one working day before Monday
    [InlineData("2026-06-08 23:59", DeadlineState.DueSoon)]
    [InlineData("2026-06-09 00:00", DeadlineState.Overdue)]
    public void Open(string now, DeadlineState state)
    {
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(5)) { WarningLevels = [WarningLevel.WorkingDaysBefore(1)] };
        Assert.Equal(new DeadlineStatus(state, false), terms.From(Reading.Day("2026-06-01"), June).StatusAt(Reading.Moment(now)));
    }

    [Theory]
    [InlineData("2026-06-05 12:00", DeadlineState.Early)]
    [InlineData("2026-06-08 00:00", DeadlineState.OnTime)]
    [InlineData("2026-06-08 23:59", DeadlineState.OnTime)]
    [InlineData("2026-06-09 00:00", DeadlineState.Late)]
    public void Delivered_against_a_date(string delivered, DeadlineState state)
    {
        Deadline deadline = TimeLimit.WorkingDays(5).From(Reading.Day("2026-06-01"), June);
        Assert.Equal(state, deadline.StatusAt(Reading.Moment("2026-06-20 00:00"), Reading.Moment(delivered)).State);
    }

    [Theory]
    [InlineData("2026-06-01 15:59", DeadlineState.Early, DeadlineState.Within)]
    [InlineData("2026-06-01 16:00", DeadlineState.OnTime, DeadlineState.Within)]
    [InlineData("2026-06-01 16:01", DeadlineState.Late, DeadlineState.Overdue)]
    public void Against_an_instant(string at, DeadlineState delivered, DeadlineState open)
    {
        Deadline deadline = TimeLimit.WorkingHours(4).From(Reading.Moment("2026-06-01 10:00"), June);
        Assert.Equal(delivered, deadline.StatusAt(Reading.Moment("2026-06-20 00:00"), Reading.Moment(at)).State);
        Assert.Equal(open, deadline.StatusAt(Reading.Moment(at)).State);
    }

    [Fact]
    public void What_is_delivered_later_is_still_open()
    {
        Deadline deadline = TimeLimit.WorkingDays(5).From(Reading.Day("2026-06-01"), June);
        Assert.Equal(DeadlineState.Within, deadline.StatusAt(Reading.Moment("2026-06-05 00:00"), Reading.Moment("2026-06-20 00:00")).State);
    }

    [Fact]
    public void Every_state_has_two_names() => Assert.All(
        Enum.GetValues<DeadlineState>().Select(s => new DeadlineStatus(s, false).Name), n => Assert.NotEqual(n.Vietnamese, n.English));

    public static TheoryData<string, WarningLevel, string> Levels => new()
    {
        { "5 working_day", WarningLevel.PercentUsed(50), "2026-06-04 00:00" },     // three of five
        { "5 working_day", WarningLevel.PercentUsed(60), "2026-06-04 00:00" },
        { "5 working_day", WarningLevel.PercentUsed(61), "2026-06-05 00:00" },
        { "5 working_day", WarningLevel.PercentUsed(100), "2026-06-08 00:00" },
        { "5 working_day", WarningLevel.WorkingDaysBefore(2), "2026-06-04 00:00" },
        { "5 working_day", WarningLevel.CalendarDaysBefore(2), "2026-06-06 00:00" },
        { "5 working_day", WarningLevel.CalendarDaysBefore(0), "2026-06-08 00:00" },
        { "8 working_hour", WarningLevel.PercentUsed(75), "2026-06-01 17:00" },    // six hours from 09:00
        { "8 working_hour", WarningLevel.CalendarDaysBefore(1), "2026-06-01 00:00" },
        { "2 hour", WarningLevel.PercentUsed(75), "2026-06-01 10:30" },
        { "4 half_day", WarningLevel.PercentUsed(50), "2026-06-02 07:30" },
    };

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_warning_level_is_reached_from_a_moment_on_and_not_before(string limit, WarningLevel level, string from)
    {
        var terms = new DeadlineTerms(Reading.Limit(limit)) { WarningLevels = [level] };
        Deadline deadline = terms.From(Reading.Moment("2026-06-01 09:00"), June);
        LocalDateTime at = Reading.Moment(from);
        Assert.Equal(at, deadline.WarnsFrom(level));
        Assert.Equal([level], deadline.WarningsAt(at));
        Assert.Empty(deadline.WarningsAt(at.PlusMinutes(-1)));
    }

    [Fact]
    public void Several_levels_are_told_in_their_order_and_a_suspension_holds_them_back()
    {
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(4))
        {
            WarningLevels = [WarningLevel.PercentUsed(50), WarningLevel.PercentUsed(75), WarningLevel.WorkingDaysBefore(3)],
            Suspensions = [Reading.Suspension("2026-06-03..")],
        };
        Deadline waiting = terms.From(Reading.Day("2026-06-01"), June);
        Assert.Equal([WarningLevel.PercentUsed(50)], waiting.WarningsAt(Reading.Moment("2026-06-20 00:00")));
        Assert.Equal(Reading.Moment("2026-06-03 00:00"), waiting.WarnsFrom(WarningLevel.PercentUsed(50)));
        Assert.Null(waiting.WarnsFrom(WarningLevel.PercentUsed(75)));
        Assert.Null(waiting.WarnsFrom(WarningLevel.WorkingDaysBefore(1)));
        DeadlineTerms closed = terms with { Suspensions = [Reading.Suspension("2026-06-03..2026-06-09")] };
        Assert.Equal(terms.WarningLevels, closed.From(Reading.Day("2026-06-01"), June).WarningsAt(Reading.Moment("2026-06-10 00:00")));
    }

    [Fact]
    public void A_restart_starts_the_warnings_again()
    {
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(4))
        {
            Policy = DeadlinePolicy.Default with { Supplement = SupplementRegime.RestartFromZero },
            Suspensions = [Reading.Suspension("2026-06-03..2026-06-09")],
        };
        Assert.Equal(Reading.Moment("2026-06-11 00:00"), terms.From(Reading.Day("2026-06-01"), June).WarnsFrom(WarningLevel.PercentUsed(50)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_percentage_is_from_1_to_100(int percent) => Assert.Throws<ArgumentOutOfRangeException>(() => WarningLevel.PercentUsed(percent));

    [Fact]
    public void Days_before_are_not_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WarningLevel.WorkingDaysBefore(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => WarningLevel.CalendarDaysBefore(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeAmount(-1, TimeUnit.Hour));
        Assert.Throws<ArgumentException>(() => new TimeAmount(ValueList<TimePart>.Empty));
    }
}
