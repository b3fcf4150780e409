using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Deadlines;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Pilots;
using Reform.Domain.Procedures;
using Reform.Domain.Rules;
using Reform.Domain.Tests.Cases.Files;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Cases.Files.CaseBuilder;

namespace Reform.Domain.Tests.Cases.Rules.Files;

/// <summary>The rules over case files from the events on: received on Monday 8 September 2025, ten working days, due on Monday 22 September.</summary>
public sealed class FileRuleEventTests
{
    private static readonly LegalBasis Law = LegalBasis.Citing("Luật");

    private static readonly ProcedureVersion Permit = new(default, "permits", "citizen", "one-stop", "office", "Giấy phép")
    {
        Steps =
        [
            new ProcedureStep(1, BilingualText.Same("Thẩm định"), "office"),
            new ProcedureStep(2, BilingualText.Same("Biểu quyết"), "board") { After = 1, Vote = new CollectiveVote(VotingThreshold.AtLeastTwoThirds, "board", "card") },
        ],
        Documents =
        [
            new RequiredDocument(BilingualText.Same("Đơn"), DocumentKind.Original)
            {
                Validity = new DocumentValidity(TimeLimit.Months(6), "ngày cấp", "S", SourceConfidence.Verified),
            },
        ],
        TimeLimits = [Total("decision.date")],
    };

    private static readonly CaseTerms Terms = new(Permit, WorkCalendar.VietnamStateAgencies) { System = OrganizationSystem.State, DecisionPowerId = "decide" };

    private static readonly AuthorityRegister Authority = new(
        [
            new Power("decide", BilingualText.Same("decide"), [new HolderRule("board", default, Law)]),
            new Power("file", BilingualText.Same("file"), [new HolderRule("office", default, Law)]),
        ],
        []);

    // The slip: 22 September is right.
    [Theory]
    [InlineData("CR-CAS-01", null, Verdict.Fail)]
    [InlineData("CR-CAS-01", "2025-09-23", Verdict.Pass)]
    [InlineData("CR-CAS-03", "2025-09-22", Verdict.Pass)]
    [InlineData("CR-CAS-03", "2025-09-23", Verdict.Fail)]
    public void A_slip(string code, string? appointed, Verdict verdict) => Assert.Equal(verdict, Judge(code, "2025-09-30", Filed("2025-09-08", appointed)
        .Then(new SupplementRequested(At("2025-09-09"), ["Ảnh"])).Then(new SupplementReceived(At("2025-09-15")))));

    // Office hours 7:30 to 11:30 and 13:30 to 17:00: eight hours from Monday 8:00 end on Tuesday at 8:30.
    [Theory]
    [InlineData("2025-09-08 08:00", "2025-09-09 08:30", null, Verdict.Pass)]
    [InlineData("2025-09-08 08:00", "2025-09-09 08:31", null, Verdict.Fail)]
    [InlineData("2025-09-08 08:00", "2025-09-09 16:59", "phức tạp", Verdict.Pass)]
    [InlineData("2025-09-08 08:00", "2025-09-10 07:30", "phức tạp", Verdict.Fail)]
    [InlineData("2025-09-08", "2025-09-08", null, Verdict.Pass)]
    [InlineData("2025-09-08", "2025-09-09", null, Verdict.Unknown)]
    [InlineData("2025-09-08", "2025-09-11", null, Verdict.Fail)]
    public void Told_that_something_is_missing(string received, string told, string? complex, Verdict verdict) => Assert.Equal(
        verdict,
        Judge("CR-CAS-02", "2025-09-30", Filed(received).Then(new CompletenessChecked(At(told), false) { Missing = ["Ảnh"], ComplexBecause = complex })));

    [Theory]
    [InlineData(false, Verdict.Fail)]
    [InlineData(true, Verdict.Pass)]
    public void A_second_supplement(bool concernsSupplied, Verdict verdict) => Assert.Equal(verdict, Judge("CR-CAS-04", "2025-09-30", Filed("2025-09-08")
        .Then(new SupplementRequested(At("2025-09-09"), ["Ảnh"])).Then(new SupplementReceived(At("2025-09-10")))
        .Then(new SupplementRequested(At("2025-09-10"), ["Ảnh"]) { ConcernsSuppliedPapers = concernsSupplied })));

    [Theory]
    [InlineData("2025-09-22", Verdict.Pass)]
    [InlineData("2025-09-23", Verdict.Fail)]
    public void Pending(string asOf, Verdict verdict) => Assert.Equal(verdict, Judge("CR-CAS-05", asOf, Filed("2025-09-08", "2025-12-31")));

    [Fact]
    public void Decided_and_not_handed_over_by_the_due_date()
    {
        CaseTerms handing = Terms with { Version = Permit with { TimeLimits = [Total("result.date")] } };
        CaseBuilder decided = Filed("2025-09-08").Then(new CaseDecided(At("2025-09-10")));

        Assert.Equal(Verdict.Pass, Judge("CR-CAS-05", "2025-09-22", decided, handing));
        Assert.Equal(Verdict.Fail, Judge("CR-CAS-05", "2025-09-23", decided, handing));
        Assert.Equal(Verdict.NotApplicable, Judge("CR-CAS-06", "2025-09-23", decided, handing));
        Assert.Equal(Verdict.Fail, Judge("CR-CAS-06", "2025-09-30", decided.Then(new ResultReturned(At("2025-09-23"))), handing));
    }

    [Theory]
    [InlineData("2025-09-22", Verdict.Pass)]
    [InlineData("2025-09-23", Verdict.Fail)]
    public void Resolved(string on, Verdict verdict) =>
        Assert.Equal(verdict, Judge("CR-CAS-06", "2025-12-30", Filed("2025-09-08", "2025-12-31").Then(new CaseDecided(At(on)))));

    // Once, by five working days, before 22 September is over, with a reason, by the board.
    [Theory]
    [InlineData("2025-09-22", 5, "board", true, Verdict.Pass)]
    [InlineData("2025-09-23", 5, "board", true, Verdict.Fail)]
    [InlineData("2025-09-22", 6, "board", true, Verdict.Fail)]
    [InlineData("2025-09-22", 5, "office", true, Verdict.Fail)]
    [InlineData("2025-09-22", 5, "board", false, Verdict.Fail)]
    [InlineData("2025-09-22", 5, null, true, Verdict.Unknown)]
    public void An_extension(string on, int days, string? by, bool hasReason, Verdict verdict)
    {
        var extended = new CaseExtended(At(on), TimeLimit.WorkingDays(days)) { By = by, Why = hasReason ? new BilingualText("đặc biệt", "special") : null };

        Assert.Equal(verdict, Judge("CR-CAS-07", "2025-09-30", Filed("2025-09-08").Then(extended)));
    }

    [Fact]
    public void A_second_extension_and_one_without_a_cap()
    {
        CaseExtended Extended(string on) => new(At(on), TimeLimit.WorkingDays(5)) { By = "board", Why = new BilingualText("đặc biệt", "special") };
        ProcedureTimeLimit total = Total("decision.date");
        CaseTerms uncapped = Terms with { Version = Permit with { TimeLimits = [total with { Terms = total.Terms with { Extension = null } }] } };

        Assert.Equal(Verdict.Fail, Judge("CR-CAS-07", "2025-09-30", Filed("2025-09-08").Then(Extended("2025-09-15")).Then(Extended("2025-09-16"))));
        Assert.Equal(Verdict.Unknown, Judge("CR-CAS-07", "2025-09-30", Filed("2025-09-08").Then(Extended("2025-09-15")), uncapped));
        Assert.Equal(Verdict.Fail, Judge("CR-CAS-07", "2025-09-30", Filed("2025-09-08").Then(Extended("2025-09-23")), uncapped));
    }

    // The thirtieth working day after 22 September is 3 November.
    [Theory]
    [InlineData("2025-11-03", null, false, Verdict.Pass)]
    [InlineData("2025-11-04", null, false, Verdict.Fail)]
    [InlineData("2025-12-30", "2025-11-03", false, Verdict.Pass)]
    [InlineData("2025-12-30", "2025-11-04", false, Verdict.Fail)]
    [InlineData("2025-12-30", null, true, Verdict.Pass)]
    public void Late_and_answered_for(string asOf, string? reviewed, bool announced, Verdict verdict)
    {
        CaseBuilder late = Filed("2025-09-08");
        if (announced)
        {
            late.Then(new PartyNotified(At("2025-09-20"), NoticeSubject.Delay, "R-100") { Why = new BilingualText("chờ ý kiến", "waits for an opinion") });
        }

        if (reviewed is not null)
        {
            late.Then(new DocumentRecorded(At(reviewed), true, "Biên bản kiểm điểm") { Milestone = Milestones.ResponsibilityReview });
        }

        Assert.Equal(verdict, Judge("CR-CAS-08", asOf, late));
    }

    [Theory]
    [InlineData("thiếu điều kiện", true, Verdict.Pass)]
    [InlineData(" ", true, Verdict.Fail)]
    [InlineData("thiếu điều kiện", false, Verdict.Fail)]
    public void A_refusal(string reason, bool hasBasis, Verdict verdict) => Assert.Equal(
        verdict, Judge("CR-CAS-09", "2025-09-30", Filed("2025-09-08").Then(new CaseRefused(At("2025-09-10"), reason, hasBasis ? Law : null))));

    [Fact]
    public void The_result_is_told()
    {
        CaseBuilder decided = Filed("2025-09-08").Then(new CaseDecided(At("2025-09-10")));

        Assert.Equal(Verdict.NotApplicable, Judge("CR-CAS-10", "2025-09-10", decided));
        Assert.Equal(Verdict.Fail, Judge("CR-CAS-10", "2025-09-11", decided));
        Assert.Equal(Verdict.Pass, Judge("CR-CAS-10", "2025-09-11", decided.Then(new PartyNotified(At("2025-09-11"), NoticeSubject.Result, "R-100"))));
    }

    [Theory]
    [InlineData(true, Verdict.Fail)]
    [InlineData(false, Verdict.Pass)]
    public void Paper(bool asks, Verdict verdict) => Assert.Equal(
        verdict, Judge("CR-CAS-11", "2025-09-30", Filed("2025-09-08").Then(new SupplementRequested(At("2025-09-09"), ["Đơn"]) { AsksForPaper = asks })));

    [Theory]
    [InlineData("board-1", null, Verdict.Pass)]
    [InlineData("R-100", null, Verdict.Fail)]
    [InlineData("board-1", "anh em ruột", Verdict.Fail)]
    [InlineData(null, null, Verdict.Unknown)]
    public void Who_decided(string? by, string? relation, Verdict verdict)
    {
        Assert.Equal(verdict, Judge("CR-CAS-12", "2025-09-30", Filed("2025-09-08").Then(new CaseDecided(At("2025-09-10")) { By = by, DeclaredRelation = relation })));
        Assert.Equal(verdict, Judge(
            "CR-CAS-12", "2025-09-30", Filed("2025-09-08").Then(new CaseRefused(At("2025-09-10"), "x", Law) { By = by, DeclaredRelation = relation })));
    }

    // To last until Friday 12 September: it may be resumed on Monday 15 September.
    [Theory]
    [InlineData("chờ giám định", "2025-09-12", "2025-09-15", Verdict.Pass)]
    [InlineData("chờ giám định", "2025-09-12", "2025-09-16", Verdict.Fail)]
    [InlineData("chờ giám định", "2025-09-12", null, Verdict.Fail)]
    [InlineData("chờ giám định", null, null, Verdict.Fail)]
    [InlineData("chờ giám định", null, "2025-09-15", Verdict.Unknown)]
    [InlineData(" ", "2025-09-12", "2025-09-15", Verdict.Fail)]
    public void A_suspension(string ground, string? until, string? resumed, Verdict verdict)
    {
        CaseBuilder suspended = Filed("2025-09-08").Then(new CaseSuspended(At("2025-09-09"), ground) { Until = until is null ? null : Day(until) });

        Assert.Equal(verdict, Judge("CR-CAS-14", "2025-09-16", resumed is null ? suspended : suspended.Then(new CaseResumed(At(resumed)))));
    }

    // At most three working days, 10 to 12 September.
    [Theory]
    [InlineData("2025-09-15", Verdict.Pass)]
    [InlineData("2025-09-16", Verdict.Fail)]
    public void A_suspension_has_the_maximum_of_its_procedure(string resumed, Verdict verdict)
    {
        ProcedureTimeLimit most = Limit("M", LimitScope.Window, TimeLimit.WorkingDays(3), "suspension.date", "resumption.date");
        CaseTerms terms = Terms with { Version = Permit with { TimeLimits = [Total("decision.date"), most] } };

        Assert.Equal(verdict, Judge(
            "CR-CAS-14", "2025-09-30", Filed("2025-09-08").Then(new CaseSuspended(At("2025-09-09"), "chờ")).Then(new CaseResumed(At(resumed))), terms));
    }

    [Fact]
    public void Steps()
    {
        CaseBuilder first = Filed("2025-09-08").Then(new StepStarted(At("2025-09-09"), 1)).Then(new StepFinished(At("2025-09-10"), 1));

        Assert.Equal(Verdict.Pass, Judge("CR-CAS-15", "2025-09-10", first));
        Assert.Equal(Verdict.Fail, Judge("CR-CAS-15", "2025-09-30", Filed("2025-09-08").Then(new StepStarted(At("2025-09-09"), 2))));
        Assert.Equal(Verdict.Fail, Judge("CR-CAS-15", "2025-09-30", first.Then(new CaseDecided(At("2025-09-11")))));
        Assert.Equal(Verdict.Unknown, Judge("CR-CAS-15", "2025-09-30", Filed("2025-09-08").Then(new CaseDecided(At("2025-09-11")))));
    }

    // Six months from 10 March end on 10 September.
    [Theory]
    [InlineData("Đơn", "2025-03-10", Verdict.Pass)]
    [InlineData("Đơn", "2025-03-09", Verdict.Fail)]
    [InlineData("Ảnh", "2025-03-10", Verdict.Fail)]
    [InlineData("Đơn", null, Verdict.Unknown)]
    [InlineData(null, null, Verdict.Unknown)]
    public void Documents(string? kind, string? issued, Verdict verdict)
    {
        CaseBuilder file = Filed("2025-09-08");
        if (kind is not null)
        {
            file.Then(new DocumentRecorded(At("2025-09-08"), false, kind) { IssuedOn = issued is null ? null : Day(issued) });
        }

        Assert.Equal(verdict, Judge("CR-CAS-16", "2025-09-30", file.Then(new CaseDecided(At("2025-09-10")))));
    }

    [Theory]
    [InlineData("2025-09-22", Verdict.Pass)]
    [InlineData("2025-09-23", Verdict.Fail)]
    public void A_late_reply(string told, Verdict verdict) => Assert.Equal(verdict, Judge(
        "CR-CAS-17", "2025-09-30", Filed("2025-09-08", procedure: "PTY-QRY")
            .Then(new PartyNotified(At(told), NoticeSubject.Delay, "R-100") { Why = new BilingualText("phức tạp", "complex") })));

    [Theory]
    [InlineData(6, Verdict.Pass)]
    [InlineData(5, Verdict.Fail)]
    [InlineData(null, Verdict.Unknown)]
    public void Votes(int? inFavour, Verdict verdict)
    {
        CaseBuilder file = Filed("2025-09-08");
        if (inFavour is int votes)
        {
            file.Then(new VoteHeld(At("2025-09-10"), "board", new Ballot(Day("2025-09-10"), 9, 9, votes)) { Step = 2 });
        }

        Assert.Equal(verdict, Judge("CR-CAS-18", "2025-09-30", file.Then(new CaseDecided(At("2025-09-10")))));
    }

    [Theory]
    [InlineData(0, Verdict.Fail)]
    [InlineData(1, Verdict.Pass)]
    [InlineData(2, Verdict.Fail)]
    public void Apologies(int count, Verdict verdict)
    {
        CaseBuilder late = Filed("2025-09-08");
        for (int i = 0; i < count; i++)
        {
            late.Then(new ApologyGiven(At("2025-09-20"), Day("2025-10-01"), new BilingualText("quá tải", "overload")));
        }

        Assert.Equal(verdict, Judge("CR-CAS-19", "2025-09-30", late));
        Assert.Equal(Verdict.NotApplicable, Judge("CR-CAS-19", "2025-09-30", late, Terms with { System = OrganizationSystem.Party }));
    }

    [Fact]
    public void What_stands_against_a_transfer()
    {
        Verdict With(params ReadOnlySpan<ValueList<string>?> checks)
        {
            CaseBuilder file = Filed("2025-09-08", procedure: "PTY-TRO");
            foreach (ValueList<string>? blocking in checks)
            {
                file.Then(new CompletenessChecked(At("2025-09-09"), true) { Blocking = blocking });
            }

            return Judge("CR-CAS-20", "2025-09-30", file.Then(new CaseDecided(At("2025-09-10"))));
        }

        Assert.Equal(
            [Verdict.Fail, Verdict.Pass, Verdict.Pass, Verdict.Unknown, Verdict.Unknown],
            [With(["đang bị kiểm tra"]), With((ValueList<string>)[]), With(["đang bị kiểm tra"], []), With((ValueList<string>?)null), With()]);
    }

    // The probation of a member admitted on 15 September 2024 ends on 15 September 2025.
    [Theory]
    [InlineData("2024-09-15", "2025-09-16", Verdict.Pass)]
    [InlineData("2024-09-15", "2025-09-15", Verdict.Fail)]
    [InlineData(null, "2025-09-16", Verdict.Unknown)]
    public void A_least_wait(string? ceremony, string decided, Verdict verdict)
    {
        ProcedureTimeLimit wait = Limit("W", LimitScope.MinimumWait, TimeLimit.Months(12), "ceremony.date", "probation.end.date");
        CaseTerms terms = Terms with { Version = Permit with { TimeLimits = [wait] } };

        Assert.Equal(verdict, Judge("CR-CAS-21", "2025-12-31", Ceremony(ceremony).Then(new CaseDecided(At(decided))), terms));
    }

    [Theory]
    [InlineData("2025-09-15", Verdict.Pass)]
    [InlineData("2025-09-16", Verdict.Fail)]
    [InlineData(null, Verdict.Unknown)]
    public void The_day_of_effect(string? effective, Verdict verdict)
    {
        ProcedureTimeLimit wait = Limit("W", LimitScope.MinimumWait, TimeLimit.Months(12), "ceremony.date", "probation.end.date");
        var effect = new ProcedureTimeLimit(
            "E", BilingualText.Same("E"), LimitScope.EffectiveDate, CountDirection.Forward, new LimitTerms(null, "probation.end.date", "S", SourceConfidence.Verified))
        {
            EndEvent = "recognition.effective.date",
        };
        CaseTerms terms = Terms with { Version = Permit with { TimeLimits = [wait, effect] } };
        var decided = new CaseDecided(At("2025-10-10")) { EffectiveOn = effective is null ? null : Day(effective) };

        Assert.Equal(verdict, Judge("CR-CAS-22", "2025-12-31", Ceremony("2024-09-15").Then(decided), terms));
    }

    // The guide's example: of a decision received on 15 January 2025, a month ends on 17 February and 30 working days on 5 March.
    [Theory]
    [InlineData("CR-CAS-23", "2025-02-17", Verdict.Pass)]
    [InlineData("CR-CAS-23", "2025-02-18", Verdict.Unknown)]
    [InlineData("CR-CAS-23", "2025-03-05", Verdict.Unknown)]
    [InlineData("CR-CAS-23", "2025-03-06", Verdict.Fail)]
    [InlineData("CR-CAS-23B", "2025-02-17", Verdict.Fail)]
    [InlineData("CR-CAS-23B", "2025-03-05", Verdict.Unknown)]
    [InlineData("CR-CAS-23B", "2025-03-06", Verdict.Pass)]
    public void A_month_to_complain(string code, string filed, Verdict verdict)
    {
        ProcedureTimeLimit period = Limit("F", LimitScope.Filing, TimeLimit.Months(1), "decision.received.date", "complaint.date");
        CaseTerms terms = Terms with { Version = Permit with { TimeLimits = [period] } };
        CaseBuilder complaint = new CaseBuilder().Then(new CaseReceived(At(filed), "P-1", "cell", "R-100")
        {
            Milestone = "complaint.date",
            Earlier = [new EarlierEvent("decision.received.date", Day("2025-01-15"))],
        });
        complaint = code == "CR-CAS-23" ? complaint : complaint.Then(new CaseRefused(At("2025-03-10"), "hết thời hiệu", Law) { IsForLateFiling = true });

        Assert.Equal(verdict, Judge(code, "2025-03-31", complaint, terms));
    }

    // Power for 30 working days from Monday 8 September lasts to Monday 20 October.
    [Theory]
    [InlineData("2025-10-20", Verdict.Pass)]
    [InlineData("2025-10-21", Verdict.Fail)]
    public void A_power_that_lapses(string decided, Verdict verdict)
    {
        ProcedureTimeLimit power = Limit("V", LimitScope.DocumentValidity, TimeLimit.WorkingDays(30), "move.decision.date", "decision.date");
        CaseTerms terms = Terms with { Version = Permit with { TimeLimits = [power] } };
        CaseBuilder file = Filed("2025-09-08").Then(new DocumentRecorded(At("2025-09-08"), false, "Quyết định chuyển") { Milestone = "move.decision.date" });

        Assert.Equal(verdict, Judge("CR-CAS-26", "2025-12-31", file.Then(new CaseDecided(At(decided))), terms));
        Assert.Equal(Verdict.Unknown, Judge("CR-CAS-26", "2025-12-31", Filed("2025-09-08").Then(new CaseDecided(At(decided))), terms));
    }

    // The pilot of PilotTests: approved on 20 December 2024 for PTY-ADM at Hồng Bàng from 1 February to 30 November 2025.
    [Theory]
    [InlineData("CR-PIL-01", "2024-12-19", Verdict.Fail)]
    [InlineData("CR-PIL-01", "2024-12-20", Verdict.Pass)]
    [InlineData("CR-PIL-03", "2025-01-31", Verdict.Fail)]
    [InlineData("CR-PIL-03", "2025-02-03", Verdict.Pass)]
    [InlineData("CR-PIL-03", "2025-02-03", Verdict.Fail, "le-chan")]
    [InlineData("CR-PIL-03", "2025-02-03", Verdict.Fail, "hong-bang", "PTY-REC")]
    [InlineData("CR-PIL-03", "2025-02-03", Verdict.Fail, "hong-bang", "PTY-ADM", "2025-12-01")]
    [InlineData("CR-PIL-03", "2025-02-03", Verdict.Pass, "hong-bang", "PTY-ADM", "2025-11-30")]
    public void Under_a_pilot(string code, string received, Verdict verdict, string unit = "hong-bang", string procedure = "PTY-ADM", string decided = "2025-03-03")
    {
        CaseTerms tried = Terms with { Version = Permit with { PilotId = "P-1" } };
        CaseBuilder builder = CaseBuilder.Received(received, procedure, unit).Then(new CaseDecided(At(decided)));
        CaseFacts Facts(CaseTerms terms, PilotRegister? pilots) => CaseFacts.Of(builder.File, terms, Day("2026-06-01").AtMidnight(), null, pilots);
        PilotRegister register = Pilots.PilotTests.Register(Pilots.PilotTests.Whole);

        Assert.Equal(verdict, FileFacts.Judge(code, Facts(tried, register)).Verdict);
        Assert.Equal(Verdict.Unknown, FileFacts.Judge(code, Facts(tried, null)).Verdict);
        Assert.Equal(Verdict.NotApplicable, FileFacts.Judge(code, Facts(Terms, register)).Verdict);
    }

    private static Verdict Judge(string code, string asOf, CaseBuilder builder, CaseTerms? terms = null)
    {
        CaseFile file = builder.File.AsOf(Day(asOf))!;
        return FileFacts.Judge(code, CaseFacts.Of(file, terms ?? Terms, Day(asOf).AtMidnight(), Authority)).Verdict;
    }

    private static CaseBuilder Filed(string at, string? appointed = null, string procedure = "P-1") => new CaseBuilder().Then(
        new CaseReceived(At(at), procedure, "one-stop", "R-100") { AppointedAt = appointed is null ? null : At(appointed) });

    private static CaseBuilder Ceremony(string? on) => new CaseBuilder().Then(new CaseReceived(At("2025-09-08"), "P-1", "cell", "R-100")
    {
        Earlier = on is null ? [] : [new EarlierEvent("ceremony.date", Day(on))],
    });

    private static ProcedureTimeLimit Total(string end) => new(
        "T", BilingualText.Same("T"), LimitScope.Total, CountDirection.Forward,
        new LimitTerms(TimeLimit.WorkingDays(10), "receipt.time", "S", SourceConfidence.Verified)
        {
            Extension = new LimitExtension("đặc biệt", 1, TimeLimit.WorkingDays(5)),
        })
    {
        EndEvent = end,
    };

    private static ProcedureTimeLimit Limit(string id, LimitScope scope, TimeLimit length, string start, string end) =>
        new(id, BilingualText.Same(id), scope, CountDirection.Forward, new LimitTerms(length, start, "S", SourceConfidence.Verified)) { EndEvent = end };
}
