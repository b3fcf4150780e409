using System.Globalization;
using System.Numerics;

namespace Reform.Domain.Scoring;

/// <summary>Reads and writes decimal numbers exactly, within bounds.</summary>
internal static class DecimalText
{
    private const int MostCharacters = 200;
    private const int MostExponent = 200;

    public static bool TryParse(string? text, out Fraction number)
    {
        number = default;
        if (string.IsNullOrEmpty(text) || text.Length > MostCharacters)
        {
            return false;
        }

        ReadOnlySpan<char> rest = text;
        bool isNegative = rest[0] == '-';
        rest = isNegative ? rest[1..] : rest;
        ReadOnlySpan<char> whole = TakeDigits(ref rest);
        ReadOnlySpan<char> decimals = default;
        if (whole.IsEmpty)
        {
            return false;
        }

        if (rest is ['.', ..])
        {
            rest = rest[1..];
            decimals = TakeDigits(ref rest);
            if (decimals.IsEmpty)
            {
                return false;
            }
        }

        int exponent = 0;
        if (rest is ['e' or 'E', ..] && !TryTakeExponent(ref rest, out exponent))
        {
            return false;
        }

        if (!rest.IsEmpty)
        {
            return false;
        }

        BigInteger digits = BigInteger.Parse(string.Concat(whole, decimals), NumberStyles.None, CultureInfo.InvariantCulture);
        int power = exponent - decimals.Length;
        digits = isNegative ? -digits : digits;
        number = power >= 0
            ? Fraction.Of(digits * BigInteger.Pow(10, power), BigInteger.One)
            : Fraction.Of(digits, BigInteger.Pow(10, -power));
        return true;
    }

    /// <summary>A number of which it is known that it has at most so many decimals.</summary>
    public static string Fixed(Fraction number, int decimals)
    {
        BigInteger scaled = BigInteger.Abs(number.Numerator) * BigInteger.Pow(10, decimals) / number.Denominator;
        string digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        string sign = number.Sign < 0 ? "-" : "";
        return decimals == 0 ? sign + digits : sign + digits[..^decimals] + "." + digits[^decimals..];
    }

    private static ReadOnlySpan<char> TakeDigits(scoped ref ReadOnlySpan<char> rest)
    {
        int length = 0;
        while (length < rest.Length && char.IsAsciiDigit(rest[length]))
        {
            length++;
        }

        ReadOnlySpan<char> digits = rest[..length];
        rest = rest[length..];
        return digits;
    }

    private static bool TryTakeExponent(scoped ref ReadOnlySpan<char> rest, out int exponent)
    {
        rest = rest[1..];
        bool isNegative = rest is ['-', ..];
        rest = rest is ['-' or '+', ..] ? rest[1..] : rest;
        ReadOnlySpan<char> digits = TakeDigits(ref rest);
        bool isRead = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out exponent) && exponent <= MostExponent;
        exponent = isNegative ? -exponent : exponent;
        return isRead;
    }
}
