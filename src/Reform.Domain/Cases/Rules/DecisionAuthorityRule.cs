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
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.Context.Authority != null && c.DecisionEvent != null)
        & laws.Select(l => DecidedIn(l.Validity)).Aggregate(Where(c => c.DecisionEvent!.Time == null), (one, other) => one | other);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LoggedCaseFacts>> Needs => [CaseFact.DecisionPosition, CaseFact.DecisionTime, CaseFact.Territory, CaseFact.AuthorityDecided];

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires
    {
        get
        {
            ValueList<AuthorityBreak> broken = causes;
            return Where(c => !broken.Contains(c.Authority!.Break));
        }
    }

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject)
    {
        AuthorityDecision decision = subject.Authority!;
        BilingualText why = Joined(decision.Explain(subject.Context.NameOf));
        return DecisionRule.Breach.Because(
            laws.First(l => l.Validity.Contains(decision.Question.On)).Basis, ("on", decision.Question.On), ("actor", subject.Context.NameOf(decision.Question.ActorId)), ("why", why));
    }

    private static Specification<LoggedCaseFacts> DecidedIn(Validity period) => Where(c => c.DecisionEvent!.Time != null && period.Contains(c.DecisionEvent.Time.Date));

    private static BilingualText Joined(ValueList<Reason> reasons) => new(
        string.Join("; ", reasons.Select(r => r.Sentence.Vietnamese)), string.Join("; ", reasons.Select(r => r.Sentence.English)));
}
