using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>What a caller writes; the rest of the feature serves these lines.</summary>
public sealed class TenLinesTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.VietnamStateAgencies;

    [Fact]
    public void When_is_it_due_and_why()
    {
        Deadline deadline = TimeLimit.WorkingDays(5).From(new LocalDate(2024, 4, 26), Calendar);

        Assert.Equal(new LocalDate(2024, 5, 7), deadline.DueDate);
        Assert.False(deadline.IsProvisional);
        Assert.Equal(Calendar.Version, deadline.CalendarVersion);
        Assert.Contains(deadline.Explain(), r => r.Sentence.Vietnamese.Contains("29/04/2024", StringComparison.Ordinal));
    }

    [Fact]
    public void Until_when_with_a_suspension_and_an_extension_and_how_does_it_stand()
    {
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(15))
        {
            Suspensions = [new Suspension(new LocalDate(2026, 3, 9), new LocalDate(2026, 3, 16), new BilingualText("chờ bổ sung", "waiting for papers"))],
            Extensions = [new Extension(TimeLimit.WorkingDays(5))],
            WarningLevels = [WarningLevel.WorkingDaysBefore(3)],
        };
        Deadline deadline = terms.From(new LocalDateTime(2026, 3, 2, 9, 0), Calendar);
        LocalDateTime now = new(2026, 4, 3, 8, 0);

        Assert.Equal(new LocalDate(2026, 4, 6), deadline.DueDate);
        Assert.Equal(DeadlineState.DueSoon, deadline.StatusAt(now).State);
        Assert.Equal(new TimeAmount(19, TimeUnit.WorkingDay), deadline.UsedAt(now));
        Assert.Equal(new TimeAmount(1, TimeUnit.WorkingDay), deadline.RemainingAt(now));
    }

    [Fact]
    public void By_when_must_it_be_sent_so_that_thirty_working_days_remain() =>
        Assert.Equal(new LocalDate(2025, 4, 2), TimeLimit.WorkingDays(30).Before(new LocalDate(2025, 5, 19), Calendar).DueDate);

    [Fact]
    public void What_does_a_decision_of_December_change()
    {
        WorkCalendar known = Calendar.AsKnownOn(new LocalDate(2025, 12, 20));
        Deadline printed = TimeLimit.WorkingDays(3).From(new LocalDate(2025, 12, 30), known);
        DeadlineChange change = printed.Recompute(Calendar);

        Assert.Equal((new LocalDate(2026, 1, 5), new LocalDate(2026, 1, 6)), (change.Before.DueDate, change.After.DueDate));
        Assert.Equal([new LocalDate(2026, 1, 2)], change.DifferentDays.Select(d => d.Date));
        Assert.Equal(printed, change.InForce);
    }
}
