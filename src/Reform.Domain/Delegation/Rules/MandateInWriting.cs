using Reform.Domain.Explanations;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;

namespace Reform.Domain.Delegation;

/// <summary>A mandate is given in writing (ủy quyền bằng văn bản).</summary>
public sealed class MandateInWriting : GrantRule
{
    private static readonly ReasonKind Breach = new(
        "mandate_not_in_writing",
        "Việc giao quyền '{grant}' của {grantor} cho {grantee} từ ngày {on} không bằng văn bản",
        "The grant '{grant}' of {grantor} to {grantee} from {on} was not made in writing");

    /// <summary>The rule by the law of today.</summary>
    public MandateInWriting()
        : this(DelegationLaw.Since2025("9", "14"))
    {
    }

    private MandateInWriting(DelegationLaw law)
        : base("CR-DLG-01", Severity.Critical, DelegationTitles.NotInWriting, law)
    {
    }

    /// <summary>The rule by the law before.</summary>
    public static MandateInWriting Before2025 { get; } = new(DelegationLaw.Before2025("14"));

    /// <inheritdoc/>
    protected override Specification<GrantFacts> AppliesWhen => Where(g => g.Kind == GrantKind.Mandate && g.System != OrganizationSystem.Party);

    /// <inheritdoc/>
    protected override Specification<GrantFacts> Requires => Where(g => g.IsWritten);

    private protected override ReasonKind Kind => Breach;
}
