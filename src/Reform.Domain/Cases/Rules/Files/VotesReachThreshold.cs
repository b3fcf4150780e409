using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>What a collective decides has the votes that it needs (biểu quyết đủ tỉ lệ).</summary>
internal sealed class VotesReachThreshold(InForce law) : CaseFileRule(
    "CR-CAS-18",
    Severity.Critical,
    new BilingualText("Biểu quyết không đủ tỉ lệ", "Vote below threshold"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "votes_below_threshold",
        "Quyết định ngày {ended} dù {count} bước biểu quyết không đủ tỉ lệ",
        "Decided on {ended} although the vote of {count} step(s) missed its threshold");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => IsDecided & Where(c => c.VotesExpected > 0);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CaseFacts>> Needs => [Known(nameof(CaseFacts.VotesMissing), c => c.VotesBelowThreshold > 0 || c.VotesMissing == 0)];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => Where(c => c.VotesBelowThreshold == 0);

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("ended", Told(subject.EndedOn)), ("count", subject.VotesBelowThreshold));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => CaseLaw.CharterOr("9.3", ProgrammeWords.StandardProcesses).Select(l => new VotesReachThreshold(l));
}
