using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>
/// What a collective decides was passed by it (quyết định tập thể hợp lệ): a meeting with its quorum, a vote that reached its share, and nobody alone
/// in its place. The shares are those of <see cref="VotingRule"/>.
/// </summary>
public sealed class DecidedByValidVote() : ComplianceRule<DecisionFacts>(
    "CR-DLG-12", Severity.Critical, DelegationTitles.InvalidVote, LegalBasis.Programme72("dân chủ", "democracy"))
{
    private static readonly ReasonKind Alone = new(
        "one_in_place_of_collective",
        "Ngày {on}, {actor} một mình quyết định việc thuộc thẩm quyền của tập thể",
        "On {on}, {actor} alone decided what a collective has to decide");

    private static readonly ReasonKind NotPassed = new(
        "collective_decision_not_passed",
        "Quyết định tập thể ngày {on} không hợp lệ: {outcome}",
        "The collective decision of {on} is not valid: {outcome}");

    private static readonly Dictionary<VoteOutcome, BilingualText> Outcomes = new()
    {
        [VoteOutcome.NotPassed] = new("không thông qua", "not passed"),
        [VoteOutcome.NoQuorum] = new("không đủ số người dự", "no quorum"),
        [VoteOutcome.Escalated] = new("đã chuyển cấp trên xem xét", "went to the superior"),
    };

    /// <inheritdoc/>
    protected override Specification<DecisionFacts> AppliesWhen => Where(d => d.IsCollectivePower);

    /// <inheritdoc/>
    protected override Specification<DecisionFacts> Requires => Where(d => !d.IsOneForCollective && d.Vote == VoteOutcome.Passed);

    /// <inheritdoc/>
    protected override IEnumerable<Condition<DecisionFacts>> Conditions =>
    [
        new("body_decides", new BilingualText("tập thể quyết định", "the collective decides"), Where(d => !d.IsOneForCollective)),
        new(
            "vote_passed",
            new BilingualText("biểu quyết đạt tỉ lệ", "the vote reaches its share"),
            Where(d => d.Vote == VoteOutcome.Passed),
            new Fact<DecisionFacts>("vote", new BilingualText("kết quả biểu quyết", "the vote"), Where(d => d.Vote != null))),
    ];

    /// <inheritdoc/>
    protected override Reason Because(DecisionFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.IsOneForCollective
            ? Alone.Because(Info.Basis, ("on", subject.DecidedOn), ("actor", subject.ActorId))
            : NotPassed.Because(Info.Basis, ("on", subject.DecidedOn), ("outcome", Outcomes[subject.Vote!.Value]));
    }
}
