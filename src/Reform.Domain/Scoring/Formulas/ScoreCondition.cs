using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>
/// A condition over named measures (điều kiện): two expressions compared with &lt;, &lt;=, &gt;, &gt;=, == or !=, or a flag, also negated: "disciplined",
/// "!disciplined".
/// </summary>
/// <remarks>Bounded like <see cref="ScoreExpression"/>. Two are equal when they read alike. Immutable.</remarks>
public sealed class ScoreCondition : IEquatable<ScoreCondition>
{
    // Longer symbols first: "<=" begins with "<".
    private static readonly (string Symbol, ConditionOperator Operator)[] Symbols =
    [
        ("<=", ConditionOperator.AtMost), (">=", ConditionOperator.AtLeast), ("==", ConditionOperator.Equal),
        ("!=", ConditionOperator.NotEqual), ("<", ConditionOperator.Less), (">", ConditionOperator.Greater),
    ];

    private readonly string canonical;

    private ScoreCondition(ExpressionNode left, ConditionOperator comparison, ExpressionNode? right)
    {
        (Left, Operator, Right) = (left, comparison, right);
        canonical = Right is not null ? Left.ToText() + " " + SymbolOf(comparison) + " " + Right.ToText()
            : comparison == ConditionOperator.IsNotSet ? "!" + Left.ToText()
            : Left.ToText();
        Names = Left.NamesIn().Concat(Right?.NamesIn() ?? []).Where(n => TruthOf(n) is null).Distinct(StringComparer.Ordinal).ToValueList();
    }

    /// <summary>The names that it reads, each once, in order.</summary>
    public ValueList<string> Names { get; }

    internal ExpressionNode Left { get; }

    internal ConditionOperator Operator { get; }

    internal ExpressionNode? Right { get; }

    /// <summary>Reads a condition.</summary>
    /// <param name="text">The text; for example "respondents &lt; 30" or "!disciplined".</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ExpressionException">It is none; the exception says where it goes wrong.</exception>
    public static ScoreCondition Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new ExpressionParser(text);
        if (parser.TryTake("!"))
        {
            return new ScoreCondition(Flag(parser, parser.Sum()), ConditionOperator.IsNotSet, null);
        }

        ExpressionNode left = parser.Sum();
        if (parser.IsAtEnd)
        {
            return new ScoreCondition(Flag(parser, left), ConditionOperator.IsSet, null);
        }

        foreach ((string symbol, ConditionOperator comparison) in Symbols)
        {
            if (parser.TryTake(symbol))
            {
                ExpressionNode right = parser.Sum();
                parser.ExpectEnd();
                return new ScoreCondition(left, comparison, right);
            }
        }

        throw parser.Unexpected();
    }

    /// <summary>Whether it holds.</summary>
    /// <param name="measures">The measures.</param>
    /// <returns>True or false, or neither and why.</returns>
    public ConditionOutcome Evaluate(MeasureSet measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        return Evaluate(measures.Find);
    }

    internal ConditionOutcome Evaluate(Func<string, MeasureValue?> measures)
    {
        try
        {
            return Right is null ? OfFlag(measures) : OfFlags(measures) ?? Compare(measures);
        }
        catch (OverflowException)
        {
            return new ConditionOutcome(null, ScoreFault.TooLarge(canonical));
        }
    }

    /// <inheritdoc/>
    public bool Equals(ScoreCondition? other) => other is not null && canonical == other.canonical;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScoreCondition);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(canonical);

    /// <summary>The condition as text, always the same way.</summary>
    /// <returns>For example "index &gt;= 90".</returns>
    public override string ToString() => canonical;

    internal static bool Holds(ConditionOperator comparison, int order) => comparison switch
    {
        ConditionOperator.Less => order < 0,
        ConditionOperator.AtMost => order <= 0,
        ConditionOperator.Greater => order > 0,
        ConditionOperator.AtLeast => order >= 0,
        ConditionOperator.Equal => order == 0,
        _ => order != 0,
    };

    internal static bool? TruthOf(string name) => name switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    private static string SymbolOf(ConditionOperator comparison) => Symbols.First(s => s.Operator == comparison).Symbol;

    private static ExpressionNode Flag(ExpressionParser parser, ExpressionNode node)
    {
        parser.ExpectEnd();
        return node is ExpressionNode.Name
            ? node
            : throw new ExpressionException(1, "phải là một phép so sánh hoặc tên một điều kiện đúng/sai", "must be a comparison or the name of a flag");
    }

    private ConditionOutcome OfFlag(Func<string, MeasureValue?> measures)
    {
        string name = ((ExpressionNode.Name)Left).Text;
        MeasureValue? value = TruthOf(name) is bool literal ? literal : measures(name);
        return value switch
        {
            MeasureValue.Flag flag => new ConditionOutcome(flag.Holds == (Operator == ConditionOperator.IsSet), null),
            MeasureValue.Undefined undefined => new ConditionOutcome(null, new ScoreFault(ScoreFaultKind.Undefined, name, undefined.Why)),
            null => new ConditionOutcome(null, ScoreFault.Missing(name)),
            _ => new ConditionOutcome(null, ScoreFault.WrongKind(name, "true hoặc false", "true or false")),
        };
    }

    // "fixed == true": flags can be compared with each other, and have no order.
    private ConditionOutcome? OfFlags(Func<string, MeasureValue?> measures)
    {
        if (Operator is not (ConditionOperator.Equal or ConditionOperator.NotEqual)
            || (FlagOf(Left, measures) is null && FlagOf(Right!, measures) is null))
        {
            return null;
        }

        return FlagOf(Left, measures) is bool left && FlagOf(Right!, measures) is bool right
            ? new ConditionOutcome((left == right) == (Operator == ConditionOperator.Equal), null)
            : new ConditionOutcome(null, MissingIn(measures) ?? ScoreFault.WrongKind(canonical, "true hoặc false ở cả hai vế", "true or false on both sides"));
    }

    private ScoreFault? MissingIn(Func<string, MeasureValue?> measures) =>
        Names.FirstOrDefault(n => measures(n) is null) is string missing ? ScoreFault.Missing(missing) : null;

    private static bool? FlagOf(ExpressionNode node, Func<string, MeasureValue?> measures) =>
        node is ExpressionNode.Name name ? TruthOf(name.Text) ?? (measures(name.Text) as MeasureValue.Flag)?.Holds : null;

    private ConditionOutcome Compare(Func<string, MeasureValue?> measures)
    {
        Computed left = Left.Evaluate(measures);
        if (left.Fault is not null)
        {
            return new ConditionOutcome(null, left.Fault);
        }

        Computed right = Right!.Evaluate(measures);
        return right.Fault is null
            ? new ConditionOutcome(Holds(Operator, left.Value.CompareTo(right.Value)), null)
            : new ConditionOutcome(null, right.Fault);
    }
}

/// <summary>How a condition came out: it holds, it does not, or it cannot be told, and why.</summary>
/// <param name="Holds">Whether it holds; null: it cannot be told.</param>
/// <param name="Fault">Why it cannot be told; null otherwise.</param>
public readonly record struct ConditionOutcome(bool? Holds, ScoreFault? Fault);

/// <summary>What a condition asks.</summary>
internal enum ConditionOperator
{
    /// <summary>A flag is set.</summary>
    IsSet = 0,

    /// <summary>A flag is not set.</summary>
    IsNotSet,

    /// <summary>&lt;.</summary>
    Less,

    /// <summary>&lt;=.</summary>
    AtMost,

    /// <summary>&gt;.</summary>
    Greater,

    /// <summary>&gt;=.</summary>
    AtLeast,

    /// <summary>==.</summary>
    Equal,

    /// <summary>!=.</summary>
    NotEqual,
}
