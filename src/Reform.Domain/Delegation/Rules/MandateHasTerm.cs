using Reform.Domain.Explanations;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;

namespace Reform.Domain.Delegation;

/// <summary>A mandate is given for a time (ủy quyền có thời hạn).</summary>
public sealed class MandateHasTerm : GrantRule
{
    private static readonly ReasonKind Breach = new(
        "mandate_without_term",
        "Việc giao quyền '{grant}' của {grantor} cho {grantee} từ ngày {on} không xác định thời hạn",
        "The grant '{grant}' of {grantor} to {grantee} from {on} has no end");

    /// <summary>The rule by the law of today.</summary>
    public MandateHasTerm()
        : this(DelegationLaw.Since2025("9", "14"))
    {
    }

    private MandateHasTerm(DelegationLaw law)
        : base("CR-DLG-02", Severity.Error, DelegationTitles.NoTerm, law)
    {
    }

    /// <summary>The rule by the law before.</summary>
    public static MandateHasTerm Before2025 { get; } = new(DelegationLaw.Before2025("14"));

    /// <inheritdoc/>
    protected override Specification<GrantFacts> AppliesWhen => Where(g => g.Kind == GrantKind.Mandate && g.System != OrganizationSystem.Party);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<GrantFacts>> Needs => [Law];

    /// <inheritdoc/>
    protected override Specification<GrantFacts> Requires => Where(g => g.HasTerm);

    private protected override ReasonKind Kind => Breach;
}
