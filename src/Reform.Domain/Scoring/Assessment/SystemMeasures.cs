using Reform.Domain.Delegation;
using Reform.Domain.Indicators;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Measures that this system counts itself (số đo lấy từ hệ thống), under the names that formulas read; nobody has to declare them.</summary>
public static class SystemMeasures
{
    /// <summary>How cases were handled: onTime (early ones included), late, pendingOverdue, pendingInTime.</summary>
    /// <param name="figures">The indicators of a unit in the period.</param>
    /// <returns>The measures. Cases without a known due date are in none of them: count them as unknownDue.</returns>
    public static ValueList<Measure> Of(IndicatorFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return new (string Name, int Count)[]
        {
            ("onTime", figures.ResolvedEarly + figures.ResolvedOnTime),
            ("late", figures.ResolvedLate),
            ("pendingOverdue", figures.PendingOverdue),
            ("pendingInTime", figures.PendingWithin),
            ("unknownDue", figures.ResolvedUnknown + figures.PendingUnknown),
        }.Select(m => new Measure(m.Name, m.Count) { Source = MeasureSource.Indicators }).ToValueList();
    }

    /// <summary>How much of what it may pass on a unit has passed on: eligible, delegated; each names its powers.</summary>
    /// <param name="ratio">The share as the register of powers and grants has it.</param>
    /// <returns>The measures.</returns>
    public static ValueList<Measure> Of(DelegationRatio ratio)
    {
        ArgumentNullException.ThrowIfNull(ratio);
        return
        [
            new Measure("eligible", ratio.EligiblePowerIds.Count) { Source = MeasureSource.AuthorityRegister, Facts = ratio.EligiblePowerIds },
            new Measure("delegated", ratio.DelegatedPowerIds.Count) { Source = MeasureSource.AuthorityRegister, Facts = ratio.DelegatedPowerIds },
        ];
    }

    /// <summary>How often a rule was broken: defects, each named; and undecided, where the rule could not tell.</summary>
    /// <param name="judgements">What the rule says of each object, by the object's identifier.</param>
    /// <returns>The measures.</returns>
    public static ValueList<Measure> Of(IEnumerable<(string SubjectId, Judgement Judgement)> judgements)
    {
        ArgumentNullException.ThrowIfNull(judgements);
        ILookup<Verdict, string> byVerdict = judgements.ToLookup(j => j.Judgement.Verdict, j => j.SubjectId);
        return new[] { ("defects", Verdict.Fail), ("undecided", Verdict.Unknown) }.Select(m => new Measure(m.Item1, byVerdict[m.Item2].Count())
        {
            Source = MeasureSource.Rules,
            Facts = byVerdict[m.Item2].ToValueList(),
        }).ToValueList();
    }
}
