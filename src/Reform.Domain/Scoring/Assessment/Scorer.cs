using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Scores units by a tree of criteria (chấm điểm), in exact fractions: the leaves are rounded, then the index; nothing else is.</summary>
/// <remarks>Safe for use by many threads at once.</remarks>
/// <param name="tree">The criteria.</param>
/// <param name="adjustments">Bonus and penalty.</param>
/// <param name="leafRounding">How the points of a leaf are rounded.</param>
/// <param name="indexRounding">How the index is rounded.</param>
public sealed class Scorer(CriteriaTree tree, AdjustmentRules adjustments, Rounding leafRounding, Rounding indexRounding)
{
    private static readonly ReasonKind NotApplicable = new(
        "leaf_not_applicable", "Không áp dụng: {condition}; điểm tối đa {max} ra khỏi thang điểm", "Not applicable: {condition}; its maximum {max} leaves the scale");

    private static readonly ReasonKind NoEvidence = new(
        "evidence_missing", "Không có tài liệu kiểm chứng và không giải trình: 0 điểm", "The evidence is missing and unexplained: 0 points");

    private static readonly ReasonKind Rounded = new("points_rounded", "{exact} điểm, làm tròn {points}", "{exact} points, rounded to {points}");

    private static readonly ReasonKind ByAppraisal = new(
        "points_appraised", "Điểm thẩm định {points} thay cho điểm tính {computed}", "The appraised points {points} stand in the place of the computed {computed}");

    private static readonly ReasonKind CannotBeComputed = new("points_unknown", "Không tính được: {why}", "Cannot be computed: {why}");

    /// <summary>Creates a scorer that rounds half away from zero, to two decimals, at the leaf and at the index.</summary>
    /// <param name="tree">The criteria.</param>
    /// <param name="adjustments">Bonus and penalty.</param>
    public Scorer(CriteriaTree tree, AdjustmentRules adjustments)
        : this(tree, adjustments, Rounding.ToTwoDecimals, Rounding.ToTwoDecimals)
    {
    }

    /// <summary>Scores a unit.</summary>
    /// <param name="unit">What is known of it.</param>
    /// <returns>The score; what cannot be computed is unknown in it, and says why.</returns>
    /// <exception cref="RecordInputException">An item of the bonus or penalty is unknown, or a leaf that the tree does not have lacks evidence.</exception>
    public UnitScore Score(UnitMeasures unit) => Score(unit, null);

    /// <summary>Scores a unit with the points that were appraised, or decided in a dispute, in the place of those that the formulas give.</summary>
    /// <param name="unit">What is known of it.</param>
    /// <param name="appraisal">The appraisal; null: none.</param>
    /// <returns>The score. A leaf that does not apply has no points, whatever was appraised.</returns>
    /// <exception cref="RecordInputException">As without an appraisal.</exception>
    public UnitScore Score(UnitMeasures unit, Appraisal? appraisal)
    {
        ArgumentNullException.ThrowIfNull(unit);
        foreach (string id in unit.MissingEvidence)
        {
            if (tree.FindLeaf(id) is null)
            {
                throw RecordInputException.Of("unknown_leaf", "missingEvidence", "không có tiêu chí '" + id + "'", "there is no leaf '" + id + "'");
            }
        }

        Fraction bonus = adjustments.Bonus.PointsOf(unit.Bonus);
        Fraction penalty = adjustments.Penalty.PointsOf(unit.Penalty);
        ValueList<LeafScore> leaves = tree.Leaves.Select(l => Appraised(ScoreLeaf(l, unit), appraisal)).ToValueList();
        Fraction scale = leaves.Where(l => l.State != LeafState.NotApplicable).Aggregate(Fraction.Zero, (sum, l) => sum + l.Max);
        if (leaves.Any(l => l.State == LeafState.Unknown))
        {
            return new UnitScore(unit.UnitId, unit.Group, leaves, bonus, penalty, scale, null, null);
        }

        Fraction total = (leaves.Aggregate(Fraction.Zero, (sum, l) => sum + (l.Points ?? Fraction.Zero)) + bonus - penalty).Clamp(Fraction.Zero, scale);
        Fraction? index = scale.Sign == 0 ? null : indexRounding.Of(total / scale * Fraction.Hundred);
        return new UnitScore(unit.UnitId, unit.Group, leaves, bonus, penalty, scale, total, index);
    }

    private LeafScore Appraised(LeafScore leaf, Appraisal? appraisal)
    {
        if (leaf.State == LeafState.NotApplicable || appraisal?.PointsOf(leaf.LeafId) is not Fraction appraised)
        {
            return leaf;
        }

        Fraction points = Fraction.Min(leafRounding.Of(appraised), leaf.Max);
        string computed = leaf.Points?.ToFixed(leafRounding.Decimals) ?? "–";
        return leaf with
        {
            State = LeafState.Scored,
            Points = points,
            Fault = null,
            Why = [.. leaf.Why, ByAppraisal.Because(null, ("points", points.ToFixed(leafRounding.Decimals)), ("computed", computed))],
        };
    }

    private LeafScore ScoreLeaf(Criterion leaf, UnitMeasures unit)
    {
        LeafDefinition definition = leaf.Leaf!;
        MeasureSet measures = unit.Of(leaf.Id);
        if (WhyNotApplicable(definition, measures, out ScoreFault? fault) is string condition)
        {
            return new LeafScore(
                leaf.Id, leaf.Max, LeafState.NotApplicable, null, [NotApplicable.Because(null, ("condition", condition), ("max", leaf.Max.ToString()))], null);
        }

        if (fault is not null)
        {
            return Unknown(leaf, fault);
        }

        if (unit.MissingEvidence.Contains(leaf.Id, StringComparer.Ordinal))
        {
            return new LeafScore(leaf.Id, leaf.Max, LeafState.EvidenceMissing, Fraction.Zero, [NoEvidence.Because(null)], null);
        }

        FormulaResult result = definition.Formula.Evaluate(measures, leaf.Max);
        if (result.Fault is not null)
        {
            return Unknown(leaf, result.Fault);
        }

        Fraction exact = result.Points.Clamp(Fraction.Zero, leaf.Max);
        Fraction points = Fraction.Min(leafRounding.Of(exact), leaf.Max);
        Reason rounded = Rounded.Because(null, ("exact", FormulaReasons.Approximate(exact)), ("points", points.ToFixed(leafRounding.Decimals)));
        return new LeafScore(leaf.Id, leaf.Max, LeafState.Scored, points, [.. result.Why, rounded], null);
    }

    private static string? WhyNotApplicable(LeafDefinition leaf, MeasureSet measures, out ScoreFault? fault)
    {
        fault = null;
        if (leaf.NotApplicableWhen is ScoreCondition condition)
        {
            ConditionOutcome outcome = condition.Evaluate(measures);
            fault = outcome.Fault;
            if (outcome.Holds == true)
            {
                return condition.ToString();
            }
        }

        if (leaf.MinimumRespondents is not int least || fault is not null)
        {
            return null;
        }

        switch (measures.Find(LeafDefinition.RespondentsName))
        {
            case MeasureValue.Number { Content: var respondents }:
                return respondents < least ? LeafDefinition.RespondentsName + " = " + respondents + " < " + (Fraction)least : null;
            case null:
                fault = ScoreFault.Missing(LeafDefinition.RespondentsName);
                return null;
            default:
                fault = ScoreFault.WrongKind(LeafDefinition.RespondentsName, "số", "a number");
                return null;
        }
    }

    private static LeafScore Unknown(Criterion leaf, ScoreFault fault) =>
        new(leaf.Id, leaf.Max, LeafState.Unknown, null, [CannotBeComputed.Because(null, ("why", fault.Message))], fault);
}
