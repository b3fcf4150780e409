using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Reform.Domain.Specifications;

/// <summary>
/// What several specifications read of a candidate, read once into variables before they judge. Reading may throw where a
/// specification would not have read at all; such a candidate is judged again, one specification after the other.
/// </summary>
internal sealed class CommonReads : ExpressionVisitor
{
    private readonly ParameterExpression candidate;
    private readonly Dictionary<Chain, ParameterExpression> variables = [];
    private readonly List<Expression> assignments = [];

    private CommonReads(ParameterExpression candidate) => this.candidate = candidate;

    public IReadOnlyCollection<ParameterExpression> Variables => variables.Values;

    public IReadOnlyList<Expression> Assignments => assignments;

    public static CommonReads In(IEnumerable<Expression> conditions, ParameterExpression candidate)
    {
        var counter = new Counter(candidate);
        foreach (Expression condition in conditions)
        {
            counter.Visit(condition);
        }

        var reads = new CommonReads(candidate);
        foreach ((Chain chain, Uses uses) in counter.Found.Where(f => f.Value.Count > 1 && f.Value.MayComeFirst).OrderBy(f => f.Key.Length))
        {
            ParameterExpression variable = Expression.Variable(uses.Read.Type, "read");
            Expression read = Expression.MakeMemberAccess(reads.Visit(uses.Read.Expression), uses.Read.Member);
            reads.variables.Add(chain, variable);
            reads.assignments.Add(Expression.Assign(variable, read));
        }

        return reads;
    }

    protected override Expression VisitMember(MemberExpression node) =>
        Chain.Of(node, candidate) is { } chain && variables.TryGetValue(chain, out ParameterExpression? variable) ? variable : base.VisitMember(node);

    /// <summary>Members read one of the other, from the candidate on.</summary>
    private sealed class Chain : IEquatable<Chain>
    {
        private readonly MemberInfo[] members;

        private Chain(MemberInfo[] members) => this.members = members;

        public int Length => members.Length;

        // What is read of a struct costs nothing more, and reads a copy of it.
        public static Chain? Of(MemberExpression node, ParameterExpression candidate)
        {
            var members = new List<MemberInfo>();
            Expression? from = node;
            while (from is MemberExpression { Expression: { } owner } read && !owner.Type.IsValueType)
            {
                members.Insert(0, read.Member);
                from = owner;
            }

            return from == candidate && members.Count > 0 ? new([.. members]) : null;
        }

        public bool Equals(Chain? other) => other is not null && members.AsSpan().SequenceEqual(other.members);

        public override bool Equals(object? obj) => Equals(obj as Chain);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (MemberInfo member in members)
            {
                hash.Add(member);
            }

            return hash.ToHashCode();
        }
    }

    private sealed class Uses(MemberExpression read)
    {
        public MemberExpression Read { get; } = read;

        public int Count { get; set; }

        public bool MayComeFirst { get; set; } = IsStored(read) && read.Expression is ParameterExpression;

        // A field, or a property that only gives one out, costs a load and throws nothing.
        private static bool IsStored(MemberExpression read) => read.Member is FieldInfo
            || (read.Member is PropertyInfo { GetMethod: { IsVirtual: false } get } && get.IsDefined(typeof(CompilerGeneratedAttribute)));
    }

    private sealed class Counter(ParameterExpression candidate) : ExpressionVisitor
    {
        private bool isConditional;

        public Dictionary<Chain, Uses> Found { get; } = [];

        protected override Expression VisitMember(MemberExpression node)
        {
            if (Chain.Of(node, candidate) is { } chain)
            {
                if (!Found.TryGetValue(chain, out Uses? uses))
                {
                    Found.Add(chain, uses = new Uses(node));
                }

                uses.Count++;
                uses.MayComeFirst |= !isConditional;
            }

            return base.VisitMember(node);
        }

        protected override Expression VisitBinary(BinaryExpression node)
        {
            if (node.NodeType is not (ExpressionType.AndAlso or ExpressionType.OrElse or ExpressionType.Coalesce))
            {
                return base.VisitBinary(node);
            }

            Visit(node.Left);
            Conditionally(node.Right);
            return node;
        }

        protected override Expression VisitConditional(ConditionalExpression node)
        {
            Visit(node.Test);
            Conditionally(node.IfTrue);
            Conditionally(node.IfFalse);
            return node;
        }

        protected override Expression VisitLambda<TDelegate>(Expression<TDelegate> node)
        {
            Conditionally(node.Body);
            return node;
        }

        private void Conditionally(Expression node)
        {
            bool before = isConditional;
            isConditional = true;
            Visit(node);
            isConditional = before;
        }
    }
}
