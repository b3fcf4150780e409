using System.Linq.Expressions;
using NodaTime;

namespace Reform.Domain.Specifications;

/// <summary>
/// What stays the same over all rows of a pass, worked out before it: captured values, the numbers of dates, the codes of texts;
/// and the answers remembered by text.
/// </summary>
internal sealed class ColumnConstants(ParameterExpression values, ParameterExpression texts)
{
    private readonly Dictionary<int, ParameterExpression> locals = [];
    private readonly Dictionary<ParameterExpression, ParameterExpression> numbers = [];
    private readonly List<ParameterExpression> variables = [];
    private readonly List<Expression> assignments = [];
    private readonly List<ParameterExpression> memos = [];

    /// <summary>The texts by their codes.</summary>
    public ParameterExpression Texts { get; } = Expression.Variable(typeof(string[]), "texts");

    public IEnumerable<ParameterExpression> Variables => [Texts, .. variables];

    public IEnumerable<Expression> Assignments => [Expression.Assign(Texts, Expression.Property(texts, nameof(TextTable.Texts))), .. assignments];

    /// <summary>What remembers an answer for each text, one array for each question.</summary>
    public IReadOnlyList<ParameterExpression> Memos => memos;

    /// <summary>The variable of a captured value; null for anything else.</summary>
    public ParameterExpression? Known(Expression node)
    {
        if (node is not UnaryExpression { NodeType: ExpressionType.Convert, Operand: BinaryExpression { NodeType: ExpressionType.ArrayIndex } read }
            || read.Left != values || read.Right is not ConstantExpression { Value: int place })
        {
            return null;
        }

        if (!locals.TryGetValue(place, out ParameterExpression? local))
        {
            locals.Add(place, local = Added(node));
        }

        return local;
    }

    /// <summary>The number of a date, and whether there may be none; null when it has to stay a date.</summary>
    public (Expression Number, bool MayBeAbsent)? Day(ColumnForm form) => form switch
    {
        DayForm day => (day.Number, false),
        OptionalDayForm day => (day.Number, day.MayBeAbsent),
        PlainForm { Node: ParameterExpression date } when date.Type == typeof(LocalDate) && IsLocal(date) => (Derived(date, nameof(DayNumbers.Of)), false),
        PlainForm { Node: ParameterExpression date } when date.Type == typeof(LocalDate?) && IsLocal(date) =>
            (Derived(date, nameof(DayNumbers.OfOptional)), true),
        PlainForm { Node: UnaryExpression { NodeType: ExpressionType.Convert, Method: null, Operand: ParameterExpression date } }
            when date.Type == typeof(LocalDate) && IsLocal(date) => (Derived(date, nameof(DayNumbers.Of)), false),
        _ => null,
    };

    /// <summary>The code of a captured text; null for anything else.</summary>
    public Expression? Code(ColumnForm form)
    {
        if (form is not PlainForm { Node: ParameterExpression text } || text.Type != typeof(string) || !IsLocal(text))
        {
            return null;
        }

        if (!numbers.TryGetValue(text, out ParameterExpression? code))
        {
            numbers.Add(text, code = Added(Expression.Call(texts, nameof(TextTable.CodeOf), null, text)));
        }

        return code;
    }

    /// <summary>A side of a comparison in two parts, when reading it throws nothing; without the first it is always there.</summary>
    public (Expression? HasValue, Expression Value)? Sides(ColumnForm form) => form switch
    {
        OptionalForm optional when ColumnForms.IsSimple(optional.HasValue) => (optional.HasValue, optional.Value),
        PlainForm { Node: ParameterExpression value } when Nullable.GetUnderlyingType(value.Type) is not null && IsLocal(value) =>
            (Expression.Property(value, nameof(Nullable<>.HasValue)), Expression.Call(value, nameof(Nullable<>.GetValueOrDefault), null)),
        PlainForm { Node: UnaryExpression { NodeType: ExpressionType.Convert, Method: null } lifted }
            when Nullable.GetUnderlyingType(lifted.Type) == lifted.Operand.Type && ColumnForms.IsSimple(lifted.Operand) => (null, lifted.Operand),
        _ => null,
    };

    /// <summary>The answer to a question about a text, asked once for each text.</summary>
    public Expression Remembered(Expression code, Expression question)
    {
        ParameterExpression memo = Expression.Variable(typeof(byte[]), "memo");
        memos.Add(memo);
        ParameterExpression place = Expression.Variable(typeof(int), "place");
        ParameterExpression known = Expression.Variable(typeof(byte), "known");
        return Expression.Block(
            typeof(bool),
            [place, known],
            Expression.Assign(place, code),
            Expression.Assign(known, ColumnForms.At(memo, place)),
            Expression.Condition(
                Expression.Equal(known, Expression.Constant((byte)0)),
                Expression.Call(typeof(ColumnSource), nameof(ColumnSource.Remember), null, memo, place, question),
                Expression.Equal(known, Expression.Constant((byte)2))));
    }

    private bool IsLocal(ParameterExpression variable) => variables.Contains(variable);

    private ParameterExpression Derived(ParameterExpression date, string number)
    {
        if (!numbers.TryGetValue(date, out ParameterExpression? derived))
        {
            numbers.Add(date, derived = Added(Expression.Call(typeof(DayNumbers), number, null, date)));
        }

        return derived;
    }

    private ParameterExpression Added(Expression value)
    {
        ParameterExpression variable = Expression.Variable(value.Type, "constant");
        variables.Add(variable);
        assignments.Add(Expression.Assign(variable, value));
        return variable;
    }
}
