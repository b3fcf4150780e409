using System.Linq.Expressions;
using Reform.Domain.Values;

namespace Reform.Domain.Specifications;

/// <summary>A condition taken apart once, so that it can tell of any candidate how it came out.</summary>
internal sealed class PreparedTrace<T>
{
    private readonly TraceKind kind;
    private readonly string text;
    private readonly PreparedTrace<T>[] parts;
    private readonly CompiledCondition<T>? test;
    private readonly (string Path, Func<T, object?> Read)[] paths;

    private PreparedTrace(TraceKind kind, string text, PreparedTrace<T>[] parts, CompiledCondition<T>? test, (string, Func<T, object?>)[] paths)
    {
        this.kind = kind;
        this.text = text;
        this.parts = parts;
        this.test = test;
        this.paths = paths;
    }

    public static PreparedTrace<T> Of(Expression<Func<T, bool>> condition) => Of(condition.Body, condition.Parameters[0]);

    public ConditionTrace On(T candidate) => kind switch
    {
        TraceKind.Test => Tested(candidate),
        TraceKind.Not => Negated(parts[0].On(candidate)),
        _ => Joined(candidate),
    };

    private static PreparedTrace<T> Of(Expression part, ParameterExpression candidate)
    {
        string text = ConditionText.Of(part, candidate);
        switch (part.NodeType)
        {
            case ExpressionType.AndAlso or ExpressionType.OrElse:
                var parts = new List<PreparedTrace<T>>();
                Flatten(part, part.NodeType, candidate, parts);
                return new(part.NodeType == ExpressionType.AndAlso ? TraceKind.All : TraceKind.Any, text, [.. parts], null, []);
            case ExpressionType.Not when ((UnaryExpression)part).Operand.NodeType is ExpressionType.AndAlso or ExpressionType.OrElse or ExpressionType.Not:
                return new(TraceKind.Not, text, [Of(((UnaryExpression)part).Operand, candidate)], null, []);
            default:
                return new(
                    TraceKind.Test,
                    text,
                    [],
                    CompiledCondition<T>.For(Expression.Lambda<Func<T, bool>>(part, candidate)),
                    [.. PathFinder.In(part, candidate).Select(p => (ConditionText.Of(p, candidate), Reader(p, candidate)))]);
        }
    }

    private static void Flatten(Expression part, ExpressionType joint, ParameterExpression candidate, List<PreparedTrace<T>> parts)
    {
        if (part is BinaryExpression binary && binary.NodeType == joint)
        {
            Flatten(binary.Left, joint, candidate, parts);
            Flatten(binary.Right, joint, candidate, parts);
        }
        else
        {
            parts.Add(Of(part, candidate));
        }
    }

    private static Func<T, object?> Reader(Expression path, ParameterExpression candidate) =>
        Expression.Lambda<Func<T, object?>>(NullSafe(path), candidate).Compile();

    private static Expression NullSafe(Expression path)
    {
        Expression boxed = Expression.Convert(path, typeof(object));
        for (Expression? before = (path as MemberExpression)?.Expression; before is not null; before = (before as MemberExpression)?.Expression)
        {
            if (!before.Type.IsValueType || Nullable.GetUnderlyingType(before.Type) is not null)
            {
                boxed = Expression.Condition(
                    Expression.Equal(before, Expression.Constant(null, before.Type)), Expression.Constant(null, typeof(object)), boxed);
            }
        }

        return boxed;
    }

    private ConditionTrace Tested(T candidate)
    {
        bool holds = test!.Holds(candidate);
        var values = new TracedValue[paths.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = new TracedValue(paths[i].Path, paths[i].Read(candidate));
        }

        return new ConditionTrace(TraceKind.Test, holds, text, ValueList.Create<TracedValue>(values), []);
    }

    private ConditionTrace Negated(ConditionTrace inner) => new(TraceKind.Not, !inner.Holds, text, [], [inner]);

    private ConditionTrace Joined(T candidate)
    {
        bool decisive = kind == TraceKind.Any;
        bool decided = false;
        var traced = new ConditionTrace[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            traced[i] = decided ? parts[i].Unasked() : parts[i].On(candidate);
            decided |= traced[i].Holds == decisive;
        }

        return new ConditionTrace(kind, decided == decisive, text, [], ValueList.Create<ConditionTrace>(traced));
    }

    private ConditionTrace Unasked() => new(kind, null, text, [], parts.Select(p => p.Unasked()).ToValueList());

    /// <summary>Finds the longest paths of members that start from the candidate.</summary>
    private sealed class PathFinder(ParameterExpression candidate) : ExpressionVisitor
    {
        private readonly Dictionary<string, Expression> found = new(StringComparer.Ordinal);

        public static Dictionary<string, Expression>.ValueCollection In(Expression part, ParameterExpression candidate)
        {
            var finder = new PathFinder(candidate);
            finder.Visit(part);
            return finder.found.Values;
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            Expression path = IsValueOfNullable(node) ? node.Expression! : node;
            if (StartsFromCandidate(path))
            {
                found.TryAdd(ConditionText.Of(path, candidate), path);
                return node;
            }

            return base.VisitMember(node);
        }

        private static bool IsValueOfNullable(MemberExpression node) =>
            node is { Member.Name: "Value" or "HasValue", Expression: MemberExpression inner } && Nullable.GetUnderlyingType(inner.Type) is not null;

        private bool StartsFromCandidate(Expression? path)
        {
            while (path is MemberExpression member)
            {
                path = member.Expression;
            }

            return path == candidate;
        }
    }
}
