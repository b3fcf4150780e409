namespace Reform.Domain.Scoring;

/// <summary>The points are a ratio of the maximum (tỉ lệ): 57 of 64 procedures published, of 8 points, are 7.125. More than all is all.</summary>
/// <param name="Ratio">The ratio.</param>
public sealed record RatioFormula(ScoreExpression Ratio) : ScoreFormula
{
    /// <inheritdoc/>
    public override string Kind => "ratio";

    /// <inheritdoc/>
    public override IEnumerable<string> MeasureNames => Ratio.Names;

    private protected override FormulaResult Points(MeasureSet measures, Fraction max)
    {
        Computed ratio = FormulaReasons.Ratio(Ratio, measures);
        return ratio.Fault is { } fault
            ? fault
            : FormulaResult.Of(
                Fraction.Min(ratio.Value, 1) * max,
                FormulaReasons.Expression(Ratio, ratio.Value, measures),
                FormulaReasons.By("tỉ lệ × " + max + " điểm", "the ratio × " + max + " points"));
    }
}
