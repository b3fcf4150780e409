using System.Linq.Expressions;

namespace Reform.Domain.Specifications;

/// <summary>A call of Any, All or Count over a list that can be written as a loop.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Source">The list.</param>
/// <param name="Element">The element that the predicate speaks of.</param>
/// <param name="Predicate">What is asked of each element.</param>
internal sealed record ChildLoop(ChildLoopKind Kind, Expression Source, ParameterExpression Element, Expression Predicate)
{
    /// <summary>Whether every element counts: only the length of the list is asked for.</summary>
    public bool AsksNothing => Predicate is ConstantExpression { Value: true };

    /// <summary>The loop that a call stands for; null when it is none.</summary>
    public static ChildLoop? Of(MethodCallExpression node)
    {
        if (node.Method.DeclaringType != typeof(Enumerable) || KindOf(node.Method.Name) is not { } kind
            || node.Arguments.Count > 2)
        {
            return null;
        }

        Expression source = node.Arguments[0];
        ParameterExpression element;
        Expression predicate;
        if (node.Arguments is [_, LambdaExpression { Parameters: [ParameterExpression parameter] } lambda])
        {
            element = parameter;
            predicate = lambda.Body;
        }
        else if (node.Arguments.Count == 1)
        {
            element = Expression.Parameter(node.Method.GetGenericArguments()[0], "element");
            predicate = Expression.Constant(true);
        }
        else
        {
            return null;
        }

        // Where before it: its condition comes first.
        while (WithoutConversion(source) is MethodCallExpression
            {
                Method: { Name: nameof(Enumerable.Where), DeclaringType: Type declaring },
                Arguments: [Expression inner, LambdaExpression { Parameters: [ParameterExpression filtered] } filter],
            } && declaring == typeof(Enumerable))
        {
            // All asks its question only of what passes the filter.
            Expression passes = new ParameterReplacer(filtered, element).Visit(filter.Body);
            predicate = kind == ChildLoopKind.All
                ? Expression.OrElse(Expression.Not(passes), predicate)
                : predicate is ConstantExpression { Value: true } ? passes : Expression.AndAlso(passes, predicate);
            source = inner;
        }

        source = WithoutConversion(source);
        return ListItem(source.Type) == element.Type ? new(kind, source, element, predicate) : null;
    }

    /// <summary>The type of the items of a list; null for what is no list, or a list of several types.</summary>
    public static Type? ListItem(Type type)
    {
        Type[] lists = [.. type.GetInterfaces().Prepend(type).Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))];
        return lists is [Type list] ? list.GetGenericArguments()[0] : null;
    }

    /// <summary>The loop as code that gives the answer.</summary>
    /// <param name="variables">The variables that the loop needs beside its own.</param>
    /// <param name="start">What sets them.</param>
    /// <param name="index">The variable that counts.</param>
    /// <param name="end">The number at which it ends.</param>
    /// <param name="read">What reads the element; null when the element is not read as a whole.</param>
    /// <param name="holds">The predicate.</param>
    public BlockExpression Written(
        ParameterExpression[] variables, Expression[] start, ParameterExpression index, Expression end, Expression? read, Expression holds)
    {
        LabelTarget done = Expression.Label("done");
        ParameterExpression answer = Expression.Variable(Kind == ChildLoopKind.Count ? typeof(int) : typeof(bool), "answer");
        Expression step = Kind switch
        {
            ChildLoopKind.Any => Expression.IfThen(holds, Expression.Block(Expression.Assign(answer, Expression.Constant(true)), Expression.Break(done))),
            ChildLoopKind.All => Expression.IfThen(Expression.Not(holds), Expression.Block(Expression.Assign(answer, Expression.Constant(false)), Expression.Break(done))),
            _ => Expression.IfThen(holds, Expression.PreIncrementAssign(answer)),
        };
        Expression once = Expression.Block(
            typeof(void), read is null ? [step, Expression.PreIncrementAssign(index)] : [read, step, Expression.PreIncrementAssign(index)]);
        object first = Kind switch { ChildLoopKind.Any => false, ChildLoopKind.All => true, _ => 0 };
        ParameterExpression[] all = read is null ? [.. variables, answer] : [.. variables, Element, answer];
        return Expression.Block(
            answer.Type,
            all,
            [
                .. start,
                Expression.Assign(answer, Expression.Constant(first)),
                Expression.Loop(Expression.IfThenElse(Expression.LessThan(index, end), once, Expression.Break(done)), done),
                answer,
            ]);
    }

    private static ChildLoopKind? KindOf(string name) => name switch
    {
        nameof(Enumerable.Any) => ChildLoopKind.Any,
        nameof(Enumerable.All) => ChildLoopKind.All,
        nameof(Enumerable.Count) => ChildLoopKind.Count,
        _ => null,
    };

    private static Expression WithoutConversion(Expression node) =>
        node is UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert && convert.Type.IsAssignableFrom(convert.Operand.Type)
            ? WithoutConversion(convert.Operand)
            : node;
}

/// <summary>What a loop over a list asks.</summary>
internal enum ChildLoopKind
{
    /// <summary>Is there one?</summary>
    Any,

    /// <summary>Are all so?</summary>
    All,

    /// <summary>How many are so?</summary>
    Count,
}
