using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Tests.Calendars;

namespace Reform.Domain.Tests.Deadlines;

public sealed class DeadlineBasisTests
{
    [Fact]
    public void Every_step_of_a_deadline_has_its_basis() => Assert.All(
        TimeLimit.WorkingDays(5).From(new LocalDate(2026, 6, 1), TestCalendars.June2026()).Explain(), s => Assert.NotNull(s.Basis));

    [Fact]
    public void A_make_up_saturday_on_which_a_period_ends_is_named() => Assert.Contains(
        TimeLimit.CalendarDays(1).From(new LocalDate(2026, 8, 21), TestCalendars.Vietnam).Explain(), s => s.Code == "make_up_working_day");
}
