namespace Reform.Domain.Scoring;

/// <summary>The points are given by people, on evidence (chấm tay theo tài liệu kiểm chứng).</summary>
/// <param name="MeasureName">The name of the points; "score" in files that do not name them.</param>
public sealed record ManualFormula(string MeasureName = "score") : ScoreFormula
{
    /// <inheritdoc/>
    public override string Kind => "manual";

    /// <inheritdoc/>
    public override IEnumerable<string> MeasureNames => [MeasureName];

    private protected override FormulaResult Points(MeasureSet measures, Fraction max) => measures.Find(MeasureName) switch
    {
        null => ScoreFault.Missing(MeasureName),
        MeasureValue.Number { Content: var points } when points.Sign >= 0 && points <= max =>
            FormulaResult.Of(points, FormulaReasons.By("chấm theo tài liệu kiểm chứng: " + points + " điểm", "rated on evidence: " + points + " points")),
        MeasureValue.Number => ScoreFault.OutOfRange(MeasureName, "điểm phải từ 0 đến " + max, "points must lie from 0 to " + max),
        _ => ScoreFault.WrongKind(MeasureName, "số", "a number"),
    };
}
