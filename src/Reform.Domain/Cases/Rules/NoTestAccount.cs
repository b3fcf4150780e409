using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>No test account works on a case or answers for it (không dùng tài khoản thử nghiệm).</summary>
public sealed class NoTestAccount() : ComplianceRule<LoggedCaseFacts>(
    "CR-CAS-32",
    Severity.Warning,
    new BilingualText("Tài khoản thử nghiệm trong hồ sơ thật", "Test account in a real case"),
    LegalBasis.Programme72("ý thức trách nhiệm", "a sense of responsibility"))
{
    private static readonly ReasonKind Breach = new(
        "test_account",
        "Có tài khoản thử nghiệm: {accounts}",
        "A test account occurs: {accounts}");

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.KnowsTestAccounts);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LoggedCaseFacts>> Needs => [CaseFact.EventResources];

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => c.TestAccounts == null);

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject) => Breach.Because(Info.Basis, ("accounts", Told.Of(subject.TestAccounts)));
}
