using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>Deadlines on years whose decisions are not made, or not known.</summary>
public sealed class ProvisionalTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.VietnamStateAgencies;

    [Theory]
    [InlineData("1 working_day", "2026-12-30 09:00", false)]    // due on 31 December 2026
    [InlineData("2 working_day", "2026-12-30 09:00", true)]     // due in 2027, which has no decision yet
    [InlineData("2 calendar_day", "2026-12-30 09:00", true)]    // ends on 1 January 2027
    [InlineData("1 month", "2026-12-30 09:00", true)]
    [InlineData("1 working_hour", "2026-12-31 09:00", false)]
    [InlineData("1 working_hour", "2026-12-31 16:30", true)]    // goes on in 2027
    [InlineData("1 working_hour", "2027-01-04 09:00", true)]    // the day of receipt itself is provisional
    [InlineData("1 half_day", "2027-01-04 09:00", true)]
    [InlineData("48 hour", "2026-12-31 09:00", false)]          // by the clock: no calendar is asked
    [InlineData("90 minute", "2027-01-04 09:00", false)]
    [InlineData("1 immediate", "2027-01-04 09:00", false)]
    [InlineData("1 same_day", "2027-01-04 09:00", false)]       // no day after the receipt is counted
    public void A_due_is_provisional_when_a_counted_day_is(string limit, string received, bool provisional)
    {
        Deadline deadline = Reading.Limit(limit).From(Reading.Moment(received), Calendar);
        Assert.Equal(provisional, deadline.IsProvisional);
        Assert.Equal(provisional, deadline.StatusAt(Reading.Moment(received)).IsProvisional);
        Assert.Equal(provisional, deadline.Explain().Any(r => r.Code == "provisional"));
    }

    [Fact]
    public void Why_it_is_provisional_is_told() => Assert.Contains(
        TimeLimit.WorkingDays(40).From(Reading.Day("2026-12-21"), Calendar).Explain(),
        r => r.Code == "tet_not_decided" && r.Sentence.English.Contains("2027", StringComparison.Ordinal));

    [Fact]
    public void A_limit_counted_back_is_provisional_by_the_days_before_its_day()
    {
        Assert.True(TimeLimit.WorkingDays(5).Before(Reading.Day("2027-02-15"), Calendar).IsProvisional);
        Assert.False(TimeLimit.WorkingDays(1).Before(Reading.Day("2027-01-01"), Calendar).IsProvisional);
        Assert.True(TimeLimit.WorkingDays(1).Before(Reading.Day("2027-01-04"), Calendar, Bound.Inclusive).IsProvisional);
        Assert.False(TimeLimit.Hours(1).Before(Reading.Moment("2027-02-15 08:00"), Calendar).IsProvisional);
    }

    [Fact]
    public void An_extension_by_the_clock_rests_on_what_was_counted_before()
    {
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(1)) { Extensions = [new Extension(TimeLimit.Hours(48))] };
        Assert.False(terms.From(Reading.Day("2026-12-30"), Calendar).IsProvisional);
        Assert.True(terms.From(Reading.Day("2026-12-31"), Calendar).IsProvisional);
        DeadlineTerms hours = terms with { Limit = TimeLimit.Hours(1) };
        Assert.False(hours.From(Reading.Moment("2027-01-04 09:00"), Calendar).IsProvisional);
    }

    [Fact]
    public void While_it_is_suspended_only_the_days_counted_so_far_matter()
    {
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(30)) { Suspensions = [Reading.Suspension("2026-12-29..")] };
        Assert.False(terms.From(Reading.Day("2026-12-21"), Calendar).IsProvisional);
        DeadlineTerms later = terms with { Suspensions = [Reading.Suspension("2027-01-05..")] };
        Assert.True(later.From(Reading.Day("2026-12-21"), Calendar).IsProvisional);
    }

    [Fact]
    public void An_open_question_is_told_though_the_day_is_settled()
    {
        // 24 November 2029 is a Saturday: whether it gives a compensatory day is open
        ValueList<string> codes = TimeLimit.WorkingDays(5).From(Reading.Day("2029-11-20"), Calendar).Explain().Select(r => r.Code).ToValueList();
        Assert.Contains("compensatory_day_unsettled", codes);
        Assert.DoesNotContain("compensatory_day_unsettled", TimeLimit.WorkingDays(5).From(Reading.Day("2029-06-04"), Calendar).Explain().Select(r => r.Code));
    }

    [Fact]
    public void A_slip_printed_before_a_decision_rests_on_the_calendar_of_its_day()
    {
        // decided on 25 December 2025: 2 January off for Saturday 10 January
        LocalDate received = new(2025, 12, 30);
        Deadline printed = TimeLimit.WorkingDays(7).From(received, Calendar.AsKnownOn(new LocalDate(2025, 12, 24)));
        Deadline decided = TimeLimit.WorkingDays(7).From(received, Calendar.AsKnownOn(new LocalDate(2025, 12, 25)));
        Assert.Equal(("2026-01-09", "2026-01-10"), (Reading.Due(printed), Reading.Due(decided)));
        Assert.Contains(printed.Explain(), r => r.Code == "calendar_used_as_known");
        Assert.Equal(
            [new LocalDate(2026, 1, 2), new LocalDate(2026, 1, 10)],
            printed.Recompute(Calendar).DifferentDays.Select(d => d.Date));
    }
}
