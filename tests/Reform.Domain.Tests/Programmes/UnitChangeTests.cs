using Reform.Domain.Compliance;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Programmes;
using static Reform.Domain.Tests.Programmes.TestProgrammes;

namespace Reform.Domain.Tests.Programmes;

/// <summary>What registers of powers and procedures tell of changes, and the units that are left.</summary>
public sealed class UnitChangeTests
{
    private static readonly AuthorityRegister Powers = new(
        [new Power("permit", Text("permit"), [new HolderRule("office", default, LegalBasis.LocalGovernment("14"))])],
        [
            new Grant
            {
                Id = "g",
                Kind = GrantKind.Mandate,
                PowerId = "permit",
                GrantorId = "office",
                GranteeId = "propaganda",
                Validity = new Validity(Day("2024-08-01"), Day("2025-08-01")),
                Instrument = new Instrument("1-QĐ/TEST", Day("2024-07-15"), Text("decision")),
            },
        ],
        [new GrantEvent.Revoked("g", Day("2025-01-10"))],
        City);

    [Fact]
    public void A_grant_and_what_happens_to_it_are_changes_of_the_unit_that_granted() => Assert.Equal(
        [("office", ChangeKind.Delegation, Day("2024-08-01"), "permit"), ("office", ChangeKind.Delegation, Day("2025-01-10"), "permit")],
        UnitChanges.OfPowers(Powers).Select(c => (c.UnitId, c.Kind, c.On, c.Subject)));

    // North applies a procedure from 1 June 2024 to 31 March 2025; its second version takes over on 1 September 2024, its third after that.
    [Fact]
    public void A_procedure_changes_for_a_unit_when_a_version_that_it_applies_takes_over()
    {
        Procedure real = ProcedureCatalogue.Vietnam.Find("PTY-ADM")!;
        ProcedureVersion In(string from, string? to) => real.Versions[0] with { Validity = new Validity(Day(from), to is null ? null : Day(to)) };
        var procedures = new ProcedureCatalogue(
            [],
            [new Procedure(real.Code, real.Name, real.System, [In("2024-01-01", "2024-09-01"), In("2024-09-01", "2025-06-01"), In("2025-06-01", null)])]);
        ProcedureApplication[] applications =
        [
            new("1", "PTY-ADM", "north", true, new Validity(Day("2024-06-01"), Day("2025-04-01"))),
            new("2", "PTY-ADM", "propaganda", false, new Validity(Day("2024-06-01"), null)),
            new("3", "OTHER", "office", true, new Validity(null, Day("2024-12-01"))),
        ];
        Assert.Equal(
            [("north", "2024-06-01"), ("north", "2025-04-01"), ("north", "2024-09-01"), ("office", "2024-12-01")],
            UnitChanges.OfProcedures(applications, procedures).Select(c => (c.UnitId, c.On.ToString("uuuu-MM-dd", null))));

        // Together they say who stood still: in the last quarter of 2024 the office changed one, in the first of 2025 it revoked a grant.
        Assert.Equal(["propaganda", "north"], Still("2024-10-01", "2024-12-31"));
        Assert.Equal(["propaganda", "north"], Still("2025-01-01", "2025-03-31"));
        Assert.Equal(["propaganda"], Still("2024-08-01", "2024-09-30"));

        IEnumerable<string> Still(string from, string to) => ZeroChangeReport.Of(
            ["office", "propaganda", "north"],
            [.. UnitChanges.OfPowers(Powers), .. UnitChanges.OfProcedures(applications, procedures)],
            new ReportingPeriod(Day(from), Day(to)),
            City).Unchanged;
    }
}
