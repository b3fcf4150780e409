using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Tests.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>Limits of steps inside the limit of the whole.</summary>
public sealed class StepScheduleTests
{
    private static readonly WorkCalendar June = TestCalendars.June2026();

    [Fact]
    public void Steps_in_sequence_add_up_to_the_whole()
    {
        StepSchedule schedule = Schedule("16 working_day", Step("3 working_day"), Step("3 working_day"), Step("10 working_day"));
        StepDeadlines due = schedule.From(Reading.Day("2026-06-01"), June);
        Assert.Equal(["2026-06-04", "2026-06-09", "2026-06-23"], due.Steps.Select(s => Reading.Due(s.Deadline)));
        Assert.Equal("2026-06-23", Reading.Due(due.Whole));
        Assert.Empty(due.Conflicts);
    }

    [Fact]
    public void A_step_runs_from_the_unrolled_end_of_the_one_before()
    {
        StepDeadlines due = Schedule("10 calendar_day", Step("5 calendar_day"), Step("5 calendar_day")).From(Reading.Day("2026-06-01"), June);
        Assert.Equal(["2026-06-08", "2026-06-11"], due.Steps.Select(s => Reading.Due(s.Deadline))); // from Saturday 6, not from Monday 8
        Assert.Equal("2026-06-11", Reading.Due(due.Whole));
    }

    [Fact]
    public void Steps_that_exceed_the_whole_are_reported()
    {
        StepDeadlines due = Schedule("5 working_day", Step("3 working_day"), Step("4 working_day")).From(Reading.Day("2026-06-01"), June);
        Assert.Equal(["steps_sum_exceeds_whole", "step_ends_after_whole"], due.Conflicts.Select(c => c.Code));
        Assert.Equal("The steps in sequence add up to 7 working day(s), more than the whole limit of 5 working day(s)", due.Conflicts[0].Sentence.English);
        Assert.Equal("Bước 'Bước 2' có hạn 10/06/2026, sau hạn toàn quy trình 08/06/2026", due.Conflicts[1].Sentence.Vietnamese);
    }

    [Fact]
    public void A_step_counted_from_the_receipt_overlaps_the_others_and_may_still_end_too_late()
    {
        StepLimit early = Step("3 working_day");
        var beside = new StepLimit("b", new BilingualText("Gửi hồ sơ", "Send the file"), TimeLimit.WorkingDays(25), StepStart.Receipt);
        StepDeadlines due = Schedule("15 working_day", early, beside).From(Reading.Day("2026-03-02"), WorkCalendar.VietnamStateAgencies);
        Assert.Equal(["2026-03-05", "2026-04-06"], due.Steps.Select(s => Reading.Due(s.Deadline)));
        Assert.Equal("2026-03-23", Reading.Due(due.Whole));
        Assert.Equal(["step_ends_after_whole"], due.Conflicts.Select(c => c.Code));
    }

    [Fact]
    public void Steps_of_different_units_and_the_suspensions_of_the_whole()
    {
        var whole = new DeadlineTerms(TimeLimit.WorkingDays(5)) { Suspensions = [Reading.Suspension("2026-06-01..2026-06-03")] };
        var schedule = new StepSchedule(whole, [Step("8 working_hour"), Step("1 working_day") with { Id = "2" }]);
        StepDeadlines due = schedule.From(Reading.Moment("2026-06-01 09:00"), June);
        Assert.Equal(["2026-06-04 09:30", "2026-06-05"], due.Steps.Select(s => Reading.Due(s.Deadline)));
        Assert.Equal("2026-06-10", Reading.Due(due.Whole));
        Assert.Empty(due.Conflicts);
    }

    [Fact]
    public void A_step_knows_how_much_of_itself_is_used()
    {
        Deadline second = Schedule("9 working_day", Step("3 working_day"), Step("5 working_day")).From(Reading.Day("2026-06-01"), June).Steps[1].Deadline;
        Assert.Equal(new TimeAmount(0, TimeUnit.WorkingDay), second.UsedAt(Reading.Moment("2026-06-04 08:00")));
        Assert.Equal(new TimeAmount(2, TimeUnit.WorkingDay), second.UsedAt(Reading.Moment("2026-06-08 08:00")));
        Assert.Equal(Reading.Moment("2026-06-09 00:00"), second.WarnsFrom(WarningLevel.PercentUsed(60)));
        Assert.Equal(TimeLimit.WorkingDays(5), second.Limit);
        Assert.Contains(second.Explain(), r => r.Code == "step_before_counted");
    }

    [Fact]
    public void A_step_after_an_event_that_is_not_known_awaits_it_too()
    {
        var schedule = new StepSchedule(
            new DeadlineTerms(TimeLimit.WorkingDays(30)),
            [new StepLimit("a", BilingualText.Same("a"), TimeLimit.NextEvent(BilingualText.Same("meeting"))), Step("2 working_day")]);
        StepDeadlines due = schedule.From(Reading.Day("2026-03-02"), WorkCalendar.VietnamStateAgencies);
        Assert.All(due.Steps, s => Assert.True(s.Deadline.AwaitsEvent));
        Assert.Empty(due.Conflicts);
    }

    [Fact]
    public void A_schedule_has_steps_with_ids_of_their_own()
    {
        var whole = new DeadlineTerms(TimeLimit.WorkingDays(5));
        Assert.Throws<ArgumentException>(() => new StepSchedule(whole, []));
        Assert.Throws<ArgumentException>(() => new StepSchedule(whole, [Step("1 working_day"), Step("1 working_day")]));
    }

    private static StepLimit Step(string limit) => new("1", new BilingualText("Bước", "Step"), Reading.Limit(limit));

    private static StepSchedule Schedule(string whole, params StepLimit[] steps) =>
        new(new DeadlineTerms(Reading.Limit(whole)), steps.Select((s, i) => s.Id == "1" ? Numbered(s, Number(i + 1)) : s).ToValueList());

    private static StepLimit Numbered(StepLimit step, string number) =>
        step with { Id = number, Name = new BilingualText("Bước " + number, "Step " + number) };

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
