using Reform.Domain.Cases;
using Reform.Domain.Deadlines;
using Reform.Domain.Delegation;
using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Compliance;

/// <summary>What was found in one case (kết luận về hồ sơ): the case, and what every rule says of its facts.</summary>
/// <param name="Case">The case with what it was judged against.</param>
/// <param name="Judgements">The judgements, in the order of the codes, and the rules that broke down.</param>
public sealed record CaseReport(LoggedCaseInContext Case, Judgements Judgements)
{
    /// <summary>What the rules judged.</summary>
    public LoggedCaseFacts Facts => Case.Facts;

    /// <summary>The breaches, in the order of the codes.</summary>
    public IEnumerable<Judgement> Breaches => Judgements.With(Verdict.Fail);

    /// <summary>The rules that could not decide, in the order of the codes.</summary>
    public IEnumerable<Judgement> Undecided => Judgements.With(Verdict.Unknown);

    /// <summary>Judges one case.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="context">What it is judged against.</param>
    /// <param name="rules">The rules.</param>
    /// <returns>The report.</returns>
    public static CaseReport Of(LoggedCase file, CaseContext context, RuleBook<LoggedCaseFacts> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var one = new LoggedCaseInContext(file, context);
        return new CaseReport(one, rules.Judge(one.Facts));
    }

    /// <summary>How the due date came about, step by step; empty when it was not computed.</summary>
    /// <returns>The reasons.</returns>
    public ValueList<Reason> ExplainDeadline() => Case.ComputedDeadline is Deadline deadline ? deadline.Explain() : [];

    /// <summary>Why the one who decided held the power, or did not; empty when it cannot be told.</summary>
    /// <returns>The reasons.</returns>
    public ValueList<Reason> ExplainAuthority() =>
        Case.Authority is AuthorityDecision decision ? decision.Explain(Case.Context.NameOf) : [];
}
