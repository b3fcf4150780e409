using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace Reform.Domain.Specifications;

/// <summary>
/// A condition ready to run: code shared by every condition of the same shape, and the values of this one.
/// Compiling costs some hundred microseconds; finding the shared code costs a walk over the expression.
/// </summary>
internal sealed class CompiledCondition<T>
{
    // Bounded by the shapes that a program's source contains; the guard is for programs that build expressions from data.
    private const int MaxSharedShapes = 4096;
    private static readonly ConcurrentDictionary<ExpressionShape, Func<T, object?[], bool>> SharedCode = new();

    private readonly Func<T, object?[], bool> code;
    private readonly object?[] values;

    private CompiledCondition(Func<T, object?[], bool> code, object?[] values)
    {
        this.code = code;
        this.values = values;
    }

    public static CompiledCondition<T> For(Expression<Func<T, bool>> condition)
    {
        ParameterExpression candidate = condition.Parameters[0];
        ParameterExpression values = Expression.Parameter(typeof(object[]), "values");
        var hoister = new ConstantHoister(values);
        Expression body = hoister.Visit(condition.Body);
        ExpressionShape? shape = ExpressionShape.Of(body, candidate, values);
        if (shape is null || !SharedCode.TryGetValue(shape, out Func<T, object?[], bool>? code))
        {
            code = Expression.Lambda<Func<T, object?[], bool>>(body, candidate, values).Compile();
            if (shape is not null && SharedCode.Count < MaxSharedShapes)
            {
                code = SharedCode.GetOrAdd(shape, code);
            }
        }

        return new CompiledCondition<T>(code, hoister.Values);
    }

    public bool Holds(T candidate) => code(candidate, values);
}
