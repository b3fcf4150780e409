using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>
/// An arithmetic expression over named measures (biểu thức tính): numbers, names, + - * / and parentheses; nothing else can be called.
/// Computed with exact fractions.
/// </summary>
/// <remarks>At most 1,000 characters and 50 levels deep. Two are equal when they read alike, spaces and needless parentheses aside. Immutable.</remarks>
public sealed class ScoreExpression : IEquatable<ScoreExpression>
{
    private readonly string canonical;

    internal ScoreExpression(ExpressionNode root)
    {
        Root = root;
        canonical = root.ToText();
        Names = root.NamesIn().Distinct(StringComparer.Ordinal).ToValueList();
    }

    /// <summary>The names of measures that it reads, each once, in order.</summary>
    public ValueList<string> Names { get; }

    internal ExpressionNode Root { get; }

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The text; for example "(onTime + 0.5*late) / due".</param>
    /// <returns>The expression.</returns>
    /// <exception cref="ExpressionException">It is none; the exception says where it goes wrong.</exception>
    public static ScoreExpression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new ExpressionParser(text);
        ExpressionNode root = parser.Sum();
        parser.ExpectEnd();
        return new ScoreExpression(root);
    }

    /// <summary>Computes the value.</summary>
    /// <param name="measures">The measures.</param>
    /// <returns>The value, or why there is none.</returns>
    public Computed Evaluate(MeasureSet measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        return Evaluate(measures.Find);
    }

    internal Computed Evaluate(Func<string, MeasureValue?> measures)
    {
        try
        {
            return Root.Evaluate(measures);
        }
        catch (OverflowException)
        {
            return ScoreFault.TooLarge(canonical);
        }
    }

    /// <inheritdoc/>
    public bool Equals(ScoreExpression? other) => other is not null && canonical == other.canonical;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScoreExpression);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(canonical);

    /// <summary>The expression as text, always the same way.</summary>
    /// <returns>For example "(onTime + 0.5 * late) / due".</returns>
    public override string ToString() => canonical;
}

/// <summary>The outcome of a computation (kết quả tính): a number, or why there is none.</summary>
public readonly record struct Computed
{
    private readonly Fraction value;

    private Computed(Fraction value, ScoreFault? fault) => (this.value, Fault) = (value, fault);

    /// <summary>Why there is no number; null: there is one.</summary>
    public ScoreFault? Fault { get; }

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Fraction Value => Fault is null ? value : throw new InvalidOperationException(Fault.Message.English);

    /// <summary>A number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Computed(Fraction value) => new(value, null);

    /// <summary>No number.</summary>
    /// <param name="fault">Why.</param>
    public static implicit operator Computed(ScoreFault fault) => new(default, fault);
}
