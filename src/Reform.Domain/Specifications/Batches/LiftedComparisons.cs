using System.Linq.Expressions;

namespace Reform.Domain.Specifications;

/// <summary>
/// Writes comparisons of values that may be absent as a test for presence and a comparison of what is there. Both sides are still
/// read, the left one first.
/// </summary>
internal sealed class LiftedComparisons : ExpressionVisitor
{
    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node is not { IsLifted: true, IsLiftedToNull: false } || IsNull(node.Left) || IsNull(node.Right)
            || node.NodeType is not (ExpressionType.LessThan or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan
                or ExpressionType.GreaterThanOrEqual or ExpressionType.Equal or ExpressionType.NotEqual))
        {
            return base.VisitBinary(node);
        }

        Operand left = Operand.Of(Visit(node.Left));
        Operand right = Operand.Of(Visit(node.Right));
        Expression compared = Compared(node, left.HasValue, left.Value, right.HasValue, right.Value);
        return Expression.Block(typeof(bool), [left.Variable, right.Variable], [left.Read, right.Read, compared]);
    }

    /// <summary>
    /// The comparison in parts, a side without a test being always there. Absent equals absent, and is unequal to anything else; no
    /// other comparison holds for it.
    /// </summary>
    public static Expression Compared(BinaryExpression node, Expression? leftHasValue, Expression left, Expression? rightHasValue, Expression right)
    {
        if (node.NodeType == ExpressionType.NotEqual)
        {
            Expression differ = Expression.MakeBinary(node.NodeType, left, right, false, node.Method);
            return (leftHasValue, rightHasValue) switch
            {
                (null, null) => differ,
                ({ } l, null) => Expression.OrElse(Expression.Not(l), differ),
                (null, { } r) => Expression.OrElse(Expression.Not(r), differ),
                ({ } l, { } r) => Expression.OrElse(Expression.NotEqual(l, r), Expression.AndAlso(l, differ)),
            };
        }

        Expression holds = Expression.MakeBinary(node.NodeType, left, right, false, node.Method);
        return (leftHasValue, rightHasValue) switch
        {
            (null, null) => holds,
            ({ } l, null) => Expression.AndAlso(l, holds),
            (null, { } r) => Expression.AndAlso(r, holds),
            ({ } l, { } r) when node.NodeType == ExpressionType.Equal =>
                Expression.AndAlso(Expression.Equal(l, r), Expression.OrElse(Expression.Not(l), holds)),
            ({ } l, { } r) => Expression.AndAlso(Expression.AndAlso(l, r), holds),
        };
    }

    private static bool IsNull(Expression node) => node is ConstantExpression { Value: null };

    /// <summary>One side, read into a variable; without <paramref name="HasValue"/> it is always there.</summary>
    private sealed record Operand(ParameterExpression Variable, Expression Read, Expression? HasValue, Expression Value)
    {
        public static Operand Of(Expression node)
        {
            bool isPresent = node is UnaryExpression { NodeType: ExpressionType.Convert, Method: null } lifted
                && lifted.Operand.Type == Nullable.GetUnderlyingType(node.Type);
            Expression read = isPresent ? ((UnaryExpression)node).Operand : node;
            ParameterExpression variable = Expression.Variable(read.Type, "side");
            return new(
                variable,
                Expression.Assign(variable, read),
                isPresent ? null : Expression.Property(variable, nameof(Nullable<>.HasValue)),
                isPresent ? variable : Expression.Call(variable, nameof(Nullable<>.GetValueOrDefault), null));
        }
    }
}
