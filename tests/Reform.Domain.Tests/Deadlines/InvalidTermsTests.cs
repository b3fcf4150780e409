using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Tests.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>Bad input names its field and gives its reason in both languages; it never gives a date.</summary>
public sealed class InvalidTermsTests
{
    private static readonly WorkCalendar June = TestCalendars.June2026();
    private static readonly LocalDate Monday = new(2026, 6, 1);

    public static TheoryData<string, string, Action> Wrong => new()
    {
        { "to", "suspension_ends_before_it_starts", () => _ = new Suspension(Monday, Monday.PlusDays(-1)) },
        { "suspensions[1]", "suspensions_overlap", () => Suspended("2026-06-03..2026-06-05", "2026-06-04..2026-06-09") },
        { "suspensions[0]", "suspensions_overlap", () => Suspended("2026-06-04..2026-06-09", "2026-06-03..2026-06-05") },
        { "suspensions[1]", "suspensions_overlap", () => Suspended("2026-06-03..", "2026-06-08..2026-06-09") },
        { "suspensions[1]", "suspensions_overlap", () => Suspended("2026-06-03..", "2026-06-08..") },
        { "received", "time_of_day_is_missing", () => TimeLimit.Minutes(1).From(Monday, June) },
        { "received", "time_of_day_is_missing", () => TimeLimit.Hours(1).From(Monday, June) },
        { "received", "time_of_day_is_missing", () => TimeLimit.WorkingHours(1).From(Monday, June) },
        { "received", "time_of_day_is_missing", () => TimeLimit.HalfDays(1).From(Monday, June) },
        { "received", "time_of_day_is_missing", () => TimeLimit.Immediate.From(Monday, June) },
        { "day", "time_of_day_is_missing", () => TimeLimit.Hours(1).Before(Monday, June) },
        { "unit", "unit_has_no_length", () => TimeLimit.SameDay.Before(Monday, June) },
        { "unit", "unit_has_no_length", () => TimeLimit.Immediate.Before(Monday.AtMidnight(), June) },
        { "unit", "event_is_missing", () => _ = new TimeLimit(1, TimeUnit.NextEvent) },
        { "length", "unit_has_no_length", () => _ = new Extension(TimeLimit.SameDay) },
        { "length", "unit_has_no_length", () => _ = new Extension(TimeLimit.NextEvent(BilingualText.Same("x"))) },
        { "tolerance", "tolerance_without_immediate", () => Tolerant(TimeLimit.Hours(1)).From(Monday.AtMidnight(), June) },
        { "tolerance", "tolerance_without_immediate", () => Tolerant(TimeLimit.Hours(1)).Before(Monday.AtMidnight(), June) },
        { "suspensions", "not_counted_backward", () => Suspended("2026-06-03..2026-06-05").Before(Monday.PlusDays(20), June) },
        { "extensions", "not_counted_backward", () => Extended().Before(Monday.PlusDays(20), June) },
        { "extensions", "not_counted_backward", () => TimeLimit.WorkingDays(1).Before(Monday.PlusDays(20), June).Grant(Extended().Extensions[0]) },
        { "deliveredAt", "delivered_before_receipt", () => Delivered("2026-05-31 23:59") },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_terms_name_the_field_and_the_reason(string field, string code, Action act)
    {
        InvalidTermsException error = Assert.Throws<InvalidTermsException>(act);
        Assert.Equal(field, error.Field);
        Assert.Equal(field, error.ParamName);
        Assert.Equal(code, error.Reason.Code);
        Assert.NotEqual(error.Reason.Sentence.Vietnamese, error.Reason.Sentence.English);
        Assert.Contains(error.Reason.Sentence.English, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-06-03..2026-06-05", "2026-06-05..2026-06-09")] // (3, 5] and (5, 9] share no day
    [InlineData("2026-06-05..2026-06-05", "2026-06-03..2026-06-09")] // a suspension without days overlaps nothing
    [InlineData("2026-06-09..", "2026-06-03..2026-06-09")]
    public void Suspensions_that_share_no_day_stand_in_any_order(string first, string second) =>
        Assert.Equal(2, Suspended(first, second).Suspensions.Count);

    [Fact]
    public void What_is_absent_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new DeadlineTerms(null!));
        Assert.Throws<ArgumentNullException>(() => new DeadlineTerms(TimeLimit.WorkingDays(1)) { Policy = null! });
        Assert.Throws<ArgumentNullException>(() => DeadlinePolicy.Default with { Roll = null! });
        Assert.Throws<ArgumentNullException>(() => TimeLimit.WorkingDays(1).From(Monday, null!));
        Assert.Throws<ArgumentNullException>(() => TimeLimit.Months(1).From(Monday, null!));
        Assert.Throws<ArgumentNullException>(() => TimeLimit.Months(1).Before(Monday, null!));
        Assert.Equal("bound", Assert.Throws<ArgumentOutOfRangeException>(() => TimeLimit.Months(1).Before(Monday, June, (Bound)2)).ParamName);
    }

    [Theory]
    [InlineData("1 minute")]
    [InlineData("1 hour")]
    [InlineData("1 working_hour")]
    [InlineData("1 half_day")]
    [InlineData("1 working_day")]
    [InlineData("1 calendar_day")]
    [InlineData("1 non_holiday_day")]
    [InlineData("1 week")]
    [InlineData("1 month")]
    [InlineData("1 year")]
    [InlineData("1 same_day")]
    [InlineData("1 immediate")]
    public void A_receipt_outside_the_calendar_is_refused_for_every_unit(string limit)
    {
        Assert.Throws<CalendarRangeException>(() => Reading.Limit(limit).From(Reading.Moment("2026-05-29 09:00"), June));
        Assert.Throws<CalendarRangeException>(() => Reading.Limit(limit).From(Reading.Moment("2026-07-01 00:00"), June));
    }

    [Theory]
    [InlineData("1 minute", "2026-06-30 23:59")]
    [InlineData("7 hour", "2026-06-30 17:00")]
    [InlineData("1 working_hour", "2026-06-30 16:30")]
    [InlineData("1 half_day", "2026-06-30 13:30")]
    [InlineData("1 working_day", "2026-06-30 09:00")]
    [InlineData("1 calendar_day", "2026-06-30 09:00")]
    [InlineData("30 non_holiday_day", "2026-06-01 09:00")]
    [InlineData("5 week", "2026-06-01 09:00")]
    [InlineData("1 month", "2026-06-01 09:00")]
    [InlineData("1 year", "2026-06-01 09:00")]
    public void An_end_outside_the_calendar_is_refused(string limit, string received) =>
        Assert.Throws<CalendarRangeException>(() => Reading.Limit(limit).From(Reading.Moment(received), June));

    [Fact]
    public void A_suspension_that_leads_out_of_the_calendar_is_refused_and_one_that_is_never_reached_is_not()
    {
        Assert.Throws<CalendarRangeException>(() => Suspended("2026-06-02..2200-01-01").From(Monday, June));
        Assert.Equal("2026-06-08", Reading.Due(Suspended("2200-01-01..2300-01-01").From(Monday, June)));
        Assert.Equal("2026-06-08", Reading.Due(Suspended("2200-01-01..").From(Monday, June)));
    }

    [Fact]
    public void The_default_value_is_no_deadline()
    {
        Deadline none = default;
        Assert.Equal(DueKind.None, none.DueKind);
        Assert.False(none.HasDue);
        Assert.Equal(default, none);
        Assert.Equal(0, none.GetHashCode());
        Action[] questions =
        [
            () => _ = none.DueDate, () => _ = none.DueAt, () => _ = none.UnrolledDate, () => _ = none.Limit, () => _ = none.Terms, () => _ = none.Calendar,
            () => _ = none.CalendarVersion, () => _ = none.ReceivedOn, () => _ = none.ReceivedAt, () => _ = none.IsProvisional,
            () => none.Explain(), () => none.Ledger(),
            () => none.StatusAt(Monday.AtMidnight()), () => none.UsedAt(Monday.AtMidnight()), () => none.RemainingAt(Monday.AtMidnight()),
            () => none.WarningsAt(Monday.AtMidnight()), () => none.WarnsFrom(WarningLevel.PercentUsed(50)), () => none.Recompute(June),
            () => none.Grant(new Extension(TimeLimit.WorkingDays(1))),
        ];
        Assert.All(questions, q => Assert.Throws<InvalidOperationException>(q));
    }

    private static DeadlineTerms Tolerant(TimeLimit limit) => new(limit) { Tolerance = TimeLimit.Hours(1) };

    private static DeadlineTerms Extended() => new(TimeLimit.WorkingDays(1)) { Extensions = [new Extension(TimeLimit.WorkingDays(1))] };

    private static DeadlineStatus Delivered(string at) =>
        TimeLimit.WorkingDays(1).From(Monday, June).StatusAt(Reading.Moment("2026-06-05 08:00"), Reading.Moment(at));

    private static DeadlineTerms Suspended(params string[] suspensions) =>
        new(TimeLimit.WorkingDays(5)) { Suspensions = suspensions.Select(Reading.Suspension).ToValueList() };
}
