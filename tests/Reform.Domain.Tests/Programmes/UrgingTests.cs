using CsCheck;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Programmes;
using static Reform.Domain.Tests.Programmes.TestProgrammes;

namespace Reform.Domain.Tests.Programmes;

/// <summary>Urging: when, whom, by whom, and never twice.</summary>
public sealed class UrgingTests
{
    // Due on Thursday 31 October 2024. One working day before is the 30th, five are the 24th; one after is Friday 1 November, three are Tuesday the 5th,
    // five Thursday the 7th, ten Thursday the 14th.
    private static readonly ProgrammeRegister One = Register(Task("a", "propaganda", "2024-10-31"));

    [Theory]
    [InlineData("2024-10-23")]
    [InlineData("2024-10-24", "before_5")]
    [InlineData("2024-10-30", "before_1")]
    [InlineData("2024-10-31", "on_due")]
    [InlineData("2024-11-01", "after_1")]
    [InlineData("2024-11-05", "head_3")]
    [InlineData("2024-11-07", "after_5")]
    [InlineData("2024-11-14", "direct_lead_10")]
    public void E04_Each_stage_has_its_day(string day, params string[] stages)
    {
        UrgingOutbox before = Daily(One, Day("2024-10-01"), Day(day).PlusDays(-1));
        UrgingRun run = Run(One, Day(day), before);
        Assert.Null(run.Refusal);
        Assert.Equal(stages, run.Sent.Select(n => n.Key.Stage));
        Assert.All(run.Sent, n => Assert.Empty(n.Covers));
    }

    [Fact]
    public void E04_A_second_run_on_the_same_day_sends_nothing()
    {
        UrgingRun first = Run(One, Day("2024-10-30"), UrgingOutbox.Empty);
        Assert.Single(first.Sent);
        UrgingRun second = Run(One, Day("2024-10-30"), first.Outbox);
        Assert.Empty(second.Sent);
        Assert.Same(first.Outbox, second.Outbox);

        // Nor when a run that was made before the other was stored is stored too.
        Assert.Same(first.Outbox, first.Outbox.With(first.Sent));
    }

    [Fact]
    public void Missed_days_are_caught_up_by_one_notice_for_each_recipient()
    {
        UrgingRun run = Run(One, Day("2024-11-20"), UrgingOutbox.Empty);

        Assert.Equal(
            [("after_5", "before_5 before_1 on_due after_1"), ("head_3", ""), ("direct_lead_10", "")],
            run.Sent.Select(n => (n.Key.Stage, string.Join(' ', n.Covers))));
        Assert.All(run.Sent, n => Assert.Equal("14", n.Text.Arguments.Single(a => a.Name == "days").Value.ToInvariant()));
        Assert.Empty(Run(One, Day("2024-11-21"), run.Outbox).Sent);
    }

    [Fact]
    public void A04_A_long_delay_reaches_the_head_of_the_lead_then_the_direct_lead_with_a_copy_to_the_head_of_the_issuer()
    {
        Assert.Equal(new ResponsibilityChain(Id, Day("2024-11-14"), "city.secretary", "city.deputy"), One.ResponsibilityOn(Id, Day("2024-11-14")));

        UrgingOutbox outbox = Daily(One, Day("2024-10-01"), Day("2024-11-14"));
        Assert.Equal(
            [(UrgingRecipient.HeadOfLead, "propaganda.head", ""), (UrgingRecipient.DirectLead, "city.deputy", "city.secretary")],
            outbox.Notices.Select(n => n.Notice).Where(n => n.Recipient != UrgingRecipient.Lead).Select(n => (n.Recipient, n.PositionId, string.Join(' ', n.CopiedTo))));
    }

    [Fact]
    public void A05_Only_the_coordinator_of_the_day_urges()
    {
        var handover = Day("2024-11-01");
        ProgrammeRegister handed = new(
            Records(Task("a", "propaganda", "2024-10-31")) with
            {
                Roles =
                [
                    At("r1", Coordinator with { Validity = new Validity(Day("2024-05-03"), handover) }),
                    At("r3", Coordinator with { Id = "r3", HolderId = "front", Validity = new Validity(handover, null) }), At("r2", DirectLead),
                ],
            },
            City);

        UrgingRun refused = Run(handed, handover, UrgingOutbox.Empty);
        Assert.Equal("urging_not_coordinator", refused.Refusal!.Code);
        Assert.Empty(refused.Sent);
        Assert.Same(UrgingOutbox.Empty, refused.Outbox);
        Assert.Single(Run(handed, handover.PlusDays(-1), UrgingOutbox.Empty).Sent);
        Assert.Equal("front", Assert.Single(Run(handed, handover, UrgingOutbox.Empty, "front").Sent).SentBy);
        Assert.Equal("urging_not_begun", Run(One, Day("2024-05-02"), UrgingOutbox.Empty).Refusal!.Code);
    }

    [Fact]
    public void What_is_done_is_not_urged_and_a_new_due_date_is_urged_anew()
    {
        ProgrammeRegister moved = Register(
            [Task("a", "propaganda", "2024-10-31"), Task("b", "propaganda", "2024-10-31"), Task("c", "propaganda", null)],
            new TaskCompleted("e1", "b", Day("2024-10-20"), ["1"]),
            new TaskRedated("e2", "a", Day("2024-11-04"), Day("2024-11-08"), Text("why")));

        UrgingRun run = Run(moved, Day("2024-11-04"), Daily(moved, Day("2024-10-01"), Day("2024-11-03")));
        Assert.Empty(run.Sent);                                                              // five working days before the new date lie before it was set
        Assert.Equal(["c/unurged_without_due"], run.Unurged.Select(u => u.TaskId + "/" + u.Reason.Code));
        UrgingNotice notice = Assert.Single(Run(moved, Day("2024-11-07"), run.Outbox).Sent);
        Assert.Equal(new NoticeKey("a", Day("2024-11-08"), "before_1"), notice.Key);
        Assert.Equal("a/2024-11-08/before_1", notice.Key.ToString());
    }

    [Fact]
    public void A_stage_before_the_task_was_assigned_is_not_sent()
    {
        ProgrammeRegister late = Register(Task("a", "propaganda", "2024-10-31") with { AssignedOn = Day("2024-10-29") });
        ProgrammeRegister onTheDay = Register(Task("a", "propaganda", "2024-10-31") with { AssignedOn = Day("2024-10-30") });
        Assert.Equal(["before_1", "on_due"], Daily(onTheDay, Day("2024-10-01"), Day("2024-10-31")).Notices.Select(n => n.Notice.Key.Stage));
        Assert.Equal(["before_1", "on_due"], Daily(late, Day("2024-10-01"), Day("2024-10-31")).Notices.Select(n => n.Notice.Key.Stage));
    }

    [Fact]
    public void An_orphaned_task_is_brought_before_the_direct_lead_alone()
    {
        UrgingRun run = Run(Register(Task("a", "caucus", "2025-03-31")), Day("2025-04-30"), UrgingOutbox.Empty);
        Assert.Equal(["direct_lead_10"], run.Sent.Select(n => n.Key.Stage));
        Assert.Equal(["unurged_without_lead"], run.Unurged.Select(u => u.Reason.Code));
    }

    [Fact]
    public void Other_systems_read_the_outbox_from_where_they_stopped()
    {
        UrgingOutbox outbox = Daily(One, Day("2024-10-01"), Day("2024-11-14"));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], outbox.Notices.Select(n => n.Number));

        var read = new List<NumberedNotice>();
        for (long cursor = 0; outbox.After(cursor, 2) is { Count: > 0 } page; cursor = page[^1].Number)
        {
            read.AddRange(page);
        }

        Assert.Equal(outbox.Notices, read);
        Assert.Equal(["cursor: cursor_out_of_range"], Codes(Assert.Throws<RecordInputException>(() => outbox.After(8, 1))));
        Assert.Equal(["limit: cursor_out_of_range"], Codes(Assert.Throws<RecordInputException>(() => outbox.After(0, 0))));
    }

    [Fact]
    public void A_policy_without_sense_is_refused()
    {
        Assert.Equal(["stages: no_stage"], Codes(Assert.Throws<RecordInputException>(() => new UrgingPolicy([]))));
        Assert.Equal(
            ["stages[0].offset: escalates_early", "stages[1].code: duplicate_id", "stages[2].offset: stage_out_of_range"],
            Codes(Assert.Throws<RecordInputException>(() => new UrgingPolicy(
                [new("x", -1, UrgingRecipient.DirectLead), new("x", 0, UrgingRecipient.Lead), new("y", 251, UrgingRecipient.Lead)]))));
    }

    // Whatever days are run, and however often: each stage is settled at most once, and the last run leaves what daily runs leave settled.
    [Fact]
    public void Any_days_in_order_and_any_repeats_settle_the_same_stages_once() => Gen.Select(
        Gen.Int[0, 60].List[1, 12], Gen.Int[0, 40].List[1, 4], Gen.Int[0, 30]).Sample((days, dues, assigned) =>
    {
        LocalDate first = Day("2024-09-02");
        ProgrammeRegister register = Register([.. dues.Select((d, i) => Task("t" + i, "propaganda", null) with
        {
            DueOn = first.PlusDays(d),
            AssignedOn = first.PlusDays(Math.Min(assigned, d)),
        })]);
        days.Sort();
        UrgingOutbox outbox = UrgingOutbox.Empty;
        foreach (int day in days)
        {
            UrgingRun run = Run(register, first.PlusDays(day), outbox);
            Assert.Equal(run.Sent.Count, run.Sent.DistinctBy(n => (n.Key.TaskId, n.Recipient)).Count());
            outbox = run.Outbox;
            Assert.Empty(Run(register, first.PlusDays(day), outbox).Sent);
        }

        string[] settled = SettledIn(outbox);
        Assert.Equal(settled.Length, settled.Distinct().Count());
        Assert.Equal(SettledIn(Daily(register, first, first.PlusDays(days[^1]))), settled);
    });

    private static string[] SettledIn(UrgingOutbox outbox) =>
        [.. outbox.Notices.SelectMany(n => n.Notice.Covers.Append(n.Notice.Key.Stage).Select(s => n.Notice.Key.TaskId + "/" + s)).Order(StringComparer.Ordinal)];

    private static UrgingRun Run(ProgrammeRegister register, LocalDate on, UrgingOutbox outbox, string sender = "office") =>
        UrgingRun.Of(register, Id, sender, on, UrgingPolicy.Standard, outbox, Calendar);

    private static UrgingOutbox Daily(ProgrammeRegister register, LocalDate from, LocalDate to)
    {
        UrgingOutbox outbox = UrgingOutbox.Empty;
        for (LocalDate day = from; day <= to; day = day.PlusDays(1))
        {
            outbox = Run(register, day, outbox).Outbox;
        }

        return outbox;
    }
}
