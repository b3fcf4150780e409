using System.Linq.Expressions;
using System.Reflection;

namespace Reform.Domain.Specifications;

/// <summary>Takes the values that an expression captured out of it, so that expressions which differ only in them share code.</summary>
internal sealed class ConstantHoister(ParameterExpression values) : ExpressionVisitor
{
    private readonly List<object?> found = [];

    public object?[] Values => [.. found];

    protected override Expression VisitConstant(ConstantExpression node) => Hoist(node.Value, node.Type);

    protected override Expression VisitMember(MemberExpression node) =>
        node.Expression is ConstantExpression { Value: not null } closure && node.Member is FieldInfo field
            && IsCompilerMade(closure.Type)
            ? Hoist(field.GetValue(closure.Value), node.Type)
            : base.VisitMember(node);

    private UnaryExpression Hoist(object? value, Type type)
    {
        found.Add(value);
        return Expression.Convert(Expression.ArrayIndex(values, Expression.Constant(found.Count - 1)), type);
    }

    // The fields of a closure stand for local variables. They are read here, once: a specification keeps the meaning that it
    // had when it was built, even if the local changes afterwards.
    private static bool IsCompilerMade(Type type) =>
        type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), inherit: false);
}
