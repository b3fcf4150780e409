using Reform.Domain.Rules;

namespace Reform.Domain.Delegation;

/// <summary>The grant was in force when it was decided (văn bản đã có hiệu lực).</summary>
public sealed class DecidedFromFirstDay : DecisionRule
{
    /// <summary>The rule by the law of today.</summary>
    public DecidedFromFirstDay()
        : this(DelegationLaw.Since2025("9", "14"))
    {
    }

    private DecidedFromFirstDay(DelegationLaw law)
        : base("CR-DLG-04", Severity.Critical, DelegationTitles.NotYetInForce, law, AuthorityBreak.GrantNotYetInForce)
    {
    }

    /// <summary>The rule by the law before.</summary>
    public static DecidedFromFirstDay Before2025 { get; } = new(DelegationLaw.Before2025("14"));
}
