using System.Linq.Expressions;
using System.Reflection;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>
/// Tells the author of rules at once what is wrong with them (kiểm tra bộ quy tắc): a condition that no database can ask, a text that is missing
/// in one language, an odd code. For start-up and for tests; duplicate codes are refused by the book itself.
/// </summary>
public static class RuleBookCheck
{
    /// <summary>Checks the rules of a book.</summary>
    /// <typeparam name="T">The type of the objects.</typeparam>
    /// <param name="book">The book.</param>
    /// <returns>What is wrong, in the order of the codes; empty: nothing.</returns>
    public static ValueList<RuleProblem> Of<T>(RuleBook<T> book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.Rules.SelectMany(r => Of(r)).Distinct().ToValueList();
    }

    private static IEnumerable<RuleProblem> Of<T>(ComplianceRule<T> rule)
    {
        RuleInfo info = rule.Info;
        if (!RuleNames.IsCode(info.Code))
        {
            yield return new(info.Code, "code", "mã phải gồm chữ hoa, chữ số và gạch nối", "a code is made of capital letters, digits and hyphens");
        }

        if (info.Title.Vietnamese == info.Title.English)
        {
            yield return new(info.Code, "title", "tiêu đề tiếng Việt và tiếng Anh giống nhau", "the titles in Vietnamese and English are the same");
        }

        foreach (RuleParameter parameter in info.Parameters.Where(p => !RuleNames.IsSnakeCase(p.Name)))
        {
            yield return new(info.Code, "parameters", "tên ngưỡng '" + parameter.Name + "' không theo dạng snake_case", "the threshold '" + parameter.Name + "' is not named in snake_case");
        }

        RuleProblem[] broken;
        try
        {
            broken = [.. Conditions(rule)];
        }
#pragma warning disable CA1031 // What an author's rule throws is what is wrong with it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            broken = [new(info.Code, "conditions", "không dựng được điều kiện: " + e.Message, "its conditions cannot be built: " + e.Message)];
        }

        foreach (RuleProblem problem in broken)
        {
            yield return problem;
        }
    }

    private static IEnumerable<RuleProblem> Conditions<T>(ComplianceRule<T> rule)
    {
        RuleParts<T> parts = rule.TakenApart();
        foreach (Fact<T> fact in parts.Needs.Concat(parts.Conditions.SelectMany(c => c.Needs)))
        {
            if (!RuleNames.IsSnakeCase(fact.Name))
            {
                yield return new(rule.Info.Code, "needs", "tên dữ kiện '" + fact.Name + "' không theo dạng snake_case", "the fact '" + fact.Name + "' is not named in snake_case");
            }
        }

        foreach (string odd in Enum.GetValues<Verdict>().SelectMany(v => Untranslatable.In(rule.Gives(v).Expression)).Distinct(StringComparer.Ordinal))
        {
            yield return new(rule.Info.Code, "conditions", "không dịch được sang truy vấn: " + odd, "no database can ask this: " + odd);
        }

    }

    /// <summary>Finds what a condition does that has no meaning in a database.</summary>
    private sealed class Untranslatable(ParameterExpression candidate) : ExpressionVisitor
    {
        private readonly List<string> found = [];

        public static List<string> In<T>(Expression<Func<T, bool>> condition)
        {
            var visitor = new Untranslatable(condition.Parameters[0]);
            visitor.Visit(condition.Body);
            return visitor.found;
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression == candidate)
            {
                if (node.Member is not PropertyInfo property || !FlatFacts.IsStored(property))
                {
                    found.Add(node.Member.Name + " (is not stored)");
                }

                return node;
            }

            if (node.Expression is ConstantExpression or null || (node.Member.Name is "Value" or "HasValue" && Nullable.GetUnderlyingType(node.Expression.Type) is not null))
            {
                return base.VisitMember(node);
            }

            found.Add(ConditionText.Of(node, candidate));
            return node;
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            bool isMembership = node.Method.Name == "Contains" && !ReadsCandidate.In(node.Object ?? node.Arguments[0], candidate);
            if (!isMembership && node.Method.Name != "op_Implicit")
            {
                found.Add(ConditionText.Of(node, candidate));
                return node;
            }

            return base.VisitMethodCall(node);
        }

        protected override Expression VisitInvocation(InvocationExpression node)
        {
            found.Add(ConditionText.Of(node, candidate));
            return node;
        }
    }

    private sealed class ReadsCandidate(ParameterExpression candidate) : ExpressionVisitor
    {
        private bool isRead;

        public static bool In(Expression part, ParameterExpression candidate)
        {
            var visitor = new ReadsCandidate(candidate);
            visitor.Visit(part);
            return visitor.isRead;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            isRead |= node == candidate;
            return node;
        }
    }
}

/// <summary>Something wrong with a rule.</summary>
/// <param name="Code">The code of the rule.</param>
/// <param name="Field">Which part of it.</param>
/// <param name="Text">What is wrong.</param>
public sealed record RuleProblem(string Code, string Field, BilingualText Text)
{
    internal RuleProblem(string code, string field, string vietnamese, string english)
        : this(code, field, new BilingualText(vietnamese, english))
    {
    }
}
