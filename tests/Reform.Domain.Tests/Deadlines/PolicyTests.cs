using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Tests.Calendars;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>Every policy, both ways.</summary>
public sealed class PolicyTests
{
    private static readonly WorkCalendar June = TestCalendars.June2026();
    private static readonly LocalTime Three = new(15, 0);

    public static TheoryData<string, string, string, string, string> Intakes => new()
    {
        // limit, received, as stamped, after 15:00, after a day off
        { "1 working_day", "2026-06-01 14:00", "2026-06-02", "2026-06-02", "2026-06-02" },
        { "1 working_day", "2026-06-01 15:00", "2026-06-02", "2026-06-02", "2026-06-02" },
        { "1 working_day", "2026-06-01 15:01", "2026-06-02", "2026-06-03", "2026-06-02" },
        { "1 working_day", "2026-06-06 09:00", "2026-06-08", "2026-06-08", "2026-06-09" },
        { "1 working_day", "2026-06-06 16:00", "2026-06-08", "2026-06-09", "2026-06-09" },
        { "2 working_hour", "2026-06-01 15:30", "2026-06-02 08:00", "2026-06-02 09:30", "2026-06-02 08:00" },
        { "2 hour", "2026-06-06 09:00", "2026-06-06 11:00", "2026-06-06 11:00", "2026-06-08 09:30" },
        { "1 half_day", "2026-06-06 09:00", "2026-06-08 11:30", "2026-06-08 11:30", "2026-06-08 17:00" },
        { "1 same_day", "2026-06-05 15:30", "2026-06-05", "2026-06-08", "2026-06-05" },
        { "1 month", "2026-06-05 15:30", "2026-07-06", "2026-07-08", "2026-07-06" },
    };

    [Theory]
    [MemberData(nameof(Intakes))]
    public void Intake(string limit, string received, string stamped, string cutOff, string dayOff)
    {
        WorkCalendar calendar = WorkCalendar.VietnamStateAgencies;
        Assert.Equal(stamped, Due(limit, received, calendar, DeadlinePolicy.Default));
        Assert.Equal(cutOff, Due(limit, received, calendar, DeadlinePolicy.Default with { Intake = IntakePolicy.NextOpeningAfter(Three) }));
        Assert.Equal(dayOff, Due(limit, received, calendar, DeadlinePolicy.Default with { Intake = IntakePolicy.NextOpeningAfterDayOff }));
    }

    [Theory]
    [InlineData("2026-06-05 14:00", "2026-06-08")]
    [InlineData("2026-06-05 15:01", "2026-06-09")]
    [InlineData("2026-06-06 09:00", "2026-06-09")]
    public void Intake_after_a_cut_off_hour_or_on_a_day_off(string received, string due)
    {
        DeadlinePolicy policy = DeadlinePolicy.Default with { Intake = IntakePolicy.NextOpeningAfterCutOffOrDayOff(Three) };
        Assert.Equal(due, Due("1 working_day", received, June, policy));
    }

    [Fact]
    public void A_day_off_can_be_told_from_a_date_alone_and_a_cut_off_hour_cannot()
    {
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(1)) { Policy = DeadlinePolicy.Default with { Intake = IntakePolicy.NextOpeningAfterDayOff } };
        Assert.Equal("2026-06-09", Reading.Due(terms.From(Reading.Day("2026-06-06"), June)));
        DeadlineTerms cutOff = terms with { Policy = DeadlinePolicy.Default with { Intake = IntakePolicy.NextOpeningAfterCutOffOrDayOff(Three) } };
        Assert.Equal("2026-06-09", Reading.Due(cutOff.From(Reading.Day("2026-06-06"), June)));
        Assert.Equal("received", Assert.Throws<InvalidTermsException>(() => cutOff.From(Reading.Day("2026-06-05"), June)).Field);
    }

    [Theory]
    [InlineData("2026-06-01 10:00", "2026-06-01 17:00", "2026-06-01 16:00")] // the afternoon; or 1.5 + 2.5 hours
    [InlineData("2026-06-01 13:30", "2026-06-02 11:30", "2026-06-02 08:00")] // the next morning; or 3.5 + 0.5 hours
    public void Half_day(string received, string session, string fourHours)
    {
        Assert.Equal(session, Due("1 half_day", received, June, DeadlinePolicy.Default));
        Assert.Equal(fourHours, Due("1 half_day", received, June, DeadlinePolicy.Default with { HalfDay = HalfDayPolicy.FourWorkingHours }));
    }

    [Theory]
    [InlineData("2026-06-02 16:59", DeadlineState.OnTime, DeadlineState.OnTime)]
    [InlineData("2026-06-02 17:00", DeadlineState.OnTime, DeadlineState.OnTime)]
    [InlineData("2026-06-02 17:01", DeadlineState.OnTime, DeadlineState.Late)]
    [InlineData("2026-06-03 00:00", DeadlineState.Late, DeadlineState.Late)]
    [InlineData("2026-06-01 23:00", DeadlineState.Early, DeadlineState.Early)]
    public void End_of_the_due_date(string delivered, DeadlineState endOfDay, DeadlineState closing)
    {
        LocalDateTime at = Reading.Moment(delivered);
        LocalDateTime later = at.PlusDays(1);
        Deadline standard = TimeLimit.WorkingDays(1).From(Reading.Day("2026-06-01"), June);
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(1)) { Policy = DeadlinePolicy.Default with { DueEnd = DueEndPolicy.CloseOfBusiness } };
        Deadline strict = terms.From(Reading.Day("2026-06-01"), June);
        Assert.Equal(endOfDay, standard.StatusAt(later, at).State);
        Assert.Equal(closing, strict.StatusAt(later, at).State);
        Assert.Equal(Reading.Moment("2026-06-03 00:00"), standard.DueAt);
        Assert.Equal(Reading.Moment("2026-06-02 17:00"), strict.DueAt);
        Assert.Equal(DueKind.Date, strict.DueKind);
    }

    [Theory]
    [InlineData("2024-02-29", "1 year", "2025-02-28", "2025-03-01")]
    [InlineData("2024-02-29", "4 year", "2028-02-29", "2028-02-29")]
    [InlineData("2024-02-28", "1 year", "2025-02-28", "2025-02-28")]
    [InlineData("2024-02-29", "12 month", "2025-02-28", "2025-02-28")] // months end on the month's last day by law
    public void Leap_day(string received, string limit, string february, string march)
    {
        DeadlinePolicy stay = DeadlinePolicy.Default with { Roll = RollPolicy.Stay };
        WorkCalendar calendar = WorkCalendar.VietnamStateAgencies;
        Assert.Equal(february, Due(limit, received + " 09:00", calendar, stay));
        Assert.Equal(march, Due(limit, received + " 09:00", calendar, stay with { LeapDay = LeapDayPolicy.March1 }));
    }

    [Theory]
    [InlineData("5 calendar_day", "2026-06-08", "2026-06-05", "2026-06-06")] // ends on a Saturday
    [InlineData("4 calendar_day", "2026-06-05", "2026-06-05", "2026-06-05")]
    [InlineData("1 week", "2026-06-08", "2026-06-08", "2026-06-08")]
    [InlineData("6 non_holiday_day", "2026-06-08", "2026-06-05", "2026-06-07")]
    public void Roll(string limit, string next, string previous, string stay)
    {
        Assert.Equal(next, Due(limit, "2026-06-01 09:00", June, DeadlinePolicy.Default));
        Assert.Equal(previous, Due(limit, "2026-06-01 09:00", June, DeadlinePolicy.Default with { Roll = RollPolicy.PreviousWorkingDay }));
        Assert.Equal(stay, Due(limit, "2026-06-01 09:00", June, DeadlinePolicy.Default with { Roll = RollPolicy.Stay }));
    }

    [Theory]
    [InlineData("5 working_day", "2026-06-11", "2026-06-15")]        // 2 + 3; or 5 from Monday 8
    [InlineData("6 calendar_day", "2026-06-12", "2026-06-15")]       // 2 + 4; or Sunday 14, rolled
    [InlineData("14 working_hour", "2026-06-09 08:00", "2026-06-10 16:00")] // 6 + 7.5 + 0.5; or 7.5 + 6.5
    public void Supplement(string limit, string excluded, string restarted)
    {
        var terms = new DeadlineTerms(Reading.Limit(limit)) { Suspensions = [Reading.Suspension("2026-06-03..2026-06-08")] };
        DeadlineTerms restart = terms with { Policy = DeadlinePolicy.Default with { Supplement = SupplementRegime.RestartFromZero } };
        LocalDateTime received = limit.EndsWith("hour", StringComparison.Ordinal) ? Reading.Moment("2026-06-02 09:00") : Reading.Moment("2026-06-01 09:00");
        Assert.Equal(excluded, Reading.Due(terms.From(received, June)));
        Assert.Equal(restarted, Reading.Due(restart.From(received, June)));
    }

    [Fact]
    public void Frozen_or_following_decides_which_deadline_stands()
    {
        LocalDate received = Reading.Day("2026-06-01");
        WorkCalendar changed = TestCalendars.June2026(TestCalendars.Day(Reading.Day("2026-06-03"), DayKind.PublicHoliday));
        var frozen = new DeadlineTerms(TimeLimit.WorkingDays(5));
        DeadlineTerms following = frozen with { Policy = DeadlinePolicy.Default with { Calendar = CalendarPolicy.FollowsCalendar } };
        Assert.Equal("2026-06-08", Reading.Due(frozen.From(received, June).Recompute(changed).InForce));
        Assert.Equal("2026-06-09", Reading.Due(following.From(received, June).Recompute(changed).InForce));
    }

    [Fact]
    public void Every_choice_has_a_code_of_its_own_a_name_in_both_languages_and_a_basis()
    {
        NamedPolicy[] all =
        [
            .. RollPolicy.All, .. HalfDayPolicy.All, .. DueEndPolicy.All, .. LeapDayPolicy.All, .. SupplementRegime.All, .. CalendarPolicy.All,
            IntakePolicy.AsStamped, IntakePolicy.NextOpeningAfterDayOff, IntakePolicy.NextOpeningAfter(Three),
            IntakePolicy.NextOpeningAfterCutOffOrDayOff(Three),
        ];
        Assert.Equal(all.Length, all.Select(p => p.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(all, p => Assert.NotEqual(p.Name.Vietnamese, p.Name.English));
        Assert.All(all, p => Assert.False(string.IsNullOrWhiteSpace(p.Basis.Citation.Vietnamese)));
        Assert.All(all.Where(p => p.Basis.Citation.English.StartsWith("Policy", StringComparison.Ordinal)), p => Assert.Contains(
            p.Name.English, p.Basis.Citation.English, StringComparison.Ordinal));
    }

    [Fact]
    public void The_defaults_are_those_of_the_guide()
    {
        Assert.Equal(
            ["as_stamped", "session", "end_of_day", "february_28", "suspended_days_excluded", "next_working_day", "previous_working_day", "frozen_at_receipt"],
            DeadlinePolicy.Default.Choices.Select(c => c.Code));
        Assert.Same(DeadlinePolicy.Default, new DeadlineTerms(TimeLimit.WorkingDays(1)).Policy);
    }

    [Fact]
    public void Intake_policies_are_equal_when_they_treat_every_receipt_alike()
    {
        Assert.Equal(IntakePolicy.NextOpeningAfter(Three), IntakePolicy.NextOpeningAfter(new LocalTime(15, 0)));
        Assert.NotEqual(IntakePolicy.NextOpeningAfter(Three), IntakePolicy.NextOpeningAfter(new LocalTime(16, 0)));
        Assert.NotEqual(IntakePolicy.NextOpeningAfter(Three), IntakePolicy.NextOpeningAfterCutOffOrDayOff(Three));
        Assert.NotEqual(IntakePolicy.AsStamped, IntakePolicy.NextOpeningAfterDayOff);
    }

    private static string Due(string limit, string received, WorkCalendar calendar, DeadlinePolicy policy) =>
        Reading.Due(new DeadlineTerms(Reading.Limit(limit)) { Policy = policy }.From(Reading.Moment(received), calendar));
}
