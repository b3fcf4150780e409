using Reform.Domain.Rules;

namespace Reform.Domain.Delegation;

/// <summary>The grant had not ended, was not suspended, revoked or lapsed when it was decided (chưa quá thời hạn ủy quyền).</summary>
public sealed class DecidedWithinTerm : DecisionRule
{
    /// <summary>The rule by the law of today.</summary>
    public DecidedWithinTerm()
        : this(DelegationLaw.Since2025("9", "14"))
    {
    }

    private DecidedWithinTerm(DelegationLaw law)
        : base("CR-DLG-03", Severity.Critical, DelegationTitles.Expired, law, AuthorityBreak.GrantExpired, AuthorityBreak.GrantSuspended, AuthorityBreak.Revoked, AuthorityBreak.Lapsed)
    {
    }

    /// <summary>The rule by the law before.</summary>
    public static DecidedWithinTerm Before2025 { get; } = new(DelegationLaw.Before2025("14"));
}
