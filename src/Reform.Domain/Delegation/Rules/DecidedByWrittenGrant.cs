using Reform.Domain.Rules;

namespace Reform.Domain.Delegation;

/// <summary>The power was passed on in writing (ủy quyền bằng văn bản).</summary>
public sealed class DecidedByWrittenGrant : DecisionRule
{
    /// <summary>The rule by the law of today.</summary>
    public DecidedByWrittenGrant()
        : this(DelegationLaw.Since2025("9", "14"))
    {
    }

    private DecidedByWrittenGrant(DelegationLaw law)
        : base("CR-DLG-01", Severity.Critical, DelegationTitles.NotInWriting, law, AuthorityBreak.NoWrittenInstrument)
    {
    }

    /// <summary>The rule by the law before.</summary>
    public static DecidedByWrittenGrant Before2025 { get; } = new(DelegationLaw.Before2025("14"));
}
