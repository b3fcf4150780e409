using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>Reads a filter into conditions, by descent; nothing of the filter is ever run as a program.</summary>
internal sealed class FilterParser<T>
{
    private const int MaxDepth = 20;
    private const int MaxComparisons = 100;
    private static readonly Dictionary<string, PropertyInfo> Facts =
        FlatFacts.Of(typeof(T)).ToDictionary(p => JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name), StringComparer.Ordinal);

    private readonly string text;
    private readonly List<FilterToken> tokens;
    private readonly ParameterExpression candidate = Expression.Parameter(typeof(T), "it");
    private readonly SortedSet<string> nullable = new(StringComparer.Ordinal);
    private int at;
    private int depth;
    private int comparisons;

    public FilterParser(string text)
    {
        this.text = text;
        tokens = FilterToken.Of(text);
    }

    private FilterToken Next => tokens[at];

    public ValueList<FilterPart<T>> Parse()
    {
        var parts = new List<FilterPart<T>>();
        do
        {
            int start = Next.Position;
            nullable.Clear();
            Expression condition = Factor();
            parts.Add(new FilterPart<T>(
                text[start..Next.Position].TrimEnd(),
                Specification.Where(Expression.Lambda<Func<T, bool>>(condition, candidate)),
                nullable.ToValueList()));
        }
        while (TryWord("AND"));

        return Next.Kind == FilterTokenKind.End ? parts.ToValueList() : throw Unexpected();
    }

    private Expression Conjunction()
    {
        Expression left = Factor();
        while (TryWord("AND"))
        {
            left = Expression.AndAlso(left, Factor());
        }

        return left;
    }

    // In AIP-160, OR binds more tightly than AND.
    private Expression Factor()
    {
        Expression left = Term();
        while (TryWord("OR"))
        {
            left = Expression.OrElse(left, Term());
        }

        return left;
    }

    private Expression Term()
    {
        if (++depth > MaxDepth)
        {
            throw new FilterException(Next.Position, "lồng quá 20 cấp", "nested more than 20 levels deep");
        }

        Expression term;
        if (TryWord("NOT") || TrySign("-"))
        {
            term = Expression.Not(Term());
        }
        else if (TrySign("("))
        {
            term = Conjunction();
            if (!TrySign(")"))
            {
                throw Unexpected();
            }
        }
        else
        {
            term = Comparison();
        }

        depth--;
        return term;
    }

    private BinaryExpression Comparison()
    {
        FilterToken name = Next;
        if (++comparisons > MaxComparisons)
        {
            throw new FilterException(name.Position, "có hơn 100 phép so sánh", "more than 100 comparisons");
        }

        if (name.Kind != FilterTokenKind.Word)
        {
            throw Unexpected();
        }

        PropertyInfo fact = FactOf(name) ?? throw new FilterException(
            name.Position, "không có dữ kiện '" + name.Text + "'", "there is no fact '" + name.Text + "'");
        at++;
        Expression left = Expression.Property(candidate, fact);
        if (TrySign(":"))
        {
            return TrySign("*") ? Known(name, left) : throw Unexpected();
        }

        FilterToken sign = Next;
        if (sign.Kind != FilterTokenKind.Sign || sign.Text is not ("=" or "!=" or "<" or "<=" or ">" or ">="))
        {
            throw Unexpected();
        }

        at++;
        if (FlatFacts.CanBeAbsent(fact))
        {
            nullable.Add(name.Text);
        }

        return Compare(sign, left, Value(left.Type));
    }

    private static BinaryExpression Known(FilterToken name, Expression fact) =>
        !fact.Type.IsValueType || Nullable.GetUnderlyingType(fact.Type) is not null
            ? Expression.NotEqual(fact, Expression.Constant(null, fact.Type))
            : throw new FilterException(name.Position, "dữ kiện '" + name.Text + "' luôn có", "the fact '" + name.Text + "' is always known");

    private static BinaryExpression Compare(FilterToken sign, Expression left, Expression right)
    {
        Type plain = Nullable.GetUnderlyingType(left.Type) ?? left.Type;
        if (left.Type != right.Type)
        {
            Type lifted = typeof(Nullable<>).MakeGenericType(plain);
            (left, right) = (Expression.Convert(left, lifted), Expression.Convert(right, lifted));
        }

        if (sign.Text == "=")
        {
            return Expression.Equal(left, right);
        }

        if (sign.Text == "!=")
        {
            return Expression.NotEqual(left, right);
        }

        if (plain == typeof(string) || plain == typeof(bool) || plain.IsEnum)
        {
            throw new FilterException(sign.Position, "chỉ so sánh được bằng hoặc khác", "this can only be compared with = and !=");
        }

        return sign.Text switch
        {
            "<" => Expression.LessThan(left, right),
            "<=" => Expression.LessThanOrEqual(left, right),
            ">" => Expression.GreaterThan(left, right),
            _ => Expression.GreaterThanOrEqual(left, right),
        };
    }

    private MemberExpression Value(Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        bool isNegative = TrySign("-");
        FilterToken token = Next;
        if (token.Kind is not (FilterTokenKind.Word or FilterTokenKind.Quoted))
        {
            throw Unexpected();
        }

        at++;
        if (!isNegative && token.Kind == FilterTokenKind.Word && FactOf(token) is PropertyInfo other)
        {
            if ((Nullable.GetUnderlyingType(other.PropertyType) ?? other.PropertyType) != plain)
            {
                throw new FilterException(token.Position, "hai dữ kiện khác kiểu", "the two facts are of different types");
            }

            if (FlatFacts.CanBeAbsent(other))
            {
                nullable.Add(token.Text);
            }

            return Expression.Property(candidate, other);
        }

        object? value = Literal(token, plain, isNegative);
        return value is null
            ? throw new FilterException(token.Position, "giá trị không hợp với dữ kiện", "the value does not fit the fact")
            : Captured.Of(value, plain == type || plain == typeof(string) ? type : plain);
    }

    private static object? Literal(FilterToken token, Type type, bool isNegative)
    {
        if (type == typeof(string))
        {
            return token.Kind == FilterTokenKind.Quoted && !isNegative ? token.Text : null;
        }

        if (type == typeof(LocalDate))
        {
            ParseResult<LocalDate> date = LocalDatePattern.Iso.Parse(token.Text);
            return date.Success && !isNegative ? date.Value : null;
        }

        if (token.Kind == FilterTokenKind.Quoted)
        {
            return null;
        }

        if (type == typeof(bool))
        {
            return isNegative ? null : token.Text switch { "true" => true, "false" => false, _ => null };
        }

        if (type.IsEnum)
        {
            string? name = Array.Find(Enum.GetNames(type), n => JsonNamingPolicy.SnakeCaseLower.ConvertName(n) == token.Text);
            return name is null || isNegative ? null : Enum.Parse(type, name);
        }

        string digits = (isNegative ? "-" : "") + token.Text;
        return !long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? null
            : type == typeof(long) ? number
            : number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
    }

    private static PropertyInfo? FactOf(FilterToken token) => Facts.GetValueOrDefault(token.Text);

    private bool TryWord(string word)
    {
        bool isThere = Next.Kind == FilterTokenKind.Word && Next.Text == word;
        at += isThere ? 1 : 0;
        return isThere;
    }

    private bool TrySign(string sign)
    {
        bool isThere = Next.Kind == FilterTokenKind.Sign && Next.Text == sign;
        at += isThere ? 1 : 0;
        return isThere;
    }

    private FilterException Unexpected() => Next.Kind == FilterTokenKind.End
        ? new FilterException(Next.Position, "biểu thức kết thúc giữa chừng", "the filter ends too early")
        : new FilterException(Next.Position, "không hiểu '" + Next.Text + "' ở đây", "'" + Next.Text + "' makes no sense here");
}
