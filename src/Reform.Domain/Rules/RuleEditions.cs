using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>Cuts the life of a rule into the periods in which it judges with the same thresholds.</summary>
internal static class RuleEditions
{
    public static IEnumerable<RuleEdition<T>> Of<T>(ComplianceRule<T> rule, ValueList<UnitThreshold> thresholds, RuleSubject<T> subject)
    {
        UnitThreshold[] own = [.. thresholds.Where(t => t.RuleCode == rule.Info.Code)];
        return Periods(rule.Info, own).SelectMany(period => Of(rule, FirstDayOf(period), own, period, subject));
    }

    /// <summary>The editions of one date, for objects of every date; none where the rule does not bind then.</summary>
    public static IEnumerable<RuleEdition<T>> OnlyOn<T>(
        ComplianceRule<T> rule, LocalDate date, ValueList<UnitThreshold> thresholds, RuleSubject<T> subject) =>
        rule.Info.Validity.Contains(date) ? Of(rule, date, [.. thresholds.Where(t => t.RuleCode == rule.Info.Code)], default, subject) : [];

    private static IEnumerable<RuleEdition<T>> Of<T>(
        ComplianceRule<T> rule, LocalDate on, UnitThreshold[] own, Validity period, RuleSubject<T> subject)
    {
        if (ValuesOn(rule.Info, on) is not RuleValues common)
        {
            yield break;
        }

        UnitThreshold[] then = [.. own.Where(t => t.Validity.Contains(on))];
        ValueList<string> units = then.Select(t => t.UnitId).Distinct().Order(StringComparer.Ordinal).ToValueList();
        yield return new RuleEdition<T>(With(rule, common), period, null, units, subject);
        foreach (string unit in units)
        {
            RuleValues values = then.Where(t => t.UnitId == unit).Aggregate(common, (v, t) => v.With(t.Parameter, t.Value));
            yield return new RuleEdition<T>(With(rule, values), period, unit, [], subject);
        }
    }

    private static LocalDate FirstDayOf(Validity period) => period.From ?? (period.To is LocalDate to ? to.PlusDays(-1) : LocalDate.MinIsoValue);

    /// <summary>The thresholds of a rule on a date, those of units left out; null where one has no value then.</summary>
    public static RuleValues? ValuesOn(RuleInfo info, LocalDate date)
    {
        RuleValues values = RuleValues.None;
        foreach (RuleParameter parameter in info.Parameters)
        {
            if (parameter.Values.InForceOn(date) is not Dated<int> entry)
            {
                return null;
            }

            values = values.With(parameter.Name, entry.Value);
        }

        return values;
    }

    private static ComplianceRule<T> With<T>(ComplianceRule<T> rule, RuleValues values) =>
        rule.Info.Parameters.Count == 0 || values.Equals(rule.Values) ? rule : rule.With(values);

    private static IEnumerable<Validity> Periods(RuleInfo info, UnitThreshold[] own)
    {
        var cuts = new SortedSet<LocalDate>(info.Parameters.SelectMany(p => p.Values.Entries).Select(e => e.Validity)
            .Concat(own.Select(t => t.Validity)).Append(info.Validity)
            .SelectMany(v => new[] { v.From, v.To }).OfType<LocalDate>());
        LocalDate? from = null;
        foreach (LocalDate? to in cuts.Select(c => (LocalDate?)c).Append(null))
        {
            var period = new Validity(from, to);
            if (period.Overlaps(info.Validity))
            {
                yield return period;
            }

            from = to;
        }
    }
}
