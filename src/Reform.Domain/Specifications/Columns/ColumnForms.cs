using System.Linq.Expressions;
using NodaTime;

namespace Reform.Domain.Specifications;

/// <summary>Part of a condition over columns, in the form in which it is cheapest to go on with.</summary>
internal abstract record ColumnForm
{
    /// <summary>The value itself.</summary>
    public abstract Expression Plain { get; }
}

/// <summary>A value as it is.</summary>
internal sealed record PlainForm(Expression Node) : ColumnForm
{
    public override Expression Plain => Node;
}

/// <summary>A value that may be absent, in two parts; both may be read any number of times.</summary>
internal sealed record OptionalForm(Expression HasValue, Expression Value, Type Type) : ColumnForm
{
    public override Expression Plain => Expression.Condition(HasValue, Expression.Convert(Value, Type), Expression.Default(Type));
}

/// <summary>A date by its number.</summary>
internal sealed record DayForm(Expression Number) : ColumnForm
{
    public override Expression Plain => Expression.Call(typeof(DayNumbers), nameof(DayNumbers.ToDate), null, Number);
}

/// <summary>A date that may be absent, by its number.</summary>
internal sealed record OptionalDayForm(Expression Number, bool MayBeAbsent) : ColumnForm
{
    public override Expression Plain => Expression.Call(typeof(DayNumbers), nameof(DayNumbers.ToOptional), null, Number);

    public Expression HasValue => Expression.NotEqual(Number, Expression.Constant(DayNumbers.Absent));
}

/// <summary>A text by its code.</summary>
internal sealed record TextForm(Expression Code, Expression Texts) : ColumnForm
{
    public override Expression Plain => ColumnForms.At(Texts, Code);
}

/// <summary>An object or a list of which only parts are read.</summary>
internal sealed record WholeForm(Expression IsThere, Expression Node, Expression? Begin, Expression? End) : ColumnForm
{
    /// <exception cref="ColumnlessException">Always: there is no column of objects.</exception>
    public override Expression Plain => throw new ColumnlessException(Node);
}

/// <summary>An expression has no column form.</summary>
#pragma warning disable CA1032, CA1064 // Never leaves the folder.
internal sealed class ColumnlessException(Expression node) : Exception
#pragma warning restore CA1032, CA1064
{
    public Expression Node { get; } = node;
}

/// <summary>Small pieces of code over columns.</summary>
internal static class ColumnForms
{
    public static MethodCallExpression At(Expression column, Expression row) =>
        Expression.Call(typeof(ColumnSource), nameof(ColumnSource.At), [column.Type.GetElementType()!], column, row);

    /// <summary>Compares two dates by their numbers; null when one has none, or none of them is a column's.</summary>
    public static Expression? Compared(ExpressionType how, (Expression Number, bool MayBeAbsent) left, (Expression Number, bool MayBeAbsent) right)
    {
        // The number of an absent date is the least: only the side that has to be greater needs the other to be there.
        bool demandsRight = how is ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual && right.MayBeAbsent;
        bool demandsLeft = how is ExpressionType.LessThan or ExpressionType.LessThanOrEqual && left.MayBeAbsent;
        Expression compared = Expression.MakeBinary(how, left.Number, right.Number);

        // Both sides are read, whatever the one is: reading the other may throw.
        return demandsLeft ? Expression.And(Expression.NotEqual(left.Number, Expression.Constant(DayNumbers.Absent)), compared)
            : demandsRight ? Expression.And(Expression.NotEqual(right.Number, Expression.Constant(DayNumbers.Absent)), compared)
            : compared;
    }

    /// <summary>Whether an expression only reads columns and variables, compares and adds: it never throws, and skipping it saves nothing.</summary>
    public static bool IsSimple(Expression node) => node switch
    {
        ConstantExpression or ParameterExpression => true,
        MethodCallExpression { Method: { Name: nameof(ColumnSource.At), DeclaringType: Type type } } call =>
            type == typeof(ColumnSource) && call.Arguments.All(IsSimple),
        UnaryExpression { NodeType: ExpressionType.Not, Method: null } not => not.Type == typeof(bool) && IsSimple(not.Operand),
        UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert =>
            IsNumber(convert.Type) && IsNumber(convert.Operand.Type) && IsSimple(convert.Operand),
        BinaryExpression { Method: null, IsLifted: false } binary =>
            (IsComparison(binary.NodeType) || binary.NodeType is ExpressionType.And or ExpressionType.Or or ExpressionType.Add or ExpressionType.Subtract)
            && IsNumber(binary.Left.Type) && IsNumber(binary.Right.Type) && IsSimple(binary.Left) && IsSimple(binary.Right),
        _ => false,
    };

    private static bool IsNumber(Type type) => type.IsPrimitive || type.IsEnum;

    public static bool IsDate(Type type) => type == typeof(LocalDate) || type == typeof(LocalDate?);

    public static bool IsComparison(ExpressionType how) => how is ExpressionType.Equal or ExpressionType.NotEqual or ExpressionType.LessThan
        or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual;
}
