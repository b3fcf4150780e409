using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Nobody decides a case of their own, or of one to whom a relation is declared (không tự giải quyết hồ sơ của mình).</summary>
internal sealed class DeciderIsUnrelated(InForce law) : CaseFileRule(
    "CR-CAS-12",
    Severity.Warning,
    new BilingualText("Xung đột lợi ích", "Conflict of interest"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "decider_is_related", "Người quyết định: không đạt yêu cầu: {broken}", "Of who decided this is not met: {broken}");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => IsResolved;

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => All(Conditions);

    /// <inheritdoc/>
    protected override IEnumerable<Condition<CaseFacts>> Conditions =>
    [
        new(
            "not_own_case",
            new BilingualText("không phải người yêu cầu", "not the requester"),
            Where(c => c.DecidedBy != c.Requester),
            Known(nameof(CaseFacts.DecidedBy), c => c.DecidedBy != null)),
        new("no_relation", new BilingualText("không có quan hệ đã khai với người yêu cầu", "no declared relation to the requester"), Where(c => c.DeclaredRelation == null)),
    ];

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("broken", Broken(subject)));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => new[] { CaseLaw.Always(ProgrammeWords.NoCorruption) }.Select(l => new DeciderIsUnrelated(l));
}
