using System.Linq.Expressions;

namespace Reform.Domain.Specifications;

/// <summary>
/// What an expression is but for its values: node kinds, types, members and methods in the order of a walk. Two
/// expressions of one shape compile to the same code. Statements (blocks, switches, catches), which only a program that
/// builds nodes by hand can put into a condition, have no shape and share nothing.
/// </summary>
internal sealed class ExpressionShape : IEquatable<ExpressionShape>
{
    private readonly object?[] marks;
    private readonly int hash;

    private ExpressionShape(List<object?> marks)
    {
        this.marks = [.. marks];
        var code = new HashCode();
        foreach (object? mark in this.marks)
        {
            code.Add(mark);
        }

        hash = code.ToHashCode();
    }

    public static ExpressionShape? Of(Expression body, params ReadOnlySpan<ParameterExpression> parameters)
    {
        var writer = new Writer(parameters);
        writer.Visit(body);
        return writer.HasStatement ? null : new ExpressionShape(writer.Marks);
    }

    public bool Equals(ExpressionShape? other) =>
        other is not null && hash == other.hash && marks.AsSpan().SequenceEqual(other.marks);

    public override bool Equals(object? obj) => Equals(obj as ExpressionShape);

    public override int GetHashCode() => hash;

    private sealed class Writer : ExpressionVisitor
    {
        private readonly List<ParameterExpression> scope = [];

        public Writer(ReadOnlySpan<ParameterExpression> parameters) => scope.AddRange(parameters);

        public List<object?> Marks { get; } = [];

        public bool HasStatement { get; private set; }

        public override Expression? Visit(Expression? node)
        {
            if (node is null)
            {
                Marks.Add(null);
                return null;
            }

            HasStatement |= node is BlockExpression or SwitchExpression or TryExpression or LoopExpression or GotoExpression
                or LabelExpression or DynamicExpression or RuntimeVariablesExpression
                || node.NodeType == ExpressionType.Extension;
            Marks.Add(node.NodeType);
            Marks.Add(node.Type);
            return base.Visit(node);
        }

        protected override Expression VisitConstant(ConstantExpression node)
        {
            Marks.Add(node.Value);
            return node;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            int index = scope.LastIndexOf(node);
            Marks.Add(index >= 0 ? index : node);
            return node;
        }

        protected override Expression VisitLambda<TDelegate>(Expression<TDelegate> node)
        {
            scope.AddRange(node.Parameters);
            Marks.Add(node.Parameters.Count);
            Visit(node.Body);
            scope.RemoveRange(scope.Count - node.Parameters.Count, node.Parameters.Count);
            return node;
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            Marks.Add(node.Member);
            return base.VisitMember(node);
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            Marks.Add(node.Method);
            Marks.Add(node.Arguments.Count);
            return base.VisitMethodCall(node);
        }

        protected override Expression VisitBinary(BinaryExpression node)
        {
            Marks.Add(node.Method);
            Marks.Add(node.IsLiftedToNull);
            Visit(node.Left);
            Visit(node.Conversion);
            Visit(node.Right);
            return node;
        }

        protected override Expression VisitUnary(UnaryExpression node)
        {
            Marks.Add(node.Method);
            return base.VisitUnary(node);
        }

        protected override Expression VisitNew(NewExpression node)
        {
            Marks.Add(node.Constructor);
            Marks.Add(node.Arguments.Count);
            return base.VisitNew(node);
        }

        protected override Expression VisitNewArray(NewArrayExpression node)
        {
            Marks.Add(node.Expressions.Count);
            return base.VisitNewArray(node);
        }

        protected override Expression VisitTypeBinary(TypeBinaryExpression node)
        {
            Marks.Add(node.TypeOperand);
            return base.VisitTypeBinary(node);
        }

        protected override Expression VisitIndex(IndexExpression node)
        {
            Marks.Add(node.Indexer);
            Marks.Add(node.Arguments.Count);
            return base.VisitIndex(node);
        }

        protected override Expression VisitInvocation(InvocationExpression node)
        {
            Marks.Add(node.Arguments.Count);
            return base.VisitInvocation(node);
        }

        protected override ElementInit VisitElementInit(ElementInit node)
        {
            Marks.Add(node.AddMethod);
            Marks.Add(node.Arguments.Count);
            return base.VisitElementInit(node);
        }

        protected override MemberBinding VisitMemberBinding(MemberBinding node)
        {
            Marks.Add(node.BindingType);
            Marks.Add(node.Member);
            return base.VisitMemberBinding(node);
        }
    }
}
