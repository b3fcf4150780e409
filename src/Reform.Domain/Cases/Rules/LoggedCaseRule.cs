using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A rule over cases of an event log, in one of the periods in which a law says so.</summary>
internal abstract class LoggedCaseRule(string code, Severity severity, BilingualText title, InForce law)
    : ComplianceRule<LoggedCaseFacts>(code, severity, title, law.Basis)
{
    /// <inheritdoc/>
    protected sealed override Validity Validity => law.Validity;
}
