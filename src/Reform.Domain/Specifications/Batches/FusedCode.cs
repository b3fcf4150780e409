using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace Reform.Domain.Specifications;

/// <summary>
/// The code of up to 64 specifications: one pass over candidates that sets a bit for each one that a candidate satisfies. When a
/// candidate throws, the position says which.
/// </summary>
internal delegate void FusedPass<T>(
    ReadOnlySpan<T> candidates, Span<ulong> satisfied, object?[] values, CompiledCondition<T>[] apart, ref int position);

/// <summary>Makes the code of a group of specifications, shared by every group of the same shape.</summary>
internal static class FusedCode<T>
{
    private const int MaxSharedShapes = 1024;
    private static readonly ConcurrentDictionary<ExpressionShape, FusedPass<T>> SharedCode = new();

    /// <summary>The code, the values that it is to be given, and the conditions that it calls because they cannot be inlined.</summary>
    public static (FusedPass<T> Code, object?[] Values, CompiledCondition<T>[] Apart) For(ReadOnlySpan<Specification<T>> group)
    {
        ParameterExpression candidate = Expression.Parameter(typeof(T), "candidate");
        ParameterExpression values = Expression.Parameter(typeof(object[]), "values");
        var apart = new List<CompiledCondition<T>>();
        var bodies = new Expression[group.Length];
        for (int i = 0; i < group.Length; i++)
        {
            Expression<Func<T, bool>> condition = group[i].Expression;
            bodies[i] = new ParameterReplacer(condition.Parameters[0], candidate).Visit(condition.Body);
            if (!CanBeInlined(bodies[i], candidate))
            {
                bodies[i] = Expression.Default(typeof(bool));
                apart.Add(group[i].Compiled);
            }
        }

        var hoister = new ConstantHoister(values);
        var together = (NewArrayExpression)hoister.Visit(Expression.NewArrayInit(typeof(bool), bodies));
        ExpressionShape shape = ExpressionShape.Of(together, candidate, values)!;
        if (!SharedCode.TryGetValue(shape, out FusedPass<T>? code))
        {
            code = new FusedWriter<T>(candidate, values).Write(together.Expressions).Compile();
            if (SharedCode.Count < MaxSharedShapes)
            {
                code = SharedCode.GetOrAdd(shape, code);
            }
        }

        return (code, hoister.Values, [.. apart]);
    }

    // A lambda that stays one keeps the variables of the pass in an object: it runs on its own.
    private static bool CanBeInlined(Expression body, ParameterExpression candidate)
    {
        if (body is DefaultExpression || ExpressionShape.Of(body, candidate) is null)
        {
            return false;
        }

        var lambdas = new LambdaFinder();
        lambdas.Visit(new LoopInliner().Visit(body));
        return !lambdas.Found;
    }

    private sealed class LambdaFinder : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitLambda<TDelegate>(Expression<TDelegate> node)
        {
            Found = true;
            return node;
        }

        // What another way of writing statements would need: a variable kept beyond the pass.
        protected override Expression VisitRuntimeVariables(RuntimeVariablesExpression node)
        {
            Found = true;
            return node;
        }
    }
}
