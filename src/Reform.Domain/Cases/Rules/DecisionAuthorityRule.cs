using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>
/// The one who decided a case held the power on that date: fails for some causes of a broken chain of authority. A decision is judged by the law of
/// its own date, whenever the case was received.
/// </summary>
public abstract class DecisionAuthorityRule : ComplianceRule<LoggedCaseFacts>
{
    private readonly ValueList<DelegationLaw> laws;
    private readonly ValueList<AuthorityBreak> causes;

    private protected DecisionAuthorityRule(string code, BilingualText title, DelegationLaw[] laws, params AuthorityBreak[] causes)
        : base(code, Severity.Critical, title, laws[^1].Basis) => (this.laws, this.causes) = (laws.ToValueList(), causes.ToValueList());

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.HasAuthorityRegister && c.IsDecided)
        & laws.Select(l => DecidedIn(l.Validity)).Aggregate(Where(c => c.DecidedOn == null), (one, other) => one | other);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LoggedCaseFacts>> Needs => [CaseFact.DecisionPosition, CaseFact.DecisionTime, CaseFact.Territory, CaseFact.AuthorityDecided];

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires =>
        causes.Select(cause => Where(c => c.DecisionBreak != cause)).Aggregate((all, one) => all & one);

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject)
    {
        string code = AuthorityReasons.CodeOf(subject.DecisionBreak ?? AuthorityBreak.None);
        string actor = subject.DecidedByPosition ?? "?";
        return DecisionRule.Breach.Because(
            laws.FirstOrDefault(l => subject.DecidedOn is LocalDate on && l.Validity.Contains(on))?.Basis ?? Info.Basis,
            ("on", Told.Of(subject.DecidedOn)),
            ("actor", new BilingualText(subject.DecidedByVietnamese ?? actor, subject.DecidedByEnglish ?? actor)),
            ("why", new BilingualText(subject.WhyVietnamese ?? code, subject.WhyEnglish ?? code)));
    }

    private static Specification<LoggedCaseFacts> DecidedIn(Validity period)
    {
        Specification<LoggedCaseFacts> decided = Where(c => c.DecidedOn != null);
        decided = period.From is LocalDate from ? decided & Where(c => c.DecidedOn >= from) : decided;
        return period.To is LocalDate to ? decided & Where(c => c.DecidedOn < to) : decided;
    }
}
