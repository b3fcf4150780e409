using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;


/// <summary>Who decentralised or devolved a power does not decide by it (đã phân cấp thì không giải quyết).</summary>
public sealed class GrantorNoLongerDecides() : ComplianceRule<GrantorFacts>(
    "CR-DLG-17", Severity.Error, DelegationTitles.GrantorStillDecides, Law.Basis)
{
    private static readonly DelegationLaw Law = new(LegalBasis.LocalGovernment("13"), new Validity(new LocalDate(2025, 6, 16), null));

    private static readonly ReasonKind Breach = new(
        "grantor_decides_after_giving_away",
        "{actor} đã giao thẩm quyền '{power}' nhưng vẫn ký {count} trong {all} quyết định",
        "{actor} had given the power '{power}' away and still made {count} of {all} decision(s)");

    /// <inheritdoc/>
    protected override Validity Validity => Law.Validity;

    /// <inheritdoc/>
    protected override IEnumerable<Fact<GrantorFacts>> Needs =>
    [
        new(
            "authority_facts",
            new BilingualText("dữ kiện để kết luận về thẩm quyền", "what the authority register needs to decide"),
            Where(g => g.AfterGivenAway > 0 || g.Undecided == 0)),
    ];

    /// <inheritdoc/>
    protected override Specification<GrantorFacts> Requires => Where(g => g.AfterGivenAway == 0);

    /// <inheritdoc/>
    protected override Reason Because(GrantorFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(
            Info.Basis, ("actor", subject.ActorId), ("power", subject.PowerId), ("count", subject.AfterGivenAway), ("all", subject.Decisions));
    }
}
