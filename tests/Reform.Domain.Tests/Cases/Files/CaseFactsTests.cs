using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Cases.Files.CaseBuilder;

namespace Reform.Domain.Tests.Cases.Files;

/// <summary>The facts of worked cases, the officer's desk and the requester's view.</summary>
public sealed class CaseFactsTests
{
    private static readonly ProcedureVersion Permit = new(default, "permits", "citizen", "one-stop", "office", "Giấy phép")
    {
        Steps =
        [
            new ProcedureStep(1, BilingualText.Same("Thẩm định"), "office") { TimeLimitIds = ["S1"] },
            new ProcedureStep(2, BilingualText.Same("Biểu quyết"), "board") { After = 1, Vote = new CollectiveVote(VotingThreshold.AtLeastTwoThirds, "board", "card") },
            new ProcedureStep(3, BilingualText.Same("Ký"), "office") { After = 2 },
        ],
        Documents = [new RequiredDocument(BilingualText.Same("Đơn"), DocumentKind.Original), new RequiredDocument(BilingualText.Same("Bản vẽ"), DocumentKind.Copy)
        {
            Validity = new DocumentValidity(TimeLimit.Months(6), "ngày cấp", "S", SourceConfidence.Verified),
        }],
        TimeLimits =
        [
            Limit("T", LimitScope.Total, TimeLimit.WorkingDays(10), "receipt.time", "decision.date"),
            Limit("S1", LimitScope.Step, TimeLimit.WorkingDays(3), "receipt.time", "step.done"),
        ],
    };

    private static readonly CaseTerms Terms = new(Permit, WorkCalendar.VietnamStateAgencies);

    [Fact]
    public void A_case_in_which_much_went_wrong()
    {
        CaseFacts facts = Facts(
            Received("2026-03-02", "P-1", "one-stop")
                .Then(new DocumentRecorded(At("2026-03-02"), false, "Bản vẽ") { IssuedOn = Day("2025-08-30") })
                .Then(new SupplementRequested(At("2026-03-03"), ["Đơn"]))
                .Then(new SupplementReceived(At("2026-03-05")))
                .Then(new SupplementRequested(At("2026-03-06"), ["Ảnh"]) { AsksForPaper = true })
                .Then(new SupplementReceived(At("2026-03-06")))
                .Then(new StepStarted(At("2026-03-06"), 2) { UnitId = "board" })
                .Then(new VoteHeld(At("2026-03-09"), "board", new Ballot(Day("2026-03-09"), 9, 9, 5)) { Step = 2 })
                .Then(new StepFinished(At("2026-03-09"), 2))
                .Then(new StepStarted(At("2026-03-10"), 1) { UnitId = "office" })
                .Then(new StepFinished(At("2026-03-18"), 1))
                .Then(new CaseSuspended(At("2026-03-18"), ""))
                .Then(new CaseResumed(At("2026-03-19")))
                .Then(new CaseDecided(At("2026-03-25"))),
            "2026-03-31");

        Assert.Equal((Day("2026-03-18"), Timeliness.Late), (facts.DueOn!.Value, facts.Timeliness!.Value));
        Assert.Equal((2, true, 1, 1), (facts.SupplementRequests, facts.AskedForPaper, facts.Suspensions, facts.SuspensionsWithoutGround));
        Assert.Equal((1, 3, 2, 3), (facts.VotesBelowThreshold, facts.FirstStepMissing!.Value, facts.StepsDone, facts.StepsExpected));
        Assert.Equal(2, facts.FirstStepOutOfOrder);
        Assert.Equal((1, 1), (facts.DocumentsMissing!.Value, facts.DocumentsExpired!.Value));
        Assert.Equal((1, 14, 3, 1), (facts.StepLimitsBroken, facts.WorkingDaysUsed!.Value, facts.WorkingDaysStopped!.Value, facts.SlowestStep!.Value));
        Assert.Null(facts.ResultNotifiedOn);
    }

    [Fact]
    public void A_case_in_which_nothing_did()
    {
        CaseFacts facts = Facts(
            Received("2026-03-02", "P-1", "one-stop")
                .Then(new CompletenessChecked(At("2026-03-02"), true))
                .Then(new StepStarted(At("2026-03-02"), 1)).Then(new StepFinished(At("2026-03-04"), 1))
                .Then(new StepStarted(At("2026-03-04"), 2)).Then(new VoteHeld(At("2026-03-05"), "board", new Ballot(Day("2026-03-05"), 9, 9, 6)) { Step = 2 })
                .Then(new StepFinished(At("2026-03-05"), 2))
                .Then(new StepStarted(At("2026-03-05"), 3)).Then(new StepFinished(At("2026-03-06"), 3))
                .Then(new CaseDecided(At("2026-03-06")))
                .Then(new PartyNotified(At("2026-03-06"), NoticeSubject.Result, "R-100"))
                .Then(new ResultReturned(At("2026-03-09"))),
            "2026-03-31");

        Assert.Equal((Timeliness.Early, Day("2026-03-16"), 4), (facts.Timeliness!.Value, facts.DueOn!.Value, facts.WorkingDaysUsed!.Value));
        Assert.Equal((0, 0, 0, 0, 0), (facts.VotesBelowThreshold, facts.VotesMissing, facts.StepLimitsBroken, facts.LimitsUnknown, facts.ReworkRuns));
        Assert.Equal((null, null, null), (facts.FirstStepMissing, facts.FirstStepOutOfOrder, facts.DocumentsMissing));
        Assert.Equal((Day("2026-03-06"), Day("2026-03-09")), (facts.ResultNotifiedOn!.Value, facts.ReturnedOn!.Value));
    }

    [Theory]
    [InlineData("2026-03-16", Timeliness.PendingWithin)]
    [InlineData("2026-03-17", Timeliness.PendingOverdue)]
    public void An_open_case_is_overdue_after_its_due_date(string asOf, Timeliness timeliness) =>
        Assert.Equal(timeliness, Facts(Received("2026-03-02", "P-1", "one-stop"), asOf).Timeliness);

    // A due date that the calendar does not cover is not guessed.
    [Fact]
    public void What_is_not_known_says_why()
    {
        CaseFacts facts = Facts(Received("2012-03-02", "P-1", "one-stop"), "2012-03-31");

        Assert.Equal((null, "outside_calendar", null, null), (facts.DueOn, facts.DueUnknownBecause, facts.Timeliness, facts.WorkingDaysUsed));
    }

    [Fact]
    public void A_refusal_without_reason_shows()
    {
        CaseFacts facts = Facts(Received("2026-03-02", "P-1", "one-stop").Then(new CaseRefused(At("2026-03-04"), " ", LegalBasis.Citing("Luật"))), "2026-03-31");

        Assert.Equal((false, true, CaseOutcome.Refused), (facts.RefusalHasReason!.Value, facts.RefusalHasBasis!.Value, facts.Outcome!.Value));
    }

    // The most pressing first: overdue, due today, later, stopped.
    [Fact]
    public void The_desk_of_an_officer()
    {
        CaseFile Case(string id, string received, params CaseEvent[] more)
        {
            CaseBuilder builder = Received(received, "P-1", "one-stop").Then(new StepStarted(At(received), 1) { Assignee = "expert-1" });
            foreach (CaseEvent e in more)
            {
                builder.Then(e);
            }

            return CaseFile.From(id, builder.Records);
        }

        CaseInTerms[] cases =
        [
            new(Case("late", "2026-03-02", new CaseUrged(At("2026-03-10"))), Terms),
            new(Case("today", "2026-03-09"), Terms),
            new(Case("later", "2026-03-11"), Terms),
            new(Case("given-on", "2026-03-09", new StepFinished(At("2026-03-10"), 1)), Terms),
            new(Case("last-step", "2026-03-09", new StepFinished(At("2026-03-10"), 1), new StepStarted(At("2026-03-11"), 3) { Assignee = "expert-1" }), Terms),
            new(Case("back", "2026-03-09", new StepFinished(At("2026-03-10"), 1), new StepStarted(At("2026-03-10"), 2),
                new StepReturned(At("2026-03-11"), 2, 1, "thiếu") { Assignee = "expert-1" }), Terms),
        ];

        ValueList<DeskItem> desk = Desk.Of(cases, "expert-1", Day("2026-03-12").AtMidnight());

        Assert.Equal(
            [
                ("late", true, false, Day("2026-03-10"), false, false), ("back", false, true, null, true, false), ("today", false, true, null, false, false),
                ("later", false, false, null, false, false), ("last-step", false, false, (LocalDate?)null, false, true),
            ],
            desk.Select(d => (d.CaseId, d.IsOverdue, d.IsDueToday, d.UrgedOn, d.WasReturned, d.AwaitsDecision)));
        Assert.Empty(Desk.Of(cases, "expert-2", Day("2026-03-12").AtMidnight()));
    }

    [Fact]
    public void What_the_requester_sees()
    {
        CaseFile late = Received("2026-03-02", "P-1", "one-stop")
            .Then(new StepStarted(At("2026-03-03"), 1) { Assignee = "expert-1" })
            .Then(new ApologyGiven(At("2026-03-17"), Day("2026-03-24"), new BilingualText("chờ ý kiến", "waits for an opinion"))).File;

        RequesterView view = RequesterView.Of(late, BilingualText.Same("Cấp phép"), Terms, Day("2026-03-18").AtMidnight())!;

        Assert.Equal((Day("2026-03-24"), "waits for an opinion", "Thẩm định", false), (view.DueOn!.Value, view.LateBecause!.English, view.CurrentStep!.Vietnamese, view.MayAnswer));
        Assert.DoesNotContain("expert-1", view.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("R-100", view.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            "Late; the agency has not stated why",
            RequesterView.Of(Received("2026-03-02", "P-1", "one-stop").File, BilingualText.Same("x"), Terms, Day("2026-03-18").AtMidnight())!.LateBecause!.English);
        Assert.Null(RequesterView.Of(
            new CaseBuilder().Then(new CaseReceived(At("2026-03-02"), "P-1", "u", "R-1") { IsSecret = true }).File,
            BilingualText.Same("x"), Terms, Day("2026-03-18").AtMidnight()));
    }

    private static CaseFacts Facts(CaseBuilder builder, string asOf) => CaseFacts.Of(builder.File.AsOf(Day(asOf))!, Terms, Day(asOf).AtMidnight());

    private static ProcedureTimeLimit Limit(string id, LimitScope scope, TimeLimit length, string start, string end) =>
        new(id, BilingualText.Same(id), scope, CountDirection.Forward, new LimitTerms(length, start, "S", SourceConfidence.Verified)) { EndEvent = end };
}
