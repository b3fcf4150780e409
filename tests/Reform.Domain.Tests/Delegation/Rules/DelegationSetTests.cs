using NodaTime;
using Reform.Domain.Compliance;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Delegation.ProvinceWorld;

namespace Reform.Domain.Tests.Delegation.Rules;

/// <summary>The rules over populations: overlapping grants, grantors that still decide, shares passed on; and collective decisions.</summary>
public sealed class DelegationSetTests
{
    private const string Chair = "province/Chair";
    private static readonly Grant ToDirector = Mandate(Chair, "department/Director");
    private static readonly Grant ToCommune = Mandate(Chair, "commune/Chair");

    [Fact]
    public void Two_grants_that_reach_one_case_overlap_while_both_are_in_force()
    {
        Grant later = ToCommune with { Validity = new Validity(new LocalDate(2026, 6, 1), new LocalDate(2027, 1, 1)) };
        AuthorityRegister register = With(HeldBy(Chair), ToDirector, later);
        (PowerFacts Set, Judgement Judgement) On(AuthorityRegister asked, LocalDate on) => Assert.Single(new OverlappingGrants(asked).Judge(asked.Powers, on));

        Assert.Equal(Verdict.NotApplicable, On(register, new LocalDate(2026, 5, 31)).Judgement.Verdict);
        (PowerFacts set, Judgement judgement) = On(register, new LocalDate(2026, 6, 1));
        Assert.Equal((Verdict.Fail, Severity.Warning), (judgement.Verdict, judgement.Rule.Severity));
        Assert.Equal(("province", 2, 1, later.Id, ToDirector.Id), (set.UnitId, set.GrantsInForce, set.Overlaps, set.FirstGrantId, set.SecondGrantId));
        Assert.Equal(judgement, BuiltInRules.Powers.By("CR-DLG-11", set));

        AuthorityRegister apart = With(
            HeldBy(Chair), ToDirector with { Scope = new GrantScope { Subjects = ["P1"] } }, ToCommune with { Scope = new GrantScope { Subjects = ["P2"] } });
        Assert.Equal(Verdict.Pass, On(apart, June15).Judgement.Verdict);
    }

    /// <summary>Law 72/2025/QH15, Art. 13: what is decentralised is decided by the recipient.</summary>
    [Fact]
    public void A_grantor_that_decides_after_decentralising_fails_and_before_it_passes()
    {
        AuthorityRegister register = With(HeldBy("province"), Decentralization("province", "commune") with { Scope = new GrantScope { Subjects = ["P1"] } });
        DecisionFacts By(string actor, LocalDate on, string? subject) =>
            register.FactsOf("d", new AuthorityQuestion(actor, "permit", on) { Case = new AuthorityCase { Subject = subject } });
        DecisionFacts[] decisions = [By("commune", June15, "P1"), By("province", June15, "P1"), By("province", Start.PlusDays(-1), "P1"), By("province", June15, "P2"), By("department", June15, "P1")];

        Assert.Equal(
            [("commune", Verdict.Pass, 1, 0), ("province", Verdict.Fail, 3, 1)],
            new DecisionsOfGrantors().Judge(decisions, June15).Select(j => (j.Set.ActorId, j.Judgement.Verdict, j.Set.Decisions, j.Set.AfterGivenAway)));
        Assert.Equal(
            [("province", Verdict.Pass, 1)],
            new DecisionsOfGrantors().Judge(decisions, June15.PlusDays(-1)).Select(j => (j.Set.ActorId, j.Judgement.Verdict, j.Set.Decisions)));

        GrantorFacts broken = new DecisionsOfGrantors().Gather(decisions, June15)[1];
        Assert.Equal(Verdict.Fail, BuiltInRules.Grantors.By("CR-DLG-17", broken with { AsOf = new LocalDate(2025, 6, 16) }).Verdict);
        Assert.Equal(Verdict.NotApplicable, BuiltInRules.Grantors.By("CR-DLG-17", broken with { AsOf = new LocalDate(2025, 6, 15) }).Verdict);
        Judgement open = BuiltInRules.Grantors.By("CR-DLG-17", Assert.Single(new DecisionsOfGrantors().Gather([By("commune", June15, null)], June15)));
        Assert.Equal((Verdict.Unknown, "authority_facts"), (open.Verdict, Assert.Single(open.Missing).Name));
    }

    /// <summary>The target is a policy of 30 percent from the day of the programme, 3 May 2024.</summary>
    [Fact]
    public void H02_A_unit_that_passes_on_fewer_powers_than_the_target_is_reported()
    {
        Power[] powers = [.. Enumerable.Range(0, 10).Select(i => HeldBy(Chair) with { Id = "p" + i })];
        AuthorityRegister Passing(int count) => new(
            powers, Enumerable.Range(0, count).Select(i => ToDirector with { Id = "g" + i, PowerId = "p" + i }), organization: Organization);
        Judgement On(AuthorityRegister register, LocalDate on) => Assert.Single(new PowersArePassedOn().Judge(register.DelegablePowersOf("province", on), on)).Judgement;

        Assert.Equal(Verdict.Pass, On(Passing(3), June15).Verdict);
        Judgement timid = On(Passing(2), June15);
        Assert.Equal((Verdict.Fail, Severity.Warning), (timid.Verdict, timid.Rule.Severity));
        Assert.Equal("Only 2 of 10 meet it, below the target of 30%", timid.Reason!.Sentence.English);
        Assert.Equal(2, Passing(2).RatioOf("province", June15).DelegatedPowerIds.Count);
        Assert.Empty(new PowersArePassedOn().Judge(Passing(2).DelegablePowersOf("department", June15), June15));

        ShareFacts Facts(LocalDate on, int counted, int untold) => new("province", on, 10, counted, untold);
        Verdict Of(ShareFacts facts) => BuiltInRules.DelegationShares.By("CR-DLG-20", facts).Verdict;
        Assert.Equal(Verdict.NotApplicable, Of(Facts(new LocalDate(2024, 5, 2), 2, 0)));
        Assert.Equal(Verdict.Fail, Of(Facts(new LocalDate(2024, 5, 3), 2, 0)));
        Assert.Equal(Verdict.NotApplicable, Of(new ShareFacts("province", June15, 0, 0, 0)));
        DelegablePower unknown = new("province", "p", June15, null);
        Assert.Equal(Verdict.Unknown, Assert.Single(new PowersArePassedOn().Judge([unknown, unknown with { PowerId = "q", IsDelegated = false }], June15)).Judgement.Verdict);
        var own = new UnitThreshold("CR-DLG-20", "target_percent", "province", 40, default, LegalBasis.Citing("1-CTr/TU"));
        Assert.Equal(Verdict.Fail, BuiltInRules.DelegationShares.With(own).By("CR-DLG-20", Facts(June15, 3, 0)).Verdict);
        Assert.Equal(Verdict.Pass, BuiltInRules.DelegationShares.With(own).By("CR-DLG-20", Facts(June15, 4, 0)).Verdict);
        Assert.Throws<ArgumentException>(() => BuiltInRules.DelegationShares.With(own with { Value = 29 }));
    }

    /// <summary>More than half of the base (Regulation 294-QĐ/TW, 9.3.4): 8 of 15, not 7; nobody alone in its place.</summary>
    [Fact]
    public void What_a_collective_decides_needs_its_vote()
    {
        var register = new AuthorityRegister(
            [HeldBy("province") with { IsCollective = true }, HeldBy("province") with { Id = "own" }], [], organization: Organization);
        Judgement By(string actor, VoteResult? vote, string power = "permit") => register.Decision("CR-DLG-12", new AuthorityQuestion(actor, power, June15), vote);
        VoteResult Vote(int present, int inFavour) => (VotingRule.Decision with { Quorum = new VotingThreshold(2, 3, false) }).Judge(new Ballot(June15, 15, present, inFavour));

        Assert.Equal(Verdict.Pass, By("province", Vote(10, 8)).Verdict);
        Assert.Equal("The collective decision of 15 June 2026 is not valid: not passed", By("province", Vote(10, 7)).Reason!.Sentence.English);
        Assert.Equal("The collective decision of 15 June 2026 is not valid: no quorum", By("province", Vote(9, 9)).Reason!.Sentence.English);
        Assert.Equal((Verdict.Fail, Severity.Critical), By("province", VotingRule.Decision.Judge()) is var none ? (none.Verdict, none.Rule.Severity) : default);
        Assert.Equal(["vote"], By("province", null).MissingNames());
        Assert.Equal("one_in_place_of_collective", By(Chair, null).Reason!.Code);
        Assert.Equal("one_in_place_of_collective", By("an", Vote(10, 8)).Reason!.Code);
        Assert.Equal(Verdict.NotApplicable, By("province", null, "own").Verdict);
    }

    [Fact]
    public void A_title_that_is_not_confirmed_fails_the_decision_from_the_regulation_on()
    {
        var elected = new LocalDate(2025, 8, 10);
        var organization = new OrganizationRegister(OrganizationRecords.Of(
            [new OrganizationUnit("office", BilingualText.Same("office"), BodyKind.CommitteeOffice, OrganizationLevel.Commune, default)],
            positions: [new("deputy", "office", BilingualText.Same("deputy")) { Title = TitleKind.DeputySecretary }],
            appointments: [new("binh", "deputy", default) { IsElected = true, ConfirmedOn = elected.PlusDays(5) }]));
        var register = new AuthorityRegister([HeldBy("deputy")], [], organization: organization);
        Judgement On(LocalDate on) => register.Decision("CR-DLG-13", new AuthorityQuestion("binh", "permit", on));

        Assert.Equal(Verdict.Fail, On(elected.PlusDays(4)).Verdict);
        Assert.Equal(Verdict.Pass, On(elected.PlusDays(5)).Verdict);
        Assert.Equal(Verdict.NotApplicable, On(new LocalDate(2025, 6, 30)).Verdict);
        Assert.Equal(Verdict.NotApplicable, With(HeldBy(Chair)).Decision("CR-DLG-13", new AuthorityQuestion(Chair, "permit", June15)).Verdict);
    }
}
