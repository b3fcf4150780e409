using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>How much of what a unit may pass on it has passed on (tỉ lệ phân cấp, ủy quyền): the measure of timid delegation.</summary>
/// <param name="UnitId">The unit; its positions count with it.</param>
/// <param name="On">The date.</param>
/// <param name="EligiblePowerIds">The powers that it holds by law and that the law lets be passed on by some kind of grant.</param>
/// <param name="DelegatedPowerIds">Those of them of which a grant by it is in force.</param>
public sealed record DelegationRatio(string UnitId, LocalDate On, ValueList<string> EligiblePowerIds, ValueList<string> DelegatedPowerIds)
{
    /// <summary>The powers that it could have passed on and kept.</summary>
    public ValueList<string> RetainedPowerIds => EligiblePowerIds.Except(DelegatedPowerIds, StringComparer.Ordinal).ToValueList();

    /// <summary>Whether the share passed on is at least a target.</summary>
    /// <param name="numerator">The target's numerator, from 0.</param>
    /// <param name="denominator">The target's denominator, from 1.</param>
    /// <returns>True when it is; null when there is nothing to pass on.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The target is no fraction.</exception>
    public bool? Reaches(int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, 1);
        return EligiblePowerIds.Count == 0 ? null : (long)DelegatedPowerIds.Count * denominator >= (long)numerator * EligiblePowerIds.Count;
    }
}
