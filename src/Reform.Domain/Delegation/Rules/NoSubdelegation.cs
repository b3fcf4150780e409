using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;

namespace Reform.Domain.Delegation;

/// <summary>A power that may not be passed on is not passed on (không ủy quyền lại).</summary>
public sealed class NoSubdelegation : GrantRule
{
    private static readonly ReasonKind Breach = new(
        "subdelegated_grant",
        "Việc giao quyền '{grant}' của {grantor} cho {grantee} từ ngày {on} là ủy quyền lại, không được phép",
        "The grant '{grant}' of {grantor} to {grantee} from {on} passes on what may not be passed on");

    /// <summary>The rule by the law of today.</summary>
    public NoSubdelegation()
        : this(DelegationLaw.Since2025("9", "14"))
    {
    }

    private NoSubdelegation(DelegationLaw law)
        : base("CR-DLG-07", Severity.Critical, DelegationTitles.SubDelegation, law)
    {
    }

    /// <summary>The rule by the law before.</summary>
    public static NoSubdelegation Before2025 { get; } = new(DelegationLaw.Before2025("14"));

    /// <inheritdoc/>
    protected override Specification<GrantFacts> AppliesWhen => Where(g => g.Kind != GrantKind.Assignment && g.IsPassedOn);

    /// <inheritdoc/>
    protected override Specification<GrantFacts> Requires => Where(g => !g.IsSubdelegation);

    private protected override ReasonKind Kind => Breach;
}
