using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using static Reform.Domain.Tests.Delegation.TestRegisters;
using static Reform.Domain.Tests.Organizations.TestOrganizations;

namespace Reform.Domain.Tests.Delegation;

/// <summary>Cases that lie in a chain with some of their territories only; found by the differential test.</summary>
public sealed class AuthorityPartlyTests
{
    private static readonly AuthorityCase InBoth = new() { Territories = ["X", "Y"] };

    // "old" was divided on 1 June: X went to "heir", whatever else to "rest".
    private static readonly OrganizationRegister Divided = new(OrganizationRecords.Of(
        [
            Unit("old", BodyKind.SpecializedAgency, to: new LocalDate(2026, 6, 1)), Unit("heir", BodyKind.SpecializedAgency), Unit("rest", BodyKind.SpecializedAgency),
            Unit("top", BodyKind.SpecializedAgency),
        ],
        successions:
        [
            Link("old", "heir", ReorganizationKind.Divide, new LocalDate(2026, 6, 1), territory: "X"),
            Link("old", "rest", ReorganizationKind.Divide, new LocalDate(2026, 6, 1)),
        ]));

    [Fact]
    public void An_heir_in_one_territory_of_a_grant_for_another_is_out_of_scope()
    {
        Grant grant = Grant("top", "old", GrantKind.Decentralization, scope: new GrantScope { Territories = ["Y"] }) with { GranteeKind = GranteeKind.Unit };
        AuthorityRegister register = new([HeldBy("top", default(Validity))], [grant], organization: Divided, regimes: GrantRegimes.None);
        AuthorityDecision decision = register.Ask("heir", June15, InBoth);
        Assert.Equal((AuthorityVerdict.NotCompetent, "out_of_scope"), (decision.Verdict, decision.Code));
        Assert.NotEmpty(decision.Explain());
    }

    [Fact]
    public void What_an_heir_of_the_rest_may_do_leaves_out_what_went_to_others()
    {
        AuthorityRegister register = new([HeldBy("old", default(Validity))], [], organization: Divided, regimes: GrantRegimes.None);
        HeldPower held = Assert.Single(register.PowersOf("rest", June15));
        Assert.False(held.Scopes.All(s => s.Covers(In("X"))));
        Assert.True(held.Scopes.All(s => s.Covers(In("Y"))));
        Assert.Equal(AuthorityVerdict.NotCompetent, register.Ask("rest", June15, In("X")).Verdict);
        Assert.True(register.Ask("rest", June15, In("Y")).IsCompetent);
    }

    [Fact]
    public void Links_for_different_territories_have_none_in_common_whatever_else_is_missing()
    {
        Grant first = Grant("chair", "head", onward: true, scope: new GrantScope { Territories = ["X"] });
        Grant second = Grant("head", "clerk", scope: new GrantScope { Territories = ["X"], Subjects = ["P1"] }, parent: first);
        AuthorityRegister register = new(
            [Permit], [first, second], [new GrantEvent.Amended(first.Id, new LocalDate(2026, 3, 1)) { Scope = new GrantScope { Territories = ["Y"] } }]);
        Assert.Equal(AuthorityVerdict.NotCompetent, register.Ask("clerk", June15, InBoth).Verdict);
    }

    [Fact]
    public void A_holder_for_one_unit_in_more_territories_is_asked_for_the_unit()
    {
        Power power = Permit with
        {
            Holders =
            [
                new HolderRule("chair", default, LegalBasis.LocalGovernment("14")) { Territories = ["X"] },
                new HolderRule("chair", default, LegalBasis.LocalGovernment("15")) { UnitId = "u", Territories = ["Y"] },
            ],
        };
        AuthorityRegister register = new([power], [Grant("chair", "head", scope: new GrantScope { Territories = ["Y"] })]);
        AuthorityDecision decision = register.Ask("head", June15, InBoth);
        Assert.Equal(AuthorityVerdict.Unknown, decision.Verdict);
        Assert.Equal(["unit"], decision.Missing);
    }
}
