using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The points are a ratio of the maximum from a floor on (tỉ lệ có ngưỡng sàn); below it they are fixed.</summary>
/// <param name="Ratio">The ratio.</param>
/// <param name="Floor">The floor.</param>
/// <param name="BelowFloor">The points below the floor.</param>
public sealed record RatioWithFloorFormula(ScoreExpression Ratio, Fraction Floor, Fraction BelowFloor) : ScoreFormula
{
    /// <summary>Whether a ratio of exactly the floor counts; it does unless this says otherwise.</summary>
    public bool IsFloorInclusive { get; init; } = true;

    /// <inheritdoc/>
    public override string Kind => "ratioWithFloor";

    /// <inheritdoc/>
    public override IEnumerable<string> MeasureNames => Ratio.Names;

    internal override IEnumerable<(string Field, BilingualText Message)> Problems(Fraction max) => Found(OutsideScale("belowFloor", BelowFloor, max));

    private protected override FormulaResult Points(MeasureSet measures, Fraction max)
    {
        Computed ratio = FormulaReasons.Ratio(Ratio, measures);
        if (ratio.Fault is { } fault)
        {
            return fault;
        }

        Reason value = FormulaReasons.Expression(Ratio, ratio.Value, measures);
        return ratio.Value > Floor || (IsFloorInclusive && ratio.Value == Floor)
            ? FormulaResult.Of(
                Fraction.Min(ratio.Value, 1) * max,
                value,
                FormulaReasons.By("đạt ngưỡng sàn " + Floor + ": tỉ lệ × " + max + " điểm", "reaches the floor " + Floor + ": the ratio × " + max + " points"))
            : FormulaResult.Of(
                BelowFloor, value, FormulaReasons.By("dưới ngưỡng sàn " + Floor + ": " + BelowFloor + " điểm", "below the floor " + Floor + ": " + BelowFloor + " points"));
    }
}
