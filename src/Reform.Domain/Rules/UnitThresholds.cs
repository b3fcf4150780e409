using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>Checks the thresholds that units set for themselves.</summary>
internal static class UnitThresholds
{
    public static void Check(IEnumerable<RuleInfo> rules, ValueList<UnitThreshold> thresholds)
    {
        ILookup<string, RuleInfo> byCode = rules.ToLookup(r => r.Code, StringComparer.Ordinal);
        for (int i = 0; i < thresholds.Count; i++)
        {
            UnitThreshold threshold = thresholds[i];
            (RuleInfo Rule, RuleParameter Parameter)[] replaced = [.. byCode[threshold.RuleCode]
                .SelectMany(r => r.Parameters.Where(p => p.Name == threshold.Parameter).Select(p => (r, p)))];
            if (replaced.Length == 0)
            {
                throw Refused(threshold, "replaces no threshold of any rule");
            }

            foreach ((RuleInfo rule, RuleParameter parameter) in replaced.Where(r => r.Rule.Validity.Overlaps(threshold.Validity)))
            {
                foreach (Dated<int> entry in parameter.Values.Entries.Where(e => e.Validity.Overlaps(threshold.Validity)))
                {
                    if (parameter.IsLooser(threshold.Value, entry.Value))
                    {
                        throw Refused(threshold, "is looser than " + RuleText.Digits(entry.Value) + ", in force " + entry.Validity);
                    }
                }
            }

            for (int j = 0; j < i; j++)
            {
                UnitThreshold other = thresholds[j];
                if (other.RuleCode == threshold.RuleCode && other.Parameter == threshold.Parameter && other.UnitId == threshold.UnitId
                    && other.Validity.Overlaps(threshold.Validity))
                {
                    throw Refused(threshold, "is given twice for one date");
                }
            }
        }
    }

    private static ArgumentException Refused(UnitThreshold threshold, string why) => new(
        "The threshold '" + threshold.Parameter + "' = " + RuleText.Digits(threshold.Value) + " of the unit '" + threshold.UnitId + "' for "
            + threshold.RuleCode + " " + why + ".",
        nameof(threshold));
}
