namespace Reform.Domain.Scoring;

/// <summary>All points or none (đạt hoặc không đạt).</summary>
/// <param name="When">What has to hold.</param>
public sealed record AchievedFormula(ScoreCondition When) : ScoreFormula
{
    /// <inheritdoc/>
    public override string Kind => "achieved";

    /// <inheritdoc/>
    public override IEnumerable<string> MeasureNames => When.Names;

    private protected override FormulaResult Points(MeasureSet measures, Fraction max)
    {
        ConditionOutcome outcome = When.Evaluate(measures.Find);
        return outcome.Fault is { } fault
            ? fault
            : outcome.Holds == true
            ? FormulaResult.Of(max, FormulaReasons.By("đạt: " + When + ", " + max + " điểm", "achieved: " + When + ", " + max + " points"))
            : FormulaResult.Of(0, FormulaReasons.By("không đạt: " + When, "not achieved: " + When));
    }
}
