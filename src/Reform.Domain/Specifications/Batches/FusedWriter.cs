using System.Linq.Expressions;

namespace Reform.Domain.Specifications;

/// <summary>Writes the pass over candidates: values and common reads in variables, inner loops inlined, one bit a specification.</summary>
internal sealed class FusedWriter<T>(ParameterExpression candidate, ParameterExpression values)
{
    private readonly ParameterExpression candidates = Expression.Parameter(typeof(ReadOnlySpan<T>), "candidates");
    private readonly ParameterExpression satisfied = Expression.Parameter(typeof(Span<ulong>), "satisfied");
    private readonly ParameterExpression apart = Expression.Parameter(typeof(CompiledCondition<T>[]), "apart");
    private readonly ParameterExpression position = Expression.Parameter(typeof(int).MakeByRefType(), "position");

    public Expression<FusedPass<T>> Write(IReadOnlyList<Expression> conditions)
    {
        ParameterExpression index = Expression.Variable(typeof(int), "index");
        ParameterExpression word = Expression.Variable(typeof(ulong), "word");
        var locals = new ValueLocals(values);
        CommonReads reads = CommonReads.In(conditions, candidate);
        var inliner = new LoopInliner();
        var lifted = new LiftedComparisons();
        var dates = new DateComparisons();
        var judged = new List<Expression>();
        int others = 0;
        for (int i = 0; i < conditions.Count; i++)
        {
            Expression holds = conditions[i] is DefaultExpression
                ? Expression.Call(
                    Expression.ArrayIndex(apart, Expression.Constant(others++)), nameof(CompiledCondition<>.Holds), null, candidate)
                : dates.Visit(lifted.Visit(inliner.Visit(reads.Visit(locals.Visit(conditions[i])))));
            judged.Add(Expression.IfThen(holds, Expression.OrAssign(word, Expression.Constant(1UL << i))));
        }

        LabelTarget end = Expression.Label("end");
        Expression once = Expression.Block(
            typeof(void),
            [
                Expression.Assign(position, index),
                Expression.Assign(candidate, Call(nameof(BatchSource.Item), typeof(T), candidates, index)),
                .. reads.Assignments,
                Expression.Assign(word, Expression.Constant(0UL)),
                .. judged,
                Expression.Call(typeof(BatchSource), nameof(BatchSource.Store), null, satisfied, index, word),
                Expression.PreIncrementAssign(index),
            ]);
        Expression pass = Expression.Loop(
            Expression.IfThenElse(
                Expression.LessThan(index, Call(nameof(BatchSource.Length), typeof(T), candidates)), once, Expression.Break(end)),
            end);
        BlockExpression body = Expression.Block(
            typeof(void),
            [index, word, candidate, .. locals.Variables, .. reads.Variables],
            [.. locals.Assignments, Expression.Assign(index, position), pass]);
        return Expression.Lambda<FusedPass<T>>(body, candidates, satisfied, values, apart, position);
    }

    private static MethodCallExpression Call(string helper, Type item, params Expression[] arguments) =>
        Expression.Call(typeof(BatchSource), helper, [item], arguments);
}

/// <summary>Keeps the values of a pass in variables, unpacked once.</summary>
internal sealed class ValueLocals(ParameterExpression values) : ExpressionVisitor
{
    private readonly List<ParameterExpression> variables = [];
    private readonly List<Expression> assignments = [];

    public IReadOnlyList<ParameterExpression> Variables => variables;

    public IReadOnlyList<Expression> Assignments => assignments;

    protected override Expression VisitUnary(UnaryExpression node)
    {
        if (node is not { NodeType: ExpressionType.Convert, Operand: BinaryExpression { NodeType: ExpressionType.ArrayIndex } read } || read.Left != values)
        {
            return base.VisitUnary(node);
        }

        ParameterExpression variable = Expression.Variable(node.Type, "value");
        variables.Add(variable);
        assignments.Add(Expression.Assign(variable, node));
        return variable;
    }
}
