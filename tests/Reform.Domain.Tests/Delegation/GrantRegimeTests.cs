using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Tests.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Delegation;

public sealed class GrantRegimeTests
{
    private const string Good = """
        {
          "regimes": [
            { "id": "m", "kind": "mandate", "system": "state", "from": "2025-06-16", "to": "2030-01-01", "title": "Ủy quyền", "basis": { "vi": "Điều 14", "en": "Art. 14" },
              "grantors": ["peoples_committee"], "territories": ["x"], "pairs_open": true,
              "pairs": [ { "from": { "body": "peoples_committee", "title": "chair" }, "to": { "title": "civil_servant" }, "level": "lower", "from_level": "commune", "only_public_services": true } ],
              "instruments": ["law"], "term": true, "onward": [ { "kind": "commission", "open": true } ], "responsible": "grantor", "follows_succession": true },
            { "id": "n", "kind": "conferral", "system": "party", "title": "Giao quyền", "basis": "294", "responsible": "grantee", "follows_succession": false }
          ]
        }
        """;

    [Fact]
    public void A_file_gives_its_regimes()
    {
        GrantRegimes regimes = GrantRegimeFile.Read(TestCalendars.Utf8(Good));
        var expected = new GrantRegime
        {
            Id = "m",
            Kind = GrantKind.Mandate,
            System = OrganizationSystem.State,
            Title = BilingualText.Same("Ủy quyền"),
            Basis = new LegalBasis(new BilingualText("Điều 14", "Art. 14")),
            Validity = new Validity(new LocalDate(2025, 6, 16), new LocalDate(2030, 1, 1)),
            Grantors = [BodyKind.PeoplesCommittee],
            Territories = ["x"],
            PairsAreOpen = true,
            Pairs =
            [
                new PermittedPair(new GrantParty(BodyKind.PeoplesCommittee, TitleKind.Chair), new GrantParty(null, TitleKind.CivilServant), LevelRelation.Lower)
                {
                    FromLevel = OrganizationLevel.Commune,
                    OnlyPublicServices = true,
                },
            ],
            Instruments = [InstrumentKind.Law],
            RequiresTerm = true,
            Onward = [new OnwardRule(GrantKind.Commission, true)],
            GrantorStaysResponsible = true,
            FollowsSuccession = true,
        };
        Assert.Equal(expected, regimes.Regimes[0]);
        Assert.Null(regimes.Regimes[1].Pairs);
        Assert.Null(regimes.Regimes[1].Onward);
    }

    [Theory]
    [InlineData("\"system\": \"state\"", "\"system\": \"nation\"", "regimes:3: regimes[0].system: 'nation' is not one of: party, state, front")]
    [InlineData("\"level\": \"lower\", ", "", "regimes:5: regimes[0].pairs[0].level: a required field is missing")]
    [InlineData("\"responsible\": \"grantee\"", "\"responsible\": \"both\"", "regimes:7: regimes[1].responsible: 'both' is not one of: grantor, grantee")]
    [InlineData("\"id\": \"n\"", "\"id\": \"m\"", "regimes:7: regimes[1].id: the identifier 'm' stands twice")]
    [InlineData("\"pairs_open\"", "\"pairs_closed\"", "regimes:4: regimes[0].pairs_closed: unknown field")]
    public void A_mistake_is_reported_with_its_place(string good, string bad, string expected)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        InvalidDataFileException invalid = Assert.Throws<InvalidDataFileException>(
            () => GrantRegimeFile.Read(TestCalendars.Utf8(Good.Replace(good, bad, StringComparison.Ordinal))));
        Assert.Equal([expected], invalid.Problems.Select(p => p.In(Language.English)));
    }

    [Fact]
    public void The_laws_of_Vietnam_follow_each_other_without_two_general_ones_at_once()
    {
        ValueList<GrantRegime> all = GrantRegimes.Vietnam.Regimes;
        Assert.All(all, r => Assert.NotEqual(r.Title.Vietnamese, r.Title.English));
        foreach ((GrantRegime a, GrantRegime b) in all.SelectMany((a, i) => all.Skip(i + 1).Select(b => (a, b))))
        {
            bool sameBodies = a.Grantors.Count == 0 || b.Grantors.Count == 0 || a.Grantors.Intersect(b.Grantors).Any();
            bool general = a.Territories.Count == 0 && b.Territories.Count == 0;
            Assert.False(a.Kind == b.Kind && a.System == b.System && sameBodies && general && a.Validity.Overlaps(b.Validity), a.Id + " and " + b.Id);
        }
    }

    [Fact]
    public void A_power_of_every_body_of_a_kind_is_held_by_each_for_itself()
    {
        OrganizationUnit Committee(string id, OrganizationLevel level, string? territory) =>
            new(id, BilingualText.Same(id), BodyKind.PeoplesCommittee, level, default) { Territory = territory };
        var organization = new OrganizationRegister(
            [Committee("xa-a", OrganizationLevel.Commune, "A"), Committee("xa-b", OrganizationLevel.Commune, null), Committee("tinh", OrganizationLevel.Province, "T")],
            [new Position("xa-a.ct", "xa-a", BilingualText.Same("chair")) { Title = TitleKind.Chair }]);
        HolderPattern pattern = new(BodyKind.PeoplesCommittee, OrganizationLevel.Commune, null, new Validity(new LocalDate(2025, 7, 1), null), LegalBasis.Citing("law"));
        Power power = TestRegisters.Permit with { Holders = [], HolderPatterns = [pattern] };
        var register = new AuthorityRegister([power], [], organization: organization);
        Assert.Equal("competent", register.Ask("xa-a", TestRegisters.June15, TestRegisters.In("A")).Code);
        Assert.Equal("out_of_scope", register.Ask("xa-a", TestRegisters.June15, TestRegisters.In("B")).Code);
        Assert.Equal("holder_not_yet", register.Ask("xa-a", new LocalDate(2025, 6, 30), TestRegisters.In("A")).Code);
        Assert.Equal("no_grant", register.Ask("tinh", TestRegisters.June15, TestRegisters.In("T")).Code);
        Assert.Equal(["unit"], register.Ask("xa-b", TestRegisters.June15).Missing);
        Assert.Equal("competent", register.Check(new AuthorityQuestion("xa-b", "permit", TestRegisters.June15) { UnitId = "xa-b" }).Code);
        var ofChairs = new AuthorityRegister([power with { HolderPatterns = [pattern with { Title = TitleKind.Chair }] }], [], organization: organization);
        Assert.Equal("competent", ofChairs.Ask("xa-a.ct", TestRegisters.June15, TestRegisters.In("A")).Code);
        Assert.Equal("no_grant", ofChairs.Ask("xa-a", TestRegisters.June15, TestRegisters.In("A")).Code);
        Assert.Equal(["organization"], new AuthorityRegister([power], []).Ask("xa-a", TestRegisters.June15).Missing);
    }

    [Fact]
    public void A_file_can_state_what_the_law_says_of_bodies_and_grantees()
    {
        AuthorityRegister register = AuthorityFile.Read(TestCalendars.Utf8("""
            {
              "powers": [ { "id": "admission", "name": "Kết nạp", "grantee_rule": "admission_by_base",
                "holders": [ { "every": { "body": "party_committee", "level": "commune", "title": "secretary" }, "basis": "Điều 1", "from": "2025-07-01" } ],
                "deciding_body": [ { "body": "standing_board", "basis": "Điều 2", "to": "2026-01-01" } ] } ],
              "grants": [ { "id": "g", "kind": "mandate", "power": "admission", "grantor": "a", "grantee": "b", "grantee_kind": "unit", "onward": false,
                "grantee_facts": { "members": 120, "ratings": [ { "year": 2025, "good_or_better": true } ] },
                "instrument": { "number": "1", "date": "2026-01-01", "title": "t" } } ]
            }
            """));
        Power power = Assert.Single(register.Powers);
        Assert.Equal(GranteeRule.AdmissionByBase, power.GranteeRule);
        Assert.Equal(
            new HolderPattern(BodyKind.PartyCommittee, OrganizationLevel.Commune, TitleKind.Secretary, new Validity(new LocalDate(2025, 7, 1), null), LegalBasis.Citing("Điều 1")),
            Assert.Single(power.HolderPatterns));
        Assert.Empty(power.Holders);
        Assert.Equal(BodyKind.StandingBoard, Assert.Single(power.DecidingBody.Entries).Value);
        Assert.Equal(new GranteeFacts(120, [new BaseRating(2025, true)]), register.Grants[0].GranteeFacts);
    }
}
