using System.Globalization;
using System.Reflection;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>Flat facts as texts by name, those that are absent left out, and back.</summary>
internal static class FactsText
{
    public static ValueList<(string Name, string Value)> Of(object facts) => FlatFacts.Of(facts.GetType())
        .Select(p => (p.Name, Value: p.GetValue(facts))).Where(f => f.Value is not null)
        .Select(f => (NameOf(f.Name), Text(f.Value!))).ToValueList();

    /// <exception cref="InvalidDataFileException">A name is no fact of such an object, or a value cannot be read; every problem is listed.</exception>
    public static T Read<T>(ValueList<(string Name, string Value)> texts, string source)
    {
        var properties = FlatFacts.Of(typeof(T)).ToDictionary(p => NameOf(p.Name), StringComparer.Ordinal);
        object facts = FlatFacts.Blank(typeof(T));
        var problems = new List<DataProblem>();
        foreach ((string name, string text) in texts)
        {
            if (!properties.TryGetValue(name, out PropertyInfo? property))
            {
                problems.Add(Problem(source, name, "không có dữ kiện này", "there is no such fact"));
            }
            else if (!TryParse(text, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, out object? value))
            {
                problems.Add(Problem(source, name, "không đọc được '" + text + "'", "'" + text + "' cannot be read"));
            }
            else
            {
                property.SetValue(facts, value);
            }
        }

        return problems.Count == 0 ? (T)facts : throw new InvalidDataFileException(problems);
    }

    private static DataProblem Problem(string source, string name, string vietnamese, string english) =>
        new(source, null, "facts." + name, new BilingualText(vietnamese, english));

    private static string NameOf(string property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property);

    private static string Text(object value) => value switch
    {
        LocalDate date => LocalDatePattern.Iso.Format(date),
        bool b => b ? "true" : "false",
        IFormattable number and not Enum => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static bool TryParse(string text, Type type, out object? value)
    {
        value = null;
        if (type == typeof(string))
        {
            value = text;
        }
        else if (type == typeof(bool))
        {
            value = text switch { "true" => true, "false" => false, _ => null };
        }
        else if (type == typeof(LocalDate))
        {
            ParseResult<LocalDate> parsed = LocalDatePattern.Iso.Parse(text);
            value = parsed.Success ? parsed.Value : null;
        }
        else if (type.IsEnum)
        {
            value = Enum.GetNames(type).Contains(text, StringComparer.Ordinal) ? Enum.Parse(type, text) : null;
        }
        else if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            value = type == typeof(long) ? number : number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
        }

        return value is not null;
    }
}
