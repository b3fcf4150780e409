using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Delegation;

/// <summary>Situations of the laws on organization: who may decide, by which chain, and where it breaks.</summary>
public sealed class AuthorityScenarioTests
{
    private static readonly LocalDate June15 = new(2026, 6, 15);

    private static readonly Grant ToDirector = TestRegisters.Grant("chair", "director", validity: TestRegisters.Year2026);

    [Fact]
    public void A_mandate_in_force_makes_the_director_competent()
    {
        AuthorityDecision decision = TestRegisters.HeldBy("chair", ToDirector).Ask("director", June15);
        Assert.True(decision.IsCompetent);
        Assert.Equal(AuthorityBreak.None, decision.Break);
        Assert.Equal(["chair", "director"], decision.Chain.Select(l => l.HolderId));
        Assert.Null(decision.Chain[0].Grant);
        Assert.Equal(ToDirector, decision.Chain[1].Grant);
        Assert.Null(decision.BrokenGrant);
    }

    [Fact]
    public void The_holder_by_law_needs_no_grant_and_keeps_a_power_that_it_mandated()
    {
        AuthorityDecision decision = TestRegisters.HeldBy("chair", ToDirector).Ask("chair", June15);
        Assert.True(decision.IsCompetent);
        Assert.Equal(LegalBasis.LocalGovernment("14"), Assert.Single(decision.Chain).Basis);
    }

    [Theory]
    [InlineData(2025, 12, 31, AuthorityBreak.NotYetInForce)]
    [InlineData(2026, 1, 1, AuthorityBreak.None)]
    [InlineData(2026, 12, 31, AuthorityBreak.None)]
    [InlineData(2027, 1, 1, AuthorityBreak.Expired)]
    [InlineData(2027, 1, 5, AuthorityBreak.Expired)]
    public void A_mandate_holds_from_its_first_date_until_before_its_end(int year, int month, int day, AuthorityBreak expected) =>
        Assert.Equal(expected, TestRegisters.HeldBy("chair", ToDirector).Ask("director", new LocalDate(year, month, day)).Break);

    [Fact]
    public void A_decision_after_the_end_of_a_mandate_says_which_ended_and_when()
    {
        AuthorityDecision decision = TestRegisters.HeldBy("chair", ToDirector).Ask("director", new LocalDate(2027, 1, 5));
        Reason reason = Assert.Single(decision.Explain());
        Assert.Equal("grant_expired", reason.Code);
        Assert.Equal(
            "văn bản 1-QĐ/chair (15/12/2025) hết hiệu lực từ ngày 01/01/2027; quyết định ký ngày 05/01/2027", reason.Sentence.Vietnamese);
        Assert.Equal(
            "instrument 1-QĐ/chair (15 December 2025) ended on 1 January 2027; the decision was made on 5 January 2027",
            reason.Sentence.English);
        Assert.Equal(ToDirector, decision.BrokenGrant);
    }

    [Theory]
    [InlineData("X", "P1", AuthorityBreak.None)]
    [InlineData("X", "P2", AuthorityBreak.OutOfScope)]
    [InlineData("Y", "P1", AuthorityBreak.OutOfScope)]
    [InlineData("x", "P1", AuthorityBreak.OutOfScope)]
    public void A_mandate_for_one_territory_and_procedure_holds_for_no_other(string territory, string procedure, AuthorityBreak expected)
    {
        Grant limited = TestRegisters.Grant("chair", "director", scope: new GrantScope(["X"], ["P1"]));
        AuthorityDecision decision = TestRegisters.HeldBy("chair", limited).Ask("director", June15, territory, procedure);
        Assert.Equal(expected, decision.Break);
        Assert.Equal(expected == AuthorityBreak.None ? "holds_by_law" : "out_of_scope", decision.Explain()[0].Code);
    }

    [Fact]
    public void A_case_whose_territory_is_not_stated_is_outside_a_limited_grant_and_the_reason_says_so()
    {
        Grant limited = TestRegisters.Grant("chair", "director", scope: new GrantScope(["X"], []));
        AuthorityDecision decision = TestRegisters.HeldBy("chair", limited).Ask("director", June15, "");
        Assert.Contains("địa bàn (không nêu)", decision.Explain()[0].Sentence.Vietnamese, StringComparison.Ordinal);
        Assert.Contains("territory (not stated)", decision.Explain()[0].Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grantor_that_lost_the_power_by_a_new_law_grants_nothing_any_more()
    {
        LocalDate moved = new(2025, 7, 1);
        AuthorityRegister register = TestRegisters.HeldBy("chair", new Validity(null, moved), TestRegisters.Grant("chair", "director"));
        Assert.True(register.Ask("director", moved.PlusDays(-1)).IsCompetent);
        AuthorityDecision decision = register.Ask("director", moved.PlusDays(1));
        Assert.Equal(AuthorityBreak.GrantorLackedPower, decision.Break);
        Assert.Equal("chair", decision.GrantorDecision?.Question.ActorId);
        Assert.Equal(AuthorityBreak.NoGrant, decision.GrantorDecision?.Break);
        Assert.Equal(["grantor_lacked_power", "no_grant"], decision.Explain().Select(r => r.Code));
    }

    [Fact]
    public void A_mandate_may_not_be_passed_on()
    {
        Grant further = TestRegisters.Grant("director", "division");
        AuthorityDecision decision = TestRegisters.HeldBy("chair", ToDirector, further).Ask("division", June15);
        Assert.Equal(AuthorityBreak.OnwardNotPermitted, decision.Break);
        Assert.Equal(further, decision.BrokenGrant);
        Assert.Null(decision.GrantorDecision);
        Assert.Equal("onward_not_permitted", Assert.Single(decision.Explain()).Code);
    }

    [Fact]
    public void A_power_devolved_to_the_province_and_decentralized_to_communes_has_a_chain_of_three()
    {
        Grant devolved = TestRegisters.Grant("assembly", "province", GrantKind.Devolution, onward: true);
        Grant decentralized = TestRegisters.Grant("province", "commune", GrantKind.Decentralization);
        AuthorityDecision decision = TestRegisters.HeldBy("assembly", decentralized, devolved).Ask("commune", June15);
        Assert.Equal(["assembly", "province", "commune"], decision.Chain.Select(l => l.HolderId));
        Assert.Equal(["holds_by_law", "granted", "granted"], decision.Explain().Select(r => r.Code));
        Assert.Contains("(phân quyền)", decision.Explain()[1].Sentence.Vietnamese, StringComparison.Ordinal);
        Assert.Contains("(decentralization)", decision.Explain()[2].Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_link_far_up_is_explained_from_the_actor_upwards()
    {
        Grant devolved = TestRegisters.Grant("assembly", "province", GrantKind.Devolution, new Validity(null, TestRegisters.NewYear), true);
        Grant decentralized = TestRegisters.Grant("province", "commune", GrantKind.Decentralization);
        AuthorityDecision decision = TestRegisters.HeldBy("assembly", decentralized, devolved).Ask("commune", June15);
        Assert.Equal(["grantor_lacked_power", "grant_expired"], decision.Explain().Select(r => r.Code));
        Assert.Equal(devolved, decision.GrantorDecision?.BrokenGrant);
    }

    [Fact]
    public void An_actor_without_any_grant_is_told_so_by_name()
    {
        AuthorityDecision decision = TestRegisters.HeldBy("chair").Ask("director", June15);
        Assert.Equal(AuthorityBreak.NoGrant, decision.Break);
        Assert.Null(decision.BrokenGrant);
        Reason reason = Assert.Single(decision.Explain(id => id == "director" ? new BilingualText("Giám đốc Sở", "Director") : null));
        Assert.Equal("Không có văn bản nào giao thẩm quyền này cho Giám đốc Sở", reason.Sentence.Vietnamese);
        Assert.Equal("No instrument grants this power to Director", reason.Sentence.English);
    }

    [Fact]
    public void Grants_in_a_circle_give_nobody_the_power()
    {
        AuthorityRegister register = TestRegisters.HeldBy(
            "chair",
            TestRegisters.Grant("a", "b", onward: true),
            TestRegisters.Grant("b", "a", onward: true),
            TestRegisters.Grant("c", "c", onward: true));
        foreach (string actor in (string[])["a", "b", "c"])
        {
            AuthorityDecision decision = register.Ask(actor, June15);
            Assert.Equal(AuthorityBreak.GrantorLackedPower, decision.Break);
            Assert.NotEmpty(decision.Explain());
        }
    }

    [Fact]
    public void The_grant_that_came_furthest_tells_the_cause()
    {
        Grant expired = TestRegisters.Grant("chair", "director", validity: new Validity(null, June15));
        Grant elsewhere = TestRegisters.Grant("chair", "director", scope: new GrantScope(["Y"], [])) with { Id = "elsewhere" };
        Assert.Equal(elsewhere, TestRegisters.HeldBy("chair", expired, elsewhere).Ask("director", June15).BrokenGrant);
        Assert.Equal(elsewhere, TestRegisters.HeldBy("chair", elsewhere, expired).Ask("director", June15).BrokenGrant);
    }

    [Fact]
    public void Of_two_grants_out_of_force_the_nearer_one_tells()
    {
        Grant ended = TestRegisters.Grant("chair", "director", validity: new Validity(null, June15.PlusDays(-9)));
        Grant coming = TestRegisters.Grant("chair", "director", validity: new Validity(June15.PlusDays(3), null)) with { Id = "coming" };
        Assert.Equal(AuthorityBreak.NotYetInForce, TestRegisters.HeldBy("chair", ended, coming).Ask("director", June15).Break);
        Assert.Equal(AuthorityBreak.Expired, TestRegisters.HeldBy("chair", ended, coming).Ask("director", June15.PlusDays(-8)).Break);
    }

    [Fact]
    public void A_register_that_contradicts_itself_and_a_power_that_it_lacks_are_refused()
    {
        Assert.Throws<ArgumentException>(() => TestRegisters.HeldBy("chair", ToDirector, ToDirector));
        Assert.Throws<ArgumentException>(() => TestRegisters.HeldBy("chair", ToDirector with { PowerId = "other" }));
        Power power = TestRegisters.HeldBy("chair").Powers[0];
        Assert.Throws<ArgumentException>(() => new AuthorityRegister([power, power], []));
        var question = new AuthorityQuestion("chair", "other", June15, "X", "P1");
        Assert.Throws<ArgumentException>(() => TestRegisters.HeldBy("chair").Check(question));
    }
}
