using System.Reflection;
using System.Runtime.CompilerServices;
using NodaTime;

namespace Reform.Domain.Rules;

/// <summary>The stored properties of flat facts: those that can be set, of a type that a database column can hold.</summary>
internal static class FlatFacts
{
    public static IReadOnlyList<PropertyInfo> Of(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsStored).OrderBy(p => p.Name, StringComparer.Ordinal)];

    public static bool IsStored(PropertyInfo property) =>
        property is { CanRead: true, SetMethod.IsPublic: true } && property.GetIndexParameters().Length == 0 && IsColumn(property.PropertyType);

    public static bool IsColumn(Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) || plain == typeof(int) || plain == typeof(long) || plain == typeof(bool) || plain == typeof(LocalDate) || plain.IsEnum;
    }

    public static bool CanBeAbsent(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) is not null
        || (property.PropertyType == typeof(string) && new NullabilityInfoContext().Create(property).ReadState != NullabilityState.NotNull);

    /// <summary>An object with no facts: numbers 0, texts that must not be null empty, everything else absent.</summary>
    public static object Blank(Type type)
    {
        object blank = RuntimeHelpers.GetUninitializedObject(type);
        var nullability = new NullabilityInfoContext();
        foreach (PropertyInfo property in Of(type))
        {
            if (property.PropertyType == typeof(string) && nullability.Create(property).ReadState == NullabilityState.NotNull)
            {
                property.SetValue(blank, "");
            }
        }

        return blank;
    }
}
