using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Reform.Domain.Specifications;

/// <summary>
/// Reads the local variables that a condition captured, once, when the condition is stated: it keeps that meaning in memory and
/// in the database, even if a local changes afterwards. Objects are captured as references: what they hold is read when judging.
/// </summary>
internal sealed class CapturedValues : ExpressionVisitor
{
    private CapturedValues()
    {
    }

    public static Expression<Func<T, bool>> ReadIn<T>(Expression<Func<T, bool>> condition) =>
        (Expression<Func<T, bool>>)new CapturedValues().Visit(condition);

    protected override Expression VisitMember(MemberExpression node) =>
        TryRead(node, out object? value) ? Captured.Of(value, node.Type) : base.VisitMember(node);

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        ParameterInfo[] parameters = node.Method.GetParameters();
        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i] is { ParameterType.IsByRef: true, IsIn: false } && TryRead(node.Arguments[i], out _))
            {
                throw new ArgumentException(
                    "A condition cannot write to a local variable, as the argument '" + parameters[i].Name + "' of " + node.Method.Name
                        + " does.");
            }
        }

        return base.VisitMethodCall(node);
    }

    // A closure inside a closure is a field of it: the chain is followed down to the constant that it starts from.
    private static bool TryRead(Expression node, out object? value)
    {
        value = null;
        if (node is not MemberExpression { Member: FieldInfo field, Expression: { } target } || !IsClosure(target.Type))
        {
            return false;
        }

        object? closure = (target as ConstantExpression)?.Value;
        if (closure is null && (!TryRead(target, out closure) || closure is null))
        {
            return false;
        }

        value = field.GetValue(closure);
        return true;
    }

    private static bool IsClosure(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
