using System.Globalization;
using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>What a collective decision needs (quy tắc biểu quyết).</summary>
/// <param name="Threshold">The share of the voting base that has to be in favour.</param>
/// <param name="Basis">The law.</param>
public sealed record VotingRule(VotingThreshold Threshold, LegalBasis Basis)
{
    private static readonly ReasonKind PassedKind = new(
        "vote_passed",
        "Thông qua ngày {on}: {votes} phiếu thuận trên {base} người, cần {threshold}",
        "Passed on {on}: {votes} in favour of a base of {base}, needs {threshold}");

    private static readonly ReasonKind NotPassedKind = new(
        "vote_not_passed",
        "Không thông qua ngày {on}: {votes} phiếu thuận trên {base} người, cần {threshold}",
        "Not passed on {on}: {votes} in favour of a base of {base}, needs {threshold}");

    private static readonly ReasonKind NoQuorumKind = new(
        "no_quorum",
        "Cuộc họp ngày {on} không đủ số người dự: {present} trên {base} người, cần {quorum}",
        "The meeting on {on} had no quorum: {present} of a base of {base}, needs {quorum}");

    private static readonly ReasonKind NoBallotKind = new(
        "no_ballot", "Chưa biểu quyết: quyết định tập thể phải do tập thể biểu quyết", "No vote was taken: a collective decision needs one");

    private static readonly ReasonKind EscalatedKind = new(
        "vote_escalated",
        "Đã biểu quyết {times} lần không đạt: báo cáo cấp trên trực tiếp xem xét, không coi là từ chối",
        "Voted {times} times without reaching it: goes to the immediate superior, and is not refused");

    /// <summary>A decision of a collective: more than half (Regulation 294-QĐ/TW, 9.3.4).</summary>
    public static VotingRule Decision { get; } = new(VotingThreshold.MoreThanHalf, Regulation294("9.3.4"));

    /// <summary>The lower level proposes admission, recognition, removal or expulsion: at least two thirds (Regulation 294-QĐ/TW, 9.3.4).</summary>
    public static VotingRule Proposal { get; } = new(VotingThreshold.AtLeastTwoThirds, Regulation294("9.3.4"));

    /// <summary>
    /// The lower level proposes recognition as an official member: at least two thirds; after three votes without them the matter goes to the
    /// superior (Regulation 294-QĐ/TW, 4.2.3).
    /// </summary>
    public static VotingRule Recognition { get; } = new(VotingThreshold.AtLeastTwoThirds, Regulation294("4.2.3")) { EscalatesAfter = 3 };

    /// <summary>The immediate superior proposes dissolution as discipline: at least two thirds (Regulation 294-QĐ/TW, 9.3.5).</summary>
    public static VotingRule DissolutionProposal { get; } = new(VotingThreshold.AtLeastTwoThirds, Regulation294("9.3.5"));

    /// <summary>The level above the immediate superior decides dissolution as discipline: more than half (Regulation 294-QĐ/TW, 9.3.5).</summary>
    public static VotingRule DissolutionDecision { get; } = new(VotingThreshold.MoreThanHalf, Regulation294("9.3.5"));

    /// <summary>The share of the voting base that has to be present; null: none is asked for.</summary>
    public VotingThreshold? Quorum { get; init; }

    /// <summary>The number of votes without success after which the matter goes to the superior, at least 1; null: it never does.</summary>
    public int? EscalatesAfter { get; init; }

    /// <summary>Judges the votes that were taken on one matter.</summary>
    /// <remarks>A meeting without quorum takes no vote: it does not count among those without success.</remarks>
    /// <param name="ballots">The votes, in the order of time.</param>
    /// <returns>The result; that no vote was taken is one.</returns>
    /// <exception cref="OrganizationInputException">
    /// A number is out of range (votes_out_of_range), the votes are not in the order of time (dates_out_of_order), or one follows after the
    /// matter was passed or went to the superior (ballot_after_outcome).
    /// </exception>
    public VoteResult Judge(params IEnumerable<Ballot> ballots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ValueList<Ballot> all = ballots.ToValueList();
        Check(all);
        var reasons = new List<Reason>();
        VoteOutcome outcome = VoteOutcome.NotPassed;
        int failed = 0;
        for (int i = 0; i < all.Count; i++)
        {
            if (outcome is VoteOutcome.Passed or VoteOutcome.Escalated)
            {
                throw OrganizationInputException.Of(
                    "ballot_after_outcome", At(i), "việc đã được quyết định ở lần biểu quyết trước", "the matter was settled by the vote before");
            }

            outcome = Judge(all[i], reasons);
            failed += outcome == VoteOutcome.NotPassed ? 1 : 0;
            if (outcome == VoteOutcome.NotPassed && failed >= EscalatesAfter)
            {
                outcome = VoteOutcome.Escalated;
                reasons.Add(EscalatedKind.Because(Basis, ("times", failed)));
            }
        }

        if (all.Count == 0)
        {
            reasons.Add(NoBallotKind.Because(Basis));
        }

        return new VoteResult(outcome, failed, reasons.ToValueList());
    }

    private VoteOutcome Judge(Ballot ballot, List<Reason> reasons)
    {
        if (Quorum is VotingThreshold quorum && !quorum.IsMetBy(ballot.Present, ballot.Base))
        {
            reasons.Add(NoQuorumKind.Because(Basis, ("on", ballot.On), ("present", ballot.Present), ("base", ballot.Base), ("quorum", quorum.ToString())));
            return VoteOutcome.NoQuorum;
        }

        bool passed = Threshold.IsMetBy(ballot.InFavour, ballot.Base);
        reasons.Add((passed ? PassedKind : NotPassedKind).Because(
            Basis, ("on", ballot.On), ("votes", ballot.InFavour), ("base", ballot.Base), ("threshold", Threshold.ToString())));
        return passed ? VoteOutcome.Passed : VoteOutcome.NotPassed;
    }

    private static void Check(ValueList<Ballot> ballots)
    {
        var problems = new List<OrganizationProblem>();
        for (int i = 0; i < ballots.Count; i++)
        {
            Ballot ballot = ballots[i];
            if (ballot.Base < 0 || ballot.Present < 0 || ballot.InFavour < 0 || ballot.Present > ballot.Base || ballot.InFavour > ballot.Present)
            {
                problems.Add(new("votes_out_of_range", At(i), new BilingualText(
                    "phải có 0 <= số phiếu thuận <= số người dự <= số người để tính", "it has to be that 0 <= in favour <= present <= base")));
            }

            if (i > 0 && ballot.On < ballots[i - 1].On)
            {
                problems.Add(new("dates_out_of_order", At(i) + ".on", new BilingualText(
                    "các lần biểu quyết phải theo thứ tự thời gian", "votes stand in the order of time")));
            }
        }

        if (problems.Count > 0)
        {
            throw new OrganizationInputException(problems);
        }
    }

    private static string At(int index) => "ballots[" + index.ToString(CultureInfo.InvariantCulture) + "]";

    private static LegalBasis Regulation294(string clause) =>
        new(new BilingualText("Quy định 294-QĐ/TW, khoản " + clause, "Regulation 294-QĐ/TW, " + clause));
}

/// <summary>One vote of a collective (một lần biểu quyết).</summary>
/// <param name="On">The date.</param>
/// <param name="Base">The voting base: those who count, see <see cref="VotingBase"/>; at least 0.</param>
/// <param name="Present">How many of them are present, from 0 to <paramref name="Base"/>.</param>
/// <param name="InFavour">How many vote in favour, from 0 to <paramref name="Present"/>.</param>
public sealed record Ballot(LocalDate On, int Base, int Present, int InFavour);

/// <summary>What came of the votes on a matter (kết quả biểu quyết).</summary>
public enum VoteOutcome
{
    /// <summary>Not passed, or not voted on (không thông qua).</summary>
    NotPassed = 0,

    /// <summary>Passed (thông qua).</summary>
    Passed = 1,

    /// <summary>The last meeting had no quorum (không đủ số người dự).</summary>
    NoQuorum = 2,

    /// <summary>Goes to the superior, after as many votes without success as the rule says; not refused (báo cáo cấp trên).</summary>
    Escalated = 3,
}

/// <summary>The result of the votes on a matter.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Failed">How many votes were without success.</param>
/// <param name="Reasons">Why, vote by vote; at least one.</param>
public sealed record VoteResult(VoteOutcome Outcome, int Failed, ValueList<Reason> Reasons)
{
    /// <summary>Whether the decision is valid.</summary>
    public bool IsPassed => Outcome == VoteOutcome.Passed;
}
