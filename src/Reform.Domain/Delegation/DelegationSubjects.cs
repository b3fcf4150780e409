using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>What rules have to know of decisions, grants, signatures, units and powers, each as flat facts.</summary>
public static class DelegationSubjects
{
    /// <summary>Decisions (quyết định): judged by the rules of their own date.</summary>
    public static RuleSubject<DecisionFacts> Decisions { get; } = new(
        "decision", new BilingualText("quyết định", "decision"), d => d.DecisionId, d => d.DecidedOn, d => d.UnitId)
    {
        Words = DelegationWords.OfDecisions,
        AnswersOn = d => d.DecidedOn,
    };

    /// <summary>Grants as they were made (việc giao quyền): judged by the rules of their first day.</summary>
    public static RuleSubject<GrantFacts> Grants { get; } = new(
        "grant", new BilingualText("việc giao quyền", "grant"), g => g.GrantId, g => g.StartsOn, g => g.UnitId)
    {
        Words = DelegationWords.OfGrants,
        AnswersOn = g => g.StartsOn,
    };
}
