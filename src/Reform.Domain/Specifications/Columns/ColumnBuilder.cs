using System.Linq.Expressions;
using System.Reflection;
using NodaTime;

namespace Reform.Domain.Specifications;

/// <summary>Makes the tables that hold the columns of given slots, and what fills them from facts.</summary>
internal sealed class ColumnBuilder(TextTable texts)
{
    private readonly Dictionary<ColumnPath, object> tables = [];
    private readonly Dictionary<ColumnPath, Func<object[]>> arrays = [];

    /// <summary>How to get the arrays of each column, which move when they grow.</summary>
    public IReadOnlyDictionary<ColumnPath, Func<object[]>> Arrays => arrays;

    public FactTable<T> Build<T>(IEnumerable<ColumnSlot> slots)
    {
        var root = new FactTable<T>();
        tables.Add(ColumnPath.Root, root);

        // A list comes before its elements.
        foreach (ColumnSlot slot in slots.OrderBy(s => s.Path.Members.Length))
        {
            if (!arrays.ContainsKey(slot.Path))
            {
                Add(slot);
            }
        }

        return root;
    }

    private void Add(ColumnSlot slot)
    {
        ColumnPath table = ColumnPath.Root;
        var members = new List<MemberInfo>();
        var path = ColumnPath.Root;
        foreach (MemberInfo? member in slot.Path.Members)
        {
            path = member is null ? path.Elements() : path.Then(member);
            if (member is null)
            {
                table = path;
                members.Clear();
            }
            else
            {
                members.Add(member);
            }
        }

        object owner = tables[table];
        Type row = owner.GetType().GetGenericArguments()[0];
        typeof(ColumnBuilder).GetMethod(nameof(AddTo), BindingFlags.NonPublic | BindingFlags.Instance)!
            .MakeGenericMethod(row, slot.Type).Invoke(this, [owner, slot, members.ToArray()]);
    }

    private void AddTo<TRow, TRead>(FactTable<TRow> table, ColumnSlot slot, MemberInfo[] members)
    {
        Func<TRow, TRead> read = Reader<TRow, TRead>(members);
        object column = slot.Kind switch
        {
            ColumnKind.Text => new ValueColumn<TRow, int>(row => texts.Add((string?)(object?)read(row))),
            ColumnKind.Presence => new ValueColumn<TRow, bool>(row => read(row) is not null),
            ColumnKind.Day => new ValueColumn<TRow, int>(Composed((Func<TRow, LocalDate>)(object)read, DayNumbers.Of)),
            ColumnKind.OptionalDay => new ValueColumn<TRow, int>(Composed((Func<TRow, LocalDate?>)(object)read, DayNumbers.OfOptional)),
            ColumnKind.Optional => Activator.CreateInstance(
                typeof(OptionalColumn<,>).MakeGenericType(typeof(TRow), Nullable.GetUnderlyingType(typeof(TRead))!), read)!,
            ColumnKind.Children => Children<TRow, TRead>(slot, read),
            _ => new ValueColumn<TRow, TRead>(read),
        };
        var added = (Column<TRow>)column;
        table.Add(added);
        arrays.Add(slot.Path, () => added.Arrays);
    }

    private object Children<TRow, TRead>(ColumnSlot slot, Func<TRow, TRead> read)
    {
        Type element = ChildLoop.ListItem(slot.Type)!;
        object elements = Activator.CreateInstance(typeof(FactTable<>).MakeGenericType(element))!;
        tables.Add(slot.Path.Elements(), elements);
        return Activator.CreateInstance(typeof(ChildColumn<,>).MakeGenericType(typeof(TRow), element), read, elements)!;
    }

    private static Func<TRow, int> Composed<TRow, TRead>(Func<TRow, TRead> read, Func<TRead, int> number) => row => number(read(row));

    // What is read through an object that is not there has no value; whoever asks for it asks first whether the object is there.
    private static Func<TRow, TRead> Reader<TRow, TRead>(MemberInfo[] members)
    {
        ParameterExpression row = Expression.Parameter(typeof(TRow), "row");
        return Expression.Lambda<Func<TRow, TRead>>(Step(row, members), row).Compile();

        static Expression Step(Expression from, ReadOnlySpan<MemberInfo> rest)
        {
            if (rest.IsEmpty)
            {
                return from.Type == typeof(TRead) ? from : Expression.Convert(from, typeof(TRead));
            }

            MemberExpression read = Expression.MakeMemberAccess(from, rest[0]);
            if (rest.Length == 1 || read.Type.IsValueType)
            {
                return Step(read, rest[1..]);
            }

            ParameterExpression there = Expression.Variable(read.Type, "there");
            return Expression.Block(
                [there],
                Expression.Assign(there, read),
                Expression.Condition(
                    Expression.Equal(there, Expression.Constant(null, typeof(object))), Expression.Default(typeof(TRead)), Step(there, rest[1..])));
        }
    }
}
