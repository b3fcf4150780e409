using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Calendars;

public sealed class CalendarIdentityTests
{
    [Fact]
    public void A_kind_of_day_that_is_not_defined_is_refused() =>
        Assert.Throws<ArgumentException>(() => TestCalendars.June2026(TestCalendars.Day(new LocalDate(2026, 6, 5), (DayKind)42)));

    [Fact]
    public void The_version_follows_the_explanation()
    {
        var day = new LocalDate(2026, 6, 5);
        CalendarDay one = TestCalendars.Day(day, DayKind.PublicHoliday);
        Assert.NotEqual(TestCalendars.June2026(one).Version, TestCalendars.June2026(one with { Basis = LegalBasis.Citing("2/TB") }).Version);
    }

    [Fact]
    public void Two_calendars_with_the_same_answers_have_the_same_version()
    {
        BilingualText title = BilingualText.Same("x");
        LocalDate from = new(2026, 6, 1);
        Assert.Equal(
            new WorkCalendar("a", title, from, from.PlusDays(9), TestCalendars.Weekend, []).Version,
            new WorkCalendar("b", title, from, from.PlusDays(9), TestCalendars.Weekend, []).Version);
    }
}
