using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using NodaTime;

namespace Reform.Grpc.Tests.Compliance.Differential;

/// <summary>The values that stand in conditions: where their bounds are.</summary>
internal sealed class ComparedValues : ExpressionVisitor
{
    private readonly HashSet<object> values = [];

    private ComparedValues()
    {
    }

    public static IReadOnlyCollection<object> In(IEnumerable<Expression> conditions)
    {
        var reader = new ComparedValues();
        foreach (Expression condition in conditions)
        {
            reader.Visit(condition);
        }

        return reader.values;
    }

    protected override Expression VisitConstant(ConstantExpression node)
    {
        Add(node.Value);
        return node;
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node is { Expression: ConstantExpression holder, Member: FieldInfo field })
        {
            Add(field.GetValue(holder.Value));
            return node;
        }

        return base.VisitMember(node);
    }

    private void Add(object? value)
    {
        switch (value)
        {
            case string or int or LocalDate:
                values.Add(value);
                break;
            case long number and > int.MinValue and < int.MaxValue:
                values.Add((int)number);
                break;
            case IEnumerable several:
                foreach (object? each in several)
                {
                    Add(each);
                }

                break;
        }
    }
}
