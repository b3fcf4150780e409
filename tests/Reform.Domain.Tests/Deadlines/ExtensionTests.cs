using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Tests.Calendars;

namespace Reform.Domain.Tests.Deadlines;

public sealed class ExtensionTests
{
    private static readonly WorkCalendar June = TestCalendars.June2026();
    private static readonly LegalBasis Rule = LegalBasis.Citing("Quy chế thử, Điều 5");

    [Theory]
    [InlineData("5 working_day", "3 working_day", "2026-06-11")]
    [InlineData("5 calendar_day", "2 calendar_day", "2026-06-08")]       // from Saturday the 6th, not from the rolled Monday
    [InlineData("5 calendar_day", "1 working_day", "2026-06-08")]        // the first working day after Saturday
    [InlineData("5 working_day", "1 week", "2026-06-15")]
    [InlineData("8 working_hour", "1 working_day", "2026-06-03")]        // ends on Tuesday at 09:30; that date is not counted
    [InlineData("1 working_day", "2 working_hour", "2026-06-03 09:30")]  // on from the end of Tuesday
    [InlineData("1 working_day", "90 minute", "2026-06-03 01:30")]
    [InlineData("5 calendar_day", "1 half_day", "2026-06-08 11:30")]
    [InlineData("2 working_hour", "3 working_hour", "2026-06-01 16:00")]
    [InlineData("1 half_day", "1 half_day", "2026-06-02 11:30")]
    [InlineData("1 same_day", "1 working_day", "2026-06-02")]
    public void An_extension_counts_on_in_its_own_unit(string limit, string extension, string due)
    {
        var terms = new DeadlineTerms(Reading.Limit(limit)) { Extensions = [new Extension(Reading.Limit(extension))] };
        Assert.Equal(due, Reading.Due(terms.From(Reading.Moment("2026-06-01 09:00"), June)));
    }

    [Fact]
    public void A_month_goes_on_from_the_clamped_day()
    {
        // 30 January, 29 February, 29 March; not from 30 January again
        var terms = new DeadlineTerms(TimeLimit.Months(1)) { Extensions = [new Extension(TimeLimit.Months(1))] };
        Assert.Equal("2024-03-29", Reading.Due(terms.From(Reading.Day("2024-01-30"), WorkCalendar.VietnamStateAgencies)));
    }

    [Fact]
    public void A_suspension_reaches_into_the_extension()
    {
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(2))
        {
            Extensions = [new Extension(TimeLimit.WorkingDays(2))],
            Suspensions = [Reading.Suspension("2026-06-04..2026-06-08")],
        };
        Assert.Equal("2026-06-09", Reading.Due(terms.From(Reading.Day("2026-06-01"), June)));
        Assert.Equal("2026-06-03", Reading.Due((terms with { Extensions = [] }).From(Reading.Day("2026-06-01"), June)));
    }

    [Fact]
    public void A_tolerance_is_counted_after_at_once()
    {
        var terms = new DeadlineTerms(TimeLimit.Immediate) { Tolerance = TimeLimit.WorkingHours(2) };
        Assert.Equal("2026-06-01 10:30", Reading.Due(terms.From(Reading.Moment("2026-06-01 08:30"), June)));
        Assert.Equal("2026-06-02", Reading.Due((terms with { Tolerance = TimeLimit.WorkingDays(1) }).From(Reading.Moment("2026-06-01 08:30"), June)));
    }

    [Theory]
    [InlineData("15 working_day", "2026-06-05", null)]
    [InlineData("15 working_day", "2026-06-08", null)]                          // granted on the last day
    [InlineData("15 working_day", "2026-06-09", "extension_after_expiry")]
    [InlineData("15 working_day", null, null)]                                  // the date is not stated, so not judged
    [InlineData("16 working_day", "2026-06-05", "extension_beyond_length")]
    [InlineData("1 calendar_day", "2026-06-05", "extension_in_another_unit")]
    public void An_extension_is_granted_or_refused_by_the_cap(string length, string? grantedOn, string? refusal)
    {
        WorkCalendar calendar = WorkCalendar.VietnamStateAgencies;
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(5)) { ExtensionCap = new ExtensionCap(Rule, times: 1, TimeLimit.WorkingDays(15)) };
        Deadline deadline = terms.From(Reading.Day("2026-06-01"), calendar);
        var extension = new Extension(Reading.Limit(length), grantedOn is null ? null : Reading.Day(grantedOn));
        ExtensionDecision decision = deadline.Grant(extension);
        Assert.Equal(refusal is null, decision.IsGranted);
        Assert.Equal(refusal ?? "extension_within_cap", decision.Reason.Code);
        Assert.Equal(Rule, decision.Reason.Basis);
        Assert.Equal(refusal is null ? "2026-06-29" : "2026-06-08", Reading.Due(decision.Deadline));
        DeadlineTerms built = terms with { Extensions = [extension] };
        if (refusal is null)
        {
            Assert.Equal(decision.Deadline, built.From(Reading.Day("2026-06-01"), calendar));
            return;
        }

        InvalidTermsException error = Assert.Throws<InvalidTermsException>(() => built.From(Reading.Day("2026-06-01"), calendar));
        Assert.Equal(("extensions[0]", refusal), (error.Field, error.Reason.Code));
    }

    [Fact]
    public void One_more_than_the_number_allowed_is_refused()
    {
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(5)) { ExtensionCap = new ExtensionCap(Rule, times: 1) };
        ExtensionDecision first = terms.From(Reading.Day("2026-06-01"), June).Grant(new Extension(TimeLimit.WorkingDays(2)));
        ExtensionDecision second = first.Deadline.Grant(new Extension(TimeLimit.WorkingDays(2)));
        Assert.True(first.IsGranted);
        Assert.False(second.IsGranted);
        Assert.Equal("extension_beyond_number", second.Reason.Code);
        Assert.Equal(first.Deadline, second.Deadline);
        DeadlineTerms both = terms with { Extensions = [first.Extension, second.Extension] };
        Assert.Equal("extensions[1]", Assert.Throws<InvalidTermsException>(() => both.From(Reading.Day("2026-06-01"), June)).Field);
        var none = terms with { ExtensionCap = new ExtensionCap(Rule, times: 0) };
        Assert.False(none.From(Reading.Day("2026-06-01"), June).Grant(first.Extension).IsGranted);
        Assert.Equal("times", Assert.Throws<ArgumentOutOfRangeException>(() => new ExtensionCap(Rule, times: -1)).ParamName);
    }

    [Fact]
    public void The_expiry_of_a_second_extension_is_that_of_the_first()
    {
        var terms = new DeadlineTerms(TimeLimit.CalendarDays(5))
        {
            ExtensionCap = new ExtensionCap(Rule),
            Extensions =
            [
                new Extension(TimeLimit.CalendarDays(3), Reading.Day("2026-06-08")),
                new Extension(TimeLimit.CalendarDays(3), Reading.Day("2026-06-09")),
            ],
        };
        Assert.Equal("2026-06-12", Reading.Due(terms.From(Reading.Day("2026-06-01"), June))); // granted on the rolled Monday 8, on Tuesday 9
        DeadlineTerms late = terms with { Extensions = [terms.Extensions[0], new Extension(TimeLimit.CalendarDays(3), Reading.Day("2026-06-10"))] };
        Assert.Equal("extensions[1]", Assert.Throws<InvalidTermsException>(() => late.From(Reading.Day("2026-06-01"), June)).Field);
    }

    [Theory]
    [InlineData("2026-06-03..2026-06-04", "2026-06-11", null)]                         // restarted, so running until the 11th
    [InlineData("2026-06-03..2026-06-04", "2026-06-12", "extension_after_expiry")]
    [InlineData("2026-06-10..2026-06-12", "2026-06-11", "extension_after_expiry")]     // only the extended period would meet the supplement
    [InlineData("2026-06-10..", "2026-06-11", "extension_after_expiry")]
    [InlineData("2026-06-03..", "2026-06-25", null)]
    public void An_extension_is_judged_against_the_period_without_it(string suspension, string grantedOn, string? refusal)
    {
        foreach (SupplementRegime regime in SupplementRegime.All)
        {
            var terms = new DeadlineTerms(TimeLimit.WorkingDays(5))
            {
                ExtensionCap = new ExtensionCap(Rule),
                Suspensions = [Reading.Suspension(suspension)],
                Policy = DeadlinePolicy.Default with { Supplement = regime },
            };
            var extension = new Extension(TimeLimit.WorkingDays(5), Reading.Day(grantedOn));
            bool excluded = regime == SupplementRegime.SuspendedDaysExcluded && suspension == "2026-06-03..2026-06-04"; // until the 9th
            ExtensionDecision decision = terms.From(Reading.Day("2026-06-01"), June).Grant(extension);
            Assert.Equal(refusal is null && !excluded, decision.IsGranted);
            DeadlineTerms built = terms with { Extensions = [extension] };
            if (!decision.IsGranted)
            {
                Assert.Equal("extension_after_expiry", Assert.Throws<InvalidTermsException>(() => built.From(Reading.Day("2026-06-01"), June)).Reason.Code);
            }
            else
            {
                Assert.Equal(decision.Deadline, built.From(Reading.Day("2026-06-01"), June));
            }
        }
    }

    [Fact]
    public void A_number_beyond_the_cap_is_refused_while_a_suspension_lasts_too()
    {
        foreach (SupplementRegime regime in SupplementRegime.All)
        {
            var terms = new DeadlineTerms(TimeLimit.WorkingDays(5))
            {
                ExtensionCap = new ExtensionCap(Rule, times: 0),
                Suspensions = [Reading.Suspension("2026-06-03..")],
                Extensions = [new Extension(TimeLimit.WorkingDays(1))],
                Policy = DeadlinePolicy.Default with { Supplement = regime },
            };
            Assert.Equal("extensions[0]", Assert.Throws<InvalidTermsException>(() => terms.From(Reading.Day("2026-06-01"), June)).Field);
        }
    }

    [Fact]
    public void Without_a_date_of_the_grant_the_end_of_the_calendar_is_no_obstacle()
    {
        // the unextended period would roll out of the calendar: from Sunday 28 June, with the 29th and 30th off, to July
        WorkCalendar short30 = TestCalendars.June2026(
            TestCalendars.Day(Reading.Day("2026-06-29"), DayKind.PublicHoliday), TestCalendars.Day(Reading.Day("2026-06-30"), DayKind.PublicHoliday));
        var terms = new DeadlineTerms(TimeLimit.CalendarDays(6)) { Extensions = [new Extension(TimeLimit.Hours(5))], ExtensionCap = new ExtensionCap(Rule, times: 3) };
        Assert.Equal("2026-06-29 05:00", Reading.Due(terms.From(Reading.Day("2026-06-22"), short30)));
    }

    [Fact]
    public void Without_a_cap_nothing_forbids_and_that_is_said()
    {
        Deadline deadline = TimeLimit.WorkingDays(5).From(Reading.Day("2026-06-01"), June);
        ExtensionDecision decision = deadline.Grant(new Extension(TimeLimit.WorkingDays(1), Reading.Day("2026-06-20")));
        Assert.True(decision.IsGranted);
        Assert.Equal("extension_without_cap", decision.Reason.Code);
        Assert.Equal("2026-06-09", Reading.Due(decision.Deadline));
        Assert.Equal("2026-06-08", Reading.Due(deadline));
    }

    [Fact]
    public void While_a_suspension_lasts_no_extension_comes_too_late()
    {
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(5)) { Suspensions = [Reading.Suspension("2026-06-03..")], ExtensionCap = new ExtensionCap(Rule) };
        ExtensionDecision decision = terms.From(Reading.Day("2026-06-01"), June).Grant(new Extension(TimeLimit.WorkingDays(2), Reading.Day("2026-06-25")));
        Assert.True(decision.IsGranted);
        Assert.Equal(new TimeAmount(5, TimeUnit.WorkingDay), decision.Deadline.RemainingAt(Reading.Moment("2026-06-25 00:00")));
    }
}
