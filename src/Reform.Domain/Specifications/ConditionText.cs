using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Reform.Domain.Specifications;

/// <summary>
/// Writes an expression as text, values included, always the same way: two conditions that read alike judge alike. For hashes of
/// rules and for explanations; not for parsing.
/// </summary>
internal sealed class ConditionText : ExpressionVisitor
{
    private readonly StringBuilder text = new();
    private readonly List<ParameterExpression> scope = [];

    private ConditionText(IEnumerable<ParameterExpression> parameters) => scope.AddRange(parameters);

    /// <summary>The text of a part of a condition.</summary>
    /// <param name="part">The part.</param>
    /// <param name="parameters">The parameters in scope; the first is the candidate, and is not written.</param>
    /// <returns>The text.</returns>
    public static string Of(Expression part, params ReadOnlySpan<ParameterExpression> parameters)
    {
        var writer = new ConditionText(parameters.ToArray());
        writer.Visit(part);
        return writer.text.ToString();
    }

    /// <summary>A value as it stands in the text: without the machine's culture.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text.</returns>
    public static string OfValue(object? value) => value switch
    {
        null => "null",
        string s => "\"" + s.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"",
        bool b => b ? "true" : "false",
        Enum e => e.ToString(),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        LocalDateTime moment => LocalDateTimePattern.ExtendedIso.Format(moment),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(OfValue)) + "]",
        _ => value.GetType().Name,
    };

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType == ExpressionType.ArrayIndex)
        {
            Visit(node.Left);
            text.Append('[');
            Visit(node.Right);
            text.Append(']');
            return node;
        }

        text.Append('(');
        Visit(node.Left);
        text.Append(' ').Append(Sign(node.NodeType)).Append(' ');
        if (!TryEnum(node.Left, node.Right))
        {
            Visit(node.Right);
        }

        text.Append(')');
        return node;
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        switch (node.NodeType)
        {
            case ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.Quote or ExpressionType.TypeAs:
                Visit(node.Operand);
                break;
            case ExpressionType.Not:
                text.Append('!');
                Visit(node.Operand);
                break;
            default:
                text.Append(node.NodeType).Append('(');
                Visit(node.Operand);
                text.Append(')');
                break;
        }

        return node;
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is ConstantExpression { Value: Captured captured })
        {
            text.Append(OfValue(captured.Boxed));
        }
        else if (node.Expression is null)
        {
            text.Append(node.Member.DeclaringType?.Name).Append('.').Append(node.Member.Name);
        }
        else if (node.Member.Name == "Value" && Nullable.GetUnderlyingType(node.Expression.Type) is not null)
        {
            Visit(node.Expression);
        }
        else if (node.Expression == scope[0])
        {
            text.Append(node.Member.Name);
        }
        else
        {
            Visit(node.Expression);
            text.Append('.').Append(node.Member.Name);
        }

        return node;
    }

    protected override Expression VisitConstant(ConstantExpression node)
    {
        text.Append(OfValue(node.Value));
        return node;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        int index = scope.IndexOf(node);
        text.Append(index == 0 ? "it" : "x" + index.ToString(CultureInfo.InvariantCulture));
        return node;
    }

    protected override Expression VisitLambda<TDelegate>(Expression<TDelegate> node)
    {
        scope.AddRange(node.Parameters);
        text.Append(string.Join(",", node.Parameters.Select(p => "x" + scope.IndexOf(p).ToString(CultureInfo.InvariantCulture)))).Append(" => ");
        Visit(node.Body);
        scope.RemoveRange(scope.Count - node.Parameters.Count, node.Parameters.Count);
        return node;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Object is null)
        {
            text.Append(node.Method.DeclaringType?.Name);
        }
        else
        {
            Visit(node.Object);
        }

        text.Append('.').Append(node.Method.Name).Append('(');
        for (int i = 0; i < node.Arguments.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Visit(node.Arguments[i]);
        }

        text.Append(')');
        return node;
    }

    protected override Expression VisitConditional(ConditionalExpression node)
    {
        text.Append('(');
        Visit(node.Test);
        text.Append(" ? ");
        Visit(node.IfTrue);
        text.Append(" : ");
        Visit(node.IfFalse);
        text.Append(')');
        return node;
    }

    protected override Expression VisitTypeBinary(TypeBinaryExpression node)
    {
        Visit(node.Expression);
        text.Append(" is ").Append(node.TypeOperand.Name);
        return node;
    }

    protected override Expression VisitNew(NewExpression node)
    {
        text.Append("new ").Append(node.Type.Name).Append('(');
        for (int i = 0; i < node.Arguments.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Visit(node.Arguments[i]);
        }

        text.Append(')');
        return node;
    }

    // The compiler turns "State == CaseState.Decided" into a comparison of whole numbers.
    private bool TryEnum(Expression left, Expression right)
    {
        if (left is not UnaryExpression { NodeType: ExpressionType.Convert, Operand.Type: Type type }
            || (Nullable.GetUnderlyingType(type) ?? type) is not { IsEnum: true } declared)
        {
            return false;
        }

        while (right is UnaryExpression { NodeType: ExpressionType.Convert, Operand: var inner })
        {
            right = inner;
        }

        if (right is not ConstantExpression { Value: not null and not Enum } constant)
        {
            return false;
        }

        text.Append(Enum.ToObject(declared, constant.Value));
        return true;
    }

    private static string Sign(ExpressionType type) => type switch
    {
        ExpressionType.AndAlso => "and",
        ExpressionType.OrElse => "or",
        ExpressionType.Equal => "=",
        ExpressionType.NotEqual => "≠",
        ExpressionType.LessThan => "<",
        ExpressionType.LessThanOrEqual => "≤",
        ExpressionType.GreaterThan => ">",
        ExpressionType.GreaterThanOrEqual => "≥",
        ExpressionType.Add or ExpressionType.AddChecked => "+",
        ExpressionType.Subtract or ExpressionType.SubtractChecked => "-",
        ExpressionType.Multiply or ExpressionType.MultiplyChecked => "×",
        ExpressionType.Divide => "÷",
        ExpressionType.Coalesce => "??",
        _ => type.ToString(),
    };
}
