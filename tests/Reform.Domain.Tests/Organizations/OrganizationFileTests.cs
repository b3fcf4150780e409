using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Tests.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Organizations;

public sealed class OrganizationFileTests
{
    private const string Synthetic = """  "synthetic": true,  """;

    private const string Good = """
        {
          "synthetic": true,
          "units": [
            { "id": "TU", "name": { "vi": "Thành ủy", "en": "City committee" }, "kind": "party_committee", "level": "province" },
            { "id": "VP", "name": { "vi": "Văn phòng", "en": "Office" }, "kind": "committee_office", "level": "province", "parent": "TU",
              "from": "2025-07-01", "to": "2026-07-01" }
          ],
          "positions": [
            { "id": "CVP", "unit": "VP", "name": { "vi": "Chánh Văn phòng", "en": "Chief of office" } }
          ]
        }
        """;

    [Fact]
    public void A_good_file_gives_its_units_and_positions()
    {
        OrganizationRegister register = OrganizationFile.Read(TestCalendars.Utf8(Good));
        Assert.Equal(["TU", "VP"], register.Units.Select(u => u.Id));
        OrganizationUnit office = Assert.IsType<OrganizationUnit>(register.FindUnit("VP"));
        Assert.Equal("TU", register.ParentOf("VP", new LocalDate(2025, 7, 1)));
        Assert.Equal(BodyKind.CommitteeOffice, office.Kind);
        Assert.Equal(OrganizationLevel.Province, office.Level);
        Assert.Equal(new Validity(new LocalDate(2025, 7, 1), new LocalDate(2026, 7, 1)), office.Validity);
        Assert.Equal(default(Validity), register.FindUnit("TU")?.Validity);
        Assert.Equal(new BilingualText("Chánh Văn phòng, Văn phòng", "Chief of office, Office"), register.NameOf("CVP"));
        Assert.Equal(new BilingualText("Thành ủy", "City committee"), register.NameOf("TU"));
        Assert.Null(register.NameOf("cvp"));
        Assert.Null(register.FindUnit("CVP"));
    }

    [Theory]
    [InlineData(
        "\"kind\": \"party_committee\"",
        "\"sort\": 1",
        "units:4: units[0].kind: a required field is missing|units:4: units[0].sort: unknown field")]
    [InlineData("\"parent\": \"TU\"", "\"parent\": \"TW\"", "units:5: units[1].parent: there is no unit 'TW'")]
    [InlineData("\"parent\": \"TU\"", "\"parent\": \"VP\"", "units:5: units[1].parent: the unit stands above itself")]
    [InlineData("\"VP\", \"name\"", "\"TU\", \"name\"", "units:5: units[1].id: the identifier 'TU' stands twice")]
    [InlineData("\"CVP\"", "\"TU\"", "units:9: positions[0].id: the identifier 'TU' stands twice")]
    [InlineData("\"unit\": \"VP\"", "\"unit\": \"vp\"", "units:9: positions[0].unit: there is no unit 'vp'")]
    [InlineData("\"2026-07-01\"", "\"2025-07-01\"", "units:5: units[1]: 'to' must be after 'from' (the day 'to' is not included)")]
    [InlineData("\"2026-07-01\"", "\"2026-02-29\"", "units:6: units[1].to: '2026-02-29' is not a date of the form year-month-day")]
    [InlineData("\"synthetic\": true", "\"synthetic\": 1", "units:2: synthetic: must be true or false")]
    [InlineData("\"units\"", "\"unit\"", "units:1: units: a required field is missing|units:3: unit: unknown field")]
    [InlineData("{ \"vi\": \"Văn phòng\", \"en\": \"Office\" }", "7", "units:5: units[1].name: must be a string")]
    public void A_mistake_is_reported_with_its_line_and_path(string good, string bad, string expected)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        Assert.Subset(Problems(Good.Replace(good, bad, StringComparison.Ordinal)), expected.Split('|').ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_mistake_is_reported_at_once()
    {
        string text = Good.Replace("\"parent\": \"TU\"", "\"parent\": \"TW\"", StringComparison.Ordinal)
            .Replace("\"unit\": \"VP\"", "\"unit\": \"XX\"", StringComparison.Ordinal)
            .Replace("\"synthetic\": true", "\"synthetic\": null, \"x\": []", StringComparison.Ordinal);
        Assert.Equal(
            [
                "units:2: x: unknown field",
                "units:5: units[1].parent: there is no unit 'TW'",
                "units:9: positions[0].unit: there is no unit 'XX'",
            ],
            Problems(text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_parent_with_a_mistake_of_its_own_is_still_in_the_file()
    {
        const string text = """
            { "units": [
              { "id": "A", "kind": "party_committee", "level": "commune" },
              { "id": "B", "name": "B", "kind": "party_committee", "level": "commune", "parent": "A" } ],
              "positions": [ { "id": "P", "unit": "A", "name": "P" } ] }
            """;
        Assert.Equal(["units:2: units[0].name: a required field is missing"], Problems(text));
    }

    [Fact]
    public void Units_in_a_circle_are_reported_each_and_the_ones_below_are_not()
    {
        const string circle = """
            { "units": [
              { "id": "A", "name": "A", "kind": "party_committee", "level": "commune", "parent": "B" },
              { "id": "B", "name": "B", "kind": "party_committee", "level": "commune", "parent": "A" },
              { "id": "C", "name": "C", "kind": "party_committee", "level": "commune", "parent": "A" }
            ] }
            """;
        Assert.Equal(
            ["units:2: units[0].parent: the unit stands above itself", "units:3: units[1].parent: the unit stands above itself"],
            Problems(circle).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_whole_file_gives_every_kind_of_fact_in_both_times()
    {
        const string text = """
            {
              "covers": { "from": "2020-01-01" },
              "units": [
                { "id": "DU", "name": "Committee", "kind": "party_committee", "level": "commune", "setting": "residential", "territory": "X",
                  "former_names": [ { "name": "Old", "until": "2024-01-01" } ], "recorded_at": "2025-01-01T00:00:00+07:00" },
                { "id": "VP", "name": "Office", "kind": "committee_office", "level": "commune", "parent": "DU", "recorded_at": "2025-01-01T00:00:00+07:00" },
                { "record": "VP-2", "corrects": "units/VP", "id": "VP", "name": "Office", "kind": "committee_office", "level": "commune",
                  "to": "2026-01-01", "parent": "DU", "recorded_at": "2025-02-01T00:00:00+07:00" },
                { "id": "BM", "name": "New body", "kind": "advisory_body", "level": "commune", "from": "2026-01-01" }
              ],
              "placements": [ { "unit": "BM", "parent": "DU", "from": "2026-01-01", "basis": { "vi": "Quyết định 1-QĐ/DU", "en": "Decision 1-QĐ/DU" } } ],
              "positions": [
                { "id": "BT", "unit": "DU", "name": "Secretary", "title": "secretary" },
                { "id": "PBT", "unit": "DU", "name": "Deputy", "title": "deputy_secretary", "to": "2027-01-01" }
              ],
              "appointments": [
                { "person": "p1", "position": "PBT", "from": "2025-06-10", "elected": true, "confirmed_on": "2025-06-28",
                  "commissioned_to_sign_from": "2025-06-12", "basis": "2-QĐ/DU" },
                { "person": "p1", "position": "BT", "from": "2025-08-01", "mode": "in_charge" },
                { "record": "wrong", "person": "p2", "position": "PBT", "recorded_at": "2025-01-01T00:00:00+07:00" },
                { "corrects": "wrong", "struck_out": true, "recorded_at": "2025-03-01T00:00:00+07:00" }
              ],
              "allocations": [ { "person": "p1", "position": "PBT", "field": "land", "from": "2025-07-01" } ],
              "memberships": [ { "person": "p1", "unit": "DU" } ],
              "exclusions": [ { "person": "p1", "unit": "DU", "cause": "temporary_transfer", "from": "2025-09-01", "to": "2025-10-01" } ],
              "relationships": [ { "person": "p1", "other": "p3", "kind": "parent_or_child" } ],
              "successions": [ { "from_unit": "VP", "to_unit": "BM", "kind": "merge", "on": "2026-01-01",
                                 "function": "f", "territory": "X", "basis": "3-QĐ/DU" } ]
            }
            """;
        OrganizationRegister register = OrganizationFile.Read(TestCalendars.Utf8(text));
        var on = new LocalDate(2026, 1, 1);

        OrganizationUnit committee = register.FindUnit("DU")!;
        Assert.Equal((BaseSetting.Residential, "X", "Old"), (committee.Setting, committee.Territory, committee.NameOn(new(2023, 1, 1)).English));
        Assert.Equal("DU", register.ParentOf("VP", on.PlusDays(-1)));
        Assert.Null(register.ParentOf("VP", on));
        Assert.Equal("DU", register.AsKnownAt(Instant.FromUtc(2025, 1, 15, 0, 0)).ParentOf("VP", on));
        Assert.Equal("Decision 1-QĐ/DU", register.Placements.Single(p => p.UnitId == "BM").Basis?.Citation.English);
        Assert.Equal(
            new Appointment("p1", "PBT", new Validity(new(2025, 6, 10), new(2027, 1, 1)))
            {
                IsElected = true,
                ConfirmedOn = new(2025, 6, 28),
                CommissionedToSignFrom = new(2025, 6, 12),
                Basis = LegalBasis.Citing("2-QĐ/DU"),
            },
            register.HoldersOf("PBT", on).Single());
        Assert.Equal(AppointmentMode.InCharge, register.HeadOf("DU", on)?.Mode);
        Assert.Equal(["p1", "p2"], register.AsKnownAt(Instant.FromUtc(2025, 1, 15, 0, 0)).HoldersOf("PBT", on).Select(a => a.PersonId));
        Assert.Equal("land", register.AllocationsOf("p1", on).Single().Field);
        Assert.Equal(0, register.VotingBaseOf("DU", new LocalDate(2025, 9, 30)).Count);
        Assert.Equal(RelationshipKind.ParentOrChild, register.RelationshipsOf("p3", on).Single().Kind);
        Assert.Equal("BM", register.SuccessorsOf("VP", on, "f", "X").Successor);
        Assert.False(register.Covers(new LocalDate(2019, 12, 31)));
    }

    [Theory]
    [InlineData("""  "kind": "committee_office"  """, """  "kind": "office"  """, "units:5: units[1].kind: 'office' is not one of: central_committee")]
    [InlineData("""  "province", "parent"  """, """  "region", "parent"  """, "'region' is not one of: central, province, district, commune, grassroots")]
    [InlineData("""  "unit": "VP",  """, """  "unit": "VP", "title": "boss",  """, "'boss' is not one of: other, secretary")]
    [InlineData(Synthetic, """  "covers": [],  """, "units:2: covers: must be an object")]
    [InlineData(
        Synthetic,
        """  "placements": [ { "unit": "TU", "parent": "VP", "from": "2026-07-01" } ],  """,
        "units:2: placements[0]: it begins on a date")]
    [InlineData(Synthetic, """  "memberships": [ { "person": "p", "unit": "VP" } ],  """, "units:2: memberships[0].unit: 'VP' is no collective")]
    [InlineData(
        Synthetic,
        """  "appointments": [ { "person": "p", "position": "CVP", "mode": "acting", "recorded_at": "x" } ],  """,
        "units:2: appointments[0].recorded_at: 'x' is not a moment")]
    [InlineData(
        Synthetic,
        """  "successions": [ { "from_unit": "TU", "kind": "merge", "on": "2026-01-01" } ],  """,
        "units:2: successions[0]: the unit that takes over has to be named")]
    [InlineData(Synthetic, """  "successions": [ { "to_unit": 7, "kind": "absorb" } ],  """, "units:2: successions[0].kind: 'absorb' is not one of")]
    public void A_mistake_in_any_list_is_reported_with_its_place(string good, string bad, string expected)
    {
        Assert.Contains(good.Trim(), Good, StringComparison.Ordinal);
        Assert.Contains(Problems(Good.Replace(good.Trim(), bad.Trim(), StringComparison.Ordinal)), p => p.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void What_comes_of_a_fact_that_could_not_be_read_is_not_reported()
    {
        const string text = """
            {
              "units": [ { "id": "A", "name": "A", "kind": "nonsense", "level": "commune" },
                         { "id": "B", "name": "B", "kind": "party_cell", "level": "cell", "parent": "A" } ],
              "positions": [ { "id": "P", "unit": "A", "name": 5 } ],
              "appointments": [ { "person": "p", "position": "P" }, { "person": "p", "position": "Q" } ],
              "allocations": [ { "person": "x", "position": "P", "field": "f" } ]
            }
            """;
        Assert.Equal(
            ["units:2: units[0].kind: ", "units:4: positions[0].name: must be a string", "units:5: appointments[1].position: there is no position 'Q'"],
            Problems(text).Order(StringComparer.Ordinal).Select(p => p.StartsWith("units:2: units[0].kind: ", StringComparison.Ordinal) ? p[..24] : p));
    }

    private static HashSet<string> Problems(string text) =>
        [.. Assert.Throws<InvalidDataFileException>(() => OrganizationFile.Read(TestCalendars.Utf8(text)))
            .Problems.Select(p => p.In(Language.English))];
}
