using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Bonus and penalty points by item, each side with its cap (điểm thưởng, điểm trừ). Immutable.</summary>
/// <param name="Bonus">The bonus.</param>
/// <param name="Penalty">The penalty.</param>
public sealed record AdjustmentRules(AdjustmentSide Bonus, AdjustmentSide Penalty)
{
    /// <summary>No bonus and no penalty.</summary>
    public static AdjustmentRules None { get; } = new(AdjustmentSide.None, AdjustmentSide.None);
}

/// <summary>The items of one side, with their points (các khoản thưởng hoặc trừ).</summary>
/// <param name="Items">The items; each name once.</param>
/// <param name="MaxTotal">The most points that all together give or cost; null: no cap.</param>
public sealed record AdjustmentSide(ValueList<AdjustmentItem> Items, Fraction? MaxTotal)
{
    /// <summary>No items.</summary>
    public static AdjustmentSide None { get; } = new([], null);

    /// <summary>The points of a unit, capped.</summary>
    /// <param name="counts">How often each item occurred.</param>
    /// <returns>The points; not negative.</returns>
    /// <exception cref="RecordInputException">An item is unknown, stands twice, or its count is negative.</exception>
    public Fraction PointsOf(ValueList<AdjustmentCount> counts)
    {
        Fraction sum = SumOf(counts);
        return MaxTotal is Fraction cap ? Fraction.Min(sum, cap) : sum;
    }

    /// <summary>The points of a unit before the cap.</summary>
    /// <param name="counts">How often each item occurred.</param>
    /// <returns>The points; not negative.</returns>
    /// <exception cref="RecordInputException">An item is unknown, stands twice, or its count is negative.</exception>
    public Fraction SumOf(ValueList<AdjustmentCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var problems = new RecordProblems();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Fraction sum = 0;
        for (int i = 0; i < counts.Count; i++)
        {
            (string name, int count) = counts[i];
            AdjustmentItem? item = Items.FirstOrDefault(a => string.Equals(a.Name, name, StringComparison.Ordinal));
            string field = RecordProblems.At("counts", i);
            if (item is null)
            {
                problems.Add("unknown_item", field, "không có khoản '" + name + "'", "there is no item '" + name + "'");
            }
            else if (!seen.Add(name))
            {
                problems.Add("duplicate_item", field, "khoản '" + name + "' bị lặp lại", "the item '" + name + "' stands twice");
            }
            else if (count < 0)
            {
                problems.Add("negative", field, "số lần không được âm", "a count must not be negative");
            }
            else
            {
                sum += item.Points * count;
            }
        }

        problems.ThrowIfAny();
        return sum;
    }
}

/// <summary>What gives or costs points (khoản thưởng, khoản trừ).</summary>
/// <param name="Name">Its name; for example "lateReport".</param>
/// <param name="Points">The points of one occurrence; not negative.</param>
public sealed record AdjustmentItem(string Name, Fraction Points);

/// <summary>How often an item occurred (số lần).</summary>
/// <param name="Name">The name of the item.</param>
/// <param name="Count">How often; not negative.</param>
public sealed record AdjustmentCount(string Name, int Count);
