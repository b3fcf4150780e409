using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A refusal states its reason and its basis (từ chối phải nêu lý do, căn cứ).</summary>
internal sealed class RefusalIsGrounded(InForce law) : CaseFileRule(
    "CR-CAS-09",
    Severity.Error,
    new BilingualText("Từ chối không nêu lý do", "Refusal without reason"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "refusal_not_grounded", "Từ chối ngày {ended}, không đạt yêu cầu: {broken}", "Refused on {ended}; not met: {broken}");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => Where(c => c.Outcome == CaseOutcome.Refused);

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => All(Conditions);

    /// <inheritdoc/>
    protected override IEnumerable<Condition<CaseFacts>> Conditions =>
    [
        new(
            "has_reason",
            new BilingualText("có nêu lý do", "it states its reason"),
            Where(c => c.RefusalHasReason == true),
            Known(nameof(CaseFacts.RefusalHasReason), c => c.RefusalHasReason != null)),
        new(
            "has_basis",
            new BilingualText("có nêu căn cứ", "it states its basis"),
            Where(c => c.RefusalHasBasis == true),
            Known(nameof(CaseFacts.RefusalHasBasis), c => c.RefusalHasBasis != null)),
    ];

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("ended", Told(subject.EndedOn)), ("broken", Broken(subject)));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => new[] { CaseLaw.PartyProcedures("4(1), 4(6)") }.Select(l => new RefusalIsGrounded(l));
}
