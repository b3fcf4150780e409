using NodaTime;
using Reform.Domain.Compliance;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Procedures.Rules.Defined;

namespace Reform.Domain.Tests.Procedures.Rules;

/// <summary>Rules over versions of procedures: every bound from both sides, in memory, in SQLite and explained.</summary>
public sealed class VersionRuleTests
{
    // What is missing is missing: this rule knows no unknown.
    [Fact]
    public void A_version_states_every_part() => Check(
        new ProcedureIsComplete(),
        Pass(Kept),
        Pass(Kept with { Documents = [] }),
        Fail(Kept with { Documents = null }),
        Pass(With(Total with { Scope = LimitScope.None })),
        Fail(With(Step)),
        Fail(Kept with { Result = " " }),
        Fail(Kept with { Basis = [] }),
        Fail(Kept with { Steps = [] }),
        Fail(Kept with { Steps = [Kept.Steps[0], Kept.Steps[1] with { Unit = "" }] }),
        Fail(Kept with { Steps = [Kept.Steps[0], Kept.Steps[1] with { Decider = null }] }),
        Pass(Kept with { Steps = [Kept.Steps[0], Kept.Steps[1] with { Decider = null, PowerId = "admit" }] }),
        new(Real("PTY-ADM"), Verdict.Pass),
        new(Real("ST-KAR"), Verdict.Fail));

    [Fact]
    public void The_reason_names_every_missing_part()
    {
        Reform.Domain.Explanations.Reason reason = new ProcedureIsComplete().Judge(Facts(With(Step) with { Documents = null, Result = "" })).Reason!;

        Assert.Equal("Version P/1 lacks: documents (or that none is required); a limit (or that there is none); the result", reason.Sentence.English);
        Assert.Equal("Phiên bản P/1 thiếu: thành phần hồ sơ (hoặc ghi rõ là không); thời hạn (hoặc ghi rõ không quy định); kết quả", reason.Sentence.Vietnamese);
    }

    // Regulation 294-QĐ/TW ended on 7 April 2026, 232-QĐ/TW on 30 June 2025.
    [Fact]
    public void One_of_the_instruments_that_a_version_cites_is_in_force() => Check(
        new BasisInForce(),
        new(Facts(Kept, new LocalDate(2026, 4, 7)), Verdict.Pass),
        new(Facts(Kept, new LocalDate(2026, 4, 8)), Verdict.Fail),
        new(Facts(Kept, new LocalDate(2025, 6, 30)), Verdict.Fail),
        new(Facts(Kept, new LocalDate(2025, 7, 1)), Verdict.Pass),
        Pass(With(Total, Step.Citing("OLD"))),
        Fail(With(Total.Citing("OLD"), Step.Citing("OLD"))),
        Unknown(With(), "instruments"),
        Unknown(With(Total.Citing("elsewhere")), "instruments"),
        new(Real("PTY-ADM"), Verdict.Pass),
        new(Real("PTY-QRY", new LocalDate(2026, 4, 7)), Verdict.Pass),
        new(Real("PTY-QRY", new LocalDate(2026, 4, 8)), Verdict.Fail));

    // Guidance 02-HD/BTCTU of Hà Nội prints a step of 25 working days in a total of 15; a karaoke licence has 3 + 3 + 10 = 16.
    [Fact]
    public void No_step_and_no_sum_of_steps_is_longer_than_the_whole() => Check(
        new StepsWithinTotal(),
        Pass(With(Total, Step.Lasting(TimeLimit.WorkingDays(15)))),
        Fail(With(Total, Step.Lasting(TimeLimit.WorkingDays(16)))),
        Unknown(With(Total, Step.Lasting(TimeLimit.CalendarDays(5))), "comparable_limits"),
        Unknown(With(Total, Step.NotRecorded()), "comparable_limits"),
        Unknown(With(Total.NotRecorded(), Step), "comparable_limits"),
        Fail(With(Total, Step.Lasting(TimeLimit.WorkingDays(16)), Step.Lasting(TimeLimit.CalendarDays(5)) with { Id = "S2" })),
        NotApplicable(With(Total, Step.From("another"))),
        NotApplicable(With(Total)),
        NotApplicable(With(Step)),
        new(Real("PTY-REC"), Verdict.Fail),
        new(Real("ST-KAR"), Verdict.Pass),
        new(Karaoke(10), Verdict.Pass),
        new(Karaoke(11), Verdict.Fail));

    // 90 days instead of 15 make a burden of 100.
    [Fact]
    public void A_version_is_not_cumbersome() => Check(
        new NotCumbersome(),
        Pass(Kept),
        Fail(Kept with { Documents = [Paper, Paper with { Kind = DocumentKind.Copy }] }),
        Fail(Kept with { Documents = [Paper with { IssuedBy = "committee" }] }),
        Unknown(Kept with { Documents = [Paper with { IssuedBy = null }] }, "document_issuers"),
        Unknown(Kept with { Documents = null }, "documents"),
        Fail(Kept with { Steps = [.. Kept.Steps, new ProcedureStep(3, BilingualText.Same("Trả"), "cell") { Output = "x", After = 2 }] }),
        Pass(Kept with { Steps = [.. Kept.Steps, new ProcedureStep(3, BilingualText.Same("Trả"), "committee") { Output = "x", After = 2 }] }),
        Fail(Kept with { Steps = [Kept.Steps[0] with { Output = null }, Kept.Steps[1]] }),
        Pass(With(Total.Lasting(TimeLimit.WorkingDays(90)))),
        Fail(With(Total.Lasting(TimeLimit.WorkingDays(91)))),
        Unknown(With(Total.Lasting(TimeLimit.WorkingDays(91))) with { Documents = [Paper with { Copies = null }] }, "burden"),
        Fail(With(Total.Lasting(TimeLimit.WorkingDays(92))) with { Documents = [Paper with { Copies = null }] }),
        Unknown(With(Step), "burden"));

    [Fact]
    public void A_unit_may_set_a_lower_threshold_of_burden_and_no_higher_one()
    {
        static UnitThreshold Of(int value) => new("CR-PRC-07", "most_burden", "u", value, default, LegalBasis.Citing("1-QĐ/TEST"));
        ProcedureVersionFacts facts = Facts(Kept) with { UnitId = "u" };

        Assert.Equal(Verdict.Pass, VerdictOf("CR-PRC-07", facts, BuiltInRules.ProcedureVersions.With(Of(25))));
        Assert.Equal(Verdict.Fail, VerdictOf("CR-PRC-07", facts, BuiltInRules.ProcedureVersions.With(Of(24))));
        Assert.Equal(Verdict.Pass, VerdictOf("CR-PRC-07", facts with { UnitId = "w" }, BuiltInRules.ProcedureVersions.With(Of(24))));
        Assert.Throws<ArgumentException>(() => BuiltInRules.ProcedureVersions.With(Of(101)));
    }

    // 15 working days from Monday 1 December 2025 end on Monday the 22nd, 21 calendar days too.
    [Fact]
    public void A_document_outlasts_the_decision() => Check(
        new DocumentsOutlastDecision(),
        Pass(Kept with { Documents = [Lasting(21)] }),
        Fail(Kept with { Documents = [Lasting(20)] }),
        NotApplicable(Kept),
        NotApplicable(Kept with { Documents = [] }),
        Unknown(Kept with { Documents = null }, "documents"),
        Unknown(With(Total.Lasting(TimeLimit.Hours(4))) with { Documents = [Lasting(20)] }, "decision_due"),
        Unknown(With(Step) with { Documents = [Lasting(20)] }, "decision_due"),
        new(Facts(Kept with { Documents = [Lasting(20)] }, system: OrganizationSystem.State), Verdict.NotApplicable),
        new(Facts(Kept with { Documents = [Lasting(20)] }, new LocalDate(2150, 1, 1)), Verdict.Unknown, "decision_due"),
        new(Real("PTY-ADM"), Verdict.Pass));

    // Guidance 06-HD/TW is in force from 9 June 2025 to 18 May 2026.
    [Theory]
    [InlineData("2025-06-08", false)]
    [InlineData("2025-06-09", true)]
    [InlineData("2026-05-18", true)]
    [InlineData("2026-05-19", false)]
    public void Documents_are_judged_while_their_guidance_is_in_force(string on, bool judged) => Assert.Equal(
        judged ? Verdict.Fail : Verdict.NotApplicable,
        VerdictOf("CR-PRC-12", Facts(Kept with { Documents = [Lasting(5)] }, RuleTable.Day(on)), BuiltInRules.ProcedureVersions));

    private static void Check(ComplianceRule<ProcedureVersionFacts> rule, params Row<ProcedureVersionFacts>[] rows) =>
        RuleTable.Check(rule, ProcedureVersionFacts.Subject, rows);

    private static Verdict VerdictOf(string code, ProcedureVersionFacts facts, RuleBook<ProcedureVersionFacts> book) =>
        book.Judge(facts).Judged.Single(j => j.Rule.Code == code).Verdict;

    private static ProcedureVersionFacts Karaoke(int days)
    {
        Procedure procedure = ProcedureCatalogue.Vietnam.Find("ST-KAR")!;
        ProcedureVersion version = procedure.Versions[0] with
        {
            TimeLimits = procedure.Versions[0].TimeLimits.Select(l => l.Id == "KAR-10" ? l.Lasting(TimeLimit.WorkingDays(days)) : l).ToValueList(),
        };
        return Facts(version, system: OrganizationSystem.State);
    }

    private static RequiredDocument Lasting(int days) => Paper with
    {
        Validity = new DocumentValidity(TimeLimit.CalendarDays(days), "ngày cấp", "S", SourceConfidence.Verified),
    };

    private static Row<ProcedureVersionFacts> Pass(ProcedureVersion version) => new(Facts(version), Verdict.Pass);

    private static Row<ProcedureVersionFacts> Fail(ProcedureVersion version) => new(Facts(version), Verdict.Fail);

    private static Row<ProcedureVersionFacts> NotApplicable(ProcedureVersion version) => new(Facts(version), Verdict.NotApplicable);

    private static Row<ProcedureVersionFacts> Unknown(ProcedureVersion version, string missing) => new(Facts(version), Verdict.Unknown, missing);
}
