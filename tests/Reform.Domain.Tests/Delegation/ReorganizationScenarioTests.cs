using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Delegation.ProvinceWorld;

namespace Reform.Domain.Tests.Delegation;

/// <summary>The given scenarios of devolution and decentralisation (phân quyền, phân cấp), and of what the reorganisation of 1 July 2025 does to powers and grants.</summary>
public sealed class ReorganizationScenarioTests
{
    private static readonly LocalDate July2025 = new(2025, 7, 1);
    private static readonly LegalBasis Law = LegalBasis.LocalGovernment("12");
    private static readonly Grant Devolved = Devolution("province");
    private static readonly Grant Decentralised = Decentralization("province", "commune", Devolved);

    /// <summary>Law 72/2025/QH15, Arts. 12 and 13.</summary>
    [Fact]
    public void DS22_A_power_devolved_to_the_province_and_decentralised_by_a_normative_document_is_the_communes()
    {
        AuthorityDecision decision = With(HeldBy("assembly"), Devolved, Decentralised).Ask("commune");

        Assert.Equal(AuthorityVerdict.Competent, decision.Verdict);
        Assert.Equal([GrantKind.Devolution, GrantKind.Decentralization], decision.Chain.Skip(1).Select(l => l.Grant!.Kind));
        Assert.Equal(["72/2025/QH15", "12/2025/QĐ-UBND"], decision.Chain.Skip(1).Select(l => l.Grant!.Instrument.Number));
        Assert.Equal("commune", decision.Responsible?.ResultId);
        Assert.Empty(decision.Findings);
    }

    /// <summary>Not addressed by Law 72/2025/QH15 in what was read: allowed, with a flag.</summary>
    [Fact]
    public void DS24_A_commune_may_mandate_its_chair_for_a_year_with_an_open_question_of_interpretation()
    {
        AuthorityDecision decision = With(HeldBy("assembly"), Devolved, Decentralised, Mandate("commune", "commune/Chair", Decentralised)).Ask("commune/Chair");

        Assert.Equal(AuthorityVerdict.Competent, decision.Verdict);
        Assert.Equal(["interpretation_onward_mandate"], decision.Findings);
        Assert.Equal("commune", decision.Responsible?.ResultId);
    }

    /// <summary>Law 72/2025/QH15, Art. 13: decentralisation by a normative legal document.</summary>
    [Fact]
    public void DS25_Decentralisation_by_an_ordinary_administrative_decision_is_none()
    {
        Grant ordinary = Decentralization("province", "commune") with { Instrument = Paper("9/QĐ-UBND", InstrumentKind.AdministrativeDocument) };
        AuthorityDecision decision = With(HeldBy("province"), ordinary).Ask("commune");

        Assert.Equal((AuthorityVerdict.NotCompetent, "wrong_instrument_kind"), (decision.Verdict, decision.Code));
        Assert.Equal(ordinary, decision.BrokenGrant);
    }

    /// <summary>Law 63/2025/QH15, Art. 8: who decentralises ensures the conditions, the recipient answers for the handling.</summary>
    [Fact]
    public void DS27_Decentralised_without_means_the_grantor_answers_for_the_means_and_the_recipient_for_the_handling()
    {
        AuthorityDecision decision = With(HeldBy("province"), Decentralization("province", "commune"))
            .Ask("commune", new AuthorityCase { ResourcesProvided = false });

        Assert.Equal(AuthorityVerdict.Competent, decision.Verdict);
        Assert.Equal(new Responsibility("commune", "commune", "province"), decision.Responsible);
        Assert.Equal(["resources_not_provided"], decision.Findings);
    }

    /// <summary>The district level ended on 30 June 2025.</summary>
    [Fact]
    public void DS29_A_mandate_of_a_district_chair_lapses_with_its_grantee_and_grantor_on_1_July_2025()
    {
        Grant grant = Mandate("district/Chair", "district-office") with
        {
            GranteeKind = GranteeKind.Unit,
            Validity = new Validity(new LocalDate(2025, 1, 15), new LocalDate(2026, 1, 1)),
            Instrument = Paper("7/QĐ-UBND", InstrumentKind.AdministrativeDocument) with { Date = new LocalDate(2025, 1, 15) },
        };
        var register = new AuthorityRegister([HeldBy("district/Chair")], [grant], organization: District);

        AuthorityDecision before = register.Ask("district-office", on: July2025.PlusDays(-1));
        Assert.Equal(("competent", July2025), (before.Code, before.NextChange));
        AuthorityDecision decision = register.Ask("district-office", on: July2025);
        Assert.Equal((AuthorityVerdict.NotCompetent, "grantee_ceased"), (decision.Verdict, decision.Code));
        Assert.Equal([AuthorityBreak.GranteeCeased, AuthorityBreak.GrantorCeased], decision.Causes);
        ExpiringGrant ended = Assert.Single(register.ExpiringBetween(new LocalDate(2025, 6, 1), new LocalDate(2025, 12, 31)));
        Assert.Equal((July2025.PlusDays(-1), AuthorityBreak.GranteeCeased), (ended.LastDay, ended.Cause));
        Assert.Equal([grant], register.OrphanedOn(July2025).Select(s => s.Grant));
    }

    /// <summary>Transitional clause; function and territory by official letter 4323/BTP. The ward that a link names, else the one that is assigned.</summary>
    [Fact]
    public void DS31_A_dossier_pending_at_a_district_is_decided_by_the_applicants_ward_without_filing_again_and_the_clock_goes_on()
    {
        var register = new AuthorityRegister([HeldBy("district") with { Field = "civil-status" }], [], organization: District);
        var filed = new AuthorityQuestion("district", "permit", new LocalDate(2025, 6, 26)) { Case = TestRegisters.In("X") };

        Assert.Equal("competent", register.Check(filed).Code);
        AuthorityQuestion pending = filed with { On = July2025 };
        Assert.Equal("grantee_ceased", register.Check(pending).Code);
        AuthorityDecision ward = register.Check(pending with { ActorId = "ward-x" });
        Assert.Equal(("competent", AuthorityLinkKind.BySuccession), (ward.Code, ward.Chain[^1].Kind));
        Assert.Equal(filed.Case, ward.Question.Case);
        Assert.Equal(["ward-x"], register.WhoCould("permit", July2025, filed.Case).Select(d => d.Question.ActorId));
        Assert.Equal(["territory"], register.Check(pending with { ActorId = "ward-x", Case = AuthorityCase.Unstated }).Missing);

        // Filed on Thursday, 26 June: 27 June, 30 June, 1, 2 and 3 July are five working days, across the change.
        Assert.Equal(new LocalDate(2025, 7, 3), TimeLimit.WorkingDays(5).From(filed.On, WorkCalendar.VietnamStateAgencies).DueDate);

        // Where no link tells the wards apart, the province chair has to assign it.
        OrganizationRegister unassigned = Districts(["ward-x", "ward-y", "ward-z"], isByTerritory: false);
        AuthorityDecision open = new AuthorityRegister([HeldBy("district")], [], organization: unassigned).Check(pending with { ActorId = "ward-x" });
        Assert.Equal((AuthorityVerdict.Ambiguous, "several_successors"), (open.Verdict, open.Code));
    }

    /// <summary>Resolutions 202/2025/QH15 and 190/2025/QH15, Art. 10: documents of a merged unit go on within its former territory until replaced.</summary>
    [Fact]
    public void DS33_A_decentralisation_of_former_Hai_Duong_goes_on_within_its_territory_with_a_finding()
    {
        OrganizationUnit Province(string id, string territory, Validity life) =>
            new(id, BilingualText.Same(id), BodyKind.PeoplesCommittee, OrganizationLevel.Province, life) { Territory = territory };
        var merged = new OrganizationRegister(OrganizationRecords.Of(
            [
                Province("hai-phong", "hai-phong", new Validity(null, July2025)),
                Province("hai-duong", "hai-duong", new Validity(null, July2025)),
                Province("new-city", "new-city", new Validity(July2025, null)),
                new("commune", BilingualText.Same("commune"), BodyKind.PeoplesCommittee, OrganizationLevel.Commune, default),
            ],
            placements: [new("commune", "hai-duong", new Validity(null, July2025)), new("commune", "new-city", new Validity(July2025, null))],
            successions:
            [
                new("hai-phong", "new-city", ReorganizationKind.Consolidate, July2025), new("hai-duong", "new-city", ReorganizationKind.Consolidate, July2025),
            ]));
        Power power = HeldBy() with { HolderPatterns = [new(BodyKind.PeoplesCommittee, OrganizationLevel.Province, null, default, Law)] };
        Grant grant = Decentralization("hai-duong", "commune") with
        {
            GranteeKind = GranteeKind.Unit,
            Validity = new Validity(new LocalDate(2024, 1, 1), null),
            Instrument = Paper("31/2023/QĐ-UBND", InstrumentKind.NormativeDocument) with { Date = new LocalDate(2023, 12, 1) },
        };
        var register = new AuthorityRegister([power], [grant], organization: merged);
        var september = new LocalDate(2025, 9, 15);

        Assert.Empty(register.Ask("commune", TestRegisters.In("hai-duong"), July2025.PlusDays(-1)).Findings);
        AuthorityDecision decision = register.Ask("commune", TestRegisters.In("hai-duong"), september);
        Assert.Equal(AuthorityVerdict.Competent, decision.Verdict);
        Assert.Equal(["divergent_rules_in_merged_unit"], decision.Findings);
        Assert.Equal("out_of_scope", register.Ask("commune", TestRegisters.In("hai-phong"), september).Code);
    }

    private static OrganizationRegister District { get; } = Districts(["ward-x", "ward-y", "ward-z"], isByTerritory: true);

    private static OrganizationRegister Districts(string[] wards, bool isByTerritory)
    {
        var life = new Validity(null, July2025);
        return new OrganizationRegister(OrganizationRecords.Of(
            [
                new("district", BilingualText.Same("district"), BodyKind.PeoplesCommittee, OrganizationLevel.District, life),
                new("district-office", BilingualText.Same("office"), BodyKind.SpecializedAgency, OrganizationLevel.District, life),
                .. wards.Select(w => new OrganizationUnit(
                    w, BilingualText.Same(w), BodyKind.PeoplesCommittee, OrganizationLevel.Commune, new Validity(July2025, null))),
            ],
            positions: [new("district/Chair", "district", BilingualText.Same("chair")) { Title = TitleKind.Chair }],
            placements: [new("district-office", "district", default)],
            successions: wards.Select(w => new SuccessionLink("district", w, ReorganizationKind.Divide, July2025)
            {
                Territory = isByTerritory ? w[^1..].ToUpperInvariant() : null,
            })));
    }
}
