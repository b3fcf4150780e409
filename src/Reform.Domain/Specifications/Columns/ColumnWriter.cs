using System.Linq.Expressions;

namespace Reform.Domain.Specifications;

/// <summary>The code of up to 64 specifications over columns: rows from a position to an end, a bit for each that a row satisfies.</summary>
internal delegate void ColumnPass(
    int first, int end, Span<ulong> satisfied, object?[] values, object[] arrays, TextTable texts, ref int position);

/// <summary>One specification over one row, the careful way.</summary>
internal delegate bool ColumnTest(int row, object?[] values, object[] arrays, TextTable texts);

/// <summary>Writes code over columns.</summary>
internal sealed class ColumnWriter(ParameterExpression candidate, ParameterExpression values)
{
    private readonly ParameterExpression arrays = Expression.Parameter(typeof(object[]), "arrays");
    private readonly ParameterExpression texts = Expression.Parameter(typeof(TextTable), "texts");
    private readonly ParameterExpression row = Expression.Variable(typeof(int), "row");

    /// <summary>The pass over rows, with the columns that it reads and how many arrays of remembered answers follow them.</summary>
    public (Expression<ColumnPass> Code, IReadOnlyList<ColumnSlot> Slots, int Memos) Pass(IReadOnlyList<Expression> conditions)
    {
        ParameterExpression first = Expression.Parameter(typeof(int), "first");
        ParameterExpression end = Expression.Parameter(typeof(int), "end");
        ParameterExpression satisfied = Expression.Parameter(typeof(Span<ulong>), "satisfied");
        ParameterExpression position = Expression.Parameter(typeof(int).MakeByRefType(), "position");
        ParameterExpression word = Expression.Variable(typeof(ulong), "word");
        (ColumnScope scope, ColumnConstants constants) = (Scope(), new ColumnConstants(values, texts));
        var lowering = new ColumnLowering(scope, constants, isCareful: false);
        var branchless = new Branchless();
        var lifted = new LiftedComparisons();
        var judged = new List<Expression>();
        for (int i = 0; i < conditions.Count; i++)
        {
            Expression holds = branchless.Visit(lifted.Visit(lowering.Visit(conditions[i])!));
            judged.Add(ColumnForms.IsSimple(holds)
                ? Expression.OrAssign(word, Expression.Call(typeof(ColumnSource), nameof(ColumnSource.Bit), null, holds, Expression.Constant(i)))
                : Expression.IfThen(holds, Expression.OrAssign(word, Expression.Constant(1UL << i))));
        }

        LabelTarget done = Expression.Label("done");
        Expression once = Expression.Block(
            typeof(void),
            [
                Expression.Assign(position, row),
                Expression.Assign(word, Expression.Constant(0UL)),
                .. judged,
                Expression.Call(typeof(BatchSource), nameof(BatchSource.Store), null, satisfied, Expression.Subtract(row, first), word),
                Expression.PreIncrementAssign(row),
            ]);
        BlockExpression body = Expression.Block(
            typeof(void),
            [row, word, .. constants.Variables, .. scope.Arrays, .. constants.Memos],
            [
                .. constants.Assignments,
                .. Unpacked([.. scope.Arrays, .. constants.Memos]),
                Expression.Assign(row, position),
                Expression.Loop(Expression.IfThenElse(Expression.LessThan(row, end), once, Expression.Break(done)), done),
            ]);
        var code = Expression.Lambda<ColumnPass>(body, first, end, satisfied, values, arrays, texts, position);
        return (code, scope.Slots, constants.Memos.Count);
    }

    /// <summary>One condition over one row, as it is; it reads the columns of the pass.</summary>
    public Expression<ColumnTest> Test(Expression condition, IReadOnlyList<ColumnSlot> slots)
    {
        (ColumnScope scope, ColumnConstants constants) = (Scope(), new ColumnConstants(values, texts));
        foreach (ColumnSlot slot in slots)
        {
            scope.Column(slot.Path, slot.Type);
        }

        Expression holds = new ColumnLowering(scope, constants, isCareful: true).Visit(condition)!;
        BlockExpression body = Expression.Block(
            typeof(bool), [.. constants.Variables, .. scope.Arrays], [.. constants.Assignments, .. Unpacked([.. scope.Arrays]), holds]);
        return Expression.Lambda<ColumnTest>(body, row, values, arrays, texts);
    }

    /// <summary>The columns that a condition reads.</summary>
    /// <exception cref="ColumnlessException">It reads something that has no column form.</exception>
    public IReadOnlyList<ColumnSlot> SlotsOf(Expression condition)
    {
        ColumnScope scope = Scope();
        new ColumnLowering(scope, new ColumnConstants(values, texts), isCareful: false).Visit(condition);
        return scope.Slots;
    }

    private ColumnScope Scope()
    {
        var scope = new ColumnScope();
        scope.Enter(candidate, ColumnPath.Root, row);
        return scope;
    }

    private IEnumerable<Expression> Unpacked(ParameterExpression[] variables) => variables.Select((variable, i) =>
        Expression.Assign(variable, Expression.Convert(Expression.ArrayIndex(arrays, Expression.Constant(i)), variable.Type)));

    /// <summary>Both sides of "and" and "or" at once where they cost less than a jump; loops that count likewise.</summary>
    private sealed class Branchless : ExpressionVisitor
    {
        protected override Expression VisitBinary(BinaryExpression node)
        {
            Expression visited = base.VisitBinary(node);
            return visited is BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.OrElse, Method: null } both
                && ColumnForms.IsSimple(both.Left) && ColumnForms.IsSimple(both.Right)
                ? Expression.MakeBinary(both.NodeType == ExpressionType.AndAlso ? ExpressionType.And : ExpressionType.Or, both.Left, both.Right)
                : visited;
        }

        protected override Expression VisitConditional(ConditionalExpression node)
        {
            Expression visited = base.VisitConditional(node);
            return visited is ConditionalExpression { IfTrue: UnaryExpression { NodeType: ExpressionType.PreIncrementAssign } count } once
                && once.IfFalse is DefaultExpression && count.Operand.Type == typeof(int) && ColumnForms.IsSimple(once.Test)
                ? Expression.Block(
                    typeof(void), Expression.AddAssign(count.Operand, Expression.Call(typeof(ColumnSource), nameof(ColumnSource.One), null, once.Test)))
                : visited;
        }
    }
}
