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

    /// <summary>The powers that it kept, with the work that they make (thẩm quyền còn giữ lại và khối lượng công việc).</summary>
    /// <param name="casesByPower">How many cases were decided by each power, over whatever time; a power that is absent had none.</param>
    /// <returns>The powers, those with the most cases first, otherwise in the order of the register.</returns>
    public ValueList<RetainedPower> RetainedWith(IReadOnlyDictionary<string, long> casesByPower)
    {
        ArgumentNullException.ThrowIfNull(casesByPower);
        return RetainedPowerIds.Select(p => new RetainedPower(p, casesByPower.GetValueOrDefault(p))).OrderByDescending(p => p.Cases).ToValueList();
    }

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

/// <summary>A power that a unit could have passed on and kept.</summary>
/// <param name="PowerId">The power.</param>
/// <param name="Cases">How many cases were decided by it.</param>
public sealed record RetainedPower(string PowerId, long Cases);
