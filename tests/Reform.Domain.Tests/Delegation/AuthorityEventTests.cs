using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Delegation.TestRegisters;

namespace Reform.Domain.Tests.Delegation;

/// <summary>What happens to a grant after it was made, and the lists that follow from it.</summary>
public sealed class AuthorityEventTests
{
    private static readonly Grant ToDirector = Grant("chair", "director", validity: Year2026);
    private static readonly LocalDate March10 = new(2026, 3, 10);

    [Theory]
    [InlineData(9, "competent", false)]
    [InlineData(10, "competent", true)]
    [InlineData(11, "competent", true)]
    [InlineData(12, "revoked", false)]
    [InlineData(13, "revoked", false)]
    public void Who_was_not_told_of_a_revocation_yet_acts_validly_with_a_finding(int day, string expected, bool isRemarked)
    {
        AuthorityRegister register = ToDirector.After(new GrantEvent.Revoked(ToDirector.Id, March10, March10.PlusDays(2)));
        AuthorityDecision decision = register.Ask("director", new LocalDate(2026, 3, day));
        Assert.Equal(expected, decision.Code);
        Assert.Equal(isRemarked ? ["revoked_not_notified"] : [], decision.Findings);
        LocalDate? next = day < 10 ? March10 : day < 12 ? March10.PlusDays(2) : new LocalDate(2027, 1, 1);
        Assert.Equal(next, decision.NextChange);
    }

    [Fact]
    public void A_revocation_that_was_told_before_its_day_cuts_on_its_day()
    {
        AuthorityRegister register = TestRegisters.Grant("chair", "director").After(
            new GrantEvent.Revoked("chair>director", new LocalDate(2026, 3, 10), NotifiedOn: new LocalDate(2026, 3, 5)));
        Assert.Equal("competent", register.Ask("director", new LocalDate(2026, 3, 9)).Code);
        Assert.Equal("revoked", register.Ask("director", new LocalDate(2026, 3, 10)).Code);
    }

    [Fact]
    public void A_suspension_lasts_until_the_grant_is_resumed()
    {
        AuthorityRegister register = ToDirector.After(new GrantEvent.Suspended(ToDirector.Id, March10), new GrantEvent.Resumed(ToDirector.Id, March10.PlusDays(5)));
        Assert.Equal("competent", register.Ask("director", March10.PlusDays(-1)).Code);
        Assert.Equal("grant_suspended", register.Ask("director", March10).Code);
        Assert.Equal("grant_suspended", register.Ask("director", March10.PlusDays(4)).Code);
        Assert.Equal("competent", register.Ask("director", March10.PlusDays(5)).Code);
        Assert.Equal("grant_suspended", ToDirector.After(new GrantEvent.Suspended(ToDirector.Id, March10)).Ask("director", June15).Code);
    }

    // Of one day, what was recorded last is what holds.
    [Fact]
    public void Events_of_one_day_count_in_the_order_in_which_they_were_recorded()
    {
        GrantEvent.Suspended suspended = new(ToDirector.Id, March10);
        GrantEvent.Resumed resumed = new(ToDirector.Id, March10);
        Assert.Equal("competent", ToDirector.After(suspended, resumed).Ask("director", June15).Code);
        Assert.Equal("grant_suspended", ToDirector.After(resumed, suspended).Ask("director", June15).Code);
        GrantEvent.Amended To(string territory) => new(ToDirector.Id, March10) { Scope = new GrantScope { Territories = [territory] } };
        AuthorityRegister amended = ToDirector.After(To("X"), To("Y"));
        Assert.Equal("out_of_scope", amended.Ask("director", June15, In("X")).Code);
        Assert.Equal("competent", amended.Ask("director", June15, In("Y")).Code);
    }

    [Fact]
    public void A_lapse_ends_a_grant_for_good()
    {
        AuthorityRegister register = ToDirector.After(
            new GrantEvent.Lapsed(ToDirector.Id, March10, BilingualText.Same("done")), new GrantEvent.Resumed(ToDirector.Id, March10.PlusDays(5)));
        Assert.Equal("competent", register.Ask("director", March10.PlusDays(-1)).Code);
        Assert.Equal("lapsed", register.Ask("director", March10.PlusDays(9)).Code);
    }

    [Fact]
    public void An_amendment_changes_scope_and_end_from_its_day_on_and_revives_nothing()
    {
        AuthorityRegister register = ToDirector.After(
            new GrantEvent.Amended(ToDirector.Id, March10) { Scope = new GrantScope { Territories = ["X"] }, To = new LocalDate(2026, 5, 1) },
            new GrantEvent.Amended(ToDirector.Id, new LocalDate(2026, 5, 1)) { To = new LocalDate(2026, 9, 1) });
        Assert.Equal("competent", register.Ask("director", March10.PlusDays(-1), In("Y")).Code);
        Assert.Equal("out_of_scope", register.Ask("director", March10, In("Y")).Code);
        Assert.Equal("competent", register.Ask("director", new LocalDate(2026, 4, 30), In("X")).Code);
        Assert.Equal("grant_expired", register.Ask("director", new LocalDate(2026, 5, 1), In("X")).Code);
        Assert.Equal("grant_expired", register.Ask("director", June15, In("X")).Code);
    }

    [Fact]
    public void What_may_no_longer_be_passed_on_cuts_what_was_passed_on()
    {
        Grant parent = ToDirector with { AllowsOnward = true, Kind = GrantKind.Conferral };
        Grant child = Grant("director", "division", GrantKind.Conferral, Year2026, parent: parent);
        AuthorityRegister register = new([Permit], [parent, child], [new GrantEvent.Amended(parent.Id, March10) { AllowsOnward = false }]);
        Assert.Equal("competent", register.Ask("division", March10.PlusDays(-1)).Code);
        Assert.Equal("subdelegation_forbidden", register.Ask("division", March10).Code);
        Assert.Equal("competent", register.Ask("director", March10).Code);
    }

    [Fact]
    public void A_chain_broken_by_suspension_holds_again_when_it_is_resumed()
    {
        Grant parent = ToDirector with { AllowsOnward = true, Kind = GrantKind.Conferral };
        Grant child = Grant("director", "division", GrantKind.Conferral, Year2026, parent: parent);
        AuthorityRegister register = new(
            [Permit], [parent, child], [new GrantEvent.Suspended(parent.Id, March10), new GrantEvent.Resumed(parent.Id, March10.PlusDays(5))]);
        AuthorityDecision decision = register.Ask("division", March10);
        Assert.Equal(["grantor_lost_power", "grant_suspended"], decision.Explain().Select(r => r.Code));
        Assert.Equal(March10.PlusDays(5), decision.NextChange);
        Assert.Equal("competent", register.Ask("division", March10.PlusDays(5)).Code);
    }

    [Fact]
    public void What_expires_is_listed_with_the_cases_that_rest_on_it()
    {
        Grant parent = ToDirector with { AllowsOnward = true, Kind = GrantKind.Conferral };
        Grant child = Grant("director", "division", GrantKind.Conferral, new Validity(NewYear, new LocalDate(2026, 7, 1)), parent: parent);
        AuthorityRegister register = new([Permit], [parent, child], [new GrantEvent.Revoked(parent.Id, new LocalDate(2026, 6, 20))]);
        PendingCase[] pending =
        [
            new("c1", new AuthorityQuestion("division", "permit", default)), new("c2", new AuthorityQuestion("director", "permit", default)),
            new("c3", new AuthorityQuestion("chair", "permit", default)),
        ];
        ValueList<ExpiringGrant> expiring = register.ExpiringBetween(June15, June15.PlusDays(30), pending);
        Assert.Equal(
            [("chair>director", AuthorityBreak.Revoked, "c1 c2"), ("director>division", AuthorityBreak.GrantorLostPower, "c1")],
            expiring.Select(e => (e.Grant.Id, e.Cause, string.Join(' ', e.PendingCaseIds))));
        Assert.All(expiring, e => Assert.Equal(new LocalDate(2026, 6, 19), e.LastDay));
        Assert.Empty(register.ExpiringBetween(June15, new LocalDate(2026, 6, 18)));
    }

    [Fact]
    public void The_cases_of_a_grant_that_ended_go_back_to_the_nearest_above_that_is_competent()
    {
        Grant parent = ToDirector with { AllowsOnward = true, Kind = GrantKind.Conferral };
        Grant child = Grant("director", "division", GrantKind.Conferral, Year2026, parent: parent);
        var question = new AuthorityQuestion("division", "permit", June15);
        AuthorityRegister childRevoked = new([Permit], [parent, child], [new GrantEvent.Revoked(child.Id, March10)]);
        Assert.Equal("director", childRevoked.ReturnsTo(child.Id, question)?.Question.ActorId);
        AuthorityRegister parentRevoked = new([Permit], [parent, child], [new GrantEvent.Revoked(parent.Id, March10)]);
        Assert.Equal("chair", parentRevoked.ReturnsTo(child.Id, question)?.Question.ActorId);
        AuthorityRegister nobody = new([HeldBy("x", default(Validity))], [parent, child]);
        Assert.Null(nobody.ReturnsTo(child.Id, question));
    }

    [Fact]
    public void How_much_of_what_may_be_passed_on_was_passed_on()
    {
        Power Named(string id, params GrantKind[] kinds) => Permit with
        {
            Id = id,
            Delegability = new DatedValues<Delegability>(id == "free" ? [] : [new(new Delegability([.. kinds]), default, LegalBasis.Citing("law"))]),
        };
        Power[] powers = [Named("free"), Named("mandate", GrantKind.Mandate), Named("kept"), Named("timid", GrantKind.Mandate)];
        Grant[] grants = [ToDirector with { Id = "1", PowerId = "free" }, ToDirector with { Id = "2", PowerId = "mandate" }, ToDirector with { Id = "3", PowerId = "kept" }];
        DelegationRatio ratio = new AuthorityRegister(powers, grants).RatioOf("chair", June15);
        Assert.Equal(["free", "mandate", "timid"], ratio.EligiblePowerIds);
        Assert.Equal(["free", "mandate"], ratio.DelegatedPowerIds);
        Assert.Equal(["timid"], ratio.RetainedPowerIds);
        Assert.Equal([new RetainedPower("timid", 7)], ratio.RetainedWith(new Dictionary<string, long> { ["timid"] = 7, ["free"] = 99 }));
        Assert.True(ratio.Reaches(2, 3));
        Assert.False(ratio.Reaches(7, 10));
        Assert.Null(new AuthorityRegister(powers, grants).RatioOf("director", June15).Reaches(1, 2));
        Assert.Empty(new AuthorityRegister(powers, grants).RatioOf("chair", new LocalDate(2027, 1, 1)).DelegatedPowerIds);
    }

    [Fact]
    public void Everything_that_speaks_against_a_grant_is_said_before_it_is_made()
    {
        Grant parent = ToDirector with { Scope = new GrantScope { Territories = ["X"] } };
        AuthorityRegister register = HeldBy("chair", parent);
        string[] Codes(Grant grant) => [.. register.Validate(grant).Select(o => o.Code + (o.IsFatal ? "!" : ""))];
        Grant child = Grant("director", "division", validity: Year2026, parent: parent, scope: parent.Scope);
        Assert.Equal(["subdelegation_forbidden!"], Codes(child));
        Assert.Equal(["outside_grantor_scope!"], Codes(child with { Scope = GrantScope.Everything }));
        Assert.Equal(["duplicate_id!"], Codes(parent));
        Assert.Equal(["unknown_power!", "unknown_parent!"], Codes(child with { PowerId = "other", ParentId = "other" }));
        Grant direct = Grant("chair", "division", validity: Year2026);
        Assert.Empty(Codes(direct));
        Assert.Equal(["grantor_lacked_power!"], Codes(direct with { GrantorId = "nobody" }));
        Assert.Equal(["no_written_instrument!"], Codes(direct with { Instrument = direct.Instrument with { IsWritten = false } }));
        Assert.Equal(["retroactive"], Codes(direct with { Validity = new Validity(new LocalDate(2025, 1, 1), null) }));
        Assert.Equal(["passes_no_power!"], Codes(direct with { Kind = GrantKind.Assignment }));
        AuthorityRegister until = new([HeldBy("chair", new Validity(null, June15))], []);
        Assert.Equal(["outlasts_grantor"], until.Validate(direct).Select(o => o.Code));
        Assert.Contains("15/06/2026", until.Validate(direct)[0].Message.Vietnamese, StringComparison.Ordinal);
        Assert.Single(register.Grants);
    }

    [Fact]
    public void Two_grants_to_different_grantees_overlap_where_both_run_and_their_scopes_meet()
    {
        Grant x = Grant("chair", "a", validity: Year2026, scope: new GrantScope { Territories = ["X"] });
        Grant y = Grant("chair", "b", validity: new Validity(June15, null), scope: new GrantScope { Territories = ["X", "Y"] });
        Grant z = Grant("chair", "c", validity: Year2026, scope: new GrantScope { Territories = ["Z"] });
        GrantOverlap overlap = Assert.Single(HeldBy("chair", z, y, x).Overlaps(default));
        Assert.Equal((x, y, June15), (overlap.First, overlap.Second, overlap.FirstDay));
        Assert.Empty(HeldBy("chair", x, y, z).Overlaps(new Validity(null, June15)));
        Assert.Empty(HeldBy("chair", x, y with { GranteeId = "a" }).Overlaps(default));
    }
}
