using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>
/// Judges one object over time (quy tắc theo thời gian): as it stood on each date, by what was known at one moment. When was a rule
/// broken, and since when is it kept again?
/// </summary>
public static class RuleTimeline
{
    /// <summary>Judges an object from one date to another.</summary>
    /// <typeparam name="T">The type of the facts.</typeparam>
    /// <param name="rule">The rule.</param>
    /// <param name="period">The period; both sides are given.</param>
    /// <param name="changes">The dates on which its facts may change, in any order; others in the period are not looked at.</param>
    /// <param name="factsOn">The facts as they stood on a date, as known at the moment that the caller chose; null: there was no such object.</param>
    /// <returns>The judgements, each as long as the verdict and its reason stay the same, oldest first; gaps where there was no object.</returns>
    /// <exception cref="ArgumentException">The period is open on a side.</exception>
    public static ValueList<TimelineJudgement> Judge<T>(
        ComplianceRule<T> rule, Validity period, IEnumerable<LocalDate> changes, Func<LocalDate, T?> factsOn)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(factsOn);
        if (period is not { From: LocalDate from, To: LocalDate to })
        {
            throw new ArgumentException("A timeline has a first and a last date.", nameof(period));
        }

        var judged = new List<TimelineJudgement>();
        LocalDate[] dates = [.. changes.Where(d => d > from && d < to).Append(from).Distinct().Order()];
        for (int i = 0; i < dates.Length; i++)
        {
            if (factsOn(dates[i]) is T facts)
            {
                LocalDate end = i + 1 < dates.Length ? dates[i + 1] : to;
                Judgement judgement = rule.Judge(facts);
                if (judged.Count > 0 && judged[^1].Period.To == dates[i] && judged[^1].Judgement.Equals(judgement))
                {
                    judged[^1] = judged[^1] with { Period = new Validity(judged[^1].Period.From, end) };
                }
                else
                {
                    judged.Add(new TimelineJudgement(new Validity(dates[i], end), judgement));
                }
            }
        }

        return judged.ToValueList();
    }
}

/// <summary>What a rule says of an object in one period.</summary>
/// <param name="Period">The period, [from, to).</param>
/// <param name="Judgement">The judgement.</param>
public sealed record TimelineJudgement(Validity Period, Judgement Judgement);
