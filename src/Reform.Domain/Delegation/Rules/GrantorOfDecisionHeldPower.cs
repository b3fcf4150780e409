using Reform.Domain.Rules;

namespace Reform.Domain.Delegation;

/// <summary>Whoever granted the power held it, when granting and when it was decided (bên giao có thẩm quyền).</summary>
public sealed class GrantorOfDecisionHeldPower : DecisionRule
{
    /// <summary>The rule by the law of today.</summary>
    public GrantorOfDecisionHeldPower()
        : this(DelegationLaw.Since2025("9", "14"))
    {
    }

    private GrantorOfDecisionHeldPower(DelegationLaw law)
        : base("CR-DLG-06", Severity.Critical, DelegationTitles.GrantorLackedPower, law, AuthorityBreak.GrantorLackedPower, AuthorityBreak.GrantorLostPower)
    {
    }

    /// <summary>The rule by the law before.</summary>
    public static GrantorOfDecisionHeldPower Before2025 { get; } = new(DelegationLaw.Before2025("14"));
}
