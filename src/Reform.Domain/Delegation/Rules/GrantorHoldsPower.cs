using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;

namespace Reform.Domain.Delegation;

/// <summary>Whoever grants a power holds it on the first day of the grant (bên giao có thẩm quyền).</summary>
public sealed class GrantorHoldsPower : GrantRule
{
    private static readonly ReasonKind Breach = new(
        "grantor_lacked_power_at_grant",
        "Việc giao quyền '{grant}' của {grantor} cho {grantee} từ ngày {on} không có giá trị: bên giao không có thẩm quyền",
        "The grant '{grant}' of {grantor} to {grantee} from {on} is void: the grantor did not hold the power");

    /// <summary>The rule by the law of today.</summary>
    public GrantorHoldsPower()
        : this(DelegationLaw.Since2025("9", "14"))
    {
    }

    private GrantorHoldsPower(DelegationLaw law)
        : base("CR-DLG-06", Severity.Critical, DelegationTitles.GrantorLackedPower, law)
    {
    }

    /// <summary>The rule by the law before.</summary>
    public static GrantorHoldsPower Before2025 { get; } = new(DelegationLaw.Before2025("14"));

    /// <inheritdoc/>
    protected override Specification<GrantFacts> Requires => Where(g => g.GrantorHeldPower);

    private protected override ReasonKind Kind => Breach;
}
