using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace Reform.Domain.Specifications;

/// <summary>The code of a group of specifications over columns, shared by every group of the same shape.</summary>
internal sealed class ColumnCode<T>
{
    private const int MaxSharedShapes = 1024;
    private static readonly ConcurrentDictionary<ExpressionShape, ColumnCode<T>> SharedCode = new();

    private readonly ColumnWriter writer;
    private readonly IReadOnlyList<Expression> conditions;
    private readonly ColumnTest?[] tests;

    private ColumnCode(ColumnWriter writer, IReadOnlyList<Expression> conditions)
    {
        this.writer = writer;
        this.conditions = conditions;
        tests = new ColumnTest?[conditions.Count];
        (Expression<ColumnPass> pass, Slots, Memos) = writer.Pass(conditions);
        Pass = pass.Compile();
    }

    public ColumnPass Pass { get; }

    /// <summary>The columns that it reads, in the order of their arrays.</summary>
    public IReadOnlyList<ColumnSlot> Slots { get; }

    /// <summary>How many arrays of remembered answers follow the columns.</summary>
    public int Memos { get; }

    /// <summary>One specification over one row, the careful way; compiled when it is first needed.</summary>
    public ColumnTest Test(int place) => tests[place] ??= writer.Test(conditions[place], Slots).Compile();

    /// <exception cref="ArgumentException">A specification has no column form.</exception>
    public static (ColumnCode<T> Code, object?[] Values) For(ReadOnlySpan<Specification<T>> group, string parameter)
    {
        _ = SlotsOf(group, parameter);
        ParameterExpression candidate = Expression.Parameter(typeof(T), "candidate");
        ParameterExpression values = Expression.Parameter(typeof(object[]), "values");
        var hoister = new ConstantHoister(values);
        var together = (NewArrayExpression)hoister.Visit(Expression.NewArrayInit(typeof(bool), BodiesOf(group, candidate)));
        ExpressionShape shape = ExpressionShape.Of(together, candidate, values)!;
        if (!SharedCode.TryGetValue(shape, out ColumnCode<T>? code))
        {
            code = new ColumnCode<T>(new ColumnWriter(candidate, values), together.Expressions);
            if (SharedCode.Count < MaxSharedShapes)
            {
                code = SharedCode.GetOrAdd(shape, code);
            }
        }

        return (code, hoister.Values);
    }

    /// <summary>The columns that specifications read.</summary>
    /// <exception cref="ArgumentException">A specification is null, or reads something that has no column form.</exception>
    public static IReadOnlyList<ColumnSlot> SlotsOf(ReadOnlySpan<Specification<T>> specifications, string parameter)
    {
        var slots = new List<ColumnSlot>();
        for (int i = 0; i < specifications.Length; i++)
        {
            Expression<Func<T, bool>> condition = specifications[i]?.Expression ?? throw new ArgumentException("A specification is null.", parameter);
            ParameterExpression candidate = condition.Parameters[0];
            if (ExpressionShape.Of(condition.Body, candidate) is null)
            {
                throw Refused(i, condition.Body, parameter);
            }

            try
            {
                slots.AddRange(new ColumnWriter(candidate, Expression.Parameter(typeof(object[]))).SlotsOf(condition.Body));
            }
            catch (ColumnlessException refused)
            {
                throw Refused(i, refused.Node, parameter);
            }
        }

        return slots;
    }

    private static ArgumentException Refused(int place, Expression node, string parameter) => new(
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"Specification {place} has no form over columns: '{node}' takes an object or a list as a whole, or holds a lambda that is no Any, All, Count or Where over a list of the fact."),
        parameter);

    private static Expression[] BodiesOf(ReadOnlySpan<Specification<T>> group, ParameterExpression candidate)
    {
        var bodies = new Expression[group.Length];
        for (int i = 0; i < group.Length; i++)
        {
            Expression<Func<T, bool>> condition = group[i].Expression;
            bodies[i] = new ParameterReplacer(condition.Parameters[0], candidate).Visit(condition.Body);
        }

        return bodies;
    }
}
