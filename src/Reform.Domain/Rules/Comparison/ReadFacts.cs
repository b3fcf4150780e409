using System.Linq.Expressions;
using System.Reflection;
using NodaTime;
using Reform.Domain.Specifications;

namespace Reform.Domain.Rules;

/// <summary>
/// What conditions read of their candidate, and the values that they tell apart: with one value below, at and above every constant,
/// and as many between two as there are facts that are compared with one another, each way in which the conditions can come out is met.
/// </summary>
internal sealed class ReadFacts : ExpressionVisitor
{
    private static readonly LocalDate SomeDay = new(2025, 6, 2);
    private readonly Dictionary<PropertyInfo, HashSet<object>> constants = [];
    private readonly Type type;

    private ReadFacts(Type type) => this.type = type;

    /// <summary>What it read and cannot be set, or what it did with a fact that is no comparison; null: nothing.</summary>
    public string? Beyond { get; private set; }

    public IEnumerable<PropertyInfo> Properties => constants.Keys.OrderBy(p => p.Name, StringComparer.Ordinal);

    public static ReadFacts Of<T>(IEnumerable<Expression<Func<T, bool>>> conditions)
    {
        var read = new ReadFacts(typeof(T));
        foreach (Expression<Func<T, bool>> condition in conditions)
        {
            read.Visit(condition.Body);
        }

        return read;
    }

    /// <summary>The values to try for a property, the blank one first.</summary>
    public object?[] ValuesOf(PropertyInfo property, object? blank)
    {
        Type declared = property.PropertyType;
        Type plain = Nullable.GetUnderlyingType(declared) ?? declared;
        var values = new List<object?> { blank };
        int others = constants.Keys.Count(p => (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == plain);
        IEnumerable<object> shared = constants.Where(c => (Nullable.GetUnderlyingType(c.Key.PropertyType) ?? c.Key.PropertyType) == plain).SelectMany(c => c.Value);
        if (plain == typeof(bool))
        {
            values.AddRange([false, true]);
        }
        else if (plain.IsEnum)
        {
            values.AddRange(Enum.GetValues(plain).Cast<object?>());
        }
        else if (plain == typeof(string))
        {
            values.AddRange(shared.Cast<string>().Order(StringComparer.Ordinal));
            values.AddRange(Enumerable.Range(0, others).Select(i => (object?)("other" + (i == 0 ? "" : RuleText.Digits(i)))));
        }
        else if (plain == typeof(LocalDate))
        {
            values.AddRange(Around(shared.Cast<LocalDate>().DefaultIfEmpty(SomeDay), others, (d, i) => d.PlusDays(i)).Cast<object?>());
        }
        else
        {
            IEnumerable<long> numbers = Around(shared.Select(s => Convert.ToInt64(s, null)).Append(0), others, (n, i) => n + i).Where(n => n >= 0);
            values.AddRange(numbers.Select(n => plain == typeof(int) ? (object?)(int)n : n));
        }

        return [.. values.Distinct()];
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        switch (node.NodeType)
        {
            case ExpressionType.Equal or ExpressionType.NotEqual or ExpressionType.LessThan or ExpressionType.LessThanOrEqual
                or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual:
                Compared(node.Left, node.Right);
                return node;
            case ExpressionType.AndAlso or ExpressionType.OrElse:
                return base.VisitBinary(node);
            default:
                Beyond ??= node.NodeType.ToString();
                return base.VisitBinary(node);
        }
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Member.Name == "HasValue" && node.Expression is { } inner && PropertyOf(inner) is PropertyInfo nullable)
        {
            Read(nullable);
            return node;
        }

        if (PropertyOf(node) is PropertyInfo property)
        {
            Read(property);
            return node;
        }

        return base.VisitMember(node);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.Name == "Contains" && node.Arguments.Concat(node.Object is null ? [] : [node.Object]).ToArray() is { Length: 2 } two
            && two.Select(PropertyOf).OfType<PropertyInfo>().FirstOrDefault() is PropertyInfo property
            && two.Select(ValueOf).OfType<System.Collections.IEnumerable>().FirstOrDefault(v => v is not string) is { } set)
        {
            Read(property);
            constants[property].UnionWith(set.Cast<object?>().OfType<object>());
            return node;
        }

        Beyond ??= node.Method.Name;
        return base.VisitMethodCall(node);
    }

    private static IEnumerable<TValue> Around<TValue>(IEnumerable<TValue> constants, int others, Func<TValue, int, TValue> plus) =>
        constants.SelectMany(c => Enumerable.Range(-others, (2 * others) + 1).Select(i => plus(c, i))).Distinct().Order();

    private static Expression Plain(Expression part) => part switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked, Operand: var operand } => Plain(operand),
        MemberExpression { Member.Name: "Value", Expression: { } inner } when Nullable.GetUnderlyingType(inner.Type) is not null => Plain(inner),
        _ => part,
    };

    private static object? ValueOf(Expression part) => Plain(part) switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Expression: ConstantExpression { Value: Captured captured } } => captured.Boxed,
        MethodCallExpression { Method.Name: "op_Implicit", Arguments: [var inner] } => ValueOf(inner),
        _ => null,
    };

    private static bool IsValue(Expression part) => Plain(part) switch
    {
        ConstantExpression => true,
        MemberExpression { Expression: ConstantExpression { Value: Captured } } => true,
        _ => false,
    };

    private PropertyInfo? PropertyOf(Expression part) =>
        Plain(part) is MemberExpression { Member: PropertyInfo property, Expression: ParameterExpression parameter } && parameter.Type == type ? property : null;

    private void Compared(Expression left, Expression right)
    {
        (PropertyInfo? a, PropertyInfo? b) = (PropertyOf(left), PropertyOf(right));
        if (a is null && b is null)
        {
            Beyond ??= left.ToString();
            Visit(left);
            Visit(right);
            return;
        }

        Take(a, right, b);
        Take(b, left, a);
    }

    private void Take(PropertyInfo? property, Expression other, PropertyInfo? otherProperty)
    {
        if (property is null)
        {
            return;
        }

        Read(property);
        if (otherProperty is null && !IsValue(other))
        {
            Beyond ??= property.Name;
            Visit(other);
        }
        else if (ValueOf(other) is object value)
        {
            Type plain = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            constants[property].Add(plain.IsEnum ? Enum.ToObject(plain, value) : value);
        }
    }

    private void Read(PropertyInfo property)
    {
        constants.TryAdd(property, []);
        if (!FlatFacts.IsStored(property))
        {
            Beyond ??= property.Name;
        }
    }
}
