using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Tests.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>Limits bound to the next event of a kind, such as the meeting of a cell.</summary>
public sealed class EventBoundTests
{
    private static readonly WorkCalendar June = TestCalendars.June2026();
    private static readonly BilingualText Meeting = new("kỳ sinh hoạt chi bộ", "meeting of the cell");

    [Theory]
    [InlineData("2026-06-01", "2026-06-03")]
    [InlineData("2026-06-03", "2026-06-21")] // the day of the decision itself is not counted; the 21st is a Sunday, and the meeting's day
    [InlineData("2026-06-02", "2026-06-03")]
    public void It_is_due_on_the_next_known_event(string received, string due)
    {
        var terms = new DeadlineTerms(TimeLimit.NextEvent(Meeting))
        {
            KnownEvents = [Reading.Day("2026-06-21"), Reading.Day("2026-06-03"), Reading.Day("2026-05-03"), Reading.Day("2026-06-28")],
        };
        Deadline deadline = terms.From(Reading.Day(received), June);
        Assert.Equal(due, Reading.Due(deadline));
        Assert.Equal(Meeting, deadline.Limit.Event);
    }

    [Fact]
    public void While_the_event_is_not_known_it_is_awaited_and_no_date_is_guessed()
    {
        var terms = new DeadlineTerms(TimeLimit.NextEvent(Meeting)) { KnownEvents = [Reading.Day("2026-06-03")] };
        Deadline deadline = terms.From(Reading.Day("2026-06-03"), June);
        Assert.True(deadline.AwaitsEvent);
        Assert.False(deadline.HasDue);
        Assert.Throws<InvalidOperationException>(() => deadline.DueDate);
        Assert.Equal(DeadlineState.AwaitingEvent, deadline.StatusAt(Reading.Moment("2027-01-01 08:00")).State);
        Assert.Equal(
            DeadlineState.AwaitingEvent, deadline.StatusAt(Reading.Moment("2027-01-01 08:00"), Reading.Moment("2026-06-20 08:00")).State);
        Assert.Contains(deadline.Explain(), r => r.Code == "awaits_event");
        Assert.Equal(new TimeAmount(1, TimeUnit.NextEvent), deadline.RemainingAt(Reading.Moment("2026-06-20 08:00")));
        Assert.Null(deadline.WarnsFrom(WarningLevel.CalendarDaysBefore(1)));
    }

    [Fact]
    public void Once_it_is_known_it_has_a_status_like_any_other()
    {
        var terms = new DeadlineTerms(TimeLimit.NextEvent(Meeting))
        {
            KnownEvents = [Reading.Day("2026-06-21")],
            WarningLevels = [WarningLevel.CalendarDaysBefore(2)],
        };
        Deadline deadline = terms.From(Reading.Day("2026-06-03"), June);
        Assert.Equal(DeadlineState.Within, deadline.StatusAt(Reading.Moment("2026-06-18 08:00")).State);
        Assert.Equal(DeadlineState.DueSoon, deadline.StatusAt(Reading.Moment("2026-06-19 08:00")).State);
        Assert.Equal(DeadlineState.Overdue, deadline.StatusAt(Reading.Moment("2026-06-22 08:00")).State);
        Assert.Equal(DeadlineState.OnTime, deadline.StatusAt(Reading.Moment("2026-06-22 08:00"), Reading.Moment("2026-06-21 18:00")).State);
    }

    [Fact]
    public void Limits_of_different_events_differ()
    {
        Assert.Equal(TimeLimit.NextEvent(Meeting), TimeLimit.NextEvent(new BilingualText("kỳ sinh hoạt chi bộ", "meeting of the cell")));
        Assert.NotEqual(TimeLimit.NextEvent(Meeting), TimeLimit.NextEvent(BilingualText.Same("congress")));
    }
}
