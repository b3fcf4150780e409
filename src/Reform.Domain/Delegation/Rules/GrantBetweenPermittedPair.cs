using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>The law of its first day lets the grantor grant to the grantee (cặp chủ thể được phép).</summary>
public sealed class GrantBetweenPermittedPair() : GrantRule("CR-DLG-08", Severity.Critical, DelegationTitles.PairNotAllowed, DelegationLaw.Pairs)
{
    private static readonly ReasonKind Breach = new(
        "grant_pair_not_allowed",
        "Việc giao quyền '{grant}' của {grantor} cho {grantee} từ ngày {on} không thuộc các cặp chủ thể được phép",
        "The grant '{grant}' of {grantor} to {grantee} from {on} is not between two whom the law names");

    /// <inheritdoc/>
    protected override Specification<GrantFacts> AppliesWhen => Where(g => g.Kind != GrantKind.Assignment && g.AsksForPair != false);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<GrantFacts>> Needs =>
    [
        Law,
        new("pair", new BilingualText("quy định đầy đủ về cặp chủ thể", "the whole list of who may grant to whom"), Where(g => g.AsksForPair == null || g.IsPairAllowed != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<GrantFacts> Requires => Where(g => g.IsPairAllowed == true);

    private protected override ReasonKind Kind => Breach;
}
