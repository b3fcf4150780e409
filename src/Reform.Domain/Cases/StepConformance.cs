using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>How the activities of a case compare with the steps expected of it (mức độ tuân thủ trình tự).</summary>
/// <param name="IsExact">The activities are exactly the steps, in order, and nothing else.</param>
/// <param name="Missing">The steps that are absent (thiếu bước).</param>
/// <param name="OutOfOrder">The steps whose first occurrence comes before that of an earlier step (sai thứ tự).</param>
/// <param name="Repeated">The steps that occur more than once (lặp bước).</param>
/// <param name="Extra">The activities outside the steps, each once, by first occurrence (ngoài quy trình).</param>
public sealed record StepConformance(
    bool IsExact, ValueList<string> Missing, ValueList<string> OutOfOrder, ValueList<string> Repeated, ValueList<string> Extra)
{
    /// <summary>Compares activities with steps.</summary>
    /// <param name="steps">The steps, in order, each once.</param>
    /// <param name="activities">The activities, in the order of the log.</param>
    /// <returns>The comparison.</returns>
    public static StepConformance Of(ValueList<string> steps, ValueList<string> activities)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(activities);
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var twice = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < activities.Count; i++)
        {
            if (!first.TryAdd(activities[i], i))
            {
                twice.Add(activities[i]);
            }
        }

        List<string> missing = [];
        List<string> outOfOrder = [];
        List<string> repeated = [];
        int latest = -1;
        foreach (string step in steps)
        {
            if (!first.TryGetValue(step, out int at))
            {
                missing.Add(step);
                continue;
            }

            if (at < latest)
            {
                outOfOrder.Add(step);
            }

            latest = Math.Max(latest, at);
            if (twice.Contains(step))
            {
                repeated.Add(step);
            }
        }

        var expected = new HashSet<string>(steps, StringComparer.Ordinal);
        IEnumerable<string> extra = first.Where(f => !expected.Contains(f.Key)).OrderBy(f => f.Value).Select(f => f.Key);
        return new StepConformance(
            activities.Equals(steps), missing.ToValueList(), outOfOrder.ToValueList(), repeated.ToValueList(), extra.ToValueList());
    }
}
