using System.Globalization;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>
/// How far limits were shortened, on average, against a target (mức rút ngắn bình quân). The mean of the shares of each procedure, not the share
/// of the sums; a lengthened limit counts against it.
/// </summary>
/// <param name="Target">The target; positive.</param>
/// <param name="MeasureName">The name of the limits; "limits" in files that do not name them.</param>
public sealed record MeanShorteningFormula(Fraction Target, string MeasureName = "limits") : ScoreFormula
{
    /// <inheritdoc/>
    public override string Kind => "meanShorteningToTarget";

    /// <inheritdoc/>
    public override IEnumerable<string> MeasureNames => [MeasureName];

    internal override IEnumerable<(string Field, BilingualText Message)> Problems(Fraction max) => Found(NotPositive("target", Target));

    private protected override FormulaResult Points(MeasureSet measures, Fraction max)
    {
        MeasureValue? value = measures.Find(MeasureName);
        if (value is not MeasureValue.Limits { Changes: var changes })
        {
            return value is null ? ScoreFault.Missing(MeasureName) : ScoreFault.WrongKind(MeasureName, "danh sách thời hạn", "a list of limits");
        }

        if (changes.Count == 0)
        {
            return new ScoreFault(ScoreFaultKind.Undefined, MeasureName, new BilingualText(
                "không có thủ tục nào để tính bình quân", "there is no procedure to take the mean of"));
        }

        if (changes.Any(c => c.Before.Sign <= 0 || c.After.Sign < 0))
        {
            return ScoreFault.OutOfRange(MeasureName, "thời hạn trước phải lớn hơn 0, thời hạn sau không âm", "a limit before must be positive, and one after not negative");
        }

        // Limits of one length are added first: the denominators stay few.
        Fraction sum = changes.GroupBy(c => c.Before)
            .Select(g => g.Aggregate(Fraction.Zero, (total, c) => total + (c.Before - c.After)) / g.Key)
            .Aggregate(Fraction.Zero, (total, share) => total + share);
        Fraction mean = sum / changes.Count;
        return FormulaResult.Of(
            Fraction.Min(mean / Target, 1) * max,
            FormulaReasons.By(
                "rút ngắn bình quân của " + changes.Count.ToString(CultureInfo.InvariantCulture) + " thủ tục: " + FormulaReasons.Approximate(mean),
                "the mean shortening of " + changes.Count.ToString(CultureInfo.InvariantCulture) + " procedures: " + FormulaReasons.Approximate(mean)),
            FormulaReasons.By(
                "so với mục tiêu " + Target + ", tối đa 1, × " + max + " điểm", "against the target " + Target + ", at most 1, × " + max + " points"));
    }
}
