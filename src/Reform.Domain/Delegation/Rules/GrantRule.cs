using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>A grant was lawful when it was made, in one respect (việc giao quyền đúng pháp luật). The giving of a task alone is no grant of power.</summary>
public abstract class GrantRule : ComplianceRule<GrantFacts>
{
    private readonly Validity validity;

    private protected GrantRule(string code, Severity severity, BilingualText title, DelegationLaw law)
        : base(code, severity, title, law.Basis) => validity = law.Validity;

    /// <inheritdoc/>
    protected override Validity Validity => validity;

    /// <inheritdoc/>
    protected override Specification<GrantFacts> AppliesWhen => Where(g => g.Kind != GrantKind.Assignment);

    private protected abstract ReasonKind Kind { get; }

    private protected static Fact<GrantFacts> Law { get; } = new(
        "law", new BilingualText("quy định pháp luật áp dụng cho việc giao quyền", "the law by which the grant is judged"), Where(g => g.IsLawKnown));

    /// <inheritdoc/>
    protected override Reason Because(GrantFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Kind.Because(Info.Basis, ("grant", subject.GrantId), ("grantor", subject.GrantorId), ("grantee", subject.GranteeId), ("on", subject.StartsOn));
    }
}
