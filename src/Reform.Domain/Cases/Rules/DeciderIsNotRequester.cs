using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Nobody decides a case of their own (không tự giải quyết hồ sơ của mình).</summary>
public sealed class DeciderIsNotRequester() : ComplianceRule<LoggedCaseFacts>(
    "CR-CAS-12",
    Severity.Warning,
    new BilingualText("Xung đột lợi ích", "Conflict of interest"),
    LegalBasis.Programme72("chống tham nhũng, tiêu cực", "against corruption and misconduct"))
{
    private static readonly ReasonKind Breach = new(
        "decider_is_requester",
        "Người quyết định cũng là người yêu cầu: {account}",
        "The one who decided is the requester: {account}");

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.IsDecided);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LoggedCaseFacts>> Needs => [CaseFact.Requester, CaseFact.DecisionResource];

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => c.DecidedBy != c.Requester);

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject) => Breach.Because(Info.Basis, ("account", Told.Of(subject.Requester)));
}
