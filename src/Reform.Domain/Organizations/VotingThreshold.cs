using System.Globalization;

namespace Reform.Domain.Organizations;

/// <summary>The share of votes that a decision needs (tỉ lệ biểu quyết), in whole numbers, never in decimals.</summary>
public readonly record struct VotingThreshold
{
    /// <summary>Creates a threshold.</summary>
    /// <param name="numerator">The numerator, from 0 to <paramref name="denominator"/>.</param>
    /// <param name="denominator">The denominator, at least 1.</param>
    /// <param name="strict">True: more than the share (quá). False: at least the share.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public VotingThreshold(int numerator, int denominator, bool strict)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        Numerator = numerator;
        this.denominator = denominator;
        IsStrict = strict;
    }

    private readonly int denominator;

    /// <summary>More than half (quá bán): &gt; 1/2.</summary>
    public static VotingThreshold MoreThanHalf => new(1, 2, true);

    /// <summary>At least two thirds (ít nhất hai phần ba): >= 2/3.</summary>
    public static VotingThreshold AtLeastTwoThirds => new(2, 3, false);

    /// <summary>The numerator.</summary>
    public int Numerator { get; }

    /// <summary>The denominator.</summary>
    public int Denominator => denominator == 0 ? 1 : denominator;

    /// <summary>Whether exactly the share is not enough.</summary>
    public bool IsStrict { get; }

    /// <summary>Whether votes reach the threshold.</summary>
    /// <param name="votes">The votes, from 0 to <paramref name="of"/>.</param>
    /// <param name="of">Of how many.</param>
    /// <returns>True when they do; of nobody, nothing is ever reached.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or there are more votes than voters.</exception>
    public bool IsMetBy(int votes, int of)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(of);
        ArgumentOutOfRangeException.ThrowIfNegative(votes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(votes, of);
        long left = (long)votes * Denominator;
        long right = (long)Numerator * of;
        return of > 0 && (IsStrict ? left > right : left >= right);
    }

    /// <summary>The fewest votes that reach the threshold.</summary>
    /// <param name="of">Of how many; at least 0.</param>
    /// <returns>The number of votes; null when not even all of them do.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="of"/> is negative.</exception>
    public int? FewestVotes(int of)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(of);
        long product = (long)Numerator * of;
        long votes = IsStrict ? (product / Denominator) + 1 : (product + Denominator - 1) / Denominator;
        return of == 0 || votes > of ? null : (int)votes;
    }

    /// <summary>The threshold as a formula: "> 1/2" or ">= 2/3".</summary>
    /// <returns>Text for a reason, a debugger or a log.</returns>
    public override string ToString() =>
        (IsStrict ? "> " : ">= ") + Numerator.ToString(CultureInfo.InvariantCulture) + "/" + Denominator.ToString(CultureInfo.InvariantCulture);
}
