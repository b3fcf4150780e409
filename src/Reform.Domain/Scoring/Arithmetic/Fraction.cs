using System.Globalization;
using System.Numerics;

namespace Reform.Domain.Scoring;

/// <summary>An exact rational number (số hữu tỉ): what every measure, share and score is computed with, never binary floating point.</summary>
/// <remarks>Kept in lowest terms with a positive denominator. The default value is zero. Safe for use by many threads at once.</remarks>
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    internal const long MostBits = 65536;
    private const int MostDecimalsShown = 12;
    private readonly BigInteger numerator;
    private readonly BigInteger denominatorLessOne;

    private Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (numerator.GetBitLength() > MostBits || denominator.GetBitLength() > MostBits)
        {
            throw new OverflowException("A number became larger than 65536 bits.");
        }

        BigInteger common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        common = denominator.Sign < 0 ? -common : common;
        this.numerator = numerator / common;
        denominatorLessOne = (denominator / common) - 1;
    }

    /// <summary>Zero.</summary>
    public static Fraction Zero => default;

    /// <summary>One.</summary>
    public static Fraction One => 1;

    /// <summary>One hundred.</summary>
    public static Fraction Hundred => 100;

    /// <summary>The numerator, in lowest terms; it carries the sign.</summary>
    public BigInteger Numerator => numerator;

    /// <summary>The denominator, in lowest terms; positive.</summary>
    public BigInteger Denominator => denominatorLessOne + 1;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => numerator.Sign;

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator Fraction(int number) => new(number, BigInteger.One);

    /// <summary>A decimal number, exactly.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator Fraction(decimal number)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        BigInteger magnitude = (((BigInteger)(uint)parts[2]) << 64) | (((BigInteger)(uint)parts[1]) << 32) | (uint)parts[0];
        return new Fraction(parts[3] < 0 ? -magnitude : magnitude, BigInteger.Pow(10, (parts[3] >> 16) & 0xFF));
    }

    /// <summary>The quotient of two whole numbers.</summary>
    /// <param name="numerator">The numerator.</param>
    /// <param name="denominator">The denominator; not zero.</param>
    /// <returns>The fraction, in lowest terms.</returns>
    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is zero.</exception>
    /// <exception cref="OverflowException">A number is larger than 65536 bits.</exception>
    public static Fraction Of(BigInteger numerator, BigInteger denominator) =>
        denominator.IsZero ? throw new DivideByZeroException() : new Fraction(numerator, denominator);

    /// <summary>Reads a decimal number such as "0.924", "-3" or "1.5e2", exactly.</summary>
    /// <param name="text">The text: digits with at most one point, an optional sign and exponent; at most 200 characters.</param>
    /// <param name="number">The number.</param>
    /// <returns>True when it is such a number, and its exponent lies between -200 and 200.</returns>
    public static bool TryParse(string? text, out Fraction number) => DecimalText.TryParse(text, out number);

    /// <summary>The sum.</summary>
    /// <param name="left">A number.</param>
    /// <param name="right">A number.</param>
    /// <returns>The exact sum.</returns>
    /// <exception cref="OverflowException">The result is larger than 65536 bits.</exception>
    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The difference.</summary>
    /// <param name="left">A number.</param>
    /// <param name="right">The number to take away.</param>
    /// <returns>The exact difference.</returns>
    /// <exception cref="OverflowException">The result is larger than 65536 bits.</exception>
    public static Fraction operator -(Fraction left, Fraction right) => left + -right;

    /// <summary>The number with the other sign.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Its negation.</returns>
    public static Fraction operator -(Fraction number) => new(-number.Numerator, number.Denominator);

    /// <summary>The product.</summary>
    /// <param name="left">A number.</param>
    /// <param name="right">A number.</param>
    /// <returns>The exact product.</returns>
    /// <exception cref="OverflowException">The result is larger than 65536 bits.</exception>
    public static Fraction operator *(Fraction left, Fraction right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The quotient.</summary>
    /// <param name="left">A number.</param>
    /// <param name="right">The divisor; not zero.</param>
    /// <returns>The exact quotient.</returns>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    /// <exception cref="OverflowException">The result is larger than 65536 bits.</exception>
    public static Fraction operator /(Fraction left, Fraction right) =>
        Of(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Whether two numbers are the same.</summary>
    /// <param name="left">A number.</param>
    /// <param name="right">A number.</param>
    /// <returns>True when they are.</returns>
    public static bool operator ==(Fraction left, Fraction right) => left.Equals(right);

    /// <summary>Whether two numbers differ.</summary>
    /// <param name="left">A number.</param>
    /// <param name="right">A number.</param>
    /// <returns>True when they do.</returns>
    public static bool operator !=(Fraction left, Fraction right) => !left.Equals(right);

    /// <summary>Whether a number is less than another.</summary>
    /// <param name="left">A number.</param>
    /// <param name="right">A number.</param>
    /// <returns>True when it is.</returns>
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    /// <summary>Whether a number is at most another.</summary>
    /// <param name="left">A number.</param>
    /// <param name="right">A number.</param>
    /// <returns>True when it is.</returns>
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>Whether a number is greater than another.</summary>
    /// <param name="left">A number.</param>
    /// <param name="right">A number.</param>
    /// <returns>True when it is.</returns>
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    /// <summary>Whether a number is at least another.</summary>
    /// <param name="left">A number.</param>
    /// <param name="right">A number.</param>
    /// <returns>True when it is.</returns>
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <summary>The smaller of two numbers.</summary>
    /// <param name="left">A number.</param>
    /// <param name="right">A number.</param>
    /// <returns>The smaller one.</returns>
    public static Fraction Min(Fraction left, Fraction right) => left <= right ? left : right;

    /// <summary>The greater of two numbers.</summary>
    /// <param name="left">A number.</param>
    /// <param name="right">A number.</param>
    /// <returns>The greater one.</returns>
    public static Fraction Max(Fraction left, Fraction right) => left >= right ? left : right;

    /// <summary>The number, or the nearer bound where it lies outside.</summary>
    /// <param name="low">The lower bound.</param>
    /// <param name="high">The upper bound.</param>
    /// <returns>A number from <paramref name="low"/> to <paramref name="high"/>.</returns>
    public Fraction Clamp(Fraction low, Fraction high) => Min(Max(this, low), high);

    /// <summary>The greatest whole number that is not above this one.</summary>
    /// <returns>The number.</returns>
    public BigInteger Floor()
    {
        BigInteger quotient = BigInteger.DivRem(Numerator, Denominator, out BigInteger rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <inheritdoc/>
    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Fraction other) => numerator == other.numerator && denominatorLessOne == other.denominatorLessOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(numerator, denominatorLessOne);

    /// <summary>The number with a fixed count of decimals, rounded half away from zero; for example "7.13".</summary>
    /// <param name="decimals">How many decimals, from 0 to 12.</param>
    /// <returns>The text, with a point, the same on every machine; never "-0.00".</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is outside 0 to 12.</exception>
    public string ToFixed(int decimals) => DecimalText.Fixed(new Rounding(RoundingMode.HalfAwayFromZero, decimals).Of(this), decimals);

    /// <summary>The number exactly: as a decimal where it has at most 12 decimals, otherwise as "numerator/denominator".</summary>
    /// <returns>The text, the same on every machine.</returns>
    public override string ToString()
    {
        for (int decimals = 0; decimals <= MostDecimalsShown; decimals++)
        {
            if ((BigInteger.Pow(10, decimals) % Denominator).IsZero)
            {
                return DecimalText.Fixed(this, decimals);
            }
        }

        return Numerator.ToString(CultureInfo.InvariantCulture) + "/" + Denominator.ToString(CultureInfo.InvariantCulture);
    }
}
