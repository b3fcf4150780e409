using System.Globalization;

namespace Reform.Domain.Cases;

/// <summary>The elements of attributes, and whether a value is of its type.</summary>
internal static class XesTypes
{
    private static readonly string[] Elements = ["string", "date", "int", "float", "boolean", "id", "list", "container"];

    /// <summary>The name of the element; for example "string".</summary>
    public static string ElementOf(XesType type) => Elements[(int)type];

    /// <summary>Whether a value is written as XML Schema writes its type: dateTime, long, double, boolean; a UUID for "id".</summary>
    public static bool IsValue(XesType type, ReadOnlySpan<char> value)
    {
        value = type == XesType.Text ? value : value.Trim();
        return type switch
        {
            XesType.Date => TimeText.IsXmlDateTime(value),
            XesType.WholeNumber => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            XesType.Real => IsReal(value) || value is "INF" or "-INF" or "NaN",
            XesType.Truth => value is "true" or "false" or "1" or "0",
            XesType.Id => Guid.TryParseExact(value, "D", out _),
            _ => true,
        };
    }

    // Digits with a point before, among or behind them, and an exponent; a sign before each.
    private static bool IsReal(ReadOnlySpan<char> value)
    {
        value = Unsigned(value);
        int whole = Digits(value);
        value = value[whole..];
        int fraction = 0;
        if (value is ['.', ..])
        {
            fraction = Digits(value[1..]);
            value = value[(1 + fraction)..];
        }

        if (whole + fraction == 0 || value.IsEmpty)
        {
            return whole + fraction > 0;
        }

        ReadOnlySpan<char> exponent = value[0] is 'e' or 'E' ? Unsigned(value[1..]) : default;
        return !exponent.IsEmpty && Digits(exponent) == exponent.Length;
    }

    private static ReadOnlySpan<char> Unsigned(ReadOnlySpan<char> value) => value is ['+' or '-', ..] ? value[1..] : value;

    private static int Digits(ReadOnlySpan<char> value)
    {
        int count = 0;
        while (count < value.Length && char.IsAsciiDigit(value[count]))
        {
            count++;
        }

        return count;
    }
}
