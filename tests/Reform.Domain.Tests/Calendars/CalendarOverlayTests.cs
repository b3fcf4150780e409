using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Calendars;

public sealed class CalendarOverlayTests
{
    private static readonly WorkCalendar Vietnam = WorkCalendar.VietnamStateAgencies;

    private static readonly CalendarOverlay Plain = new("office", new BilingualText("Văn phòng", "Office"));

    private static readonly ValueList<OfficeSession> Summer = [Session(7, 0, 11, 0), Session(13, 0, 16, 30)];

    private static readonly ValueList<OfficeSession> Winter = [Session(8, 0, 12, 0), Session(13, 0, 16, 30)];

    private static readonly ValueList<OfficeSession> Morning = [Session(8, 0, 11, 0)];

    private static readonly LocalClosure Typhoon = new(
        new LocalDate(2024, 9, 6), new LocalDate(2024, 9, 9), new BilingualText("Bão số 3", "Typhoon no. 3"), LegalBasis.Citing("Công điện thử 1"));

    private static OfficeSession Session(int startHour, int startMinute, int endHour, int endMinute) =>
        new(new LocalTime(startHour, startMinute), new LocalTime(endHour, endMinute));

    [Fact]
    public void An_overlay_has_its_own_name_and_leaves_the_calendar_below_as_it_was()
    {
        string version = Vietnam.Version;
        WorkCalendar office = Vietnam.With(Plain with { Hours = [new OfficeHours(Summer)] });
        Assert.Equal("office", office.Id);
        Assert.Equal(Plain.Title, office.Title);
        Assert.Equal(version, Vietnam.Version);
        Assert.NotEqual(version, office.Version);
        Assert.Equal(version, Vietnam.With(Plain).Version);
        Assert.Equal(["office"], office.Overlays.Select(o => o.Id));
    }

    [Fact]
    public void A_season_goes_before_the_rest_of_the_year_and_may_run_over_new_year()
    {
        WorkCalendar office = Vietnam.With(Plain with
        {
            Hours =
            [
                new OfficeHours(Summer),
                new OfficeHours(Winter) { Season = new Season(new AnnualDate(10, 16), new AnnualDate(4, 15)) },
            ],
        });
        Assert.Equal(Summer, office.SessionsOf(new LocalDate(2026, 4, 16)));
        Assert.Equal(Winter, office.SessionsOf(new LocalDate(2026, 4, 15)));
        Assert.Equal(Summer, office.SessionsOf(new LocalDate(2026, 10, 15)));
        Assert.Equal(Winter, office.SessionsOf(new LocalDate(2026, 10, 16)));
        Assert.Equal(Winter, office.SessionsOf(new LocalDate(2026, 12, 31)));
        Assert.Equal(Winter, office.SessionsOf(new LocalDate(2024, 2, 29)));
        Assert.Empty(office.SessionsOf(new LocalDate(2026, 1, 1)));
    }

    [Fact]
    public void Where_no_hours_hold_the_default_does_and_a_period_ends_before_its_last_date()
    {
        WorkCalendar office = Vietnam.With(Plain with
        {
            Hours = [new OfficeHours(Summer) { InForce = new Validity(new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 4)) }],
        });
        Assert.Equal(Vietnam.SessionsOf(new LocalDate(2026, 2, 27)), office.SessionsOf(new LocalDate(2026, 2, 27)));
        Assert.Equal(Summer, office.SessionsOf(new LocalDate(2026, 3, 3)));
        Assert.Equal(Vietnam.SessionsOf(new LocalDate(2026, 3, 4)), office.SessionsOf(new LocalDate(2026, 3, 4)));
    }

    [Fact]
    public void A_make_up_saturday_is_worked_by_the_hours_of_saturday_or_else_of_the_season()
    {
        LocalDate saturday = new(2026, 8, 22);
        var own = new OfficeHours(Summer) { Weekdays = [new WeekdayHours(IsoDayOfWeek.Saturday, Morning)] };
        Assert.Equal(Morning, Vietnam.With(Plain with { Hours = [own] }).SessionsOf(saturday));
        Assert.Equal(Summer, Vietnam.With(Plain with { Hours = [own with { Weekdays = [] }] }).SessionsOf(saturday));
        Assert.Empty(Vietnam.With(Plain with { Hours = [own] }).SessionsOf(saturday.PlusDays(7)));
    }

    [Fact]
    public void Open_on_saturday_makes_no_working_day()
    {
        WorkCalendar office = Vietnam.With(Plain with { Reception = [new ReceptionHours(IsoDayOfWeek.Saturday, Morning)] });
        LocalDate saturday = new(2026, 8, 29);
        Assert.True(office.IsOpenForReception(saturday));
        Assert.Equal(Morning, office.ReceptionSessionsOf(saturday));
        Assert.False(office.IsWorkingDay(saturday));
        Assert.Equal(DayKind.WeeklyRest, office.KindOf(saturday));
        Assert.Empty(office.SessionsOf(saturday));
        Assert.Equal(Vietnam.WorkingDayAfter(saturday, 1), office.WorkingDayAfter(saturday, 1));
        Assert.NotEqual(Vietnam.Version, office.Version);

        // A worked day receives in its office hours; a holiday on a Saturday, and Sundays, not at all.
        Assert.Equal(office.SessionsOf(new LocalDate(2026, 8, 22)), office.ReceptionSessionsOf(new LocalDate(2026, 8, 22)));
        Assert.True(office.IsOpenForReception(new LocalDate(2026, 8, 21)));
        Assert.False(office.IsOpenForReception(new LocalDate(2022, 1, 1)));
        Assert.Empty(office.ReceptionSessionsOf(new LocalDate(2022, 1, 1)));
        Assert.False(office.IsOpenForReception(new LocalDate(2026, 8, 30)));
        Assert.False(Vietnam.IsOpenForReception(saturday));
    }

    [Fact]
    public void Reception_holds_in_its_period_only()
    {
        WorkCalendar office = Vietnam.With(Plain with
        {
            Reception = [new ReceptionHours(IsoDayOfWeek.Saturday, Morning) { InForce = new Validity(new LocalDate(2026, 8, 1), new LocalDate(2026, 8, 8)) }],
        });
        Assert.True(office.IsOpenForReception(new LocalDate(2026, 8, 1)));
        Assert.False(office.IsOpenForReception(new LocalDate(2026, 8, 8)));
    }

    [Fact]
    public void A_closure_takes_worked_days_and_closes_the_reception()
    {
        WorkCalendar office = Vietnam.With(Plain with { Closures = [Typhoon], Reception = [new ReceptionHours(IsoDayOfWeek.Saturday, Morning)] });
        Assert.Equal(
            [DayKind.WorkingDay, DayKind.LocalClosure, DayKind.WeeklyRest, DayKind.WeeklyRest, DayKind.LocalClosure, DayKind.WorkingDay],
            Enumerable.Range(5, 6).Select(d => office.KindOf(new LocalDate(2024, 9, d))));
        Assert.Equal(new LocalDate(2024, 9, 10), office.WorkingDayAfter(new LocalDate(2024, 9, 5), 1));
        Assert.False(office.IsOpenForReception(new LocalDate(2024, 9, 7)));
        Assert.True(office.IsOpenForReception(new LocalDate(2024, 9, 14)));
        Assert.Empty(office.SessionsOf(new LocalDate(2024, 9, 9)));
        Reason reason = office.Explain(new LocalDate(2024, 9, 9));
        Assert.Equal("local_closure", reason.Code);
        Assert.Equal("Ngày 09/09/2024 cơ quan đóng cửa: Bão số 3 (Công điện thử 1)", reason.Sentence.Vietnamese);
        Assert.Equal("The agency is closed on 9 September 2024: Typhoon no. 3 (Công điện thử 1)", reason.Sentence.English);
        Assert.False(office.IsPublicHoliday(new LocalDate(2024, 9, 9)));
    }

    [Fact]
    public void A_closure_leaves_holidays_as_they_are_and_takes_a_make_up_day()
    {
        var closure = Typhoon with { FirstDay = new LocalDate(2026, 8, 21), LastDay = new LocalDate(2026, 9, 3) };
        WorkCalendar office = Vietnam.With(Plain with { Closures = [closure] });
        Assert.Equal(DayKind.LocalClosure, office.KindOf(new LocalDate(2026, 8, 22)));
        Assert.Equal(DayKind.SwappedDayOff, office.KindOf(new LocalDate(2026, 8, 31)));
        Assert.Equal(DayKind.PublicHoliday, office.KindOf(new LocalDate(2026, 9, 2)));
        Assert.Equal(DayKind.LocalClosure, office.KindOf(new LocalDate(2026, 9, 3)));
    }

    [Fact]
    public void A_closure_counts_from_when_it_became_known()
    {
        LocalDate monday = new(2024, 9, 9);
        WorkCalendar dated = Vietnam.With(Plain with { Closures = [Typhoon with { KnownOn = new LocalDate(2024, 9, 5) }] });
        Assert.Equal(DayKind.WorkingDay, dated.AsKnownOn(new LocalDate(2024, 9, 4)).KindOf(monday));
        Assert.False(dated.AsKnownOn(new LocalDate(2024, 9, 4)).IsProvisional(monday));
        Assert.Equal(DayKind.LocalClosure, dated.AsKnownOn(new LocalDate(2024, 9, 5)).KindOf(monday));

        WorkCalendar undated = Vietnam.With(Plain with { Closures = [Typhoon] });
        WorkCalendar before = undated.AsKnownOn(new LocalDate(2024, 9, 5));
        Assert.Equal(DayKind.WorkingDay, before.KindOf(monday));
        Assert.True(before.IsProvisional(monday));
        Assert.Contains("Công điện thử 1", before.Explain(monday).Sentence.Vietnamese, StringComparison.Ordinal);
        Assert.Equal(DayKind.LocalClosure, undated.AsKnownOn(new LocalDate(2024, 9, 6)).KindOf(monday));
        Assert.Equal(undated.Version, undated.AsKnownOn(new LocalDate(2060, 1, 1)).Version);
    }

    [Fact]
    public void Overlay_and_known_date_may_come_in_either_order()
    {
        CalendarOverlay overlay = Plain with { Closures = [Typhoon with { KnownOn = new LocalDate(2024, 9, 5) }], Hours = [new OfficeHours(Summer)] };
        LocalDate on = new(2024, 4, 11);
        Assert.Equal(Vietnam.With(overlay).AsKnownOn(on).Version, Vietnam.AsKnownOn(on).With(overlay).Version);
        Assert.Equal(on, Vietnam.AsKnownOn(on).With(overlay).KnownOn);
    }

    [Fact]
    public void A_second_overlay_adds_closures_and_replaces_only_the_hours_that_it_states()
    {
        WorkCalendar city = Vietnam.With(Plain with { Hours = [new OfficeHours(Summer)], Closures = [Typhoon] });
        WorkCalendar ward = city.With(new CalendarOverlay("ward", BilingualText.Same("ward"))
        {
            Closures = [Typhoon with { FirstDay = new LocalDate(2024, 9, 10), LastDay = new LocalDate(2024, 9, 10) }],
        });
        Assert.Equal("ward", ward.Id);
        Assert.Equal(Summer, ward.SessionsOf(new LocalDate(2024, 9, 11)));
        Assert.Equal(DayKind.LocalClosure, ward.KindOf(new LocalDate(2024, 9, 9)));
        Assert.Equal(DayKind.LocalClosure, ward.KindOf(new LocalDate(2024, 9, 10)));
    }

    public static TheoryData<string, CalendarOverlay> Contradictions => new()
    {
        { "at least one session", Plain with { Hours = [new OfficeHours([])] } },
        { "whole minutes", Plain with { Hours = [new OfficeHours([new OfficeSession(new LocalTime(8, 0, 1), new LocalTime(9, 0))])] } },
        { "ends before it starts", Plain with { Hours = [new OfficeHours([Session(9, 0, 9, 0)])] } },
        { "overlap", Plain with { Hours = [new OfficeHours([Session(8, 0, 10, 0), Session(9, 59, 11, 0)])] } },
        { "out of order", Plain with { Hours = [new OfficeHours([Session(13, 0, 17, 0), Session(8, 0, 11, 0)])] } },
        { "same time as other office hours", Plain with { Hours = [new OfficeHours(Summer), new OfficeHours(Winter)] } },
        {
            "same time as other office hours",
            Plain with
            {
                Hours =
                [
                    new OfficeHours(Summer) { Season = new Season(new AnnualDate(11, 1), new AnnualDate(2, 1)) },
                    new OfficeHours(Winter) { Season = new Season(new AnnualDate(1, 15), new AnnualDate(3, 1)) },
                ],
            }
        },
        {
            "the weekday stands twice",
            Plain with { Hours = [new OfficeHours(Summer) { Weekdays = [new(IsoDayOfWeek.Friday, Morning), new(IsoDayOfWeek.Friday, Winter)] }] }
        },
        { "no weekly rest day", Plain with { Reception = [new ReceptionHours(IsoDayOfWeek.Friday, Morning)] } },
        { "other reception hours", Plain with { Reception = [new(IsoDayOfWeek.Sunday, Morning), new(IsoDayOfWeek.Sunday, Winter)] } },
        { "before the first", Plain with { Closures = [Typhoon with { LastDay = new LocalDate(2024, 9, 5) }] } },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void An_overlay_that_contradicts_itself_is_refused(string message, CalendarOverlay overlay) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => Vietnam.With(overlay)).Message, StringComparison.Ordinal);

    [Fact]
    public void Seasons_beside_each_other_do_not_clash() => Assert.Equal(Summer, Vietnam.With(Plain with
    {
        Hours =
        [
            new OfficeHours(Winter) { Season = new Season(new AnnualDate(10, 16), new AnnualDate(4, 15)) },
            new OfficeHours(Summer) { Season = new Season(new AnnualDate(4, 16), new AnnualDate(10, 15)) },
        ],
    }).SessionsOf(new LocalDate(2026, 6, 1)));
}
