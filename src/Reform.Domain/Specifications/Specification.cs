using System.Linq.Expressions;

namespace Reform.Domain.Specifications;

/// <summary>
/// A predicate over <typeparamref name="T"/> that composes (<c>&amp;</c>, <c>|</c>, <c>!</c>), judges in memory
/// (<see cref="IsSatisfiedBy"/>, <see cref="Evaluate(IEnumerable{T})"/>) and translates to SQL through its
/// <see cref="Expression"/>.
/// </summary>
/// <remarks>
/// Derive from it and state the conditions with <see cref="Where"/> in the constructor, or make one with
/// <see cref="Specification.Where{T}"/>. It is sealed at its first use: nothing can change it from then on. The code is
/// compiled once for each shape of condition, not for each instance: values that an instance captured are handed to the
/// shared code as data. A captured local variable is read when its condition is stated; what a captured object holds is read
/// when judging. Safe for use by many threads at once.
/// </remarks>
/// <typeparam name="T">The type of the candidates.</typeparam>
public abstract class Specification<T>
{
    private readonly Lock gate = new();
    private Expression<Func<T, bool>>? condition;
    private volatile CompiledCondition<T>? compiled;
    private volatile PreparedTrace<T>? trace;
    private volatile Expression<Func<T, bool>>? total;
    private bool isSealed;

    /// <summary>Creates a specification without conditions; every candidate satisfies it until <see cref="Where"/> adds one.</summary>
    protected Specification()
    {
    }

    // For conditions that were stated already: their captured values have been read.
    private protected Specification(Expression<Func<T, bool>> composed) => condition = composed;

    /// <summary>The condition as an expression, for EF Core and for composition. Reading it seals the specification.</summary>
    public Expression<Func<T, bool>> Expression
    {
        get
        {
            lock (gate)
            {
                isSealed = true;
                return condition ??= static _ => true;
            }
        }
    }

    /// <summary>Both conditions hold (và).</summary>
    /// <param name="left">The one condition.</param>
    /// <param name="right">The other condition.</param>
    /// <returns>A new specification.</returns>
    public static Specification<T> operator &(Specification<T> left, Specification<T> right) => And(left, right);

    /// <summary>At least one condition holds (hoặc).</summary>
    /// <param name="left">The one condition.</param>
    /// <param name="right">The other condition.</param>
    /// <returns>A new specification.</returns>
    public static Specification<T> operator |(Specification<T> left, Specification<T> right) => Or(left, right);

    /// <summary>The condition does not hold (không).</summary>
    /// <param name="specification">The condition.</param>
    /// <returns>A new specification.</returns>
    public static Specification<T> operator !(Specification<T> specification) => Not(specification);

    /// <summary>Whether a candidate satisfies the condition.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <returns>True when it does.</returns>
    public bool IsSatisfiedBy(T candidate) => Compiled.Holds(candidate);

    /// <summary>How the condition comes out for a candidate, part by part, with what each part read: why it holds, or why not.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <returns>The trace; it holds exactly when <see cref="IsSatisfiedBy"/> says so.</returns>
    public ConditionTrace Trace(T candidate) => (trace ??= PreparedTrace<T>.Of(Expression)).On(candidate);

    /// <summary>The condition as text, captured values included: two that read alike judge alike.</summary>
    /// <returns>The text; for example "(EndedOn ≤ DueOn)".</returns>
    public override string ToString() => ConditionText.Of(Expression.Body, Expression.Parameters[0]);

    /// <summary>The candidates that satisfy the condition, in their order, found as they are asked for.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <returns>A lazy sequence.</returns>
    public IEnumerable<T> Evaluate(IEnumerable<T> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        CompiledCondition<T> ready = Compiled;
        return candidates.Where(ready.Holds);
    }

    /// <summary>
    /// The query narrowed to the candidates that satisfy the condition; the database does the work, and finds those that memory finds: a
    /// comparison with null does not hold, and its negation does.
    /// </summary>
    /// <param name="query">The query, for example a set of an EF Core context.</param>
    /// <returns>The narrowed query.</returns>
    public IQueryable<T> Evaluate(IQueryable<T> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Where(total ??= TotalCondition.Of(Expression));
    }

    /// <summary>Adds a condition; several are joined by "and". For constructors of derived classes.</summary>
    /// <param name="condition">The condition.</param>
    /// <exception cref="InvalidOperationException">The specification was used already, and is sealed.</exception>
    /// <exception cref="ArgumentException">The condition writes to a local variable (an out argument).</exception>
    protected void Where(Expression<Func<T, bool>> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        lock (gate)
        {
            if (isSealed)
            {
                throw new InvalidOperationException("The specification was used already; its conditions can no longer change.");
            }

            Expression<Func<T, bool>> stated = CapturedValues.ReadIn(condition);
            this.condition = this.condition is null ? stated : Joined(this.condition, stated, System.Linq.Expressions.Expression.AndAlso);
        }
    }

    internal CompiledCondition<T> Compiled => compiled ??= CompiledCondition<T>.For(Expression);

    private static Composed And(Specification<T> left, Specification<T> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new Composed(Joined(left.Expression, right.Expression, System.Linq.Expressions.Expression.AndAlso));
    }

    private static Composed Or(Specification<T> left, Specification<T> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new Composed(Joined(left.Expression, right.Expression, System.Linq.Expressions.Expression.OrElse));
    }

    private static Composed Not(Specification<T> specification)
    {
        ArgumentNullException.ThrowIfNull(specification);
        Expression<Func<T, bool>> inner = specification.Expression;
        return new Composed(System.Linq.Expressions.Expression.Lambda<Func<T, bool>>(
            System.Linq.Expressions.Expression.Not(inner.Body), inner.Parameters));
    }

    private static Expression<Func<T, bool>> Joined(
        Expression<Func<T, bool>> left, Expression<Func<T, bool>> right, Func<Expression, Expression, BinaryExpression> join)
    {
        ParameterExpression candidate = left.Parameters[0];
        Expression rightBody = new ParameterReplacer(right.Parameters[0], candidate).Visit(right.Body);
        return System.Linq.Expressions.Expression.Lambda<Func<T, bool>>(join(left.Body, rightBody), candidate);
    }

    private sealed class Composed(Expression<Func<T, bool>> condition) : Specification<T>(condition);
}

/// <summary>Makes specifications from expressions.</summary>
public static class Specification
{
    /// <summary>A specification with one condition.</summary>
    /// <typeparam name="T">The type of the candidates.</typeparam>
    /// <param name="condition">The condition.</param>
    /// <returns>The specification.</returns>
    public static Specification<T> Where<T>(Expression<Func<T, bool>> condition) => new Given<T>(condition);

    /// <summary>A specification that every candidate satisfies.</summary>
    /// <typeparam name="T">The type of the candidates.</typeparam>
    /// <returns>The specification.</returns>
    public static Specification<T> Always<T>() => Where<T>(static _ => true);

    /// <summary>A condition on something that is read of the candidate.</summary>
    /// <typeparam name="T">The type of the candidates.</typeparam>
    /// <typeparam name="TValue">The type of what is read.</typeparam>
    /// <param name="selector">What is read.</param>
    /// <param name="condition">The condition on it.</param>
    /// <returns>The specification.</returns>
    public static Specification<T> Where<T, TValue>(Expression<Func<T, TValue>> selector, Expression<Func<TValue, bool>> condition)
    {
        ArgumentNullException.ThrowIfNull(selector);
        ArgumentNullException.ThrowIfNull(condition);
        Expression body = new ParameterReplacer(condition.Parameters[0], selector.Body).Visit(condition.Body);
        return Where(Expression.Lambda<Func<T, bool>>(body, selector.Parameters));
    }

    private sealed class Given<T> : Specification<T>
    {
        public Given(Expression<Func<T, bool>> condition) => Where(condition);
    }
}
