using System.Linq.Expressions;
using System.Reflection;

namespace Reform.Domain.Specifications;

/// <summary>
/// A condition written so that a database comes to the same result as memory, whatever a translator makes of it. In memory a comparison with
/// null does not hold, so its negation does; in SQL both are unknown. Negations are therefore moved inwards, to the comparisons, where null is
/// asked for, and what no translator knows is written in words that it does.
/// </summary>
internal sealed class TotalCondition : ExpressionVisitor
{
    private TotalCondition()
    {
    }

    public static Expression<Func<T, bool>> Of<T>(Expression<Func<T, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(new TotalCondition().Holds(condition.Body, true), condition.Parameters);

    public override Expression? Visit(Expression? node) => node is not null && node.Type == typeof(bool) ? Holds(node, true) : base.Visit(node);

    // A comparison that becomes a value would become null; as the test of a choice it is one of the two.
    protected override Expression VisitUnary(UnaryExpression node) =>
        node.NodeType == ExpressionType.Convert && node.Type == typeof(bool?) && node.Operand.Type == typeof(bool) && IsAsked(node.Operand)
            ? Expression.Condition(
                Holds(node.Operand, true), Expression.Constant(true, typeof(bool?)), Expression.Constant(false, typeof(bool?)))
            : base.VisitUnary(node);

    // A field of a type never changes, but a statement is to be the same whatever stands in it.
    protected override Expression VisitMember(MemberExpression node) =>
        node is { Expression: null, Member: FieldInfo { IsInitOnly: true } field } ? Captured.Of(field.GetValue(null), node.Type) : base.VisitMember(node);

    // "x ?? 0" by another name, which no database knows.
    protected override Expression VisitMethodCall(MethodCallExpression node) =>
        node is { Method.Name: nameof(Nullable<int>.GetValueOrDefault), Object: Expression value } && Nullable.GetUnderlyingType(value.Type) is Type type
            ? Expression.Coalesce(Visit(value)!, node.Arguments.Count > 0 ? Visit(node.Arguments[0])! : Expression.Default(type))
            : base.VisitMethodCall(node);

    private Expression Holds(Expression node, bool wanted)
    {
        switch (node)
        {
            case UnaryExpression { NodeType: ExpressionType.Not, Method: null } negation:
                return Holds(negation.Operand, !wanted);
            case BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And, Method: null } both:
                return Join(both, wanted, wanted);
            case BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or, Method: null } either:
                return Join(either, !wanted, wanted);
            case BinaryExpression { NodeType: ExpressionType.Equal or ExpressionType.NotEqual or ExpressionType.ExclusiveOr } pair
                when pair.Left.Type == typeof(bool) && pair.Right.Type == typeof(bool) && (IsAsked(pair.Left) || IsAsked(pair.Right)):
                bool same = (pair.NodeType == ExpressionType.Equal) == wanted;
                return Expression.OrElse(
                    Expression.AndAlso(Holds(pair.Left, true), Holds(pair.Right, same)), Expression.AndAlso(Holds(pair.Left, false), Holds(pair.Right, !same)));
            case ConditionalExpression choice:
                return Expression.OrElse(
                    Expression.AndAlso(Holds(choice.Test, true), Holds(choice.IfTrue, wanted)),
                    Expression.AndAlso(Holds(choice.Test, false), Holds(choice.IfFalse, wanted)));
            default:
                Expression leaf = base.Visit(node)!;
                return wanted ? leaf : Negated(leaf);
        }
    }

    private BinaryExpression Join(BinaryExpression node, bool isAnd, bool wanted) => isAnd
        ? Expression.AndAlso(Holds(node.Left, wanted), Holds(node.Right, wanted))
        : Expression.OrElse(Holds(node.Left, wanted), Holds(node.Right, wanted));

    private static Expression Negated(Expression leaf)
    {
        Expression negated = Expression.Not(leaf);
        return leaf is BinaryExpression
        {
            NodeType: ExpressionType.LessThan or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual,
        } comparison
            ? OrNull(comparison.Left, OrNull(comparison.Right, negated))
            : negated;
    }

    private static Expression OrNull(Expression operand, Expression otherwise) => CanBeNull(operand)
        ? Expression.OrElse(Expression.Equal(operand, Expression.Constant(null, operand.Type)), otherwise)
        : otherwise;

    private static bool CanBeNull(Expression operand) => Nullable.GetUnderlyingType(operand.Type) is not null && operand switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert } converted => CanBeNull(converted.Operand),
        ConstantExpression constant => constant.Value is null,
        MemberExpression { Expression: ConstantExpression { Value: Captured captured } } => captured.Boxed is null,
        _ => true,
    };

    private static bool IsAsked(Expression node) => node is UnaryExpression { NodeType: ExpressionType.Not } or BinaryExpression or ConditionalExpression or MethodCallExpression;
}
