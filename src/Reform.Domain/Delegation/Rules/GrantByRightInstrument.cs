using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>The kind of document can make the grant by the law of its first day (đúng hình thức văn bản giao quyền).</summary>
public sealed class GrantByRightInstrument() : GrantRule("CR-DLG-09", Severity.Critical, DelegationTitles.WrongInstrument, DelegationLaw.Instruments)
{
    private static readonly ReasonKind Breach = new(
        "grant_by_wrong_instrument",
        "Việc giao quyền '{grant}' của {grantor} cho {grantee} từ ngày {on} không được làm bằng loại văn bản này",
        "The grant '{grant}' of {grantor} to {grantee} from {on} cannot be made by a document of this kind");

    /// <inheritdoc/>
    protected override Specification<GrantFacts> AppliesWhen => Where(g => g.Kind != GrantKind.Assignment && g.AsksForInstrument != false);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<GrantFacts>> Needs =>
    [
        Law,
        new("instrument_kind", new BilingualText("loại văn bản giao quyền", "the kind of the instrument"), Where(g => g.AsksForInstrument == null || g.IsInstrumentRight != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<GrantFacts> Requires => Where(g => g.IsInstrumentRight == true);

    private protected override ReasonKind Kind => Breach;
}
