using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Tests.Calendars;
using static Reform.Domain.Tests.Delegation.ProvinceWorld;

namespace Reform.Domain.Tests.Delegation;

/// <summary>Input that cannot be: each refused with its code and its field, and the register stays as it was.</summary>
public sealed class AuthorityBadInputTests
{
    private const string Chair = "province/Chair";
    private const string Director = "department/Director";
    private static readonly Grant ToDirector = Mandate(Chair, Director) with { Scope = new GrantScope { Territories = ["X"] } };
    private static readonly AuthorityRegister Register = With(HeldBy(Chair), ToDirector);

    [Fact]
    public void An_unknown_unit_is_refused()
    {
        Refused("unknown_unit grants[0].unit", Mandate(Chair, "division") with { UnitId = "nowhere" });
        Refused("unknown_actor grants[0].grantee", Mandate(Chair, "division") with { GranteeId = "nowhere" });
        Refused("unknown_actor grants[0].grantor", Mandate(Chair, "division") with { GrantorId = "nowhere" });
        Asked("unknown_unit unit", new AuthorityQuestion(Director, "permit", June15) { UnitId = "nowhere" });
        Untouched("unknown_unit unit", () => Register.RatioOf("nowhere", June15));
    }

    [Fact]
    public void An_unknown_power_is_refused()
    {
        Refused("unknown_power grants[0].power", Mandate(Chair, "division") with { PowerId = "card" });
        Asked("unknown_power power", new AuthorityQuestion(Director, "card", June15));
    }

    [Fact]
    public void An_unknown_person_is_refused()
    {
        Refused("unknown_actor grants[0].grantee", Mandate(Chair, "division") with { GranteeKind = GranteeKind.Person, GranteeId = "nobody" });
        Asked("unknown_actor actor", new AuthorityQuestion("nobody", "permit", June15));
        Untouched("unknown_person person", () => Organization.PositionsOf("nobody", June15));
    }

    [Fact]
    public void An_end_before_a_start_is_refused()
    {
        Assert.Equal("to", Assert.Throws<ArgumentException>(() => new Validity(June15, June15.PlusDays(-1))).ParamName);
        const string file = """
            { "powers": [ { "id": "permit", "name": "p", "holders": [] } ], "grants": [
              { "id": "g", "kind": "mandate", "power": "permit", "grantor": "a", "grantee": "b", "grantee_kind": "unit", "onward": false,
                "from": "2026-06-15", "to": "2026-06-14", "instrument": { "number": "1", "date": "2026-06-15", "title": "t" } } ] }
            """;
        Untouched("dates_out_of_order to", () => Register.ExpiringBetween(June15, June15.PlusDays(-1)));
        InvalidDataFileException refused = Assert.Throws<InvalidDataFileException>(() => AuthorityFile.Read(TestCalendars.Utf8(file)));
        Assert.Equal("grants[0]", Assert.Single(refused.Problems).Field);
    }

    [Fact]
    public void A_grant_outside_its_grantors_scope_is_refused()
    {
        Grant child = Mandate(Director, "division/UnitHead", ToDirector);
        Refused("outside_grantor_scope grants[0].scope", child with { Scope = new GrantScope { Territories = ["X", "Y"] } });
        Refused("outside_grantor_scope grants[0].scope", child);
        Assert.Equal(2, Register.With(Adding(child with { Scope = ToDirector.Scope })).Grants.Count);
    }

    [Fact]
    public void A_cycle_is_refused()
    {
        Grant child = Mandate(Director, "division/UnitHead", ToDirector) with { Scope = ToDirector.Scope };
        Refused("parent_cycle grants[0].parent", child with { ParentId = child.Id });
        Grant other = child with { Id = "other", ParentId = child.Id };
        Untouched(["parent_cycle grants[0].parent", "parent_cycle grants[1].parent"], () => Register.With(Adding(child with { ParentId = "other" }, other)));
        var around = new Recorded<UnitPlacement>("around", new UnitPlacement("province", "department", default), Instant.MinValue);
        Untouched(["cycle_in_tree recorded.placements[0].parent", "cycle_in_tree placements[0].parent"], () => Organization.With(OrganizationRecords.None with { Placements = [around] }));
    }

    [Fact]
    public void A_succession_into_a_unit_that_does_not_exist_yet_is_refused()
    {
        OrganizationRecords later = OrganizationRecords.Of(
            [new("heir", new("heir", "heir"), BodyKind.SpecializedAgency, OrganizationLevel.Province, new Validity(June15, null))],
            successions: [new("department", "heir", ReorganizationKind.Transfer, June15.PlusDays(-1)) { Function = "land" }]);
        Untouched("successor_not_there successions[0].to_unit", () => Organization.With(later));
        Assert.Null(Organization.FindUnit("heir"));
    }

    [Fact]
    public void A_revocation_before_the_grant_is_refused()
    {
        GrantEvent early = new GrantEvent.Revoked(ToDirector.Id, ToDirector.Instrument.Date.PlusDays(-1));
        Untouched("revocation_before_grant events[0].on", () => Register.With(AuthorityRecords.Of([], [], [early])));
        Untouched("unknown_grant events[0].grant", () => Register.With(AuthorityRecords.Of([], [], [new GrantEvent.Revoked("none", June15)])));
    }

    [Fact]
    public void Two_heads_at_once_are_refused()
    {
        OrganizationRecords second = OrganizationRecords.None with { Appointments = [new("second", new Appointment("dung", Chair, default), Instant.MinValue)] };
        Untouched("two_heads_at_once appointments[0]", () => Organization.With(second));
        Assert.Equal("an", Organization.HeadOf("province", June15)?.PersonId);
    }

    [Fact]
    public void A_date_outside_the_register_is_refused()
    {
        var register = new AuthorityRegister(AuthorityRecords.Of([HeldBy(Chair)], [ToDirector]) with { Covers = new Validity(Start, June15) }, Organization, null);
        var question = new AuthorityQuestion(Chair, "permit", June15);
        Untouched("date_outside_register on", () => register.Check(question));
        Untouched("date_outside_register on", () => register.Check(question with { On = Start.PlusDays(-1) }));
        Untouched("date_outside_register on", () => register.WhoCould("permit", June15));
        Untouched("date_outside_register on", () => register.PowersOf(Chair, June15));
        Untouched("date_outside_register on", () => register.ReturnsTo(ToDirector.Id, question));
        Untouched("date_outside_register on", () => register.StatusOf(ToDirector.Id, June15));
        Untouched("date_outside_register on", () => register.RatioOf("province", June15));
        Untouched("date_outside_register on", () => register.OrphanedOn(June15));
        Untouched("date_outside_register from", () => register.ExpiringBetween(Start.PlusDays(-1), Start));
        Untouched("date_outside_register to", () => register.ExpiringBetween(Start, June15));
        Assert.Equal("competent", register.Check(question with { On = June15.PlusDays(-1) }).Code);
    }

    [Fact]
    public void A_good_grant_beside_a_bad_one_is_not_taken_in_either() => Untouched(
        "unknown_power grants[1].power",
        () => Register.With(Adding(Mandate(Chair, "department") with { Id = "good" }, Mandate(Chair, "service") with { PowerId = "card" })));

    private static AuthorityRecords Adding(params Grant[] grants) => AuthorityRecords.Of([], grants);

    private static void Refused(string expected, Grant grant) => Untouched(expected, () => Register.With(Adding(grant)));

    private static void Asked(string expected, AuthorityQuestion question) => Untouched(expected, () => Register.Check(question));

    private static void Untouched(string expected, Action act) => Untouched([expected], act);

    // Refused with exactly these problems; the registers hold and answer what they did before.
    private static void Untouched(string[] expected, Action act)
    {
        ArgumentException refused = Assert.ThrowsAny<ArgumentException>(act);
        IEnumerable<(string Code, string Field, string Vietnamese, string English)> problems = refused switch
        {
            AuthorityInputException authority => authority.Problems.Select(p => (p.Code, p.Field, p.Message.Vietnamese, p.Message.English)),
            OrganizationInputException organization => organization.Problems.Select(p => (p.Code, p.Field, p.Message.Vietnamese, p.Message.English)),
            _ => throw refused,
        };
        Assert.Equal(expected, problems.Select(p => p.Code + " " + p.Field));
        Assert.All(problems, p => Assert.NotEqual(p.Vietnamese, p.English));
        Assert.Equal(problems.First().Field, refused.ParamName);

        Assert.Equal([ToDirector], Register.Grants);
        Assert.Empty(Register.Events);
        Assert.Equal("competent", Register.Ask(Director, TestRegisters.In("X")).Code);
        Assert.Equal(Units.Units.Count, Organization.Units.Count);
        Assert.Empty(Organization.Successions);
        Assert.Equal("province", Organization.ParentOf("department", June15));
    }
}
