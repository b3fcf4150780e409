using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Tests.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Delegation;

public sealed class AuthorityFileTests
{
    private const string Good = """
        {
          "powers": [
            { "id": "permit", "name": { "vi": "Cấp phép", "en": "Issue of a permit" }, "holders": [
              { "holder": "chair", "basis": "Điều 14", "from": "2025-07-01" } ] }
          ],
          "grants": [
            { "id": "g1", "kind": "mandate", "power": "permit", "grantor": "chair", "grantee": "director", "onward": false,
              "from": "2026-01-01", "to": "2027-01-01",
              "scope": { "territories": ["X"], "procedures": ["P1", "P2"] },
              "instrument": { "number": "1-QĐ", "date": "2025-12-15", "title": { "vi": "Quyết định", "en": "Decision" } } },
            { "id": "g2", "kind": "devolution", "power": "permit", "grantor": "chair", "grantee": "commune", "onward": true,
              "instrument": { "number": "2-QĐ", "date": "2025-12-15", "title": "Luật" } }
          ]
        }
        """;

    [Fact]
    public void A_good_file_gives_its_powers_and_grants()
    {
        AuthorityRegister register = AuthorityFile.Read(TestCalendars.Utf8(Good));
        Power power = Assert.IsType<Power>(register.FindPower("permit"));
        Assert.Equal(
            new PowerHolder("chair", new Validity(new LocalDate(2025, 7, 1), null), LegalBasis.Citing("Điều 14")),
            Assert.Single(power.Holders));
        Assert.Equal(
            new Grant(
                "g1", GrantKind.Mandate, "permit", "chair", "director",
                new Validity(new LocalDate(2026, 1, 1), new LocalDate(2027, 1, 1)), false,
                new GrantScope(["X"], ["P1", "P2"]),
                new Instrument("1-QĐ", new LocalDate(2025, 12, 15), new BilingualText("Quyết định", "Decision"))),
            register.Grants[0]);
        Assert.True(register.Grants[1].AllowsOnward);
        Assert.Equal(GrantScope.Everything, register.Grants[1].Scope);
        Assert.Null(register.FindPower("Permit"));
    }

    [Theory]
    [InlineData("mandate", GrantKind.Mandate)]
    [InlineData("commission", GrantKind.Commission)]
    [InlineData("decentralization", GrantKind.Decentralization)]
    [InlineData("devolution", GrantKind.Devolution)]
    [InlineData("conferral", GrantKind.Conferral)]
    public void Every_kind_of_grant_has_its_word(string word, GrantKind kind)
    {
        string text = Good.Replace("\"mandate\"", "\"" + word + "\"", StringComparison.Ordinal);
        Assert.Equal(kind, AuthorityFile.Read(TestCalendars.Utf8(text)).Grants[0].Kind);
    }

    [Theory]
    [InlineData(
        "\"mandate\"",
        "\"Mandate\"",
        "authority:7: grants[0].kind: 'Mandate' is not one of: mandate, commission, decentralization, devolution, conferral")]
    [InlineData(
        "\"power\": \"permit\", \"grantor\": \"chair\", \"grantee\": \"director\"",
        "\"power\": \"card\", \"grantor\": \"chair\", \"grantee\": \"director\"",
        "authority:7: grants[0].power: the power 'card' is not in the file")]
    [InlineData("\"onward\": false", "\"onward\": \"no\"", "authority:7: grants[0].onward: must be true or false")]
    [InlineData("\"onward\": false,", "", "authority:7: grants[0].onward: a required field is missing")]
    [InlineData("\"2027-01-01\"", "\"2026-01-01\"", "authority:7: grants[0]: 'to' must be after 'from' (the day 'to' is not included)")]
    [InlineData("\"g2\"", "\"g1\"", "authority:11: grants[1].id: the identifier 'g1' stands twice")]
    [InlineData("\"territories\"", "\"territory\"", "authority:9: grants[0].scope.territory: unknown field")]
    [InlineData("[\"P1\", \"P2\"]", "[\"P1\", 2]", "authority:9: grants[0].scope.procedures[1]: must be a string")]
    [InlineData(
        "{ \"territories\": [\"X\"], \"procedures\": [\"P1\", \"P2\"] }",
        "\"X\"",
        "authority:9: grants[0].scope: must be an object {...}")]
    [InlineData("\"number\": \"1-QĐ\", ", "", "authority:10: grants[0].instrument.number: a required field is missing")]
    [InlineData("\"basis\": \"Điều 14\", ", "", "authority:4: powers[0].holders[0].basis: a required field is missing")]
    [InlineData(
        "\"2025-07-01\"",
        "\"2025-7-1\"",
        "authority:4: powers[0].holders[0].from: '2025-7-1' is not a date of the form year-month-day")]
    [InlineData("\"grants\"", "\"grant\"", "authority:6: grant: unknown field")]
    public void A_mistake_is_reported_alone_with_its_line_and_path(string good, string bad, string expected)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        Assert.Equal([expected], Problems(Good.Replace(good, bad, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_mistake_is_reported_at_once_in_both_languages()
    {
        string text = Good.Replace("\"onward\": false", "\"onward\": 0", StringComparison.Ordinal)
            .Replace("\"title\": \"Luật\"", "\"title\": \"\"", StringComparison.Ordinal)
            .Replace("\"Điều 14\"", "14", StringComparison.Ordinal);
        Assert.Equal(
            [
                "authority:4: powers[0].holders[0].basis: phải là chuỗi ký tự",
                "authority:7: grants[0].onward: phải là true hoặc false",
                "authority:12: grants[1].instrument.title: không được để trống",
            ],
            Problems(text, Language.Vietnamese));
    }

    [Fact]
    public void A_power_that_stands_twice_and_a_list_of_numbers_are_reported()
    {
        Assert.Equal(["authority:1: powers[0]: must be an object {...}"], Problems("""{ "powers": [1] }"""));
        Assert.Equal(
            ["authority:2: powers[1].id: the identifier 'a' stands twice"],
            Problems("""
                { "powers": [ { "id": "a", "name": "a", "holders": [] },
                              { "id": "a", "name": "b", "holders": [] } ] }
                """));
    }

    private static IEnumerable<string> Problems(string text, Language language = Language.English) =>
        Assert.Throws<InvalidDataFileException>(() => AuthorityFile.Read(TestCalendars.Utf8(text))).Problems.Select(p => p.In(language));
}
