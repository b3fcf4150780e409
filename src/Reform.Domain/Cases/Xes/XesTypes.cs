using System.Buffers;
using System.Globalization;

namespace Reform.Domain.Cases;

/// <summary>The elements of attributes, and whether a value is of its type.</summary>
internal static class XesTypes
{
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789+-.eE");
    private static readonly string[] Elements = ["string", "date", "int", "float", "boolean", "id", "list", "container"];

    /// <summary>The name of the element; for example "string".</summary>
    public static string ElementOf(XesType type) => Elements[(int)type];

    /// <summary>The type of an element's name, or null when it is no attribute.</summary>
    public static XesType? Of(string element) => element switch
    {
        "string" => XesType.Text,
        "date" => XesType.Date,
        "int" => XesType.WholeNumber,
        "float" => XesType.Real,
        "boolean" => XesType.Truth,
        "id" => XesType.Id,
        "list" => XesType.List,
        "container" => XesType.Container,
        _ => null,
    };

    /// <summary>Whether a value is written as XML Schema writes its type: dateTime, long, double, boolean; a UUID for "id".</summary>
    public static bool IsValue(XesType type, ReadOnlySpan<char> value)
    {
        value = type == XesType.Text ? value : value.Trim();
        return type switch
        {
            XesType.Date => TimeText.IsXmlDateTime(value),
            XesType.WholeNumber => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            XesType.Real => value is "INF" or "-INF" or "NaN"
                || (value.IndexOfAnyExcept(OfNumbers) < 0 && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)),
            XesType.Truth => value is "true" or "false" or "1" or "0",
            XesType.Id => Guid.TryParseExact(value, "D", out _),
            _ => true,
        };
    }
}
