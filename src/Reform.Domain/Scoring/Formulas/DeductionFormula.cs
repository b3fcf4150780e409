using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Each defect costs points (trừ điểm theo lỗi), down to zero.</summary>
/// <param name="PerDefect">The points that one defect costs; positive.</param>
/// <param name="Defects">How many defects there are; "defects" in files that do not say.</param>
public sealed record DeductionFormula(Fraction PerDefect, ScoreExpression Defects) : ScoreFormula
{
    /// <inheritdoc/>
    public override string Kind => "deduction";

    /// <inheritdoc/>
    public override IEnumerable<string> MeasureNames => Defects.Names;

    internal override IEnumerable<(string Field, BilingualText Message)> Problems(Fraction max) => Found(NotPositive("perDefect", PerDefect));

    private protected override FormulaResult Points(MeasureSet measures, Fraction max)
    {
        Computed defects = Defects.Evaluate(measures.Find);
        return defects.Fault is { } fault
            ? fault
            : defects.Value.Sign < 0
            ? ScoreFault.OutOfRange(Defects.ToString(), "số lỗi không được âm", "a number of defects must not be negative")
            : FormulaResult.Of(
                max - (PerDefect * defects.Value),
                FormulaReasons.By(
                    max + " điểm, trừ " + PerDefect + " cho mỗi lỗi × " + defects.Value + " lỗi, không dưới 0",
                    max + " points, less " + PerDefect + " for each of " + defects.Value + " defects, not below 0"));
    }
}
