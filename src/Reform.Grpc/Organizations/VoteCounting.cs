using NodaTime;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using Reform.Grpc.Rpc;
using Proto = Reform.Organizations.V1;

namespace Reform.Grpc.Organizations;

/// <summary>Counts votes against the voting base of the register.</summary>
internal static class VoteCounting
{
    private const int MostBallots = 100;
    private const int MostPresent = 10_000;

    public static Proto.CountVotesResponse Count(OrganizationRegister register, string unitId, Proto.CountVotesRequest request, Language language)
    {
        RequestFields.AtMost("ballots", request.Ballots.Count, MostBallots);
        VotingRule rule = RuleOf(request.Rule);
        var bases = new List<VotingBase>();
        var ballots = new List<Ballot>();
        for (int i = 0; i < request.Ballots.Count; i++)
        {
            Proto.BallotCount given = request.Ballots[i];
            string field = RequestFields.At("ballots", i);
            RequestFields.AtMost(field + ".present", given.Present.Count, MostPresent);
            LocalDate on = CivilTimes.RequiredDate(field + ".on", given.On);
            VotingBase counted = register.VotingBaseOf(unitId, on, given.Present);
            if (given.Present.Count > 0 && given.PresentCount != 0)
            {
                throw Refusal.InvalidField(field + ".present_count", "không dùng cùng với danh sách", "does not go together with the list");
            }

            int present = given.Present.Count > 0 ? counted.Members.Count(m => given.Present.Contains(m)) : given.PresentCount;
            bases.Add(counted);
            ballots.Add(new Ballot(on, counted.Count, present, given.InFavour));
        }

        VoteResult result = rule.Judge(ballots);
        return new Proto.CountVotesResponse
        {
            Outcome = (Proto.VoteOutcome)((int)result.Outcome + 1),
            Failed = result.Failed,
            Bases =
            {
                bases.Select(b => new Proto.VotingBase
                {
                    Count = b.Count,
                    Members = { b.Members },
                    Excluded = { b.Excluded.Select(OrganizationMapping.Exclusion) },
                    Needed = rule.Threshold.FewestVotes(b.Count) ?? 0,
                }),
            },
            Reasons = { result.Reasons.Select(r => ReasonMapping.ToProto(r, language)) },
        };
    }

    private static VotingRule RuleOf(Proto.VotingRuleKind kind) => kind switch
    {
        Proto.VotingRuleKind.Decision => VotingRule.Decision,
        Proto.VotingRuleKind.Proposal => VotingRule.Proposal,
        Proto.VotingRuleKind.Recognition => VotingRule.Recognition,
        Proto.VotingRuleKind.DissolutionProposal => VotingRule.DissolutionProposal,
        Proto.VotingRuleKind.DissolutionDecision => VotingRule.DissolutionDecision,
        Proto.VotingRuleKind.Unspecified => throw Refusal.RequiredField("rule"),
        _ => throw Refusal.InvalidField("rule", "không có giá trị này", "there is no such value"),
    };
}
