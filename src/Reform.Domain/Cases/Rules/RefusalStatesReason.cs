using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A refusal states its reason (từ chối phải nêu rõ lý do).</summary>
internal sealed class RefusalStatesReason(InForce law) : LoggedCaseRule(
    "CR-CAS-09",
    Severity.Error,
    new BilingualText("Từ chối không nêu lý do", "Refusal without reason"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "refused_without_reason",
        "Từ chối hồ sơ (kết quả '{outcome}') nhưng không nêu lý do",
        "The case was refused (outcome '{outcome}') without a reason");

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.IsRefused);

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => c.OutcomeReason != null);

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject) => Breach.Because(Info.Basis, ("outcome", Told.Of(subject.Outcome)));

    /// <summary>The rule in each period in which a law says so, as over case files.</summary>
    public static IEnumerable<ComplianceRule<LoggedCaseFacts>> InEveryPeriod => new[] { CaseLaw.PartyProcedures("4(1), 4(6)") }.Select(l => new RefusalStatesReason(l));
}
