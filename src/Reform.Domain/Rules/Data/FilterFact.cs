using System.Reflection;
using System.Text.Json;
using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>A fact that a filter can name (dữ kiện của biểu thức lọc).</summary>
/// <param name="Name">The name in a filter, in snake_case.</param>
/// <param name="Label">The name as a clerk reads it.</param>
/// <param name="Kind">What it is compared with.</param>
/// <param name="CanBeUnknown">Whether it may be unknown.</param>
/// <param name="Members">The members of an enumeration, in snake_case; empty for other kinds.</param>
public sealed record FilterFact(string Name, BilingualText Label, FilterFactKind Kind, bool CanBeUnknown, ValueList<string> Members)
{
    /// <summary>The facts of a type of object.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="subject">Knows the names of the facts.</param>
    /// <returns>The facts, in the order of their names.</returns>
    public static ValueList<FilterFact> Of<T>(RuleSubject<T> subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return FlatFacts.Of(typeof(T)).Select(p => Of(p, subject.WordOf(p.Name))).OrderBy(f => f.Name, StringComparer.Ordinal).ToValueList();
    }

    private static FilterFact Of(PropertyInfo property, BilingualText label)
    {
        Type plain = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        FilterFactKind kind = plain == typeof(bool) ? FilterFactKind.Boolean
            : plain == typeof(LocalDate) ? FilterFactKind.Date
            : plain == typeof(string) ? FilterFactKind.Text
            : plain.IsEnum ? FilterFactKind.Member
            : FilterFactKind.Number;
        return new FilterFact(
            JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), label, kind, FlatFacts.CanBeAbsent(property),
            plain.IsEnum ? Enum.GetNames(plain).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName).ToValueList() : []);
    }
}

/// <summary>What a fact is compared with.</summary>
public enum FilterFactKind
{
    /// <summary>A whole number (số nguyên).</summary>
    Number = 0,

    /// <summary>true or false (đúng hoặc sai).</summary>
    Boolean = 1,

    /// <summary>A date (ngày).</summary>
    Date = 2,

    /// <summary>A text (chuỗi).</summary>
    Text = 3,

    /// <summary>A member of an enumeration (giá trị trong danh mục).</summary>
    Member = 4,
}
