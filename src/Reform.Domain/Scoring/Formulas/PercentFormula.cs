namespace Reform.Domain.Scoring;

/// <summary>The points are a share that was surveyed or rated (tỉ lệ khảo sát): satisfaction of 0.924, of 15 points, is 13.86.</summary>
/// <param name="Share">The share, from 0 to 1.</param>
public sealed record PercentFormula(ScoreExpression Share) : ScoreFormula
{
    /// <inheritdoc/>
    public override string Kind => "percent";

    /// <inheritdoc/>
    public override IEnumerable<string> MeasureNames => Share.Names;

    private protected override FormulaResult Points(MeasureSet measures, Fraction max)
    {
        Computed share = Share.Evaluate(measures.Find);
        return share.Fault is { } fault
            ? fault
            : share.Value.Sign < 0 || share.Value > 1
            ? ScoreFault.OutOfRange(Share.ToString(), "tỉ lệ phải từ 0 đến 1", "a share must lie from 0 to 1")
            : FormulaResult.Of(
                share.Value * max,
                FormulaReasons.Expression(Share, share.Value, measures),
                FormulaReasons.By("tỉ lệ × " + max + " điểm", "the share × " + max + " points"));
    }
}
