using System.Numerics;
using CsCheck;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using static Reform.Domain.Tests.Organizations.TestOrganizations;

namespace Reform.Domain.Tests.Organizations;

/// <summary>Members, the voting base and votes, as Regulation 294-QĐ/TW counts them.</summary>
public sealed class CollectiveTests
{
    private static readonly LocalDate Meeting = new(2026, 3, 2);
    private static readonly string[] Persons = ["m0", "m1", "m2", "m3"];

    // Fifteen members: m01 on temporary transfer, m02 prosecuted.
    private static readonly OrganizationRegister Committee = new(OrganizationRecords.Of(
        [Unit("committee"), Unit("office", BodyKind.CommitteeOffice)],
        memberships: Enumerable.Range(1, 15).Select(i => new Membership($"m{i:00}", "committee", default)),
        exclusions:
        [
            new MembershipExclusion("m01", "committee", ExclusionCause.TemporaryTransfer, new Validity(Meeting.PlusDays(-30), Meeting.PlusDays(30))),
            new MembershipExclusion("m02", "committee", ExclusionCause.Prosecuted, new Validity(Meeting.PlusDays(-5), null)),
        ]));

    [Fact]
    public void DS50_The_base_is_the_incumbents_without_the_excluded_and_nine_of_thirteen_are_two_thirds()
    {
        VotingBase counted = Committee.VotingBaseOf("committee", Meeting);

        Assert.Equal(13, counted.Count);
        Assert.Equal(["m01", "m02"], counted.Excluded.Select(e => e.PersonId));
        Assert.True(VotingRule.Proposal.Judge(new Ballot(Meeting, counted.Count, 13, 9)).IsPassed);
        Assert.False(VotingRule.Proposal.Judge(new Ballot(Meeting, 15, 13, 9)).IsPassed);
    }

    [Fact]
    public void One_on_temporary_transfer_who_is_present_counts_and_one_who_is_prosecuted_never_does()
    {
        Assert.Equal(14, Committee.VotingBaseOf("committee", Meeting, ["m01", "m02", "m03"]).Count);
        Assert.Equal(14, Committee.VotingBaseOf("committee", Meeting.PlusDays(30)).Count);
        Assert.Equal(14, Committee.VotingBaseOf("committee", Meeting.PlusDays(-6)).Count);
        Assert.Equal(15, Committee.VotingBaseOf("committee", Meeting.PlusDays(-31)).Count);
        Assert.Equal(15, Committee.MembersOf("committee", Meeting).Count);
    }

    [Fact]
    public void Who_is_no_member_any_more_is_not_among_the_excluded()
    {
        var register = new OrganizationRegister(OrganizationRecords.Of(
            [Unit("c")],
            memberships: [new Membership("m", "c", new Validity(null, Meeting)), new Membership("n", "c", default)],
            exclusions: [new MembershipExclusion("m", "c", ExclusionCause.Detained, default)]));
        Assert.Equal(["m"], register.VotingBaseOf("c", Meeting.PlusDays(-1)).Excluded.Select(e => e.PersonId));
        Assert.Empty(register.VotingBaseOf("c", Meeting).Excluded);
        Assert.Equal(["n"], register.VotingBaseOf("c", Meeting).Members);
    }

    [Fact]
    public void Only_a_collective_has_members() =>
        Assert.Equal(
            ["unit: not_a_collective"],
            Codes(Assert.Throws<OrganizationInputException>(() => Committee.MembersOf("office", Meeting))));

    [Theory]
    [InlineData(14, 7, false)]
    [InlineData(14, 8, true)]
    [InlineData(15, 7, false)]
    [InlineData(15, 8, true)]
    public void A02_A_decision_of_the_board_without_more_than_half_of_its_members_is_not_valid(int members, int votes, bool isValid)
    {
        VoteResult result = VotingRule.Decision.Judge(new Ballot(Meeting, members, members, votes));
        Assert.Equal(isValid, result.IsPassed);
        Assert.Equal(isValid ? "vote_passed" : "vote_not_passed", Assert.Single(result.Reasons).Code);
        Assert.Contains("294-QĐ/TW", result.Reasons[0].Basis!.Citation.Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_that_nobody_voted_on_is_not_valid() =>
        Assert.Equal((VoteOutcome.NotPassed, "no_ballot"), (VotingRule.Decision.Judge().Outcome, VotingRule.Decision.Judge().Reasons.Single().Code));

    [Fact]
    public void DS53_Three_votes_on_recognition_without_two_thirds_go_to_the_superior_and_are_not_refused()
    {
        Ballot Failed(int days) => new(Meeting.PlusDays(days), 12, 12, 7);

        Assert.Equal((VoteOutcome.NotPassed, 2), Of(VotingRule.Recognition.Judge(Failed(0), Failed(30))));
        VoteResult third = VotingRule.Recognition.Judge(Failed(0), Failed(30), Failed(60));
        Assert.Equal((VoteOutcome.Escalated, 3), Of(third));
        Assert.Equal("vote_escalated", third.Reasons[^1].Code);
        Assert.Contains("4.2.3", third.Reasons[^1].Basis!.Citation.English, StringComparison.Ordinal);
        Assert.Equal((VoteOutcome.Passed, 2), Of(VotingRule.Recognition.Judge(Failed(0), Failed(30), new Ballot(Meeting.PlusDays(60), 12, 12, 8))));
        Assert.Equal((VoteOutcome.NotPassed, 3), Of(VotingRule.Proposal.Judge(Failed(0), Failed(30), Failed(60))));
    }

    [Fact]
    public void A_meeting_without_quorum_takes_no_vote_and_does_not_count_among_the_failed()
    {
        VotingRule rule = VotingRule.Recognition with { Quorum = VotingThreshold.AtLeastTwoThirds };
        var empty = new Ballot(Meeting, 12, 7, 7);
        var failed = new Ballot(Meeting, 12, 8, 7);

        Assert.Equal((VoteOutcome.NoQuorum, 0), Of(rule.Judge(empty)));
        Assert.Equal((VoteOutcome.NoQuorum, 2), Of(rule.Judge(failed, failed, empty)));
        Assert.Equal((VoteOutcome.Escalated, 3), Of(rule.Judge(failed, empty, failed, failed)));
    }

    [Fact]
    public void Dissolution_as_discipline_is_proposed_by_two_thirds_and_decided_by_more_than_half()
    {
        Assert.True(VotingRule.DissolutionProposal.Judge(new Ballot(Meeting, 15, 15, 10)).IsPassed);
        Assert.False(VotingRule.DissolutionProposal.Judge(new Ballot(Meeting, 15, 15, 9)).IsPassed);
        Assert.True(VotingRule.DissolutionDecision.Judge(new Ballot(Meeting, 15, 15, 8)).IsPassed);
        Assert.False(VotingRule.DissolutionDecision.Judge(new Ballot(Meeting, 16, 16, 8)).IsPassed);
    }

    [Theory]
    [InlineData(12, 13, 1, "ballots[0]: votes_out_of_range")]
    [InlineData(12, 5, 6, "ballots[0]: votes_out_of_range")]
    [InlineData(-1, -1, -1, "ballots[0]: votes_out_of_range")]
    public void Votes_that_cannot_be_are_refused(int counted, int present, int votes, string expected) =>
        Assert.Equal(
            [expected],
            Codes(Assert.Throws<OrganizationInputException>(() => VotingRule.Decision.Judge(new Ballot(Meeting, counted, present, votes)))));

    [Fact]
    public void Votes_out_of_order_or_after_the_outcome_are_refused()
    {
        var passed = new Ballot(Meeting, 3, 3, 3);
        Assert.Equal(
            ["ballots[1].on: dates_out_of_order"],
            Codes(Assert.Throws<OrganizationInputException>(() => VotingRule.Decision.Judge(passed, passed with { On = Meeting.PlusDays(-1) }))));
        Assert.Equal(
            ["ballots[1]: ballot_after_outcome"],
            Codes(Assert.Throws<OrganizationInputException>(() => VotingRule.Decision.Judge(passed, passed))));
    }

    [Fact]
    public void A_threshold_is_met_exactly_as_fractions_say() => Gen.Select(Gen.Int[0, 9], Gen.Int[1, 9], Gen.Bool, Gen.Int[0, int.MaxValue], Gen.Double[0, 1])
        .Where((numerator, denominator, _, _, _) => numerator <= denominator)
        .Sample(
            (numerator, denominator, strict, of, share) =>
            {
                var threshold = new VotingThreshold(numerator, denominator, strict);
                int near = (int)Math.Min(of, Math.Floor(((double)of * numerator / denominator) + (share * 3) - 1));
                int votes = Math.Max(0, near);
                int sign = (new BigInteger(votes) * denominator).CompareTo(new BigInteger(of) * numerator);
                Assert.Equal(of > 0 && (strict ? sign > 0 : sign >= 0), threshold.IsMetBy(votes, of));
                if (threshold.FewestVotes(of) is int fewest)
                {
                    Assert.True(threshold.IsMetBy(fewest, of));
                    Assert.True(fewest == 0 || !threshold.IsMetBy(fewest - 1, of));
                }
                else
                {
                    Assert.False(threshold.IsMetBy(of, of));
                }
            },
            iter: 5000);

    [Fact]
    public void Thresholds_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new VotingThreshold(1, 0, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => new VotingThreshold(3, 2, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => new VotingThreshold(-1, 2, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => VotingThreshold.MoreThanHalf.IsMetBy(3, 2));
        Assert.Equal(("> 1/2", ">= 2/3"), (VotingThreshold.MoreThanHalf.ToString(), VotingThreshold.AtLeastTwoThirds.ToString()));
    }

    [Fact]
    public void The_base_of_every_date_is_counted_member_by_member()
    {
        Gen<Validity> periods = Gen.Select(Gen.Int[0, 5], Gen.Int[1, 5]).Select((f, l) => new Validity(Meeting.PlusDays(f), Meeting.PlusDays(f + l)));
        Gen<(int, ExclusionCause, Validity)> exclusion = Gen.Select(Gen.Int[0, 3], Gen.Enum<ExclusionCause>(), periods);
        Gen.Select(Gen.Select(Gen.Int[0, 3], periods).Array[0, 5], exclusion.Array[0, 4], Gen.Int[0, 3].Array[0, 3])
            .Sample(
                (members, exclusions, present) =>
                {
                    (string, Validity)[] distinct = [.. members
                        .Where((m, i) => !members[..i].Any(o => o.Item1 == m.Item1 && o.Item2.Overlaps(m.Item2))).Select(m => ("m" + m.Item1, m.Item2))];
                    MembershipExclusion[] known = [.. exclusions.Select(e => new MembershipExclusion("m" + e.Item1, "c", e.Item2, e.Item3))
                        .Where(e => distinct.Any(m => m.Item1 == e.PersonId && m.Item2.Overlaps(e.Validity)))];
                    var register = new OrganizationRegister(OrganizationRecords.Of(
                        [Unit("c")], memberships: distinct.Select(m => new Membership(m.Item1, "c", m.Item2)), exclusions: known));
                    string[] there = [.. present.Select(p => "m" + p)];
                    for (LocalDate day = Meeting; day < Meeting.PlusDays(11); day = day.PlusDays(1))
                    {
                        int expected = 0;
                        foreach (string person in Persons)
                        {
                            bool isMember = distinct.Any(m => m.Item1 == person && m.Item2.Contains(day));
                            bool isOut = known.Any(e => e.PersonId == person && e.Validity.Contains(day)
                                && (e.Cause != ExclusionCause.TemporaryTransfer || !there.Contains(person)));
                            expected += isMember && !isOut ? 1 : 0;
                        }

                        Assert.Equal(expected, register.VotingBaseOf("c", day, there).Count);
                    }
                },
                iter: 1000);
    }

    [Fact]
    public void Ties_hold_both_ways_between_their_dates_and_make_a_conflict_with_whom_the_case_concerns()
    {
        var register = new OrganizationRegister(OrganizationRecords.Of(
            [Unit("u")],
            relationships:
            [
                new Relationship("a", "b", RelationshipKind.Spouse, new Validity(null, Meeting)),
                new Relationship("a", "company", RelationshipKind.Shareholder, default),
            ]));

        Assert.Equal([RelationshipKind.Spouse], register.ConflictsOf("b", ["a"], Meeting.PlusDays(-1)).Select(r => r.Kind));
        Assert.Empty(register.ConflictsOf("b", ["a"], Meeting));
        Assert.Equal([RelationshipKind.Shareholder], register.ConflictsOf("a", ["x", "company"], Meeting).Select(r => r.Kind));
        Assert.Empty(register.ConflictsOf("a", ["a"], Meeting));
        Assert.Equal(2, register.RelationshipsOf("a", Meeting.PlusDays(-1)).Count);
        Assert.Empty(register.ConflictsOf("stranger", ["a"], Meeting));
    }

    private static (VoteOutcome Outcome, int Failed) Of(VoteResult result) => (result.Outcome, result.Failed);
}
