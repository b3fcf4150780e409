using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.Explanations;

namespace Reform.Domain.Tests.Calendars;

/// <summary>The calendar as it was known on a date: laws and decisions count from when they became known.</summary>
public sealed class KnownCalendarTests
{
    private static readonly WorkCalendar Vietnam = WorkCalendar.VietnamStateAgencies;

    private static readonly string[] Changes =
    [
        "2007-04-02", "2012-06-18", "2012-12-28", "2013-12-12", "2014-12-27", "2015-11-13", "2016-11-14", "2017-12-14", "2018-07-11",
        "2019-10-25", "2019-11-20", "2020-11-26", "2022-01-11", "2022-12-01", "2023-11-03", "2024-04-12", "2024-11-26", "2025-10-13",
        "2025-12-25", "2026-04-24", "2026-09-06", "2026-09-19",
    ];

    private static LocalDate On(string date) => LocalDatePattern.Iso.Parse(date).Value;

    [Theory]
    [InlineData("2024-04-11", "2024-04-29", DayKind.WorkingDay)]
    [InlineData("2024-04-11", "2024-05-04", DayKind.WeeklyRest)]
    [InlineData("2024-04-12", "2024-04-29", DayKind.SwappedDayOff)]
    [InlineData("2024-04-12", "2024-05-04", DayKind.MakeUpWorkingDay)]
    [InlineData("2025-12-24", "2026-01-02", DayKind.WorkingDay)]
    [InlineData("2025-12-24", "2026-01-10", DayKind.WeeklyRest)]
    [InlineData("2025-12-25", "2026-01-02", DayKind.SwappedDayOff)]
    [InlineData("2025-12-25", "2026-01-10", DayKind.MakeUpWorkingDay)]
    [InlineData("2026-04-23", "2026-11-24", DayKind.WorkingDay)]
    [InlineData("2026-04-24", "2026-11-24", DayKind.PublicHoliday)]
    [InlineData("2026-04-24", "2025-11-24", DayKind.WorkingDay)]
    [InlineData("2019-11-19", "2021-09-03", DayKind.WorkingDay)]
    [InlineData("2020-11-25", "2021-09-03", DayKind.WorkingDay)]
    [InlineData("2020-11-26", "2021-09-03", DayKind.PublicHoliday)]
    [InlineData("2012-06-17", "2014-02-03", DayKind.CompensatoryDayOff)]
    [InlineData("2013-12-12", "2014-02-03", DayKind.PublicHoliday)]
    [InlineData("2018-07-10", "2018-12-31", DayKind.WorkingDay)]
    [InlineData("2018-07-11", "2019-01-05", DayKind.MakeUpWorkingDay)]
    public void A_day_is_what_was_known_of_it(string knownOn, string date, DayKind kind) =>
        Assert.Equal(kind, Vietnam.AsKnownOn(On(knownOn)).KindOf(On(date)));

    [Theory]
    [InlineData("2025-10-12", "2025-12-31")]
    [InlineData("2025-10-13", "2026-12-31")]
    [InlineData("2013-06-01", "2013-12-31")]
    [InlineData("2013-12-12", "2014-12-31")]
    [InlineData("2020-12-31", "2021-12-31")]
    [InlineData("2026-12-31", "2026-12-31")]
    public void It_is_known_until_the_last_year_that_had_its_decision(string knownOn, string until)
    {
        WorkCalendar calendar = Vietnam.AsKnownOn(On(knownOn));
        Assert.Equal(On(knownOn), calendar.KnownOn);
        Assert.Equal(On(until), calendar.KnownUntil);
        Assert.False(calendar.IsProvisional(On(until)));
        Assert.True(calendar.IsProvisional(On(until).PlusDays(1)));
    }

    [Fact]
    public void Before_anything_was_known_nothing_is_a_holiday()
    {
        WorkCalendar calendar = Vietnam.AsKnownOn(new LocalDate(2007, 4, 1));
        Assert.Equal(DayKind.WorkingDay, calendar.KindOf(new LocalDate(2013, 1, 1)));
        Assert.Empty(calendar.Laws);
        Assert.Equal(DayKind.PublicHoliday, Vietnam.AsKnownOn(new LocalDate(2007, 4, 2)).KindOf(new LocalDate(2013, 1, 1)));
    }

    // Nothing says when the swaps of 2013 were decided; a newspaper told of them on 28 December 2012.
    [Fact]
    public void A_decision_of_unknown_date_applies_from_its_earliest_source_on()
    {
        WorkCalendar before = Vietnam.AsKnownOn(new LocalDate(2012, 12, 27));
        WorkCalendar since = Vietnam.AsKnownOn(new LocalDate(2012, 12, 28));
        LocalDate off = new(2013, 2, 15);
        Assert.Equal(DayKind.WorkingDay, before.KindOf(off));
        Assert.Equal(DayKind.SwappedDayOff, since.KindOf(off));
        Assert.True(before.IsProvisional(off));
        Assert.False(since.IsProvisional(off));
        Assert.False(before.IsProvisional(off.PlusDays(1)));
        Reason why = Assert.Single(before.ProvisionalReasons(off, off));
        Assert.Equal("decision_of_unknown_date", why.Code);
        Assert.Contains("không rõ được biết từ ngày nào", why.Sentence.Vietnamese, StringComparison.Ordinal);
        Assert.Contains("baothainguyen.vn", why.Sentence.English, StringComparison.Ordinal);
        Assert.Contains(why.Sentence.English, before.Explain(off).Sentence.English, StringComparison.Ordinal);
        Assert.Equal("working_day_projected", before.Explain(off).Code);
    }

    // No dated source tells of the decision for 2015: it applies from its first day on, the make-up Saturday of December 2014.
    [Fact]
    public void A_decision_without_any_date_applies_from_its_first_day_on()
    {
        WorkCalendar before = Vietnam.AsKnownOn(new LocalDate(2014, 12, 26));
        WorkCalendar since = Vietnam.AsKnownOn(new LocalDate(2014, 12, 27));
        Assert.Equal(DayKind.WeeklyRest, before.KindOf(new LocalDate(2014, 12, 27)));
        Assert.Equal(DayKind.MakeUpWorkingDay, since.KindOf(new LocalDate(2014, 12, 27)));
        Assert.True(before.IsProvisional(new LocalDate(2014, 12, 27)));
        Assert.True(before.IsProvisional(new LocalDate(2015, 6, 1)));
        Assert.Equal(
            ["tet_not_decided", "decision_of_unknown_date"],
            before.ProvisionalReasons(new LocalDate(2015, 1, 2), new LocalDate(2015, 1, 2)).Select(r => r.Code));
        Assert.Equal(new LocalDate(2014, 12, 31), before.KnownUntil);
        Assert.Equal(new LocalDate(2015, 12, 31), since.KnownUntil);
    }

    [Fact]
    public void A_decision_of_known_date_leaves_no_trace_before_it() =>
        Assert.Empty(Vietnam.AsKnownOn(new LocalDate(2024, 4, 11)).ProvisionalReasons(new LocalDate(2024, 1, 1), new LocalDate(2024, 12, 31)));

    [Fact]
    public void A_proposal_is_named_only_once_it_was_known()
    {
        LocalDate day = new(2026, 11, 23);
        Assert.Empty(Vietnam.AsKnownOn(new LocalDate(2026, 9, 5)).OpenQuestionsBetween(day, day));
        Assert.Equal("decision_proposed", Assert.Single(Vietnam.AsKnownOn(new LocalDate(2026, 9, 6)).OpenQuestionsBetween(day, day)).Code);
    }

    [Fact]
    public void A_proposal_is_no_longer_a_question_once_it_was_decided()
    {
        AnnualDecision made = new("late", new("Công văn", "Official Dispatch"), "1/CV", new LocalDate(2026, 10, 20))
        {
            Swaps = [new WorkingDaySwap(new LocalDate(2026, 11, 23), new LocalDate(2026, 11, 28))],
        };
        WorkCalendar later = new(
            "later", Vietnam.Title, new LocalDate(2013, 1, 1), new LocalDate(2101, 1, 1), TestCalendars.Weekend, Vietnam.Laws, [.. Vietnam.Decisions, made]);
        LocalDate day = new(2026, 11, 23);
        Assert.Empty(later.OpenQuestionsBetween(day, day));
        Assert.Equal(DayKind.SwappedDayOff, later.KindOf(day));
        Assert.Single(later.AsKnownOn(new LocalDate(2026, 10, 19)).OpenQuestionsBetween(day, day));
        Assert.Single(later.OpenQuestionsBetween(new LocalDate(2027, 2, 4), new LocalDate(2027, 2, 4)), q => q.Code == "decision_proposed");
    }

    [Fact]
    public void Later_than_everything_it_answers_as_the_whole()
    {
        WorkCalendar late = Vietnam.AsKnownOn(new LocalDate(2060, 1, 1));
        Assert.Equal(Vietnam.Version, late.Version);
        Assert.Equal(Vietnam.SpecialDays, late.SpecialDays);
        Assert.Equal(Vietnam.OpenQuestions, late.OpenQuestions);
        Assert.Equal(Vietnam.KnownUntil, late.KnownUntil);
    }

    [Fact]
    public void As_known_starts_again_from_all_that_is_recorded() => Assert.Equal(
        Vietnam.AsKnownOn(new LocalDate(2025, 1, 1)).Version,
        Vietnam.AsKnownOn(new LocalDate(2014, 1, 1)).AsKnownOn(new LocalDate(2025, 1, 1)).Version);

    // From the day before each date on which something became known to that day: the version changes there and nowhere between.
    [Fact]
    public void The_version_changes_exactly_when_something_becomes_known()
    {
        LocalDate[] changes = [.. Changes.Select(On)];
        string[] versions = [.. changes.Select(d => Vietnam.AsKnownOn(d).Version)];
        Assert.Distinct(versions);
        Assert.Equal(versions[..^1], changes[1..].Select(d => Vietnam.AsKnownOn(d.PlusDays(-1)).Version));
        Assert.Equal(Vietnam.Version, versions[^1]);
    }

    [Fact]
    public void Listed_days_without_a_date_apply_from_their_own_day_on()
    {
        WorkCalendar june = TestCalendars.June2026(
            TestCalendars.Day(new LocalDate(2026, 6, 5), DayKind.SwappedDayOff) with { KnownOn = new LocalDate(2026, 5, 20) },
            TestCalendars.Day(new LocalDate(2026, 6, 9), DayKind.PublicHoliday));
        WorkCalendar may = june.AsKnownOn(new LocalDate(2026, 5, 19));
        Assert.Equal(DayKind.WorkingDay, may.KindOf(new LocalDate(2026, 6, 5)));
        Assert.False(may.IsProvisional(new LocalDate(2026, 6, 5)));
        Assert.Equal(DayKind.WorkingDay, may.KindOf(new LocalDate(2026, 6, 9)));
        Assert.True(may.IsProvisional(new LocalDate(2026, 6, 9)));
        Assert.Equal(DayKind.SwappedDayOff, june.AsKnownOn(new LocalDate(2026, 5, 20)).KindOf(new LocalDate(2026, 6, 5)));
        Assert.Equal(june.Version, june.AsKnownOn(new LocalDate(2026, 6, 9)).Version);
        Assert.False(june.IsProvisional(new LocalDate(2026, 6, 9)));
        Assert.Equal(new LocalDate(2026, 6, 30), june.KnownUntil);
    }
}
