using System.Linq.Expressions;

namespace Reform.Domain.Specifications;

/// <summary>
/// A captured value in an expression. EF Core makes a parameter of what is read from an object, and writes a constant into the
/// statement; so a value stands in the expression as the field of an object.
/// </summary>
internal abstract class Captured
{
    public abstract object? Boxed { get; }

    public static MemberExpression Of(object? value, Type type)
    {
        object holder = Activator.CreateInstance(typeof(Captured<>).MakeGenericType(type), value)!;
        return Expression.Field(Expression.Constant(holder), nameof(Captured<>.Value));
    }
}

/// <summary>A captured value of one type.</summary>
internal sealed class Captured<TValue>(TValue value) : Captured
{
    public readonly TValue Value = value;

    public override object? Boxed => Value;
}
