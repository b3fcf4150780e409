using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Tests.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Organizations;

public sealed class OrganizationFileTests
{
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

    private static HashSet<string> Problems(string text) =>
        [.. Assert.Throws<InvalidDataFileException>(() => OrganizationFile.Read(TestCalendars.Utf8(text)))
            .Problems.Select(p => p.In(Language.English))];
}
