using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Delegation.TestRegisters;

namespace Reform.Domain.Tests.Delegation;

/// <summary>Situations of the laws on organization: who may decide, by which chain, and where it breaks.</summary>
public sealed class AuthorityScenarioTests
{
    private static readonly Grant ToDirector = Grant("chair", "director", validity: Year2026);

    [Fact]
    public void A_mandate_in_force_makes_the_director_competent()
    {
        AuthorityDecision decision = HeldBy("chair", ToDirector).Ask("director", June15);
        Assert.Equal(AuthorityVerdict.Competent, decision.Verdict);
        Assert.True(decision.IsCompetent);
        Assert.Equal("competent", decision.Code);
        Assert.Equal(AuthorityBreak.None, decision.Break);
        Assert.Equal(["chair", "director"], decision.Chain.Select(l => l.HolderId));
        Assert.Equal([AuthorityLinkKind.ByLaw, AuthorityLinkKind.ByGrant], decision.Chain.Select(l => l.Kind));
        Assert.Null(decision.Chain[0].Grant);
        Assert.Equal(ToDirector, decision.Chain[1].Grant);
        Assert.Null(decision.BrokenGrant);
        Assert.Null(decision.NearestGrant);
        Assert.Equal(new LocalDate(2027, 1, 1), decision.NextChange);
    }

    [Fact]
    public void The_holder_by_law_needs_no_grant_and_keeps_a_power_that_it_mandated()
    {
        AuthorityDecision decision = HeldBy("chair", ToDirector).Ask("chair", June15);
        Assert.True(decision.IsCompetent);
        Assert.Equal(LegalBasis.LocalGovernment("14"), Assert.Single(decision.Chain).Basis);
        Assert.Empty(decision.Findings);
        Assert.Null(decision.NextChange);
    }

    [Theory]
    [InlineData(2025, 12, 31, AuthorityBreak.GrantNotYetInForce)]
    [InlineData(2026, 1, 1, AuthorityBreak.None)]
    [InlineData(2026, 12, 31, AuthorityBreak.None)]
    [InlineData(2027, 1, 1, AuthorityBreak.GrantExpired)]
    [InlineData(2027, 1, 5, AuthorityBreak.GrantExpired)]
    public void A_mandate_holds_from_its_first_date_until_before_its_end(int year, int month, int day, AuthorityBreak expected) =>
        Assert.Equal(expected, HeldBy("chair", ToDirector).Ask("director", new LocalDate(year, month, day)).Break);

    [Theory]
    [InlineData(23, 30, AuthorityBreak.None)]
    [InlineData(24, 10, AuthorityBreak.GrantExpired)]
    public void The_date_of_an_act_is_the_date_in_Vietnam(int hour, int minute, AuthorityBreak expected)
    {
        Instant signedAt = Instant.FromUtc(2026, 12, 30, 17, 0) + Duration.FromMinutes((hour * 60) + minute);
        Assert.Equal(new LocalDate(2026, 12, 31), signedAt.InUtc().Date);
        Assert.Equal(expected, HeldBy("chair", ToDirector).Check(AuthorityQuestion.At("director", "permit", signedAt)).Break);
    }

    [Fact]
    public void A_grant_has_no_effect_before_its_instrument()
    {
        AuthorityRegister register = HeldBy("chair", Grant("chair", "director"));
        Assert.Equal("grant_not_yet_in_force", register.Ask("director", new LocalDate(2025, 12, 14)).Code);
        Assert.True(register.Ask("director", new LocalDate(2025, 12, 15)).IsCompetent);
    }

    [Fact]
    public void A_decision_after_the_end_of_a_mandate_says_which_ended_and_when()
    {
        AuthorityDecision decision = HeldBy("chair", ToDirector).Ask("director", new LocalDate(2027, 1, 5));
        Reason reason = Assert.Single(decision.Explain());
        Assert.Equal("grant_expired", reason.Code);
        Assert.Equal(
            "văn bản 1-QĐ/chair (15/12/2025) hết hiệu lực từ ngày 01/01/2027; quyết định ký ngày 05/01/2027", reason.Sentence.Vietnamese);
        Assert.Equal(
            "instrument 1-QĐ/chair (15 December 2025) ended on 1 January 2027; the decision was made on 5 January 2027",
            reason.Sentence.English);
        Assert.Equal(ToDirector, decision.BrokenGrant);
        Assert.Equal(ToDirector, decision.NearestGrant);
        Assert.Empty(decision.Chain);
    }

    [Theory]
    [InlineData("X", "P1", null)]
    [InlineData("X", "P2", "subject: P2")]
    [InlineData("Y", "P1", "territory: Y")]
    [InlineData("x", "P1", "territory: x")]
    public void A_mandate_for_one_territory_and_subject_holds_for_no_other(string territory, string subject, string? expected)
    {
        Grant limited = Grant("chair", "director", scope: new GrantScope { Territories = ["X"], Subjects = ["P1"] });
        AuthorityDecision decision = HeldBy("chair", limited).Ask("director", June15, In(territory, subject));
        Assert.Equal(expected is null ? "competent" : "out_of_scope", decision.Code);
        Assert.Equal(new Responsibility(expected is null ? "chair" : "director", "director", null), decision.Responsible);
        if (expected is not null)
        {
            Assert.EndsWith("(" + expected + ")", Assert.Single(decision.Explain()).Sentence.English, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_case_that_does_not_state_what_the_grant_limits_cannot_be_decided()
    {
        Grant limited = Grant("chair", "director", scope: new GrantScope { Territories = ["X"], Amount = AmountRange.AtMost(5) });
        AuthorityDecision decision = HeldBy("chair", limited).Ask("director", June15);
        Assert.Equal(AuthorityVerdict.Unknown, decision.Verdict);
        Assert.Equal("missing_facts", decision.Code);
        Assert.Equal(["territory", "amount"], decision.Missing);
        Assert.Equal("Không thể kết luận: thiếu địa bàn; hạn mức", Assert.Single(decision.Explain()).Sentence.Vietnamese);
        Assert.Null(decision.Responsible);
        Assert.Equal("out_of_scope", HeldBy("chair", limited).Ask("director", June15, In("Y")).Code);
    }

    [Fact]
    public void A_matter_in_several_territories_is_assigned_from_above()
    {
        Grant limited = Grant("chair", "ward", scope: new GrantScope { Territories = ["X"] });
        AuthorityDecision decision = HeldBy("chair", limited).Ask("ward", June15, new AuthorityCase { Territories = ["X", "Y"] });
        Assert.Equal(AuthorityVerdict.Ambiguous, decision.Verdict);
        Assert.Equal("multi_territory", decision.Code);
        Assert.Contains("(X; Y)", Assert.Single(decision.Explain()).Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grantor_that_lost_the_power_by_a_new_law_grants_nothing_any_more()
    {
        var moved = new LocalDate(2026, 7, 1);
        var register = new AuthorityRegister([HeldBy("chair", new Validity(null, moved))], [Grant("chair", "director")]);
        Assert.True(register.Ask("director", moved.PlusDays(-1)).IsCompetent);
        AuthorityDecision decision = register.Ask("director", moved.PlusDays(1));
        Assert.Equal("grantor_lost_power", decision.Code);
        Assert.Equal(["grantor_lost_power", "holder_no_longer"], decision.Explain().Select(r => r.Code));
    }

    [Fact]
    public void A_grantor_that_gains_the_power_only_after_granting_it_gave_nothing()
    {
        var gained = new LocalDate(2026, 7, 1);
        var register = new AuthorityRegister([HeldBy("chair", new Validity(gained, null))], [Grant("chair", "director")]);
        AuthorityDecision decision = register.Ask("director", gained.PlusDays(1));
        Assert.Equal(["grantor_lacked_power", "holder_not_yet"], decision.Explain().Select(r => r.Code));
        Assert.Null(decision.NextChange);
    }

    [Fact]
    public void A_mandate_may_not_be_passed_on()
    {
        Grant further = Grant("director", "division", parent: ToDirector, validity: Year2026);
        AuthorityDecision decision = HeldBy("chair", ToDirector, further).Ask("division", June15);
        Assert.Equal("subdelegation_forbidden", decision.Code);
        Assert.Equal(further, decision.BrokenGrant);
        Assert.Equal("subdelegation_forbidden", Assert.Single(decision.Explain()).Code);
    }

    [Fact]
    public void A_power_devolved_to_the_province_and_decentralized_to_communes_has_a_chain_of_three()
    {
        Grant devolved = Grant("assembly", "province", GrantKind.Devolution, onward: true);
        Grant decentralized = Grant("province", "commune", GrantKind.Decentralization, parent: devolved);
        AuthorityDecision decision = HeldBy("assembly", decentralized, devolved).Ask("commune", June15);
        Assert.Equal(["assembly", "province", "commune"], decision.Chain.Select(l => l.HolderId));
        Assert.Equal(["holds_by_law", "granted", "granted"], decision.Explain().Select(r => r.Code));
        Assert.Contains("(phân quyền)", decision.Explain()[1].Sentence.Vietnamese, StringComparison.Ordinal);
        Assert.Contains("(decentralization)", decision.Explain()[2].Sentence.English, StringComparison.Ordinal);
        Assert.Equal(new Responsibility("commune", "commune", "province"), decision.Responsible);
    }

    [Fact]
    public void A_broken_link_far_up_is_explained_from_the_actor_upwards()
    {
        Grant devolved = Grant("assembly", "province", GrantKind.Devolution, new Validity(null, NewYear), true);
        Grant decentralized = Grant("province", "commune", GrantKind.Decentralization, parent: devolved);
        AuthorityDecision decision = HeldBy("assembly", decentralized, devolved).Ask("commune", June15);
        Assert.Equal(["grantor_lost_power", "grant_expired"], decision.Explain().Select(r => r.Code));
        Assert.Equal(devolved, decision.BrokenGrant);
        Assert.Equal(decentralized, decision.NearestGrant);
    }

    [Fact]
    public void An_actor_without_any_grant_is_told_so_by_name_and_who_could_have_decided()
    {
        AuthorityDecision decision = HeldBy("chair", ToDirector).Ask("deputy", June15);
        Assert.Equal(AuthorityBreak.NoGrant, decision.Break);
        Assert.Null(decision.BrokenGrant);
        Assert.Equal(ToDirector, decision.NearestGrant);
        Reason reason = Assert.Single(decision.Explain(id => id == "deputy" ? new BilingualText("Phó Giám đốc Sở", "Deputy director") : null));
        Assert.Equal("Không có văn bản nào giao thẩm quyền này cho Phó Giám đốc Sở", reason.Sentence.Vietnamese);
        Assert.Equal("No instrument grants this power to Deputy director", reason.Sentence.English);
    }

    [Fact]
    public void The_grant_that_came_furthest_tells_the_cause()
    {
        Grant expired = Grant("chair", "director", validity: new Validity(null, June15));
        Grant elsewhere = Grant("chair", "director", scope: new GrantScope { Territories = ["Y"] }) with { Id = "elsewhere" };
        Assert.Equal(elsewhere, HeldBy("chair", expired, elsewhere).Ask("director", June15, In("X")).BrokenGrant);
        Assert.Equal(elsewhere, HeldBy("chair", elsewhere, expired).Ask("director", June15, In("X")).BrokenGrant);
    }

    [Fact]
    public void Of_two_grants_out_of_force_the_one_that_ended_tells_and_of_two_that_ended_the_last()
    {
        Grant ended = Grant("chair", "director", validity: new Validity(null, June15.PlusDays(-9)));
        Grant before = Grant("chair", "director", validity: new Validity(null, June15.PlusDays(-19))) with { Id = "before" };
        Grant coming = Grant("chair", "director", validity: new Validity(June15.PlusDays(3), null)) with { Id = "coming" };
        Assert.Equal(ended, HeldBy("chair", before, ended, coming).Ask("director", June15).BrokenGrant);
        Assert.Equal(coming, HeldBy("chair", coming).Ask("director", June15).BrokenGrant);
    }

    [Fact]
    public void A_task_that_was_assigned_passes_no_power()
    {
        AuthorityDecision decision = HeldBy("chair", Grant("chair", "director", GrantKind.Assignment)).Ask("director", June15);
        Assert.Equal("passes_no_power", decision.Code);
    }
}
