using System.Numerics;

namespace Reform.Domain.Scoring;

/// <summary>To how many decimals a score is rounded, and which way (quy tắc làm tròn).</summary>
public readonly record struct Rounding
{
    private const int MostDecimals = 12;

    /// <summary>Creates a rounding.</summary>
    /// <param name="mode">Which way.</param>
    /// <param name="decimals">How many decimals, from 0 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mode is undefined, or the count is outside 0 to 12.</exception>
    public Rounding(RoundingMode mode, int decimals)
    {
        if (!Enum.IsDefined(mode))
        {
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "No such way to round.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, MostDecimals);
        (Mode, Decimals) = (mode, decimals);
    }

    /// <summary>Half away from zero, to two decimals: the rule of the criteria sets whose rounding is not stated otherwise.</summary>
    public static Rounding ToTwoDecimals { get; } = new(RoundingMode.HalfAwayFromZero, 2);

    /// <summary>Which way.</summary>
    public RoundingMode Mode { get; }

    /// <summary>How many decimals.</summary>
    public int Decimals { get; }

    /// <summary>The smallest step between two rounded numbers.</summary>
    public Fraction Step => Fraction.Of(BigInteger.One, BigInteger.Pow(10, Decimals));

    /// <summary>Rounds a number, exactly.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The rounded number.</returns>
    public Fraction Of(Fraction number)
    {
        BigInteger power = BigInteger.Pow(10, Decimals);
        BigInteger whole = BigInteger.DivRem(BigInteger.Abs(number.Numerator) * power, number.Denominator, out BigInteger rest);
        int half = (rest * 2).CompareTo(number.Denominator);
        bool isUp = Mode switch
        {
            RoundingMode.HalfToEven => half > 0 || (half == 0 && !whole.IsEven),
            RoundingMode.TowardZero => false,
            RoundingMode.AwayFromZero => !rest.IsZero,
            _ => half >= 0,
        };
        whole = isUp ? whole + 1 : whole;
        return Fraction.Of(number.Sign < 0 ? -whole : whole, power);
    }
}

/// <summary>Which way a score is rounded (cách làm tròn).</summary>
public enum RoundingMode
{
    /// <summary>To the nearer neighbour; halfway, to the one farther from zero (7.125 becomes 7.13). The default.</summary>
    HalfAwayFromZero = 0,

    /// <summary>To the nearer neighbour; halfway, to the even one (7.125 becomes 7.12).</summary>
    HalfToEven = 1,

    /// <summary>Cut off.</summary>
    TowardZero = 2,

    /// <summary>Up in magnitude whenever anything is left.</summary>
    AwayFromZero = 3,
}
