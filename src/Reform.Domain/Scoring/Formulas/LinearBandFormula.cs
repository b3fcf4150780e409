using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The points grow evenly from one bound of a ratio to another (nội suy tuyến tính); below the lower bound they are fixed.</summary>
/// <param name="Ratio">The ratio.</param>
/// <param name="Lower">The lower bound.</param>
/// <param name="LowerScore">The points at the lower bound.</param>
/// <param name="Upper">The upper bound; above the lower one.</param>
/// <param name="UpperScore">The points at the upper bound and above it.</param>
/// <param name="BelowLower">The points below the lower bound.</param>
public sealed record LinearBandFormula(
    ScoreExpression Ratio, Fraction Lower, Fraction LowerScore, Fraction Upper, Fraction UpperScore, Fraction BelowLower) : ScoreFormula
{
    /// <summary>Whether a ratio of exactly the lower bound is in the band; it is unless this says otherwise.</summary>
    public bool IsLowerInclusive { get; init; } = true;

    /// <inheritdoc/>
    public override string Kind => "linearBand";

    /// <inheritdoc/>
    public override IEnumerable<string> MeasureNames => Ratio.Names;

    internal override IEnumerable<(string Field, BilingualText Message)> Problems(Fraction max) => Found(
        Upper <= Lower ? ("upper", new BilingualText("phải lớn hơn 'lower'", "must be greater than 'lower'")) : null,
        OutsideScale("lowerScore", LowerScore, max),
        OutsideScale("upperScore", UpperScore, max),
        OutsideScale("belowLower", BelowLower, max));

    private protected override FormulaResult Points(MeasureSet measures, Fraction max)
    {
        Computed computed = FormulaReasons.Ratio(Ratio, measures);
        if (computed.Fault is { } fault)
        {
            return fault;
        }

        Fraction ratio = computed.Value;
        Reason value = FormulaReasons.Expression(Ratio, ratio, measures);
        if (ratio < Lower || (ratio == Lower && !IsLowerInclusive))
        {
            return FormulaResult.Of(BelowLower, value, FormulaReasons.By("dưới mức " + Lower + ": " + BelowLower + " điểm", "below " + Lower + ": " + BelowLower + " points"));
        }

        if (ratio >= Upper)
        {
            return FormulaResult.Of(UpperScore, value, FormulaReasons.By("từ mức " + Upper + ": " + UpperScore + " điểm", "from " + Upper + " on: " + UpperScore + " points"));
        }

        return FormulaResult.Of(
            LowerScore + ((ratio - Lower) / (Upper - Lower) * (UpperScore - LowerScore)),
            value,
            FormulaReasons.By(
                "nội suy giữa " + Lower + " (" + LowerScore + " điểm) và " + Upper + " (" + UpperScore + " điểm)",
                "interpolated between " + Lower + " (" + LowerScore + " points) and " + Upper + " (" + UpperScore + " points)"));
    }
}
