using Reform.Domain.Deadlines;
using Reform.Domain.Procedures;

namespace Reform.Domain.Indicators;

/// <summary>What one case costs whoever asks and whoever handles it (chi phí tuân thủ của một hồ sơ), in the units of the procedure.</summary>
/// <param name="WorkingDays">Working days until the result; null: not comparable, or not known.</param>
/// <param name="Copies">Copies of papers to be handed in.</param>
/// <param name="Visits">Visits to the office.</param>
public sealed record CaseBurden(int? WorkingDays, int? Copies, int? Visits);

/// <summary>What a day, a copy and a visit are taken to cost (đơn giá), in đồng; null: no cost is stated, and none is added.</summary>
/// <param name="Day">A working day of waiting.</param>
/// <param name="Copy">A copy.</param>
/// <param name="Visit">A visit.</param>
public sealed record UnitCosts(decimal? Day, decimal? Copy, decimal? Visit);

/// <summary>What a change saves in a year (báo cáo tiết kiệm): the difference of one case, times the volume, times stated unit costs.</summary>
/// <param name="Volume">How many cases.</param>
/// <param name="Days">Working days saved; negative: lost; null: not comparable.</param>
/// <param name="Copies">Copies saved; null: not known.</param>
/// <param name="Visits">Visits saved; null: not known.</param>
/// <param name="Amount">What that is in đồng; null: nothing that is known has a stated cost.</param>
/// <param name="IsPartial">Whether something is left out of the amount: not comparable, not known, or without a stated cost.</param>
public sealed record Savings(long Volume, long? Days, long? Copies, long? Visits, decimal? Amount, bool IsPartial)
{
    /// <summary>Works savings out.</summary>
    /// <param name="before">One case before the change.</param>
    /// <param name="after">One case after it.</param>
    /// <param name="volume">How many cases; 0 or more.</param>
    /// <param name="costs">The unit costs.</param>
    /// <returns>The savings.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The volume is negative.</exception>
    public static Savings Of(CaseBurden before, CaseBurden after, long volume, UnitCosts costs)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(costs);
        ArgumentOutOfRangeException.ThrowIfNegative(volume);
        long? days = Saved(before.WorkingDays, after.WorkingDays, volume);
        long? copies = Saved(before.Copies, after.Copies, volume);
        long? visits = Saved(before.Visits, after.Visits, volume);
        decimal?[] amounts = [days * costs.Day, copies * costs.Copy, visits * costs.Visit];
        return new Savings(
            volume, days, copies, visits, amounts.All(a => a is null) ? null : amounts.Sum(), amounts.Any(a => a is null));
    }

    /// <summary>Works out what a new version of a procedure saves.</summary>
    /// <param name="comparison">The versions, compared.</param>
    /// <param name="wholeLimit">The identifier of the limit whose working days are the wait; null: no days are counted.</param>
    /// <param name="volume">How many cases; 0 or more.</param>
    /// <param name="costs">The unit costs.</param>
    /// <returns>The savings. Days only where the limit stands in both versions in working days from the same event; visits by the channel that takes the most.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The volume is negative.</exception>
    public static Savings Of(VersionComparison comparison, string? wholeLimit, long volume, UnitCosts costs)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        LimitComparison? whole = comparison.Limits.FirstOrDefault(l => string.Equals(l.Id, wholeLimit, StringComparison.Ordinal))?.Comparison;
        bool areDays = whole is { Comparability: Comparability.Comparable, After.Limit.Unit: TimeUnit.WorkingDay };
        return Of(
            new CaseBurden(areDays ? whole!.Before.Limit!.Amount : null, comparison.Copies?.Before, comparison.Visits?.Before),
            new CaseBurden(areDays ? whole!.After.Limit!.Amount : null, comparison.Copies?.After, comparison.Visits?.After),
            volume,
            costs);
    }

    private static long? Saved(int? before, int? after, long volume) => (before - after) * volume;
}
