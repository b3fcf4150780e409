using System.Linq.Expressions;

namespace Reform.Domain.Specifications;

/// <summary>Takes the values that an expression captured out of it, so that expressions which differ only in them share code.</summary>
internal sealed class ConstantHoister(ParameterExpression values) : ExpressionVisitor
{
    private readonly List<object?> found = [];

    public object?[] Values => [.. found];

    // A literal null stays: a test for null is faster than a comparison with a value that may be null.
    protected override Expression VisitConstant(ConstantExpression node) => node.Value is null ? node : Hoist(node.Value, node.Type);

    protected override Expression VisitMember(MemberExpression node) =>
        node.Expression is ConstantExpression { Value: Captured captured } ? Hoist(captured.Boxed, node.Type) : base.VisitMember(node);

    private UnaryExpression Hoist(object? value, Type type)
    {
        found.Add(value);
        return Expression.Convert(Expression.ArrayIndex(values, Expression.Constant(found.Count - 1)), type);
    }
}
