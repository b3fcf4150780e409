using System.Linq.Expressions;
using NodaTime;

namespace Reform.Domain.Specifications;

/// <summary>
/// Rewrites a condition over objects as one over columns. Dates are compared by number, texts by code, questions about one text are
/// remembered by its code. The careful way leaves all that out: it works on the values themselves, and throws what the condition
/// throws.
/// </summary>
internal sealed class ColumnLowering(ColumnScope scope, ColumnConstants constants, bool isCareful) : ExpressionVisitor
{
    private readonly Stack<Expression> around = new();
    private readonly List<Located> reads = [];

    public override Expression? Visit(Expression? node) => node is null ? null : Lower(node).Plain;

    protected override Expression VisitLambda<TDelegate>(Expression<TDelegate> node) => throw new ColumnlessException(around.Skip(1).FirstOrDefault(node));

    private ColumnForm Lower(Expression node)
    {
        around.Push(node);
        ColumnForm form = constants.Known(node) is { } constant ? new PlainForm(constant)
            : scope.Locate(node) is { } located ? Read(located, node)
            : node switch
            {
                MemberExpression member => Member(member),
                UnaryExpression unary => Unary(unary),
                BinaryExpression binary => Binary(binary),
                MethodCallExpression call => Call(call),
                _ => new PlainForm(base.Visit(node)),
            };
        around.Pop();
        return form;
    }

    private ColumnForm Read(Located located, Expression node)
    {
        if (located.IsElement && ColumnSlot.KindOf(located.Type) is ColumnKind.Presence or ColumnKind.Children)
        {
            // A fact or an element that is null has no row here.
            return new WholeForm(Expression.Constant(true), Named(node), null, null);
        }

        reads.Add(located);
        ParameterExpression[] arrays = scope.Column(located.Path, located.Type);
        Expression first = Through(located, ColumnForms.At(arrays[0], located.Row));
        Expression Second() => Through(located, ColumnForms.At(arrays[1], located.Row));
        switch (ColumnSlot.KindOf(located.Type))
        {
            case ColumnKind.Optional:
                return new OptionalForm(first, Second(), located.Type);
            case ColumnKind.Day:
                return new DayForm(first);
            case ColumnKind.OptionalDay:
                return new OptionalDayForm(first, MayBeAbsent: true);
            case ColumnKind.Text:
                return new TextForm(first, constants.Texts);
            case ColumnKind.Presence:
                return new WholeForm(first, Named(node), null, null);
            case ColumnKind.Children:
                Expression next = ColumnForms.At(arrays[0], Expression.Add(located.Row, Expression.Constant(1)));
                return new WholeForm(Second(), Named(node), first, next);
            default:
                return new PlainForm(first);
        }
    }

    private static Expression Through(Located located, Expression value) => located.OwnerIsThere is null
        ? value
        : Expression.Call(typeof(ColumnSource), nameof(ColumnSource.Through), [value.Type], located.OwnerIsThere, value);

    private PlainForm Rebuilt(Expression node) => new(base.Visit(node));

    private ColumnForm Member(MemberExpression node)
    {
        if (node.Expression is null)
        {
            return new PlainForm(node);
        }

        ColumnForm owner = Lower(node.Expression);
        return (owner, node.Member.Name) switch
        {
            (WholeForm { Begin: { } begin } list, "Count" or "Length") => new PlainForm(
                Expression.Call(typeof(ColumnSource), nameof(ColumnSource.Through), [typeof(int)], list.IsThere, Expression.Subtract(list.End!, begin))),
            (OptionalForm optional, nameof(Nullable<>.HasValue)) => new PlainForm(optional.HasValue),
            (OptionalForm optional, nameof(Nullable<>.Value)) => new PlainForm(
                Expression.Call(typeof(ColumnSource), nameof(ColumnSource.Present), [optional.Value.Type], optional.HasValue, optional.Value)),
            (OptionalDayForm day, nameof(Nullable<>.HasValue)) => new PlainForm(day.HasValue),
            (OptionalDayForm day, nameof(Nullable<>.Value)) => new DayForm(Expression.Call(typeof(DayNumbers), nameof(DayNumbers.Demand), null, day.Number)),
            _ => new PlainForm(Expression.MakeMemberAccess(owner.Plain, node.Member)),
        };
    }

    private ColumnForm Unary(UnaryExpression node)
    {
        if (node.NodeType is not (ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.ArrayLength))
        {
            return Rebuilt(node);
        }

        ColumnForm inner = Lower(node.Operand);
        switch (inner)
        {
            case WholeForm { Begin: { } begin } list when node.NodeType == ExpressionType.ArrayLength:
                return new PlainForm(
                    Expression.Call(typeof(ColumnSource), nameof(ColumnSource.Through), [typeof(int)], list.IsThere, Expression.Subtract(list.End!, begin)));
            case WholeForm when node.Method is null && node.Type.IsAssignableFrom(node.Operand.Type):
                return inner;
            case DayForm day when node.Type == typeof(LocalDate?) && node.Method is null:
                return new OptionalDayForm(day.Number, MayBeAbsent: false);
            case OptionalForm optional when node.Method is null && Nullable.GetUnderlyingType(node.Type) is { } to:
                return new OptionalForm(optional.HasValue, Expression.MakeUnary(node.NodeType, optional.Value, to), node.Type);
            default:
                return new PlainForm(Expression.MakeUnary(node.NodeType, inner.Plain, node.Type, node.Method));
        }
    }

    private ColumnForm Binary(BinaryExpression node)
    {
        ColumnForm left = Lower(node.Left);
        ColumnForm right = Lower(node.Right);
        if (node.NodeType is ExpressionType.Equal or ExpressionType.NotEqual && NullTest(left, node.Right, right, node.Left) is { } isNull)
        {
            return new PlainForm(node.NodeType == ExpressionType.Equal ? isNull : Expression.Not(isNull));
        }

        if (!isCareful && Compared(node, left, right) is { } compared)
        {
            return new PlainForm(compared);
        }

        if (!isCareful && node is { NodeType: ExpressionType.Coalesce, Conversion: null })
        {
            if (left is OptionalForm optional && node.Type == optional.Value.Type)
            {
                return new PlainForm(Expression.Condition(optional.HasValue, optional.Value, right.Plain));
            }

            if (left is OptionalDayForm day && node.Type == typeof(LocalDate) && constants.Day(right) is { } other)
            {
                return new DayForm(Expression.Condition(day.HasValue, day.Number, other.Number));
            }
        }

        return new PlainForm(Expression.MakeBinary(
            node.NodeType, left.Plain, right.Plain, node.IsLiftedToNull, node.Method, (LambdaExpression?)node.Conversion));
    }

    private static Expression? NullTest(ColumnForm left, Expression rightNode, ColumnForm right, Expression leftNode)
    {
        ColumnForm? asked = rightNode is ConstantExpression { Value: null } ? left : leftNode is ConstantExpression { Value: null } ? right : null;
        return asked switch
        {
            WholeForm whole => Expression.Not(whole.IsThere),
            OptionalForm optional => Expression.Not(optional.HasValue),
            OptionalDayForm day => Expression.Not(day.HasValue),
            TextForm text => Expression.Equal(text.Code, Expression.Constant(0)),
            _ => null,
        };
    }

    private Expression? Compared(BinaryExpression node, ColumnForm left, ColumnForm right)
    {
        if (!ColumnForms.IsComparison(node.NodeType) || node.IsLiftedToNull)
        {
            return null;
        }

        if (ColumnForms.IsDate(node.Left.Type) && IsDays(left, right) && constants.Day(left) is { } a && constants.Day(right) is { } b)
        {
            return ColumnForms.Compared(node.NodeType, a, b);
        }

        if (node.Method?.DeclaringType == typeof(string) && Codes(left, right) is { } codes)
        {
            return Expression.MakeBinary(node.NodeType, codes.Left, codes.Right);
        }

        return node.IsLifted && (left is OptionalForm || right is OptionalForm) && constants.Sides(left) is { } l && constants.Sides(right) is { } r
            ? LiftedComparisons.Compared(node, l.HasValue, l.Value, r.HasValue, r.Value)
            : null;
    }

    private static bool IsDays(ColumnForm left, ColumnForm right) => left is DayForm or OptionalDayForm || right is DayForm or OptionalDayForm;

    // A text that no column has equals no text of a column, but may equal another such text.
    private (Expression Left, Expression Right)? Codes(ColumnForm left, ColumnForm right) => (left, right) switch
    {
        (TextForm a, TextForm b) => (a.Code, b.Code),
        (TextForm a, _) when constants.Code(right) is { } b => (a.Code, b),
        (_, TextForm b) when constants.Code(left) is { } a => (a, b.Code),
        _ => null,
    };

    private ColumnForm Call(MethodCallExpression node)
    {
        if (ChildLoop.Of(node) is { } loop && Lower(loop.Source) is WholeForm { Begin: not null } list)
        {
            return new PlainForm(Loop(loop, list));
        }

        if (!isCareful && node is { Method: { Name: nameof(LocalDate.PlusDays) }, Object: { } date } && date.Type == typeof(LocalDate)
            && Lower(date) is DayForm day)
        {
            return new DayForm(Expression.Call(typeof(DayNumbers), nameof(DayNumbers.Plus), null, day.Number, Lower(node.Arguments[0]).Plain));
        }

        if (node is { Method.Name: nameof(Nullable<>.GetValueOrDefault), Object: { } owner, Arguments.Count: 0 } && Lower(owner) is OptionalForm optional)
        {
            return new PlainForm(optional.Value);
        }

        if (!isCareful && node.Method.DeclaringType == typeof(string) && node is { Method.Name: nameof(string.Equals), Object: null, Arguments.Count: 2 }
            && Codes(Lower(node.Arguments[0]), Lower(node.Arguments[1])) is { } codes)
        {
            return new PlainForm(Expression.Equal(codes.Left, codes.Right));
        }

        return Remembered(node);
    }

    // The answer to a question about one text alone is the same for all rows with that text.
    private PlainForm Remembered(MethodCallExpression node)
    {
        int before = reads.Count;
        PlainForm asked = Rebuilt(node);
        Located[] read = [.. reads.Skip(before)];
        if (isCareful || node.Type != typeof(bool) || read.Length == 0 || read[0].Type != typeof(string) || read[0].OwnerIsThere is not null
            || read.Any(r => !r.Path.Equals(read[0].Path) || r.Row != read[0].Row))
        {
            return asked;
        }

        Expression code = ColumnForms.At(scope.Column(read[0].Path, typeof(string))[0], read[0].Row);
        return new PlainForm(constants.Remembered(code, asked.Node));
    }

    private Expression Loop(ChildLoop loop, WholeForm list)
    {
        if (loop.AsksNothing && loop.Kind != ChildLoopKind.All)
        {
            Expression count = Expression.Call(
                typeof(ColumnSource), nameof(ColumnSource.Enumerated), null, list.IsThere, Expression.Subtract(list.End!, list.Begin!));
            return loop.Kind == ChildLoopKind.Count ? count : Expression.GreaterThan(count, Expression.Constant(0));
        }

        ParameterExpression row = Expression.Variable(typeof(int), "element");
        ParameterExpression end = Expression.Variable(typeof(int), "end");
        scope.Enter(loop.Element, PathOf(loop.Source).Elements(), row);
        Expression holds = Lower(loop.Predicate).Plain;
        return loop.Written(
            [row, end],
            [
                Expression.Assign(row, Expression.Call(typeof(ColumnSource), nameof(ColumnSource.Enumerated), null, list.IsThere, list.Begin!)),
                Expression.Assign(end, list.End!),
            ],
            row,
            end,
            null,
            holds);
    }

    private ColumnPath PathOf(Expression source) => scope.Locate(source)!.Path;

    // The name of what is read says more with what it is read by.
    private Expression Named(Expression node) => around.Skip(1).FirstOrDefault(node);
}
