using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>How a rule stood for one grant over time (diễn biến tuân thủ của một việc giao quyền).</summary>
public static class GrantTimeline
{
    /// <summary>Judges a grant on every day of a period on which the rule binds.</summary>
    /// <param name="rule">The rule, with its thresholds.</param>
    /// <param name="register">The register, as known at the moment that matters.</param>
    /// <param name="grantId">The grant.</param>
    /// <param name="period">The period; both sides are given.</param>
    /// <param name="monitoring">What was done to watch over the grant; null: not known.</param>
    /// <returns>The judgements, each as long as it stays the same, oldest first; none where the rule binds on no day of the period.</returns>
    /// <exception cref="ArgumentException">The period is open on a side.</exception>
    /// <exception cref="AuthorityInputException">The grant is not in the register, or a date is not covered.</exception>
    public static ValueList<TimelineJudgement> Judge(
        ComplianceRule<GrantStateFacts> rule, AuthorityRegister register, string grantId, Validity period, GrantMonitoring? monitoring = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(register);
        if (period is not { From: LocalDate from, To: LocalDate to })
        {
            throw new ArgumentException("A timeline has a first and a last date.", nameof(period));
        }

        if (!period.Overlaps(rule.Info.Validity))
        {
            return [];
        }

        from = rule.Info.Validity.From is LocalDate first && first > from ? first : from;
        to = rule.Info.Validity.To is LocalDate last && last < to ? last : to;
        IEnumerable<LocalDate> days = Enumerable.Range(0, Period.DaysBetween(from, to)).Select(from.PlusDays);
        return RuleTimeline.Judge(rule, new Validity(from, to), days, day => register.StateOf(grantId, day, monitoring));
    }
}
