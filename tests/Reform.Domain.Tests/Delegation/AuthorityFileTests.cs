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
          "covers": { "from": "2025-01-01" },
          "powers": [
            { "id": "permit", "name": { "vi": "Cấp phép", "en": "Issue of a permit" }, "field": "permits", "collective": true, "public_service": true, "holders": [
              { "holder": "chair", "basis": "Điều 14", "from": "2025-07-01", "unit": "u", "territories": ["X", "Y"] } ],
              "delegable": [ { "kinds": ["mandate", "devolution"], "basis": "Điều 12", "from": "2025-07-01", "why": "chỉ hai hình thức" } ] }
          ],
          "grants": [
            { "id": "g1", "kind": "mandate", "power": "permit", "grantor": "chair", "grantee": "director", "grantee_kind": "position", "onward": false,
              "from": "2026-01-01", "to": "2027-01-01", "unit": "u",
              "scope": { "territories": ["X"], "subjects": ["P1", "P2"], "case_kinds": ["k"], "amount": { "above": 1.5, "to": 9 }, "exclusions": [ { "subjects": ["P2"] } ] },
              "conditions": [ { "code": "checked", "text": "Đã thẩm tra" } ],
              "instrument": { "number": "1-QĐ", "date": "2025-12-15", "kind": "administrative_document", "title": { "vi": "Quyết định", "en": "Decision" } } },
            { "id": "g2", "kind": "mandate", "power": "permit", "grantor": "director", "grantee": "p-7", "grantee_kind": "person", "onward": true, "parent": "g1",
              "unit": "u", "scope": { "territories": ["X"], "subjects": ["P1"], "case_kinds": ["k"], "amount": { "from": 2, "below": 3 } },
              "instrument": { "number": "2-QĐ", "date": "2026-02-15", "written": false, "title": "Họp" } }
          ],
          "events": [
            { "grant": "g1", "kind": "suspended", "on": "2026-03-01" },
            { "grant": "g1", "kind": "resumed", "on": "2026-04-01" },
            { "grant": "g1", "kind": "amended", "on": "2026-05-01", "to": "2026-12-01", "onward": true, "scope": { "territories": ["X"] } },
            { "record": "r9", "grant": "g1", "kind": "revoked", "on": "2026-06-01", "notified_on": "2026-06-03", "recorded_at": "2026-06-02T08:00:00+07:00",
              "instrument": { "number": "3-QĐ", "date": "2026-06-01", "title": "Thu hồi" } },
            { "record": "r10", "grant": "g1", "kind": "lapsed", "on": "2026-07-01", "why": "xong việc" },
            { "record": "r11", "struck_out": true, "corrects": "r9", "recorded_at": "2026-06-05T08:00:00+07:00" }
          ]
        }
        """;

    [Fact]
    public void A_good_file_gives_its_powers_grants_and_events()
    {
        AuthorityRegister register = AuthorityFile.Read(TestCalendars.Utf8(Good));
        var july = new Validity(new LocalDate(2025, 7, 1), null);
        Power power = Assert.IsType<Power>(register.FindPower("permit"));
        Assert.Equal(new HolderRule("chair", july, LegalBasis.Citing("Điều 14")) { UnitId = "u", Territories = ["X", "Y"] }, Assert.Single(power.Holders));
        Assert.Equal(("permits", true, true), (power.Field, power.IsCollective, power.IsPublicService));
        Assert.Equal(
            new Dated<Delegability>(
                new Delegability([GrantKind.Mandate, GrantKind.Devolution], BilingualText.Same("chỉ hai hình thức")), july, LegalBasis.Citing("Điều 12")),
            Assert.Single(power.Delegability.Entries));
        var first = new Grant
        {
            Id = "g1",
            Kind = GrantKind.Mandate,
            PowerId = "permit",
            GrantorId = "chair",
            GranteeId = "director",
            GranteeKind = GranteeKind.Position,
            UnitId = "u",
            Validity = new Validity(new LocalDate(2026, 1, 1), new LocalDate(2027, 1, 1)),
            Scope = new GrantScope
            {
                Territories = ["X"],
                Subjects = ["P1", "P2"],
                CaseKinds = ["k"],
                Amount = new AmountRange(1.5m, false, 9, true),
                Exclusions = [new GrantScope { Subjects = ["P2"] }],
            },
            Conditions = [new GrantCondition("checked", BilingualText.Same("Đã thẩm tra"))],
            Instrument = new Instrument("1-QĐ", new LocalDate(2025, 12, 15), new BilingualText("Quyết định", "Decision")) { Kind = InstrumentKind.AdministrativeDocument },
        };
        Assert.Equal(first, register.Grants[0]);
        Assert.Equal("g1", register.Grants[1].ParentId);
        Assert.True(register.Grants[1].AllowsOnward);
        Assert.Equal(GranteeKind.Person, register.Grants[1].GranteeKind);
        Assert.Equal(new AmountRange(2, true, 3, false), register.Grants[1].Scope.Amount);
        Assert.False(register.Grants[1].Instrument.IsWritten);
        Assert.Equal(
            [
                new GrantEvent.Suspended("g1", new LocalDate(2026, 3, 1)),
                new GrantEvent.Resumed("g1", new LocalDate(2026, 4, 1)),
                new GrantEvent.Amended("g1", new LocalDate(2026, 5, 1)) { To = new LocalDate(2026, 12, 1), AllowsOnward = true, Scope = new GrantScope { Territories = ["X"] } },
                new GrantEvent.Lapsed("g1", new LocalDate(2026, 7, 1), BilingualText.Same("xong việc")),
            ],
            register.Events);
        Recorded<GrantEvent> revocation = register.AllRecords.Events.Single(e => e.Id == "r9");
        Assert.Equal(Instant.FromUtc(2026, 6, 2, 1, 0), revocation.RecordedAt);
        Assert.Equal(new LocalDate(2026, 6, 3), Assert.IsType<GrantEvent.Revoked>(revocation.Fact).NotifiedOn);
        Assert.Equal("3-QĐ", revocation.Fact!.Instrument?.Number);
        Assert.Equal("events[0]", register.AllRecords.Events[0].Id);
        Assert.Null(register.FindPower("Permit"));
        Assert.False(register.Covers(new LocalDate(2024, 12, 31)));
        Assert.True(register.Covers(new LocalDate(2025, 1, 1)));
    }

    [Theory]
    [InlineData("mandate", GrantKind.Mandate)]
    [InlineData("commission", GrantKind.Commission)]
    [InlineData("decentralization", GrantKind.Decentralization)]
    [InlineData("devolution", GrantKind.Devolution)]
    [InlineData("conferral", GrantKind.Conferral)]
    [InlineData("assignment", GrantKind.Assignment)]
    public void Every_kind_of_grant_has_its_word(string word, GrantKind kind)
    {
        string text = Good.Replace("\"g1\", \"kind\": \"mandate\"", "\"g1\", \"kind\": \"" + word + "\"", StringComparison.Ordinal);
        Assert.Equal(kind, AuthorityFile.Read(TestCalendars.Utf8(text)).Grants[0].Kind);
    }

    [Theory]
    [InlineData("law", InstrumentKind.Law)]
    [InlineData("national_assembly_resolution", InstrumentKind.NationalAssemblyResolution)]
    [InlineData("normative_document", InstrumentKind.NormativeDocument)]
    [InlineData("party_regulation", InstrumentKind.PartyRegulation)]
    [InlineData("party_document", InstrumentKind.PartyDocument)]
    [InlineData("working_regulation", InstrumentKind.WorkingRegulation)]
    public void Every_kind_of_instrument_has_its_word(string word, InstrumentKind kind)
    {
        string text = Good.Replace("administrative_document", word, StringComparison.Ordinal);
        Assert.Equal(kind, AuthorityFile.Read(TestCalendars.Utf8(text)).Grants[0].Instrument.Kind);
    }

    [Theory]
    [InlineData(
        "\"kind\": \"mandate\", \"power\": \"permit\", \"grantor\": \"chair\"",
        "\"kind\": \"Mandate\", \"power\": \"permit\", \"grantor\": \"chair\"",
        "authority:9: grants[0].kind: 'Mandate' is not one of: mandate, commission, decentralization, devolution, conferral, assignment")]
    [InlineData("\"grantee_kind\": \"position\"", "\"grantee_kind\": \"post\"", "authority:9: grants[0].grantee_kind: 'post' is not one of: unit, position, person")]
    [InlineData("\"onward\": false", "\"onward\": \"no\"", "authority:9: grants[0].onward: must be true or false")]
    [InlineData("\"onward\": false,", "", "authority:9: grants[0].onward: a required field is missing")]
    [InlineData("\"2027-01-01\"", "\"2026-01-01\"", "authority:9: grants[0]: 'to' must be after 'from' (the day 'to' is not included)")]
    [InlineData("\"territories\": [\"X\"], \"subjects\": [\"P1\", \"P2\"]", "\"territory\": [\"X\"]", "authority:11: grants[0].scope.territory: unknown field")]
    [InlineData("[\"P1\", \"P2\"]", "[\"P1\", 2]", "authority:11: grants[0].scope.subjects[1]: must be a string")]
    [InlineData("\"number\": \"1-QĐ\", ", "", "authority:13: grants[0].instrument.number: a required field is missing")]
    [InlineData("\"basis\": \"Điều 14\", ", "", "authority:5: powers[0].holders[0].basis: a required field is missing")]
    [InlineData("\"from\": \"2025-07-01\", \"unit\"", "\"from\": \"2025-7-1\", \"unit\"", "authority:5: powers[0].holders[0].from: '2025-7-1' is not a date of the form year-month-day")]
    [InlineData("\"above\": 1.5", "\"above\": \"1.5\"", "authority:11: grants[0].scope.amount.above: must be a number")]
    [InlineData("\"above\": 1.5", "\"above\": 1.5, \"from\": 1", "authority:11: grants[0].scope.amount: only one of 'from' and 'above', and one of 'to' and 'below'")]
    [InlineData("\"above\": 1.5", "\"above\": 9", "authority:11: grants[0].scope.amount: no amount lies in the range")]
    [InlineData("\"kind\": \"resumed\"", "\"kind\": \"started\"", "authority:20: events[1].kind: 'started' is not one of: amended, suspended, resumed, revoked, lapsed")]
    [InlineData("\"why\": \"xong việc\"", "\"reason\": \"xong việc\"", "authority:24: events[4].why: a required field is missing", "authority:24: events[4].reason: unknown field")]
    [InlineData("2026-06-02T08:00:00+07:00", "2026-06-02T08:00:00", "authority:22: events[3].recorded_at: '2026-06-02T08:00:00' is not a moment with its offset, of the form 2026-01-31T08:00:00+07:00")]
    [InlineData("\"events\"", "\"event\"", "authority:18: event: unknown field")]
    public void A_mistake_is_reported_alone_with_its_line_and_path(string good, string bad, params string[] expected)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        Assert.Equal(expected, Problems(Good.Replace(good, bad, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"power\": \"permit\", \"grantor\": \"chair\"", "\"power\": \"card\", \"grantor\": \"chair\"", "authority:9: grants[0].power: there is no power 'card'", "authority:14: grants[1].power: not the power of the parent grant")]
    [InlineData("\"parent\": \"g1\"", "\"parent\": \"g3\"", "authority:14: grants[1].parent: there is no parent grant 'g3'")]
    [InlineData("\"parent\": \"g1\"", "\"parent\": \"g2\"", "authority:14: grants[1].parent: the grant 'g2' stands above itself")]
    [InlineData("[\"X\"], \"subjects\": [\"P1\"]", "[\"Z\"], \"subjects\": [\"P1\"]", "authority:15: grants[1].scope: exceeds the scope of the parent grant 'g1': territory")]
    [InlineData("\"id\": \"g2\"", "\"id\": \"g1\"", "authority:14: grants[1].id: the identifier 'g1' stands twice")]
    [InlineData("\"on\": \"2026-03-01\"", "\"on\": \"2025-03-01\"", "authority:19: events[0].on: the event lies before the grant")]
    [InlineData("\"grant\": \"g1\", \"kind\": \"resumed\"", "\"grant\": \"g7\", \"kind\": \"resumed\"", "authority:20: events[1].grant: there is no grant 'g7'")]
    [InlineData("\"corrects\": \"r9\"", "\"corrects\": \"r8\"", "authority:25: events[5].corrects: there is no record 'r8'")]
    public void What_does_not_fit_together_is_reported_at_its_place(string good, string bad, params string[] expected)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        Assert.Equal(expected, Problems(Good.Replace(good, bad, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_mistake_is_reported_at_once_in_both_languages()
    {
        string text = Good.Replace("\"onward\": false", "\"onward\": 0", StringComparison.Ordinal)
            .Replace("\"title\": \"Họp\"", "\"title\": \"\"", StringComparison.Ordinal)
            .Replace("\"basis\": \"Điều 14\"", "\"basis\": 14", StringComparison.Ordinal);
        Assert.Equal(
            [
                "authority:5: powers[0].holders[0].basis: phải là chuỗi ký tự",
                "authority:9: grants[0].onward: phải là true hoặc false",
                "authority:16: grants[1].instrument.title: không được để trống",
            ],
            Problems(text, Language.Vietnamese));
    }

    [Fact]
    public void A_list_of_numbers_is_reported() =>
        Assert.Equal(["authority:1: powers[0]: must be an object {...}"], Problems("""{ "powers": [1] }"""));

    private static IEnumerable<string> Problems(string text, Language language = Language.English) =>
        Assert.Throws<InvalidDataFileException>(() => AuthorityFile.Read(TestCalendars.Utf8(text))).Problems.Select(p => p.In(language));
}
