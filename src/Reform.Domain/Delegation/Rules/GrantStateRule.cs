using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>How a grant has to stand on a date (tình trạng của việc giao quyền).</summary>
public abstract class GrantStateRule : ComplianceRule<GrantStateFacts>
{
    private readonly Validity validity;

    private protected GrantStateRule(string code, Severity severity, BilingualText title, DelegationLaw law)
        : base(code, severity, title, law.Basis) => validity = law.Validity;

    /// <inheritdoc/>
    protected override Validity Validity => validity;
}
