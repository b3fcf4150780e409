using System.Linq.Expressions;

namespace Reform.Domain.Specifications;

/// <summary>The columns that code reads, each with the variables that hold its arrays, and the rows that its parameters stand for.</summary>
internal sealed class ColumnScope
{
    private readonly Dictionary<ColumnPath, (ColumnSlot Slot, ParameterExpression[] Arrays)> columns = [];
    private readonly Dictionary<ParameterExpression, (ColumnPath Table, Expression Row)> rows = [];
    private readonly List<ColumnSlot> slots = [];

    /// <summary>The columns, in the order in which they were first read.</summary>
    public IReadOnlyList<ColumnSlot> Slots => slots;

    /// <summary>The variables of all arrays, column by column.</summary>
    public IEnumerable<ParameterExpression> Arrays => slots.SelectMany(s => columns[s.Path].Arrays);

    /// <summary>Says which rows a parameter stands for.</summary>
    public void Enter(ParameterExpression parameter, ColumnPath table, Expression row) => rows[parameter] = (table, row);

    /// <summary>The variables of a column's arrays.</summary>
    public ParameterExpression[] Column(ColumnPath path, Type type)
    {
        if (!columns.TryGetValue(path, out (ColumnSlot Slot, ParameterExpression[] Arrays) column))
        {
            var slot = ColumnSlot.Of(path, type);
            column = (slot, [.. slot.ArrayTypes.Select(a => Expression.Variable(a, "column"))]);
            columns.Add(path, column);
            slots.Add(slot);
        }

        return column.Arrays;
    }

    /// <summary>Where an expression reads a fact or an element; null when it reads neither, or works something out on the way.</summary>
    public Located? Locate(Expression node)
    {
        if (node is ParameterExpression parameter && rows.TryGetValue(parameter, out (ColumnPath Table, Expression Row) found))
        {
            return new(found.Table, node.Type, found.Row, null, IsElement: true);
        }

        if (node is not MemberExpression { Expression: { } owner } read || Locate(owner) is not { } from
            || from.Type == typeof(string) || Nullable.GetUnderlyingType(from.Type) is not null
            || ColumnSlot.KindOf(from.Type) == ColumnKind.Children)
        {
            return null;
        }

        // An object on the way has to be there; the deepest one is there only when those before it are.
        bool isObject = !from.IsElement && !from.Type.IsValueType;
        return new(
            from.Path.Then(read.Member),
            node.Type,
            from.Row,
            isObject ? ColumnForms.At(Column(from.Path, from.Type)[0], from.Row) : from.OwnerIsThere,
            IsElement: false);
    }
}

/// <summary>What an expression reads: a column, a row, and what has to be there on the way.</summary>
internal sealed record Located(ColumnPath Path, Type Type, Expression Row, Expression? OwnerIsThere, bool IsElement);
