using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;

namespace Reform.Domain.Delegation;

/// <summary>The law lets the power be passed on by this kind of grant (thẩm quyền được phép giao).</summary>
public sealed class PowerIsDelegable() : GrantRule("CR-DLG-18", Severity.Critical, DelegationTitles.NonDelegable, DelegationLaw.Since2025("9", "14"))
{
    private static readonly ReasonKind Breach = new(
        "granted_power_not_delegable",
        "Việc giao quyền '{grant}' của {grantor} cho {grantee} từ ngày {on} giao thẩm quyền mà pháp luật không cho giao",
        "The grant '{grant}' of {grantor} to {grantee} from {on} gives a power that the law does not let be passed on");

    /// <inheritdoc/>
    protected override Specification<GrantFacts> Requires => Where(g => g.IsDelegable);

    private protected override ReasonKind Kind => Breach;
}
