using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Pilots;
using Reform.Domain.Rules;
using Reform.Domain.Tests.Procedures.Rules;
using static Reform.Domain.Tests.Pilots.PilotTests;

namespace Reform.Domain.Tests.Pilots;

/// <summary>CR-PIL-01 to 05, on both sides of every bound, not applicable, and with data missing.</summary>
public sealed class PilotRuleTests
{
    [Fact]
    public void CR_PIL_01_No_case_before_approval() => RuleTable.Check(
        new DeviationIsApproved(),
        PilotCaseFacts.Subject,
        new(Case("2024-12-20"), Verdict.Pass),
        new(Case("2024-12-19"), Verdict.Fail),
        new(Case("2025-03-01", pilot: "P-2"), Verdict.Fail),
        new(Case(null), Verdict.Unknown, "received_on"),
        new(Case(null, pilot: "P-2"), Verdict.Fail));

    [Fact]
    public void CR_PIL_03_Within_procedure_unit_and_dates() => RuleTable.Check(
        new WithinApprovedScope(),
        PilotCaseFacts.Subject,
        new(Case("2025-02-01"), Verdict.Pass),
        new(Case("2025-01-31"), Verdict.Fail),
        new(Case("2025-11-01", ended: "2025-11-30"), Verdict.Pass),
        new(Case("2025-11-01", ended: "2025-12-01"), Verdict.Fail),
        new(Case("2025-03-01", procedure: "PTY-REC"), Verdict.Fail),
        new(Case("2025-03-01", unit: "le-chan"), Verdict.Fail),
        new(Case(null, ended: "2025-06-30"), Verdict.Unknown, "received_on"),
        new(Case("2025-03-01") with { LastOn = null }, Verdict.Unknown, "last_on"),
        new(Case("2025-03-01", pilot: "P-2"), Verdict.NotApplicable));

    [Fact]
    public void CR_PIL_02_The_Board_decides_before_it_is_sent() => RuleTable.Check(
        new SentAfterBoardDecision(),
        PilotFacts.Subject,
        new(Pilot("2024-12-31"), Verdict.Pass),
        new(Pilot("2024-12-31", Whole[1]), Verdict.Fail),
        new(Pilot("2024-12-31", Whole[1], Board("2024-07-10", true, true)), Verdict.Pass),
        new(Pilot("2024-12-31", Whole[1], Board("2024-07-11", true, true)), Verdict.Fail),
        new(Pilot("2024-12-31", Whole[1], Board("2024-07-01", false, true)), Verdict.Fail),
        new(Pilot("2024-12-31", Whole[1], Board("2024-07-01", true, false)), Verdict.Fail),
        new(Pilot("2024-12-31", Whole[1], Board("2024-07-01", true, null)), Verdict.Unknown, "board_decision_validity"),
        new(Pilot("2024-07-09"), Verdict.NotApplicable));

    [Fact]
    public void CR_PIL_04_Evaluated_within_sixty_days_of_its_end() => RuleTable.Check(
        new EvaluatedAfterEnd(),
        PilotFacts.Subject,
        new(Pilot("2026-06-01"), Verdict.Pass),
        new(Pilot("2026-01-30", Whole[..3]), Verdict.NotApplicable),
        new(Pilot("2026-01-31", Whole[..3]), Verdict.Fail),
        new(Pilot("2025-11-30", Whole[..3]), Verdict.NotApplicable));

    [Fact]
    public void CR_PIL_05_The_matter_is_not_regulated()
    {
        ValueTuple<PilotProposal, Verdict, string?>[] table =
        [
            (Proposal, Verdict.Pass, null),
            (Proposal with { Gap = null }, Verdict.Fail, null),
            (Proposal with { CoveredBy = null }, Verdict.Unknown, "central_rules"),
            (Proposal with { CoveredBy = [new CentralRule("338-QĐ/TW", new Validity(new LocalDate(2024, 6, 3), null))] }, Verdict.Fail, null),
            (Proposal with { CoveredBy = [new CentralRule("338-QĐ/TW", new Validity(new LocalDate(2024, 6, 4), null))] }, Verdict.Pass, null),
        ];
        foreach ((PilotProposal proposal, Verdict verdict, string? missing) in table)
        {
            var register = new PilotRegister(new PilotRecords { Proposals = [new("r", proposal, Instant.FromUnixTimeSeconds(1))] });
            Judgement judged = new MatterNotRegulated().Judge(PilotFacts.Of(register.On("P-1", Day("2024-07-01"))!));
            Assert.Equal(verdict, judged.Verdict);
            Assert.Equal(missing, judged.Missing.Select(m => m.Name).SingleOrDefault());
        }
    }

    [Fact]
    public void What_a_clerk_reads() => Assert.Equal(
        "Hồ sơ theo thí điểm 'P-1' không thuộc phạm vi được đồng ý: đơn vị ngoài phạm vi; trước thời gian thí điểm",
        new WithinApprovedScope().Judge(Case("2025-01-31", unit: "le-chan")).Reason!.Sentence.Vietnamese);

    private static PilotCaseFacts Case(string? received, string? ended = null, string pilot = "P-1", string procedure = "PTY-ADM", string unit = "hong-bang") => PilotCaseFacts.Of(
        Register(Whole), Day("2026-06-01"), pilot, "H-1", procedure, unit, received is null ? null : Day(received), Day(ended ?? "2025-04-01"));

    private static PilotFacts Pilot(string on, params PilotEvent[] events) => PilotFacts.Of(Register(events.Length == 0 ? Whole : events).On("P-1", Day(on))!);

    private static PilotBoardDecision Board(string on, bool agrees, bool? isValid) => new("e1", "P-1", Day(on), agrees, isValid);
}
