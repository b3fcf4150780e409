using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>A ratio is compared with a target (tỉ lệ so với mục tiêu): what reaches it has the maximum, what does not has its part.</summary>
/// <param name="Ratio">The ratio.</param>
/// <param name="Target">The target; positive.</param>
public sealed record RatioToTargetFormula(ScoreExpression Ratio, Fraction Target) : ScoreFormula
{
    /// <inheritdoc/>
    public override string Kind => "ratioToTarget";

    /// <inheritdoc/>
    public override IEnumerable<string> MeasureNames => Ratio.Names;

    internal override IEnumerable<(string Field, BilingualText Message)> Problems(Fraction max) => Found(NotPositive("target", Target));

    private protected override FormulaResult Points(MeasureSet measures, Fraction max)
    {
        Computed ratio = FormulaReasons.Ratio(Ratio, measures);
        return ratio.Fault is { } fault
            ? fault
            : FormulaResult.Of(
                Fraction.Min(ratio.Value / Target, 1) * max,
                FormulaReasons.Expression(Ratio, ratio.Value, measures),
                FormulaReasons.By(
                    "so với mục tiêu " + Target + ", tối đa 1, × " + max + " điểm", "against the target " + Target + ", at most 1, × " + max + " points"));
    }
}
