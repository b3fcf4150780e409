using Reform.Domain.Cases;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Compliance;

/// <summary>Counts the verdicts of each rule, and the rules that broke down.</summary>
internal sealed class RuleCounter
{
    private readonly SortedDictionary<string, (RuleInfo Info, int[] Verdicts)> counts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, BrokenRule> broken = new(StringComparer.Ordinal);

    public RuleCounter(RuleBook<LoggedCaseFacts> rules)
    {
        foreach (RuleInfo info in rules.Codes)
        {
            counts.Add(info.Code, (info, new int[4]));
        }
    }

    public ValueList<RuleFigures> Figures => counts.Values.Select(c => new RuleFigures(
        c.Info,
        c.Verdicts[(int)Verdict.NotApplicable],
        c.Verdicts[(int)Verdict.Pass],
        c.Verdicts[(int)Verdict.Fail],
        c.Verdicts[(int)Verdict.Unknown])).ToValueList();

    public ValueList<BrokenRule> Broken => broken.Values.ToValueList();

    public void Add(string caseId, Judgements judgements)
    {
        foreach (Judgement judgement in judgements.Judged)
        {
            counts[judgement.Rule.Code].Verdicts[(int)judgement.Verdict]++;
        }

        foreach (RuleFailure failure in judgements.Failures)
        {
            broken[failure.RuleCode] = broken.TryGetValue(failure.RuleCode, out BrokenRule? known)
                ? known with { Cases = known.Cases + 1 }
                : new BrokenRule(failure, caseId, 1);
        }
    }
}
