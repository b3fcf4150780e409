using System.Globalization;

namespace Reform.Domain.Procedures;

/// <summary>A number of things before and after a change (so sánh số lượng), exact.</summary>
/// <param name="Before">How many before.</param>
/// <param name="After">How many after.</param>
public readonly record struct CountComparison(int Before, int After)
{
    /// <summary>How many fewer; negative: more.</summary>
    public int Saved => Before - After;

    /// <summary>The change in percent, rounded to two decimals, halves away from zero, for reading; null: there was nothing before.</summary>
    public decimal? PercentChange => Before == 0 ? null : Math.Round((After - Before) * 100m / Before, 2, MidpointRounding.AwayFromZero);

    /// <summary>Whether at least a share was saved, in whole numbers; null: there was nothing before.</summary>
    /// <param name="percent">The share, in percent.</param>
    /// <returns>The answer.</returns>
    public bool? SavesAtLeast(int percent) => Before == 0 ? null : (long)Saved * 100 >= (long)percent * Before;

    /// <summary>Both numbers.</summary>
    /// <returns>For example "11 → 10 (-9.09 %)".</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Before} → {After}") + (PercentChange is decimal percent ? string.Create(CultureInfo.InvariantCulture, $" ({percent:0.##} %)") : "");
}
