using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A refusal states its reason (từ chối phải nêu rõ lý do).</summary>
public sealed class RefusalStatesReason() : ComplianceRule<LoggedCaseFacts>(
    "CR-CAS-09",
    Severity.Error,
    new BilingualText("Từ chối không nêu lý do", "Refusal without reason"),
    LegalBasis.PartyProcedures("4"))
{
    private static readonly ReasonKind Breach = new(
        "refused_without_reason",
        "Từ chối hồ sơ (kết quả '{outcome}') nhưng không nêu lý do",
        "The case was refused (outcome '{outcome}') without a reason");

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.IsRefused);

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => c.File.OutcomeReason != null);

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject) => Breach.Because(Info.Basis, ("outcome", subject.File.Outcome!));
}
