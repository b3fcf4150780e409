using System.Linq.Expressions;
using System.Reflection;

namespace Reform.Domain.Specifications;

/// <summary>
/// Makes loops of Any, All and Count over lists with an inner lambda, also behind Where: no closure is made for a candidate, and
/// the lambda costs no call. What it does not know stays as it is.
/// </summary>
internal sealed class LoopInliner : ExpressionVisitor
{
    protected override Expression VisitMethodCall(MethodCallExpression node) => ChildLoop.Of(node) is { AsksNothing: false } loop && SourceOf(loop.Source) is { } source
        ? Inlined(loop, source)
        : base.VisitMethodCall(node);

    private BlockExpression Inlined(ChildLoop loop, LoopSource source)
    {
        ParameterExpression items = Expression.Variable(source.ItemsType, "items");
        ParameterExpression index = Expression.Variable(typeof(int), "index");
        ParameterExpression element = loop.Element;
        Expression holds = Visit(loop.Predicate);
        return loop.Written(
            [items, index],
            [Expression.Assign(items, Visit(source.Items)), Expression.Assign(index, Expression.Constant(0))],
            index,
            Expression.Call(source.Length, items),
            Expression.Assign(element, Expression.Call(source.Item, items, index)),
            holds);
    }

    private static LoopSource? SourceOf(Expression source)
    {
        Type type = source.Type;
        if (type.IsSZArray)
        {
            return Spanned(type.GetElementType()!, Expression.Call(Helper(nameof(BatchSource.OfArray), type.GetElementType()!), source));
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
        {
            Type item = type.GetGenericArguments()[0];
            return Spanned(item, Expression.Call(Helper(nameof(BatchSource.OfList), item), source));
        }

        if (ChildLoop.ListItem(type) is not { } element)
        {
            return null;
        }

        MethodInfo? span = type.IsClass ? type.GetMethod("AsSpan", BindingFlags.Public | BindingFlags.Instance, []) : null;
        return span is not null && span.ReturnType == typeof(ReadOnlySpan<>).MakeGenericType(element)
            ? Spanned(element, Expression.Call(source, span))
            : new LoopSource(
                typeof(ListItems<>).MakeGenericType(element),
                Expression.Call(Helper(nameof(BatchSource.OfReadOnlyList), element), source),
                Helper(nameof(BatchSource.LengthOfList), element),
                Helper(nameof(BatchSource.ItemOfList), element));
    }

    private static LoopSource Spanned(Type item, Expression items) =>
        new(items.Type, items, Helper(nameof(BatchSource.Length), item), Helper(nameof(BatchSource.Item), item));

    private static MethodInfo Helper(string name, Type item) => typeof(BatchSource).GetMethod(name)!.MakeGenericMethod(item);

    private sealed record LoopSource(Type ItemsType, Expression Items, MethodInfo Length, MethodInfo Item);
}
