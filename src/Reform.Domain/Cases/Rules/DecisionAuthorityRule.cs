using Reform.Domain.Delegation;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The one who decided a case held the power on that date: fails for some causes of a broken chain of authority.</summary>
public abstract class DecisionAuthorityRule : ComplianceRule<LoggedCaseFacts>
{
    private readonly ValueList<AuthorityBreak> causes;

    private protected DecisionAuthorityRule(string code, BilingualText title, LegalBasis basis, params AuthorityBreak[] causes)
        : base(code, Severity.Critical, title, basis) => this.causes = causes.ToValueList();

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.Context.Authority != null && c.DecisionEvent != null);

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
            Info.Basis, ("on", decision.Question.On), ("actor", subject.Context.NameOf(decision.Question.ActorId)), ("why", why));
    }

    private static BilingualText Joined(ValueList<Reason> reasons) => new(
        string.Join("; ", reasons.Select(r => r.Sentence.Vietnamese)), string.Join("; ", reasons.Select(r => r.Sentence.English)));
}
