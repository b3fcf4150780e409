using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Tests.Calendars;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>A calendar that changes, and alternatives side by side.</summary>
public sealed class RecomputeTests
{
    private static readonly WorkCalendar June = TestCalendars.June2026();
    private static readonly CalendarDay Holiday = TestCalendars.Day(Reading.Day("2026-06-03"), DayKind.PublicHoliday);
    private static readonly CalendarDay Outside = TestCalendars.Day(Reading.Day("2026-06-22"), DayKind.PublicHoliday);

    [Fact]
    public void A_later_calendar_gives_another_deadline_and_the_days_that_differ()
    {
        WorkCalendar later = TestCalendars.June2026(Holiday, Outside);
        Deadline before = TimeLimit.WorkingDays(5).From(Reading.Day("2026-06-01"), June);
        DeadlineChange change = before.Recompute(later);
        Assert.True(change.HasMoved);
        Assert.Equal(("2026-06-08", "2026-06-09"), (Reading.Due(change.Before), Reading.Due(change.After)));
        ChangedDay day = Assert.Single(change.DifferentDays);
        Assert.Equal((Reading.Day("2026-06-03"), "working_day", "day_off"), (day.Date, day.Before.Code, day.After.Code));
        Assert.Equal((June.Version, later.Version), (change.Before.CalendarVersion, change.After.CalendarVersion));
        Assert.Equal("2026-06-08", Reading.Due(before));
        Assert.Equal(
            ["deadline_moved", "working_day", "day_off", "deadline_that_stands"],
            change.Explain().Select(r => r.Code));
        Assert.Equal("The due that stands is 8 June 2026: the calendar is frozen at receipt", change.Explain()[3].Sentence.English);
    }

    [Fact]
    public void A_change_outside_the_counted_span_moves_nothing()
    {
        DeadlineChange change = TimeLimit.WorkingDays(5).From(Reading.Day("2026-06-01"), June).Recompute(TestCalendars.June2026(Outside));
        Assert.False(change.HasMoved);
        Assert.Empty(change.DifferentDays);
        Assert.Equal("deadline_not_moved", change.Explain()[0].Code);
        Assert.NotEqual(change.Before, change.After);
    }

    [Fact]
    public void The_same_calendar_gives_the_same_deadline()
    {
        var terms = new DeadlineTerms(TimeLimit.Months(1)) { Extensions = [new Extension(TimeLimit.WorkingDays(3))] };
        Deadline deadline = terms.From(Reading.Moment("2026-03-02 09:00"), WorkCalendar.VietnamStateAgencies);
        Assert.Equal(deadline, deadline.Recompute(WorkCalendar.VietnamStateAgencies).After);
        Deadline back = TimeLimit.CalendarDays(5).Before(Reading.Day("2026-06-19"), June, Bound.Inclusive);
        Assert.Equal(back, back.Recompute(June).After);
    }

    [Fact]
    public void A_backward_limit_is_recomputed_backward()
    {
        WorkCalendar later = TestCalendars.June2026(TestCalendars.Day(Reading.Day("2026-06-17"), DayKind.PublicHoliday), Holiday);
        DeadlineChange change = TimeLimit.WorkingDays(5).Before(Reading.Day("2026-06-19"), June).Recompute(later);
        Assert.Equal(("2026-06-12", "2026-06-11"), (Reading.Due(change.Before), Reading.Due(change.After)));
        Assert.Equal([Reading.Day("2026-06-17")], change.DifferentDays.Select(d => d.Date));
    }

    [Fact]
    public void A_calendar_that_no_longer_covers_it_is_refused()
    {
        Deadline deadline = TimeLimit.WorkingDays(5).From(Reading.Day("2025-06-02"), WorkCalendar.VietnamStateAgencies);
        Assert.Throws<CalendarRangeException>(() => deadline.Recompute(June));
    }

    [Fact]
    public void Alternatives_stand_side_by_side()
    {
        var base5 = new DeadlineTerms(TimeLimit.WorkingDays(5));
        DeadlineTerms shorter = base5 with { Limit = TimeLimit.WorkingDays(4) };
        DeadlineTerms strict = base5 with { Policy = DeadlinePolicy.Default with { DueEnd = DueEndPolicy.CloseOfBusiness } };
        DeadlineTerms extended = base5 with { Extensions = [new Extension(TimeLimit.WorkingDays(2))] };
        DeadlineTerms waiting = base5 with { Suspensions = [Reading.Suspension("2026-06-02..")] };
        WorkCalendar other = TestCalendars.June2026(Holiday);
        DeadlineComparison comparison = DeadlineComparison.Of(
            Reading.Day("2026-06-01"),
            [
                ("now", base5, June), ("20 % shorter", shorter, June), ("until closing", strict, June), ("extended", extended, June),
                ("waiting", waiting, June), ("with a holiday", base5, other),
            ]);
        Assert.Equal(
            [("now", "2026-06-08", 0), ("20 % shorter", "2026-06-05", -3), ("until closing", "2026-06-08", 0), ("extended", "2026-06-10", 2),
                ("waiting", "none", null), ("with a holiday", "2026-06-09", 1)],
            comparison.Alternatives.Select(a => (a.Label, Reading.Due(a.Deadline), a.DaysLater)));
        Assert.Equal(
            ["", "other_limit", "other_policy", "other_suspensions_or_extensions", "other_suspensions_or_extensions", "other_calendar"],
            comparison.Alternatives.Select(a => string.Join(' ', a.Differences.Select(d => d.Code))));
    }

    [Fact]
    public void A_comparison_from_a_moment_takes_hours_too_and_needs_an_alternative()
    {
        DeadlineComparison comparison = DeadlineComparison.Of(
            Reading.Moment("2026-06-01 09:00"),
            [("hours", new DeadlineTerms(TimeLimit.WorkingHours(8)), June), ("a day", new DeadlineTerms(TimeLimit.WorkingDays(1)), June)]);
        Assert.Equal(["2026-06-02 09:30", "2026-06-02"], comparison.Alternatives.Select(a => Reading.Due(a.Deadline)));
        Assert.Throws<ArgumentException>(() => DeadlineComparison.Of(Reading.Day("2026-06-01"), []));
    }
}
