using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Delegation.ProvinceWorld;

namespace Reform.Domain.Tests.Delegation;

/// <summary>Persons, posts and units: who acts as whom, what a collective keeps for itself, and what a reorganization does to grants.</summary>
public sealed class AuthorityOrganizationTests
{
    private const string Chair = "province/Chair";
    private const string Director = "department/Director";

    [Fact]
    public void A_person_acts_by_the_post_that_it_holds_on_the_day()
    {
        AuthorityRegister register = With(HeldBy(Chair), Mandate(Chair, Director));
        AuthorityDecision decision = register.Ask("chi");
        Assert.Equal([AuthorityLinkKind.ByLaw, AuthorityLinkKind.ByGrant, AuthorityLinkKind.AsHolder], decision.Chain.Select(l => l.Kind));
        Assert.Equal([Chair, Director, "chi"], decision.Chain.Select(l => l.HolderId));
        Assert.Equal("competent", register.Ask("an").Code);
        Assert.Equal(new LocalDate(2026, 9, 1), register.Ask("an").NextChange);
        Assert.Equal("no_grant", register.Ask("an", on: new LocalDate(2026, 9, 1)).Code);
        Assert.Equal("no_grant", register.Ask("dung").Code);
    }

    [Fact]
    public void A_grant_to_a_person_a_post_and_a_unit_are_three_things()
    {
        AuthorityDecision person = With(HeldBy("commune/Chair"), Mandate("commune/Chair", "dung")).Ask("commune/CivilServant");
        Assert.Equal("no_grant", person.Code);
        AuthorityRegister unit = With(HeldBy("province"), Mandate("province", "department"));
        Assert.Equal("competent", unit.Ask("department").Code);
        Assert.Equal([AuthorityLinkKind.ByLaw, AuthorityLinkKind.ByGrant, AuthorityLinkKind.AsHead, AuthorityLinkKind.AsHolder], unit.Ask("chi").Chain.Select(l => l.Kind));
        Assert.Equal("no_grant", unit.Ask("department/DeputyDirector").Code);
        Assert.Equal("no_grant", With(HeldBy(Chair), Mandate(Chair, Director)).Ask("department").Code);
    }

    [Fact]
    public void The_person_responsible_is_the_head_or_holder_on_the_date()
    {
        AuthorityRegister register = With(HeldBy(Chair), Mandate(Chair, Director));
        Assert.Equal("an", register.Ask("chi").Responsible?.PersonId);
        Assert.Null(register.Ask("chi", on: new LocalDate(2026, 9, 1)).Responsible?.PersonId);
        Assert.Equal("chi", register.Ask("chi", on: new LocalDate(2027, 1, 1)).Responsible?.PersonId);
        AuthorityDecision unit = With(HeldBy("department")).Ask("department");
        Assert.Equal(("department", "chi"), (unit.Responsible!.ResultId, unit.Responsible.PersonId));
        Assert.Equal("chi", With(HeldBy(Chair)).Ask(Director).Responsible?.PersonId);
    }

    [Fact]
    public void The_head_of_a_collective_does_not_decide_in_its_place()
    {
        Power power = HeldBy("province") with { IsCollective = true };
        AuthorityRegister register = With(power);
        Assert.Equal("non_delegable", register.Ask(Chair).Code);
        Assert.Equal("non_delegable", register.Ask("an").Code);
        Assert.Equal(["vote"], register.Ask("province").Missing);
        Assert.Equal("competent", register.Ask("province", new AuthorityCase { VotePassed = true }).Code);
        Assert.Equal("vote_not_passed", register.Ask("province", new AuthorityCase { VotePassed = false }).Code);
        Assert.Equal("non_delegable", With(power, Mandate("province", Chair)).Ask(Chair, new AuthorityCase { VotePassed = true }).Code);
    }

    [Fact]
    public void A_deputy_acts_for_the_head_in_the_field_assigned_to_it()
    {
        OrganizationRegister organization = Organization.With(OrganizationRecords.Of(
            [], allocations: [new("binh", "province/DeputyChair", "land", new Validity(null, new LocalDate(2026, 7, 1)))]));
        AuthorityRegister Of(string field) => new([HeldBy(Chair) with { Field = field }], [], organization: organization);
        AuthorityDecision decision = Of("land").Ask("binh");
        Assert.Equal([AuthorityLinkKind.ByLaw, AuthorityLinkKind.AsDeputy, AuthorityLinkKind.AsHolder], decision.Chain.Select(l => l.Kind));
        Assert.Equal(new LocalDate(2026, 7, 1), decision.NextChange);
        Assert.Equal("competent", Of("land").Ask("province/DeputyChair").Code);
        Assert.Equal("no_grant", Of("culture").Ask("binh").Code);
        Assert.Equal("no_grant", Of("land").Ask("binh", on: new LocalDate(2026, 7, 1)).Code);
    }

    [Fact]
    public void Nobody_decides_a_case_of_its_own_or_of_one_close_to_it()
    {
        OrganizationRegister organization = Organization.With(OrganizationRecords.Of(
            [], relationships: [new("chi", "company", RelationshipKind.Shareholder, new Validity(null, new LocalDate(2026, 8, 1)))]));
        AuthorityRegister register = new([HeldBy(Chair)], [Mandate(Chair, Director)], organization: organization);
        var ofCompany = new AuthorityCase { ConcernedPersons = ["company"] };
        Assert.Equal("conflict_of_interest", register.Ask("chi", ofCompany).Code);
        Assert.Equal("conflict_of_interest", register.Ask(Director, ofCompany).Code);
        Assert.Equal(new LocalDate(2026, 8, 1), register.Ask(Director, ofCompany).NextChange);
        Assert.Equal("conflict_of_interest", register.Ask("chi", new AuthorityCase { ConcernedPersons = ["chi"] }).Code);
        Assert.Equal("competent", register.Ask("chi", new AuthorityCase { ConcernedPersons = ["dung"] }).Code);
    }

    [Fact]
    public void Competence_can_be_lost_by_time_alone()
    {
        AuthorityDecision decision = With(HeldBy(Chair)).Ask(Chair, new AuthorityCase { CompetentUntil = June15.PlusDays(-1) });
        Assert.Equal("competence_lost_by_time", decision.Code);
        Assert.Equal(June15.PlusDays(1), With(HeldBy(Chair)).Ask(Chair, new AuthorityCase { CompetentUntil = June15 }).NextChange);
    }

    [Fact]
    public void A_condition_of_the_grant_has_to_be_known_and_met()
    {
        Grant grant = Mandate(Chair, Director) with { Conditions = [new GrantCondition("checked", new BilingualText("đã thẩm tra", "was checked"))] };
        AuthorityRegister register = With(HeldBy(Chair), grant);
        Assert.Equal(["condition:checked"], register.Ask(Director).Missing);
        Assert.Equal("competent", register.Ask(Director, new AuthorityCase { ConditionsMet = ["checked"] }).Code);
        Assert.Equal("condition_not_met", register.Ask(Director, new AuthorityCase { ConditionsNotMet = ["checked"] }).Code);
    }

    [Theory]
    [InlineData("committee", 2026, 3, "competent")]
    [InlineData("board", 2026, 3, "wrong_body")]
    [InlineData("committee", 2026, 5, "missing_facts")]
    [InlineData("board", 2026, 5, "missing_facts")]
    [InlineData("committee", 2026, 9, "wrong_body")]
    [InlineData("board", 2026, 9, "competent")]
    public void Which_body_of_an_organization_decides_changes_with_the_law(string actor, int year, int month, string expected)
    {
        var organization = new OrganizationRegister(OrganizationRecords.Of(
            [
                new("superior", BilingualText.Same("superior"), BodyKind.PartyCommittee, OrganizationLevel.Commune, default),
                new("committee", BilingualText.Same("committee"), BodyKind.PartyCommittee, OrganizationLevel.Grassroots, default),
                new("board", BilingualText.Same("board"), BodyKind.StandingBoard, OrganizationLevel.Grassroots, default),
            ],
            placements: [new("committee", "superior", default), new("board", "committee", default)]));
        Power power = HeldBy("superior") with
        {
            DecidingBody = new DatedValues<BodyKind>(
                [
                    new(BodyKind.PartyCommittee, new Validity(new LocalDate(2025, 7, 1), new LocalDate(2026, 4, 8)), LegalBasis.Citing("294-QĐ/TW, 4.3.2 a")),
                    new(BodyKind.StandingBoard, new Validity(new LocalDate(2026, 7, 26), null), LegalBasis.Citing("208-QĐ/TW")),
                ]),
        };
        Grant grant = Mandate("superior", "committee") with { GranteeKind = GranteeKind.Unit };
        var register = new AuthorityRegister([power], [grant], organization: organization);
        Assert.Equal(expected, register.Ask(actor, on: new LocalDate(year, month, 15)).Code);
    }

    [Fact]
    public void A_mandate_ends_with_its_grantee_and_its_grantor_and_is_reported_as_orphaned()
    {
        AuthorityRegister register = Reorganized([], Mandate("old", "old-office") with { GranteeKind = GranteeKind.Unit });
        Assert.Equal("competent", register.Ask("old-office", on: Merged.PlusDays(-1)).Code);
        AuthorityDecision decision = register.Ask("old-office", on: Merged);
        Assert.Equal("grantee_ceased", decision.Code);
        Assert.Equal([AuthorityBreak.GranteeCeased, AuthorityBreak.GrantorCeased], decision.Causes);
        Assert.Equal(["old>old-office"], register.OrphanedOn(Merged).Select(s => s.Grant.Id));
        Assert.Empty(register.OrphanedOn(Merged.PlusDays(-1)));
    }

    [Fact]
    public void A_mandate_ends_with_the_post_that_gave_it_though_the_unit_goes_on()
    {
        var organization = new OrganizationRegister(OrganizationRecords.Of(
            [
                new("office", BilingualText.Same("office"), BodyKind.SpecializedAgency, OrganizationLevel.Province, default),
                new("division", BilingualText.Same("division"), BodyKind.SpecializedAgency, OrganizationLevel.Province, default),
            ],
            positions: [new("office/Director", "office", BilingualText.Same("director")) { Title = TitleKind.Director, Validity = new Validity(null, Merged) }]));
        Grant grant = Mandate("office/Director", "division") with { GranteeKind = GranteeKind.Unit };
        AuthorityRegister register = new([HeldBy("office")], [grant], organization: organization, regimes: GrantRegimes.None);
        Assert.Equal("competent", register.Ask("division", on: Merged.PlusDays(-1)).Code);
        Assert.Equal(Merged, register.Ask("division", on: Merged.PlusDays(-1)).NextChange);
        Assert.Equal("grantor_ceased", register.Ask("division", on: Merged).Code);
    }

    [Fact]
    public void A_decentralisation_of_a_merged_unit_goes_on_with_a_finding()
    {
        AuthorityRegister register = Reorganized([new("old", "new", ReorganizationKind.Merge, Merged)], Decentralization("old", "commune") with { GranteeKind = GranteeKind.Unit });
        Assert.Equal([], register.Ask("commune", on: Merged.PlusDays(-1)).Findings);
        AuthorityDecision decision = register.Ask("commune", on: Merged);
        Assert.Equal("competent", decision.Code);
        Assert.Equal(["divergent_rules_in_merged_unit"], decision.Findings);
        Assert.Empty(register.OrphanedOn(Merged));
        Assert.Equal("grantor_ceased", Reorganized([], Decentralization("old", "commune") with { GranteeKind = GranteeKind.Unit }).Ask("commune", on: Merged).Code);
    }

    [Fact]
    public void A_power_held_by_law_and_a_grant_pass_to_the_successor_and_the_chain_says_so()
    {
        AuthorityRegister byLaw = Reorganized([new("old", "new", ReorganizationKind.Merge, Merged)]);
        Assert.Equal("no_grant", byLaw.Ask("new", on: Merged.PlusDays(-1)).Code);
        AuthorityDecision decision = byLaw.Ask("new", on: Merged);
        Assert.Equal([AuthorityLinkKind.ByLaw, AuthorityLinkKind.BySuccession], decision.Chain.Select(l => l.Kind));
        Assert.Equal("grantee_ceased", byLaw.Ask("old", on: Merged).Code);
        AuthorityRegister granted = new(
            [HeldBy("top")], [Decentralization("top", "old") with { GranteeKind = GranteeKind.Unit }],
            organization: Reorganization([new("old", "new", ReorganizationKind.Merge, Merged)]));
        Assert.Equal(["top", "old", "new"], granted.Ask("new", on: Merged).Chain.Select(l => l.HolderId));
        Assert.Equal("grantee_ceased", granted.Ask("old", on: Merged).Code);
        Assert.Equal(Merged, granted.Ask("old", on: Merged.PlusDays(-1)).NextChange);
        Assert.Equal(Merged, granted.Ask("new", on: Merged.PlusDays(-1)).NextChange);
    }

    [Fact]
    public void A_unit_divided_by_territory_is_followed_by_the_one_of_the_case()
    {
        AuthorityRegister register = Reorganized(
            [
                new("old", "new", ReorganizationKind.Divide, Merged) { Territory = "X" },
                new("old", "commune", ReorganizationKind.Divide, Merged) { Territory = "Y" },
            ]);
        Assert.Equal("competent", register.Ask("new", TestRegisters.In("X"), Merged).Code);
        Assert.Equal("no_grant", register.Ask("new", TestRegisters.In("Y"), Merged).Code);
        Assert.Equal("competent", register.Ask("commune", TestRegisters.In("Y"), Merged).Code);
        Assert.Equal(["territory"], register.Ask("new", on: Merged).Missing);
        AuthorityDecision both = register.Ask("new", new AuthorityCase { Territories = ["X", "Y"] }, Merged);
        Assert.Equal(AuthorityVerdict.Ambiguous, both.Verdict);
        Assert.Equal(["X"], Assert.Single(register.PowersOf("new", Merged)).Scopes[0].Territories);
    }

    [Fact]
    public void Where_several_took_over_and_nothing_tells_them_apart_it_has_to_be_assigned()
    {
        AuthorityRegister register = Reorganized(
            [new("old", "new", ReorganizationKind.Divide, Merged), new("old", "commune", ReorganizationKind.Divide, Merged)]);
        AuthorityDecision decision = register.Ask("new", on: Merged);
        Assert.Equal(AuthorityVerdict.Ambiguous, decision.Verdict);
        Assert.Equal("several_successors", decision.Code);
    }

    [Fact]
    public void A_function_that_was_transferred_takes_the_power_along()
    {
        AuthorityRegister register = Reorganized([new("old", "new", ReorganizationKind.Transfer, Merged) { Function = "land" }], alive: true);
        Assert.Equal("function_transferred", register.Ask("old", on: Merged).Code);
        Assert.Equal("competent", register.Ask("new", on: Merged).Code);
        Assert.Equal("competent", register.Ask("old", on: Merged.PlusDays(-1)).Code);
    }

    [Fact]
    public void A_unit_that_goes_on_has_in_no_territory_what_it_gave_away_there()
    {
        AuthorityRegister register = Reorganized([new("old", "new", ReorganizationKind.Transfer, Merged) { Function = "land", Territory = "X" }], alive: true);
        Assert.Equal("out_of_scope", register.Ask("old", TestRegisters.In("X"), Merged).Code);
        Assert.Equal("competent", register.Ask("new", TestRegisters.In("X"), Merged).Code);
        Assert.Equal("competent", register.Ask("old", TestRegisters.In("Y"), Merged).Code);
        Assert.Equal("no_grant", register.Ask("new", TestRegisters.In("Y"), Merged).Code);
        Assert.Equal(["territory"], register.Ask("old", on: Merged).Missing);
        Assert.Equal(["territory"], register.Ask("new", on: Merged).Missing);
        Assert.Equal(AuthorityVerdict.Ambiguous, register.Ask("old", new AuthorityCase { Territories = ["X", "Y"] }, Merged).Verdict);
        Assert.Equal("competent", register.Ask("old", on: Merged.PlusDays(-1)).Code);
        Assert.Equal(Merged, register.Ask("old", TestRegisters.In("X"), Merged.PlusDays(-1)).NextChange);
        Assert.Equal(["X"], Assert.Single(register.PowersOf("old", Merged)).Scopes[0].Exclusions[0].Territories);
        Assert.Equal(["X"], Assert.Single(register.PowersOf("new", Merged)).Scopes[0].Territories);
    }

    [Fact]
    public void Who_took_over_in_one_territory_grants_no_more_than_that_territory()
    {
        Grant grant = Mandate("new", "commune") with { GranteeKind = GranteeKind.Unit, Validity = new Validity(Merged, Merged.PlusYears(1)) };
        SuccessionLink[] links = [new("old", "new", ReorganizationKind.Transfer, Merged) { Function = "land", Territory = "X" }];
        AuthorityRegister register = Reorganized(links, true, grant);
        Assert.Equal("competent", register.Ask("commune", TestRegisters.In("X"), Merged).Code);
        Assert.Equal("out_of_scope", register.Ask("commune", TestRegisters.In("Y"), Merged).Code);
        Assert.Equal(["territory"], register.Ask("commune", on: Merged).Missing);
        Assert.Equal(AuthorityVerdict.Ambiguous, register.Ask("commune", new AuthorityCase { Territories = ["X", "Y"] }, Merged).Verdict);
        Assert.Equal(["X"], Assert.Single(register.PowersOf("commune", Merged)).Scopes[0].Territories);
        AuthorityRegister without = Reorganized(links, alive: true);
        Assert.Equal(["outside_grantor_scope"], without.Validate(grant).Select(o => o.Code));
        Assert.Empty(without.Validate(grant with { Scope = new GrantScope { Territories = ["X"] } }));
    }

    [Fact]
    public void What_a_grantor_takes_over_later_its_earlier_grants_do_not_reach()
    {
        LocalDate later = Merged.PlusMonths(1);
        Grant grant = Mandate("new", "commune") with { GranteeKind = GranteeKind.Unit, Validity = new Validity(Merged, Merged.PlusYears(1)) };
        AuthorityRegister register = Reorganized(
            [
                new("old", "new", ReorganizationKind.Transfer, Merged) { Function = "land", Territory = "X" },
                new("old", "new", ReorganizationKind.Transfer, later) { Function = "land", Territory = "Y" },
            ],
            true, grant);
        Assert.Equal("competent", register.Ask("new", TestRegisters.In("Y"), later).Code);
        Assert.Equal("competent", register.Ask("commune", TestRegisters.In("X"), later).Code);
        Assert.Equal("out_of_scope", register.Ask("commune", TestRegisters.In("Y"), later).Code);
    }

    [Fact]
    public void What_a_grantor_gave_away_in_one_territory_its_mandates_lose_there_and_its_decentralisations_keep()
    {
        SuccessionLink[] links = [new("old", "new", ReorganizationKind.Transfer, Merged) { Function = "land", Territory = "X" }];
        AuthorityRegister mandate = Reorganized(links, true, Mandate("old", "commune") with { GranteeKind = GranteeKind.Unit });
        Assert.Equal("competent", mandate.Ask("commune", TestRegisters.In("X"), Merged.PlusDays(-1)).Code);
        Assert.Equal(Merged, mandate.Ask("commune", TestRegisters.In("X"), Merged.PlusDays(-1)).NextChange);
        Assert.Equal("out_of_scope", mandate.Ask("commune", TestRegisters.In("X"), Merged).Code);
        Assert.Equal("competent", mandate.Ask("commune", TestRegisters.In("Y"), Merged).Code);
        AuthorityRegister decentralized = Reorganized(links, true, Decentralization("old", "commune") with { GranteeKind = GranteeKind.Unit });
        Assert.Equal("competent", decentralized.Ask("commune", TestRegisters.In("X"), Merged).Code);
        Assert.Equal("competent", decentralized.Ask("commune", TestRegisters.In("Y"), Merged).Code);
    }

    [Fact]
    public void Whether_one_of_several_successors_could_grant_cannot_be_told()
    {
        Grant grant = Mandate("new", "commune") with { GranteeKind = GranteeKind.Unit, Validity = new Validity(Merged, Merged.PlusYears(1)) };
        AuthorityRegister register = Reorganized(
            [new("old", "new", ReorganizationKind.Divide, Merged), new("old", "top", ReorganizationKind.Divide, Merged)], grant);
        AuthorityDecision decision = register.Ask("commune", on: Merged);
        Assert.Equal(AuthorityVerdict.Unknown, decision.Verdict);
        Assert.Equal(["successor"], decision.Missing);
    }

    [Fact]
    public void A_function_that_came_back_brings_the_power_back()
    {
        LocalDate back = Merged.PlusYears(1);
        AuthorityRegister register = Reorganized(
            [
                new("old", "new", ReorganizationKind.Transfer, Merged) { Function = "land" },
                new("new", "old", ReorganizationKind.Transfer, back) { Function = "land" },
            ],
            alive: true);
        Assert.Equal("competent", register.Ask("old", on: Merged.PlusDays(-1)).Code);
        AuthorityDecision between = register.Ask("old", on: back.PlusDays(-1));
        Assert.Equal("function_transferred", between.Code);
        Assert.Equal(back, between.NextChange);
        Assert.Equal("competent", register.Ask("old", on: back).Code);
        Assert.Equal("competent", register.Ask("new", on: back.PlusDays(-1)).Code);
        Assert.Equal(AuthorityVerdict.NotCompetent, register.Ask("new", on: back).Verdict);
        Assert.Single(register.PowersOf("old", back));
    }

    [Fact]
    public void Who_could_decide_are_all_who_are_told_yes_persons_and_heads_among_them()
    {
        AuthorityRegister register = With(HeldBy("province"), Mandate("province", "department"));
        Assert.Equal(
            ["province", "department", Director, "chi"], register.WhoCould("permit", June15).Select(d => d.Question.ActorId));
        Assert.Equal("department", Assert.Single(register.PowersOf("chi", June15)).Chain[1].HolderId);
    }

    [Fact]
    public void Somebody_whom_the_organization_does_not_have_is_refused_with_the_field()
    {
        Assert.Equal(
            ["unknown_actor grants[0].grantor", "unknown_actor grants[0].grantee", "unknown_unit grants[0].unit"],
            Problems(() => _ = With(HeldBy(Chair), Mandate(Chair, Director) with { GrantorId = "x", GranteeId = "y", UnitId = "z" })));
        Assert.Equal(["unknown_actor grants[0].grantee"], Problems(() => _ = With(HeldBy(Chair), Mandate(Chair, Director) with { GranteeKind = GranteeKind.Unit })));
        Assert.Equal(["unknown_actor powers[0].holders[0].holder"], Problems(() => _ = With(HeldBy("x"))));
        Assert.Equal(["unknown_actor actor"], Problems(() => With(HeldBy(Chair)).Ask("x")));
        Assert.Equal(
            ["unknown_power power", "unknown_unit unit"],
            Problems(() => With(HeldBy(Chair)).Check(new AuthorityQuestion(Chair, "other", June15) { UnitId = "x" })));
        OrganizationRecords until2026 = Units with { Covers = new Validity(null, June15) };
        var register = new AuthorityRegister([HeldBy(Chair)], [], organization: new OrganizationRegister(until2026));
        Assert.Equal(["date_outside_register on"], Problems(() => register.Ask(Chair)));
    }

    private static LocalDate Merged { get; } = new(2026, 7, 1);

    private static AuthorityRegister Reorganized(SuccessionLink[] links, params Grant[] grants) => Reorganized(links, false, grants);

    private static AuthorityRegister Reorganized(SuccessionLink[] links, bool alive, params Grant[] grants) =>
        new([HeldBy("old") with { Field = "land" }], grants, organization: Reorganization(links, alive));

    private static OrganizationRegister Reorganization(SuccessionLink[] links, bool alive = false)
    {
        var life = new Validity(null, alive ? null : Merged);
        return new OrganizationRegister(OrganizationRecords.Of(
            [
                new("top", BilingualText.Same("top"), BodyKind.PeoplesCommittee, OrganizationLevel.Province, default),
                new("old", BilingualText.Same("old"), BodyKind.PeoplesCommittee, OrganizationLevel.Province, life),
                new("old-office", BilingualText.Same("old-office"), BodyKind.SpecializedAgency, OrganizationLevel.Province, life),
                new("new", BilingualText.Same("new"), BodyKind.PeoplesCommittee, OrganizationLevel.Province, default),
                new("commune", BilingualText.Same("commune"), BodyKind.PeoplesCommittee, OrganizationLevel.Commune, default),
            ],
            successions: links));
    }

    private static IEnumerable<string> Problems(Action act) => Assert.Throws<AuthorityInputException>(act).Problems.Select(p => p.Code + " " + p.Field);
}
