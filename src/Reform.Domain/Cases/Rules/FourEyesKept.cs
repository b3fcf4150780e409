using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Activities that two people must do were not done by one (nguyên tắc bốn mắt).</summary>
public sealed class FourEyesKept() : ComplianceRule<LoggedCaseFacts>(
    "CR-CAS-29",
    Severity.Critical,
    new BilingualText("Vi phạm nguyên tắc bốn mắt", "Four eyes broken"),
    LegalBasis.Programme72("chống tham nhũng, tiêu cực", "against corruption and misconduct"))
{
    private static readonly ReasonKind Breach = new(
        "four_eyes_broken",
        "Cùng một người ({accounts}) làm cả '{first}' và '{second}'",
        "The same person ({accounts}) did both '{first}' and '{second}'");

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.NeedsFourEyes);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LoggedCaseFacts>> Needs => [CaseFact.FourEyesResources];

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => c.FourEyesAccounts == null);

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject) => Breach.Because(
        Info.Basis, ("accounts", Told.Of(subject.FourEyesAccounts)), ("first", Told.Of(subject.FourEyesFirst)), ("second", Told.Of(subject.FourEyesSecond)));
}
