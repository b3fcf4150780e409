using Reform.Domain.Rules;

namespace Reform.Domain.Delegation;

/// <summary>No power was used that had been passed on although it may not be (không ủy quyền lại).</summary>
public sealed class DecidedWithoutSubdelegation : DecisionRule
{
    /// <summary>The rule by the law of today.</summary>
    public DecidedWithoutSubdelegation()
        : this(DelegationLaw.Since2025("9", "14"))
    {
    }

    private DecidedWithoutSubdelegation(DelegationLaw law)
        : base("CR-DLG-07", Severity.Critical, DelegationTitles.SubDelegation, law, AuthorityBreak.SubdelegationForbidden)
    {
    }

    /// <summary>The rule by the law before.</summary>
    public static DecidedWithoutSubdelegation Before2025 { get; } = new(DelegationLaw.Before2025("14"));
}
