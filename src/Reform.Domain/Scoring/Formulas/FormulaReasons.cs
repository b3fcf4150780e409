using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The sentences of how points came about.</summary>
internal static class FormulaReasons
{
    private static readonly ReasonKind Computed = new(
        "expression_computed", "{expression} = {value} (với {measures})", "{expression} = {value} (with {measures})");

    private static readonly ReasonKind Rule = new("points_by_rule", "{rule}", "{rule}");

    public static Reason Expression(ScoreExpression expression, Fraction value, MeasureSet measures) => Computed.Because(
        null,
        ("expression", expression.ToString()),
        ("value", Approximate(value)),
        ("measures", string.Join(", ", expression.Names.Select(n => n + " = " + measures.Find(n)))));

    public static Reason By(string vietnamese, string english) => Rule.Because(null, ("rule", new BilingualText(vietnamese, english)));

    /// <summary>Computes a ratio; a negative one is no ratio.</summary>
    public static Computed Ratio(ScoreExpression expression, MeasureSet measures)
    {
        Computed ratio = expression.Evaluate(measures.Find);
        return ratio.Fault is null && ratio.Value.Sign < 0
            ? ScoreFault.OutOfRange(
                expression.ToString(),
                "tỉ lệ '" + expression + "' là " + ratio.Value + ", không được âm",
                "the ratio '" + expression + "' is " + ratio.Value + ", and must not be negative")
            : ratio;
    }

    // Exact, and where that is no short decimal also readable.
    public static string Approximate(Fraction value)
    {
        string exact = value.ToString();
        return exact.Contains('/', StringComparison.Ordinal) ? exact + " ≈ " + value.ToFixed(6) : exact;
    }
}
