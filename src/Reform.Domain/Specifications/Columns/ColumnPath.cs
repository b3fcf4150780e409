using System.Reflection;
using NodaTime;

namespace Reform.Domain.Specifications;

/// <summary>Where a column comes from: the members read from a fact on; null stands where the elements of a list begin.</summary>
internal sealed class ColumnPath : IEquatable<ColumnPath>
{
    private readonly MemberInfo?[] members;

    private ColumnPath(MemberInfo?[] members) => this.members = members;

    public static ColumnPath Root { get; } = new([]);

    public ReadOnlySpan<MemberInfo?> Members => members;

    public ColumnPath Then(MemberInfo member) => new([.. members, member]);

    public ColumnPath Elements() => new([.. members, null]);

    public bool Equals(ColumnPath? other) => other is not null && members.AsSpan().SequenceEqual(other.members);

    public override bool Equals(object? obj) => Equals(obj as ColumnPath);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (MemberInfo? member in members)
        {
            hash.Add(member);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => string.Concat(members.Select(m => m is null ? "[]" : "." + m.Name));
}

/// <summary>How a column keeps its values.</summary>
internal enum ColumnKind
{
    /// <summary>As they are.</summary>
    Value,

    /// <summary>Values and whether they are there.</summary>
    Optional,

    /// <summary>Days by their number.</summary>
    Day,

    /// <summary>Days by their number; a number of its own stands for none.</summary>
    OptionalDay,

    /// <summary>Texts by their code; 0 is null.</summary>
    Text,

    /// <summary>Only whether an object is there.</summary>
    Presence,

    /// <summary>Where the elements of each list begin, and whether the list is there.</summary>
    Children,
}

/// <summary>A column that code reads.</summary>
internal sealed record ColumnSlot(ColumnPath Path, Type Type, ColumnKind Kind)
{
    public static ColumnSlot Of(ColumnPath path, Type type) => new(path, type, KindOf(type));

    public static ColumnKind KindOf(Type type)
    {
        if (type == typeof(string))
        {
            return ColumnKind.Text;
        }

        if (type == typeof(LocalDate))
        {
            return ColumnKind.Day;
        }

        if (type == typeof(LocalDate?))
        {
            return ColumnKind.OptionalDay;
        }

        if (type.IsValueType)
        {
            return Nullable.GetUnderlyingType(type) is null ? ColumnKind.Value : ColumnKind.Optional;
        }

        return ChildLoop.ListItem(type) is null ? ColumnKind.Presence : ColumnKind.Children;
    }

    /// <summary>The types of the arrays that the column consists of.</summary>
    public Type[] ArrayTypes => Kind switch
    {
        ColumnKind.Value => [Type.MakeArrayType()],
        ColumnKind.Optional => [typeof(bool[]), Nullable.GetUnderlyingType(Type)!.MakeArrayType()],
        ColumnKind.Presence => [typeof(bool[])],
        ColumnKind.Children => [typeof(int[]), typeof(bool[])],
        _ => [typeof(int[])],
    };
}
