using CsCheck;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Calendars;

public sealed class OfficeTimeTests
{
    private static readonly WorkCalendar Vietnam = WorkCalendar.VietnamStateAgencies;

    private static readonly Gen<LocalDateTime> Moment =
        from day in Gen.Int[0, 29]
        from minute in Gen.Int[0, (24 * 60) - 1]
        select new LocalDate(2026, 6, 1).PlusDays(day).AtMidnight().PlusMinutes(minute);

    private static readonly ValueList<OfficeSession> Default =
        [new(new LocalTime(7, 30), new LocalTime(11, 30)), new(new LocalTime(13, 30), new LocalTime(17, 0))];

    // A plain June with a day off and a worked Saturday, or an agency with its own hours.
    private static readonly WorkCalendar June = TestCalendars.June2026(
        TestCalendars.Day(new LocalDate(2026, 6, 9), DayKind.PublicHoliday), TestCalendars.Day(new LocalDate(2026, 6, 13), DayKind.MakeUpWorkingDay));

    private static readonly WorkCalendar Agency = June.With(new CalendarOverlay("agency", BilingualText.Same("agency"))
    {
        Hours =
        [
            new OfficeHours([Session(8, 0, 12, 0), Session(12, 0, 12, 45), Session(14, 15, 18, 1)])
            {
                Weekdays = [new WeekdayHours(IsoDayOfWeek.Friday, [Session(0, 0, 11, 59)])],
            },
        ],
    });

    private static OfficeSession Session(int startHour, int startMinute, int endHour, int endMinute) =>
        new(new LocalTime(startHour, startMinute), new LocalTime(endHour, endMinute));

    private static ValueList<OfficeSession> DefaultOf(LocalDate date) =>
        date.Day == 13 || (date.Day != 9 && date.DayOfWeek < IsoDayOfWeek.Saturday) ? Default : [];

    private static ValueList<OfficeSession> AgencyOf(LocalDate date) => DefaultOf(date).Count == 0 ? []
        : date.DayOfWeek == IsoDayOfWeek.Friday ? [Session(0, 0, 11, 59)]
        : [Session(8, 0, 12, 0), Session(12, 0, 12, 45), Session(14, 15, 18, 1)];

    [Fact]
    public void Time_between_two_moments_is_what_a_minute_counter_counts() =>
        Gen.Select(Moment, Moment, Gen.Bool).Sample((one, other, own) => Assert.Equal(
            SlowHours.Between(one, other, own ? AgencyOf : DefaultOf), (own ? Agency : June).WorkingTimeBetween(one, other)), iter: 100);

    [Fact]
    public void An_amount_is_used_up_where_a_minute_counter_uses_it_up() =>
        Gen.Select(Moment, Gen.Int[1, 10_000], Gen.Bool).Sample(
            (start, minutes, own) =>
            {
                WorkCalendar calendar = own ? Agency : June;
                if (SlowHours.After(start, minutes, new LocalDate(2026, 7, 1), own ? AgencyOf : DefaultOf) is LocalDateTime end)
                {
                    Assert.Equal(end, calendar.WorkingTimeAfter(start, Duration.FromMinutes(minutes)));
                    Assert.Equal(Duration.FromMinutes(minutes), calendar.WorkingTimeBetween(start, end));
                }
                else
                {
                    Assert.Throws<CalendarRangeException>(() => calendar.WorkingTimeAfter(start, Duration.FromMinutes(minutes)));
                }
            },
            iter: 300);

    [Fact]
    public void Every_day_has_the_sessions_that_its_weekday_has() => Assert.All(Enumerable.Range(1, 30).Select(d => new LocalDate(2026, 6, d)), d =>
    {
        Assert.Equal(DefaultOf(d), June.SessionsOf(d));
        Assert.Equal(AgencyOf(d), Agency.SessionsOf(d));
    });

    // The worked examples of one-stop offices: an hour from the end of the morning is an hour of the afternoon; work carries over the night.
    [Theory]
    [InlineData("2026-08-21T11:30:00", 60, "2026-08-21T14:30:00")]
    [InlineData("2026-08-20T16:30:00", 7 * 60, "2026-08-21T16:00:00")]
    [InlineData("2026-08-22T10:00:00", 4 * 60, "2026-08-22T16:00:00")]
    [InlineData("2026-08-21T07:30:00", 4 * 60, "2026-08-21T11:30:00")]
    [InlineData("2026-08-21T05:00:00", 450, "2026-08-21T17:00:00")]
    [InlineData("2026-08-21T17:00:00", 1, "2026-08-22T07:31:00")]
    [InlineData("2026-08-29T10:00:00", 60, "2026-09-03T08:30:00")]
    public void Office_time_runs_through_sessions_only(string start, int minutes, string end)
    {
        NodaTime.Text.LocalDateTimePattern iso = NodaTime.Text.LocalDateTimePattern.GeneralIso;
        Assert.Equal(iso.Parse(end).Value, Vietnam.WorkingTimeAfter(iso.Parse(start).Value, Duration.FromMinutes(minutes)));
    }

    [Fact]
    public void Seconds_and_less_are_kept()
    {
        LocalDateTime start = new LocalDateTime(2026, 8, 21, 11, 29, 59).PlusNanoseconds(1);
        LocalDateTime end = Vietnam.WorkingTimeAfter(start, Duration.FromSeconds(1));
        Assert.Equal(new LocalDateTime(2026, 8, 21, 13, 30).PlusNanoseconds(1), end);
        Assert.Equal(Duration.FromSeconds(1), Vietnam.WorkingTimeBetween(start, end));
    }

    [Fact]
    public void The_whole_calendar_adds_up_to_its_sessions()
    {
        var first = new LocalDateTime(2013, 1, 1, 0, 0);
        int days = Vietnam.WorkingDaysBetween(new LocalDate(2013, 1, 1), new LocalDate(2100, 12, 31));
        Duration all = Duration.FromMinutes(450) * days;
        Assert.Equal(all, Vietnam.WorkingTimeBetween(first, new LocalDateTime(2100, 12, 31, 23, 59)));
        Assert.Equal(new LocalDateTime(2100, 12, 31, 17, 0), Vietnam.WorkingTimeAfter(first, all));
        Assert.Throws<CalendarRangeException>(() => Vietnam.WorkingTimeAfter(first, all + Duration.FromNanoseconds(1)));
        Assert.Throws<CalendarRangeException>(() => Vietnam.WorkingTimeAfter(first, Duration.MaxValue - Duration.FromDays(1)));
    }

    [Fact]
    public void No_time_and_less_than_none_are_refused()
    {
        var start = new LocalDateTime(2026, 6, 1, 9, 0);
        foreach (Duration amount in (Duration[])[Duration.Zero, Duration.FromMinutes(-1), Duration.MinValue])
        {
            Assert.Equal("amount", Assert.Throws<ArgumentOutOfRangeException>(() => June.WorkingTimeAfter(start, amount)).ParamName);
        }
    }

    [Fact]
    public void A_moment_outside_the_calendar_is_refused()
    {
        var inside = new LocalDateTime(2026, 6, 1, 9, 0);
        var outside = new LocalDateTime(2026, 7, 1, 0, 0);
        Assert.Throws<CalendarRangeException>(() => June.WorkingTimeBetween(inside, outside));
        Assert.Throws<CalendarRangeException>(() => June.WorkingTimeBetween(outside, inside));
        Assert.Throws<CalendarRangeException>(() => June.WorkingTimeAfter(outside, Duration.FromHours(1)));
        Assert.Throws<CalendarRangeException>(() => June.SessionsOf(outside.Date));
    }
}
