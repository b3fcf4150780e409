using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using static Reform.Domain.Tests.Cases.Files.CaseBuilder;

namespace Reform.Domain.Tests.Cases.Files;

/// <summary>A case is its events: what may follow what, and how the case looks at any date as it was known at any moment.</summary>
public sealed class CaseFileTests
{
    [Fact]
    public void Ten_lines_of_a_case()
    {
        CaseFile file = Received("2026-03-02 09:00")
            .Then(new CompletenessChecked(At("2026-03-02 15:00"), IsComplete: true))
            .Then(new StepStarted(At("2026-03-03"), 1) { UnitId = "office", Assignee = "expert-1" })
            .Then(new StepFinished(At("2026-03-05"), 1))
            .Then(new CaseDecided(At("2026-03-09")) { Document = DocumentNumber.Parse("12-QĐ/TU") })
            .Then(new ResultReturned(At("2026-03-10")))
            .Then(new SatisfactionAnswered(At("2026-03-11"), 5)).File;

        Assert.Equal((CaseState.Closed, "office", 5), (file.State, file.HolderUnitId, file.Satisfaction!.Score));
        Assert.Equal(CaseState.InProgress, file.AsOf(Day("2026-03-05"))!.State);
        Assert.Null(file.AsOf(Day("2026-03-01")));
        Assert.Equal(At("2026-03-09"), file.TimeOf("decision.date"));
    }

    public static TheoryData<string, string, CaseEvent[]> Refused => new()
    {
        { "received_once", "records[1]", [new CaseReceived(At("2026-03-03"), "P", "u", "R-1")] },
        { "receipt_comes_first", "records[1]", [new CaseUrged(At("2026-03-01"))] },
        { "no_supplement_awaited", "records[1]", [new SupplementReceived(At("2026-03-03"))] },
        { "awaits_supplement", "records[2]", [Asked("2026-03-03"), Asked("2026-03-04")] },
        { "awaits_supplement", "records[2]", [Asked("2026-03-03"), new CaseDecided(At("2026-03-04"))] },
        { "awaits_supplement", "records[2]", [Asked("2026-03-03"), new CaseSuspended(At("2026-03-04"), "x")] },
        { "awaits_supplement", "records[2]", [Asked("2026-03-03"), new CompletenessChecked(At("2026-03-04"), true)] },
        { "not_suspended", "records[1]", [new CaseResumed(At("2026-03-03"))] },
        { "not_suspended", "records[2]", [Asked("2026-03-03"), new CaseResumed(At("2026-03-04"))] },
        { "case_suspended", "records[2]", [new CaseSuspended(At("2026-03-03"), "x"), new StepStarted(At("2026-03-04"), 1)] },
        { "case_suspended", "records[2]", [new CaseSuspended(At("2026-03-03"), "x"), new CaseDecided(At("2026-03-04"))] },
        { "case_suspended", "records[2]", [new CaseSuspended(At("2026-03-03"), "x"), new CaseSuspended(At("2026-03-04"), "y")] },
        { "step_open", "records[2]", [new StepStarted(At("2026-03-03"), 2), new StepStarted(At("2026-03-04"), 2)] },
        { "step_not_open", "records[1]", [new StepFinished(At("2026-03-03"), 2)] },
        { "step_not_done", "records[2]", [new StepStarted(At("2026-03-03"), 2), new StepReturned(At("2026-03-04"), 2, 1, "thiếu")] },
        { "same_unit", "records[1]", [new CaseTransferred(At("2026-03-03"), "cell")] },
        { "consultation_twice", "records[2]", [Consulted("2026-03-03"), Consulted("2026-03-04")] },
        { "consultation_not_open", "records[1]", [new ConsultationAnswered(At("2026-03-03"), "c1")] },
        { "no_outcome", "records[1]", [new ResultReturned(At("2026-03-03"))] },
        { "answered_before_end", "records[1]", [new SatisfactionAnswered(At("2026-03-03"), 3)] },
        { "handling_ended", "records[2]", [new CaseRefused(At("2026-03-03"), null, null), new CaseDecided(At("2026-03-04"))] },
        { "handling_ended", "records[2]", [new CaseWithdrawn(At("2026-03-03")), new StepStarted(At("2026-03-04"), 1)] },
        { "case_closed", "records[3]", [new CaseDecided(At("2026-03-03")), new ResultReturned(At("2026-03-04")), new ResultReturned(At("2026-03-05"))] },
        { "case_closed", "records[3]", [new CaseDecided(At("2026-03-03")), new ResultReturned(At("2026-03-04")), new CaseUrged(At("2026-03-05"))] },
        { "answered_once", "records[3]", [new CaseDecided(At("2026-03-03")), new SatisfactionAnswered(At("2026-03-04"), 3), new SatisfactionAnswered(At("2026-03-05"), 4)] },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_cannot_follow_is_refused_with_its_rule(string code, string field, CaseEvent[] events)
    {
        CaseBuilder builder = Received("2026-03-02");
        foreach (CaseEvent e in events)
        {
            builder.Then(e);
        }

        CaseInputException refused = Assert.Throws<CaseInputException>(() => builder.File);

        Assert.Equal((code, field), (refused.Code, refused.Field));
        Assert.NotEqual(refused.Problem.Vietnamese, refused.Problem.English);
    }

    // What people do against the law is recorded, so that a rule finds it: a second request for a supplement, a decision without a vote.
    [Fact]
    public void What_is_forbidden_but_possible_is_recorded()
    {
        CaseFile file = Received("2026-03-02")
            .Then(Asked("2026-03-03")).Then(new SupplementReceived(At("2026-03-05")))
            .Then(Asked("2026-03-06")).Then(new SupplementReceived(At("2026-03-06")))
            .Then(new CaseRefused(At("2026-03-09"), null, null)).File;

        Assert.Equal(2, file.Pauses.Count);
        Assert.Equal(CaseState.Refused, file.State);
    }

    [Fact]
    public void A_refusal_ends_a_wait()
    {
        CaseFile file = Received("2026-03-02").Then(Asked("2026-03-03")).Then(new CaseRefused(At("2026-04-01"), "không bổ sung", null)).File;

        Assert.Equal(At("2026-04-01"), Assert.Single(file.Pauses).To);
        Assert.Equal(CaseState.Refused, file.State);
    }

    [Fact]
    public void A_returned_step_runs_again()
    {
        CaseFile file = Received("2026-03-02")
            .Then(new StepStarted(At("2026-03-03"), 1)).Then(new StepFinished(At("2026-03-04"), 1))
            .Then(new StepStarted(At("2026-03-05"), 2) { UnitId = "board" })
            .Then(new StepReturned(At("2026-03-06"), 2, 1, "thiếu ý kiến") { UnitId = "cell" })
            .Then(new StepFinished(At("2026-03-09"), 1)).File;

        Assert.Equal(
            [(1, false, false), (2, false, true), (1, true, false)],
            file.Steps.Select(s => (s.Step, s.IsRework, s.WasReturned)));
        Assert.Equal("cell", file.HolderUnitId);
    }

    // Received on 2 March, recorded as the 12th; corrected on the 20th. The decision of the 10th could be recorded only after that.
    [Fact]
    public void A_case_is_seen_as_it_was_known()
    {
        CaseFile file = Received("2026-03-12")
            .Then(new CaseReceived(At("2026-03-02"), "PTY-ADM", "cell", "R-100"), recorded: "2026-03-20", corrects: "r1")
            .Then(new CaseDecided(At("2026-03-10")), recorded: "2026-03-21").File;

        Assert.Equal(CaseState.Decided, file.AsOf(Day("2026-03-10"))!.State);
        Assert.Equal(Day("2026-03-02"), file.AsOf(Day("2026-03-10"), Known("2026-03-20"))!.Receipt.At.Date);
        Assert.Equal(CaseState.Received, file.AsOf(Day("2026-03-10"), Known("2026-03-20"))!.State);
        Assert.Null(file.AsOf(Day("2026-03-10"), Known("2026-03-19")));
        Assert.Equal(Day("2026-03-12"), file.AsOf(Day("2026-03-12"), Known("2026-03-19"))!.Receipt.At.Date);
    }

    [Fact]
    public void What_is_struck_out_never_happened_but_was_known()
    {
        CaseFile file = Received("2026-03-02").Then(new CaseWithdrawn(At("2026-03-04"))).Strike("r2", "2026-03-09").File;

        Assert.Equal(CaseState.Received, file.State);
        Assert.Equal(CaseState.Withdrawn, file.AsOf(Day("2026-03-30"), Known("2026-03-08"))!.State);
    }

    // A correction has the place of what it corrects among events of one date that say no hour.
    [Fact]
    public void A_correction_keeps_its_place()
    {
        CaseFile file = Received("2026-03-02").Then(new CompletenessChecked(At("2026-03-02"), true))
            .Then(new CaseReceived(At("2026-03-02"), "PTY-REC", "cell", "R-100"), recorded: "2026-03-05", corrects: "r1").File;

        Assert.Equal(["received", "completeness_checked"], file.Events.Select(e => e.Code));
        Assert.Equal("PTY-REC", file.Receipt.ProcedureCode);
    }

    [Fact]
    public void Hours_of_one_date_decide_their_order()
    {
        CaseFile file = Received("2026-03-02 08:00")
            .Then(new CaseUrged(At("2026-03-03 11:00")))
            .Then(new StepStarted(At("2026-03-03 09:00"), 1))
            .Then(new PartyNotified(At("2026-03-03"), NoticeSubject.Other, "R-100")).File;

        Assert.Equal(["received", "step_started", "urged", "notified"], file.Events.Select(e => e.Code));
    }

    [Theory]
    [InlineData("unknown_record", "records[1].corrects")]
    [InlineData("corrected_twice", "records[3].corrects")]
    [InlineData("duplicate_record", "records[1].record")]
    [InlineData("empty_record", "records[1]")]
    [InlineData("recorded_out_of_order", "records[1].recorded_at")]
    [InlineData("empty_case", "records")]
    public void Records_that_contradict_each_other_are_refused(string code, string field)
    {
        Recorded<CaseEvent> first = Record("r1", new CaseReceived(At("2026-03-02"), "P", "u", "R-1"), "2026-03-02");
        Recorded<CaseEvent>[] records = code switch
        {
            "unknown_record" => [first, Record("r2", new CaseUrged(At("2026-03-03")), "2026-03-03", "r9")],
            "corrected_twice" =>
            [
                first, Record("r2", new CaseUrged(At("2026-03-03")), "2026-03-03"), Record("r3", null, "2026-03-04", "r2"),
                Record("r4", null, "2026-03-05", "r2"),
            ],
            "duplicate_record" => [first, Record("r1", new CaseUrged(At("2026-03-03")), "2026-03-03")],
            "empty_record" => [first, Record("r2", null, "2026-03-03")],
            "recorded_out_of_order" => [first, Record("r2", new CaseUrged(At("2026-03-03")), "2026-03-01")],
            _ => [first, Record("r2", null, "2026-03-03", "r1")],
        };

        CaseInputException refused = Assert.Throws<CaseInputException>(() => CaseFile.From("H-1", records));

        Assert.Equal((code, field), (refused.Code, refused.Field));
    }

    // The supplement was recorded before the request for it: nobody could have taken that in at the time.
    [Fact]
    public void Every_moment_of_record_had_a_possible_case()
    {
        CaseBuilder builder = Received("2026-03-02")
            .Then(new SupplementReceived(At("2026-03-05")))
            .Then(Asked("2026-03-03"), recorded: "2026-03-06");

        CaseInputException refused = Assert.Throws<CaseInputException>(() => builder.File);

        Assert.Equal(("no_supplement_awaited", "records[1]"), (refused.Code, refused.Field));
    }

    [Theory]
    [InlineData("Nguyễn Văn A")]
    [InlineData("nguyen.van.a")]
    [InlineData("")]
    [InlineData("a b 1")]
    public void A_requester_is_a_pseudonym(string requester) =>
        Assert.Equal("no_pseudonym", Assert.Throws<CaseInputException>(() => new CaseReceived(At("2026-03-02"), "P", "u", requester)).Code);

    [Fact]
    public void Values_are_checked()
    {
        Assert.Equal("blank", Assert.Throws<CaseInputException>(() => new CaseReceived(At("2026-03-02"), " ", "u", "R-1")).Code);
        Assert.Equal("no_sha256", Assert.Throws<CaseInputException>(() => new DocumentRecorded(At("2026-03-02"), true, "QĐ") { Sha256 = "AB" }).Code);
        Assert.Equal("score_out_of_range", Assert.Throws<CaseInputException>(() => new SatisfactionAnswered(At("2026-03-02"), 6)).Code);
        Assert.Equal("no_step_number", Assert.Throws<CaseInputException>(() => new StepStarted(At("2026-03-02"), 0)).Code);
        Assert.Equal("nothing_asked_for", Assert.Throws<CaseInputException>(() => new SupplementRequested(At("2026-03-02"), [])).Code);
    }

    private static SupplementRequested Asked(string at) => new(At(at), ["Giấy khai sinh"]);

    private static ConsultationRequested Consulted(string at) => new(At(at), "c1", "police");

    private static Instant Known(string date) => Day(date).AtMidnight().InUtc().ToInstant();

    private static Recorded<CaseEvent> Record(string id, CaseEvent? e, string recorded, string? corrects = null) => new(id, e, Known(recorded), corrects);
}
