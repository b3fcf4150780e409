using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Delegation.ProvinceWorld;

namespace Reform.Domain.Tests.Delegation;

/// <summary>What the laws on organization ask of grants: pairs, documents, passing on, who answers.</summary>
public sealed class AuthorityLawTests
{
    private const string Chair = "province/Chair";
    private const string Director = "department/Director";

    [Theory]
    [InlineData("province", "service", false, "grantee_kind_not_allowed")]
    [InlineData("province", "service", true, "competent")]
    [InlineData("province", "department", false, "competent")]
    [InlineData("province", "province/Chair", false, "competent")]
    [InlineData("province", "province/DeputyChair", false, "pair_not_allowed")]
    [InlineData("province", "commune", false, "competent")]
    [InlineData("province", "commune-office", false, "pair_not_allowed")]
    [InlineData("province/Chair", "commune/Chair", false, "competent")]
    [InlineData("province/Chair", "commune-office", false, "pair_not_allowed")]
    [InlineData("province/Chair", "department/Director", false, "competent")]
    [InlineData("province/Chair", "department/DeputyDirector", false, "pair_not_allowed")]
    [InlineData("province/Chair", "division", false, "pair_not_allowed")]
    [InlineData("department", "commune-office", false, "competent")]
    [InlineData("department", "service", true, "pair_not_allowed")]
    [InlineData("commune/Chair", "commune/CivilServant", false, "competent")]
    [InlineData("commune/Chair", "dung", false, "competent")]
    [InlineData("commune/Chair", "an", false, "pair_not_allowed")]
    [InlineData("commune", "province", false, "pair_not_allowed")]
    public void Mandates_go_between_the_pairs_of_the_law_only(string grantor, string grantee, bool isPublicService, string expected) =>
        Assert.Equal(expected, With(HeldBy(grantor) with { IsPublicService = isPublicService }, Mandate(grantor, grantee)).Ask(grantee).Code);

    [Fact]
    public void A_body_under_another_committee_is_no_pair()
    {
        OrganizationUnit Other(string id, BodyKind kind) => new(id, BilingualText.Same(id), kind, OrganizationLevel.Province, default);
        OrganizationRecords others = OrganizationRecords.Of([Other("other-province", BodyKind.PeoplesCommittee), Other("other-department", BodyKind.SpecializedAgency)]);
        OrganizationRegister organization = Organization.With(others with
        {
            Placements = [new Recorded<UnitPlacement>("other placement", new UnitPlacement("other-department", "other-province", default), Instant.MinValue)],
        });
        Grant grant = Mandate("province", "department") with { GranteeId = "other-department" };
        Assert.Equal("pair_not_allowed", new AuthorityRegister([HeldBy("province")], [grant], organization: organization).Ask("other-department").Code);
    }

    [Theory]
    [InlineData(InstrumentKind.NormativeDocument, "competent")]
    [InlineData(InstrumentKind.AdministrativeDocument, "wrong_instrument_kind")]
    [InlineData(InstrumentKind.Unstated, "missing_facts")]
    public void Decentralisation_needs_a_normative_document(InstrumentKind kind, string expected)
    {
        Grant grant = Decentralization("province", "commune") with { Instrument = Paper("9/QĐ-UBND", kind) };
        AuthorityDecision decision = With(HeldBy("province"), grant).Ask("commune");
        Assert.Equal(expected, decision.Code);
        Assert.Equal(kind == InstrumentKind.Unstated ? ["instrument_kind"] : [], decision.Missing);
    }

    [Fact]
    public void Devolution_is_decentralised_and_that_mandated_with_an_open_question()
    {
        Grant devolved = Devolution("province");
        Grant decentralised = Decentralization("province", "commune", devolved);
        Grant mandated = Mandate("commune", "commune/Chair", decentralised);
        AuthorityRegister register = With(HeldBy("assembly"), devolved, decentralised, mandated);
        Assert.Equal(["assembly", "province", "commune"], register.Ask("commune").Chain.Select(l => l.HolderId));
        Assert.Equal(new Responsibility("commune", "commune", "province"), register.Ask("commune").Responsible);
        AuthorityDecision decision = register.Ask("commune/Chair");
        Assert.Equal("competent", decision.Code);
        Assert.Equal(["interpretation_onward_mandate"], decision.Findings);
        Assert.Equal(new Responsibility("commune", "commune/Chair", "province"), decision.Responsible);
    }

    [Fact]
    public void Decentralisation_is_not_decentralised_further()
    {
        Grant first = Decentralization("province", "commune");
        AuthorityDecision decision = With(HeldBy("province"), first, Decentralization("commune", "commune-office", first)).Ask("commune-office");
        Assert.Equal("subdelegation_forbidden", decision.Code);
    }

    [Fact]
    public void Devolution_by_less_than_a_law_is_none()
    {
        Grant grant = Devolution("province") with { Instrument = Paper("1/2025/NĐ-CP", InstrumentKind.NormativeDocument) };
        Assert.Equal("wrong_instrument_kind", With(HeldBy("assembly"), grant).Ask("province").Code);
    }

    [Fact]
    public void A_mandate_without_a_term_holds_with_a_finding()
    {
        AuthorityDecision decision = With(HeldBy(Chair), Mandate(Chair, Director) with { Validity = default }).Ask(Director);
        Assert.Equal(["no_term"], decision.Findings);
        Assert.Equal("no_term", decision.Explain()[^1].Code);
    }

    [Fact]
    public void A_grant_is_judged_by_the_law_of_its_first_day()
    {
        Grant early = Mandate(Chair, "division") with { Validity = new Validity(new LocalDate(2025, 2, 1), new LocalDate(2027, 1, 1)) };
        early = early with { Instrument = early.Instrument with { Date = new LocalDate(2025, 1, 15) } };
        Assert.Equal(["pair_not_settled"], With(HeldBy(Chair), early).Ask("division").Findings);
        Grant between = early with { Validity = new Validity(new LocalDate(2025, 4, 1), new LocalDate(2027, 1, 1)) };
        Assert.Equal(["law_not_known"], With(HeldBy(Chair), between).Ask("division").Findings);
        Assert.Empty(new AuthorityRegister([HeldBy(Chair)], [between], organization: Organization, regimes: GrantRegimes.None).Ask("division").Findings);
    }

    [Fact]
    public void Hà_Nội_has_pairs_of_its_own()
    {
        Grant grant = Mandate(Chair, "province/DeputyChair");
        OrganizationRecords capital = Units with
        {
            Units = Units.Units.Select(r => r.Fact!.Id == "province" ? r with { Fact = r.Fact with { Territory = "ha-noi" } } : r).ToValueList(),
        };
        Assert.Equal("pair_not_allowed", With(HeldBy(Chair), grant).Ask("province/DeputyChair").Code);
        var register = new AuthorityRegister([HeldBy(Chair)], [grant, Mandate(Chair, Director)], organization: new OrganizationRegister(capital));
        Assert.Equal("competent", register.Ask("province/DeputyChair").Code);
        Assert.Equal("competent", register.Ask(Director).Code);
    }

    [Fact]
    public void Who_gave_a_power_away_and_still_decides_is_told_so()
    {
        AuthorityRegister register = With(HeldBy("province"), Decentralization("province", "commune") with { Scope = new GrantScope { Territories = ["X"] } });
        Assert.Equal(["grantor_still_decides"], register.Ask("province", TestRegisters.In("X")).Findings);
        Assert.Empty(register.Ask("province", TestRegisters.In("Y")).Findings);
    }

    [Fact]
    public void What_is_published_otherwise_and_what_was_given_without_means_is_a_finding()
    {
        AuthorityRegister register = With(HeldBy(Chair), Mandate(Chair, Director));
        Assert.Equal(["publication_outdated"], register.Ask(Director, new AuthorityCase { PublishedDecider = Chair }).Findings);
        Assert.Empty(register.Ask(Director, new AuthorityCase { PublishedDecider = "department" }).Findings);
        AuthorityDecision commune = With(HeldBy("province"), Decentralization("province", "commune")).Ask("commune", new AuthorityCase { ResourcesProvided = false });
        Assert.Equal(["resources_not_provided"], commune.Findings);
        Assert.Equal("province", commune.Responsible?.ConditionsId);
    }

    [Fact]
    public void The_law_can_forbid_a_kind_of_grant_from_a_date_on()
    {
        var forbidden = new LocalDate(2026, 5, 1);
        Power power = HeldBy(Chair) with
        {
            Delegability = new DatedValues<Delegability>(
                [new(Delegability.None(new BilingualText("luật không cho", "the law forbids it")), new Validity(forbidden, null), LegalBasis.Citing("Luật mẫu"))]),
        };
        AuthorityRegister register = With(power, Mandate(Chair, Director));
        Assert.Equal("non_delegable", register.Ask(Director).Code);
        Assert.Equal(forbidden, register.Ask(Director, on: forbidden.PlusDays(-1)).NextChange);
    }

    [Theory]
    [InlineData(100, true, BaseSetting.Enterprise, "grantee_not_eligible")]
    [InlineData(101, true, BaseSetting.Enterprise, "competent")]
    [InlineData(150, true, BaseSetting.Residential, "grantee_not_eligible")]
    [InlineData(101, false, BaseSetting.Enterprise, "grantee_not_eligible")]
    [InlineData(null, true, BaseSetting.Enterprise, "missing_facts")]
    public void Admission_is_delegated_to_large_and_well_rated_bases_only(int? members, bool isGood, BaseSetting setting, string expected)
    {
        var organization = new OrganizationRegister(
            [
                new OrganizationUnit("superior", BilingualText.Same("superior"), BodyKind.PartyCommittee, OrganizationLevel.Commune, default),
                new OrganizationUnit("base", BilingualText.Same("base"), BodyKind.PartyCommittee, OrganizationLevel.Grassroots, default) { Setting = setting },
            ],
            []);
        Grant grant = Mandate("superior", "base") with
        {
            GranteeKind = GranteeKind.Unit,
            GranteeFacts = new GranteeFacts(members, [new(2023, true), new(2024, isGood), new(2025, true)]),
        };
        Power power = HeldBy("superior") with { GranteeRule = GranteeRule.AdmissionByBase };
        Assert.Equal(expected, new AuthorityRegister([power], [grant], organization: organization).Ask("base").Code);
    }
}
