using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>The one who decided was competent, as far as some causes of a broken chain of authority go (quyết định đúng thẩm quyền).</summary>
/// <remarks>Of a decision by law, without any grant, the rules about grants say that they do not apply. Where the register cannot tell, no rule does.</remarks>
public abstract class DecisionRule : ComplianceRule<DecisionFacts>
{
    internal static readonly ReasonKind Breach = new(
        "decided_without_authority",
        "Ngày {on}, {actor} quyết định khi không có thẩm quyền: {why}",
        "On {on}, {actor} decided without authority: {why}");

    private readonly ValueList<AuthorityBreak> causes;
    private readonly Validity validity;

    private protected DecisionRule(string code, Severity severity, BilingualText title, DelegationLaw law, params AuthorityBreak[] causes)
        : base(code, severity, title, law.Basis)
    {
        this.causes = causes.ToValueList();
        validity = law.Validity;
    }

    /// <inheritdoc/>
    protected override Validity Validity => validity;

    /// <inheritdoc/>
    protected override Specification<DecisionFacts> AppliesWhen => Where(d => !d.IsByLaw);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<DecisionFacts>> Needs => DecisionFact.All;

    /// <inheritdoc/>
    protected override Specification<DecisionFacts> Requires =>
        causes.Select(cause => Where(d => d.Break != cause)).Aggregate((all, one) => all & one);

    /// <inheritdoc/>
    protected override Reason Because(DecisionFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        string code = AuthorityReasons.CodeOf(subject.Break);
        var why = new BilingualText(subject.WhyVietnamese ?? code, subject.WhyEnglish ?? code);
        return Breach.Because(Info.Basis, ("on", subject.DecidedOn), ("actor", subject.ActorId), ("why", why));
    }
}
