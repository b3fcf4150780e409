using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>
/// How a number came about, down to the raw facts (cây giải thích điểm): index, scale and sum, fields, leaves, measures, and the cases, tasks or
/// documents that each measure was counted from. Two people who follow it obtain the same result.
/// </summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">Its value, as it is printed; "–": there is none.</param>
/// <param name="Why">How it follows from what stands below.</param>
/// <param name="Children">What it is made of.</param>
public sealed record ScoreExplanation(BilingualText Label, string Value, ValueList<Reason> Why, ValueList<ScoreExplanation> Children)
{
    private static readonly ReasonKind IndexOf = new(
        "index_computed", "{total} / {scale} × 100, làm tròn {index}", "{total} / {scale} × 100, rounded to {index}");

    private static readonly ReasonKind TotalOf = new(
        "total_computed",
        "Tổng điểm {sum} + thưởng {bonus} − trừ {penalty}, giới hạn từ 0 đến {scale}",
        "The sum of the points {sum} + bonus {bonus} − penalty {penalty}, bounded by 0 and {scale}");

    private static readonly ReasonKind SumOf = new("points_added", "Tổng các tiêu chí thành phần", "The sum of what it is made of");

    private static readonly ReasonKind Counted = new("measure_from", "Nguồn: {source}", "Source: {source}");

    private static readonly BilingualText[] Sources =
    [
        new("đơn vị khai, có tài liệu", "declared with evidence"), new("chỉ số hồ sơ", "indicators of cases"), new("quy tắc tuân thủ", "verdicts of rules"),
        new("sổ đăng ký thẩm quyền", "register of powers and grants"), new("nhiệm vụ chương trình", "tasks of programmes"), new("khảo sát", "survey"),
    ];

    /// <summary>Explains a score.</summary>
    /// <param name="tree">The criteria.</param>
    /// <param name="unit">What was known of the unit.</param>
    /// <param name="score">The score that followed.</param>
    /// <returns>The explanation of the index.</returns>
    public static ScoreExplanation Of(CriteriaTree tree, UnitMeasures unit, UnitScore score)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(score);
        string scale = score.ApplicableMax.ToString();
        Fraction sum = score.Leaves.Aggregate(Fraction.Zero, (total, l) => total + (l.Points ?? Fraction.Zero));
        var total = new ScoreExplanation(
            new BilingualText("Tổng điểm", "Total"),
            Text(score.Total),
            score.Total is null
                ? []
                : [TotalOf.Because(null, ("sum", sum.ToString()), ("bonus", score.Bonus.ToString()), ("penalty", score.Penalty.ToString()), ("scale", scale))],
            tree.Criteria.Select(c => OfCriterion(c, unit, score)).ToValueList());
        var max = new ScoreExplanation(new BilingualText("Thang điểm áp dụng", "Applicable scale"), scale, [], []);
        return new ScoreExplanation(
            new BilingualText("Chỉ số", "Index"),
            Text(score.Index),
            score is { Index: Fraction index, Total: Fraction points }
                ? [IndexOf.Because(null, ("total", points.ToString()), ("scale", scale), ("index", index.ToString()))]
                : [],
            [total, max]);
    }

    private static ScoreExplanation OfCriterion(Criterion criterion, UnitMeasures unit, UnitScore score)
    {
        var label = new BilingualText(criterion.Id + " " + criterion.Name.Vietnamese, criterion.Id + " " + criterion.Name.English);
        if (criterion.Leaf is null)
        {
            ValueList<ScoreExplanation> children = criterion.Children.Select(c => OfCriterion(c, unit, score)).ToValueList();
            return new ScoreExplanation(label, Text(SumIn(criterion, score)), [SumOf.Because(null)], children);
        }

        LeafScore? leaf = score.Find(criterion.Id);
        return new ScoreExplanation(label, Text(leaf?.Points), leaf?.Why ?? [], unit.Of(criterion.Id).All.Select(OfMeasure).ToValueList());
    }

    private static Fraction? SumIn(Criterion criterion, UnitScore score) => criterion.Leaf is not null
        ? score.Find(criterion.Id) is { State: LeafState.Unknown } ? null : score.Find(criterion.Id)?.Points ?? Fraction.Zero
        : criterion.Children.Aggregate((Fraction?)Fraction.Zero, (sum, c) => sum + SumIn(c, score));

    private static ScoreExplanation OfMeasure(Measure measure) => new(
        BilingualText.Same(measure.Name),
        measure.Value.ToString(),
        [Counted.Because(null, ("source", Sources[(int)measure.Source]))],
        measure.Facts.Select(f => new ScoreExplanation(BilingualText.Same(f), "", [], [])).ToValueList());

    private static string Text(Fraction? number) => number?.ToString() ?? "–";
}
