using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Procedures.Rules;

/// <summary>Cases of units under procedures: practised until 30 June 2025 and written down from 1 July 2025 to 31 December; one is in no catalogue.</summary>
public sealed class StandardisedWorkTests
{
    private static readonly LocalDate AsOf = new(2026, 3, 1);

    private static readonly ProcedureCatalogue Procedures = new(
        [],
        [
            new Procedure(
                "P",
                BilingualText.Same("P"),
                OrganizationSystem.Party,
                [
                    Defined.Kept with { Validity = new Validity(new LocalDate(2025, 1, 1), new LocalDate(2025, 7, 1)), IsWritten = false },
                    Defined.Kept with { Validity = new Validity(new LocalDate(2025, 7, 1), new LocalDate(2026, 1, 1)) },
                ]),
        ]);

    // The date of receipt is always known, and so is the catalogue: nothing can be missing.
    [Fact]
    public void B12_Work_follows_procedures_that_are_written_down() => RuleTable.Check(
        new WorkIsStandardised(),
        ProcedureWorkFacts.Subject,
        new(Work(Case("u", "P", "2025-07-01")), Verdict.Pass),
        new(Work(Case("u", "P", "2025-06-30")), Verdict.Fail),
        new(Work(Case("u", "P", "2025-12-31")), Verdict.Pass),
        new(Work(Case("u", "P", "2026-01-01")), Verdict.Fail),
        new(Work(Case("u", "P", "2025-08-01"), Case("u", "P", "2025-06-30")), Verdict.Fail),
        new(Work(Case("u", "Q", "2025-08-01")), Verdict.Fail),
        new(Work(Case("u", "P", "2025-08-01")) with { Cases = 0 }, Verdict.NotApplicable));

    [Fact]
    public void H08_Cases_are_counted_by_unit_and_procedure()
    {
        CaseFacts[] cases =
        [
            Case("b", "P", "2025-08-01"), Case("a", "P", "2025-03-01"), Case("a", "P", "2025-06-30"), Case("a", "P", "2025-07-01"), Case("a", "Q", "2025-08-01"),
            Case("a", "P", "2026-03-02"),
        ];

        ValueList<(ProcedureWorkFacts Set, Judgement Judgement)> judged = new StandardisedWork(new WorkIsStandardised(), Procedures).Judge(cases, AsOf);

        Assert.Equal(
            [("a/P", 3, 0, 2, Verdict.Fail), ("a/Q", 1, 1, 0, Verdict.Fail), ("b/P", 1, 0, 0, Verdict.Pass)],
            judged.Select(j => (j.Set.Id, j.Set.Cases, j.Set.WithoutVersion, j.Set.Unwritten, j.Judgement.Verdict)));
        Assert.Equal(
            "The unit 'a', the procedure 'P': 0 case(s) without a version in force, 2 under an unwritten one, of 3", judged[0].Judgement.Reason!.Sentence.English);
    }

    private static ProcedureWorkFacts Work(params CaseFacts[] cases) =>
        Assert.Single(new StandardisedWork(new WorkIsStandardised(), Procedures).Gather(cases, AsOf));

    private static CaseFacts Case(string unit, string procedure, string received) => new()
    {
        CaseId = unit + procedure + received,
        ProcedureCode = procedure,
        UnitId = unit,
        HolderUnitId = unit,
        Requester = "r",
        AsOf = AsOf,
        State = CaseState.Received,
        ReceivedOn = RuleTable.Day(received),
        CalendarDays = 0,
    };
}
