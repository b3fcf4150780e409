using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>A tree of criteria whose maxima sum to 100 (cây tiêu chí). Immutable; equal when it says the same.</summary>
public sealed record CriteriaTree
{
    private const int MostDepth = 12;
    private const int MostNodes = 10_000;

    /// <summary>Checks a tree.</summary>
    /// <param name="criteria">The fields at the top; their maxima sum to 100.</param>
    /// <exception cref="RecordInputException">
    /// Maxima that do not sum, an identifier that is blank or stands twice, a leaf without a formula, a formula that no leaf of its maximum can
    /// have, or more than 10,000 nodes or 12 levels; each with its place, such as "criteria[0].children[2].max".
    /// </exception>
    public CriteriaTree(ValueList<Criterion> criteria)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        Criteria = criteria;
        var problems = new RecordProblems();
        var leaves = new List<Criterion>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        Check(criteria, "criteria", 1, ids, leaves, problems);
        Fraction sum = Sum(criteria);
        if (sum != Fraction.Hundred)
        {
            problems.Add(
                "maxima_do_not_sum",
                "criteria",
                "tổng điểm tối đa là " + sum + ", phải là 100",
                "the maxima sum to " + sum + ", and must sum to 100");
        }

        problems.ThrowIfAny();
        Leaves = leaves.ToValueList();
    }

    /// <summary>The fields at the top.</summary>
    public ValueList<Criterion> Criteria { get; }

    /// <summary>The leaves, in the order of the tree; each has its definition.</summary>
    public ValueList<Criterion> Leaves { get; }

    /// <summary>Finds a leaf.</summary>
    /// <param name="id">Its identifier.</param>
    /// <returns>The leaf, or null when there is none.</returns>
    public Criterion? FindLeaf(string id) => Leaves.FirstOrDefault(l => string.Equals(l.Id, id, StringComparison.Ordinal));

    /// <summary>Whether two trees are the same.</summary>
    /// <param name="other">The other tree.</param>
    /// <returns>True when all their criteria are.</returns>
    public bool Equals(CriteriaTree? other) => other is not null && Criteria.Equals(other.Criteria);

    /// <inheritdoc/>
    public override int GetHashCode() => Criteria.GetHashCode();

    private static Fraction Sum(ValueList<Criterion> criteria) => criteria.Aggregate(Fraction.Zero, (sum, c) => sum + c.Max);

    private static void Check(
        ValueList<Criterion> criteria, string list, int depth, HashSet<string> ids, List<Criterion> leaves, RecordProblems problems)
    {
        if (depth > MostDepth)
        {
            problems.Add("too_deep", list, "cây tiêu chí sâu quá 12 tầng", "the tree is more than 12 levels deep");
            return;
        }

        for (int i = 0; i < criteria.Count && ids.Count <= MostNodes; i++)
        {
            Criterion criterion = criteria[i];
            string field = RecordProblems.At(list, i);
            CheckId(criterion, field, ids, problems);
            if (criterion.Max.Sign <= 0)
            {
                problems.Add("not_positive", field + ".max", "điểm tối đa phải lớn hơn 0", "a maximum must be greater than 0");
            }

            if (criterion.Children.Count == 0)
            {
                CheckLeaf(criterion, field, problems);
                leaves.Add(criterion);
                continue;
            }

            if (criterion.Leaf is not null)
            {
                problems.Add(
                    "formula_on_parent", field + ".formula", "tiêu chí có tiêu chí thành phần thì không có công thức riêng", "a criterion with children has no formula of its own");
            }

            Check(criterion.Children, field + ".children", depth + 1, ids, leaves, problems);
            Fraction sum = Sum(criterion.Children);
            if (sum != criterion.Max)
            {
                problems.Add(
                    "maxima_do_not_sum",
                    field + ".max",
                    "điểm tối đa là " + criterion.Max + ", nhưng tổng các tiêu chí thành phần là " + sum,
                    "the maximum is " + criterion.Max + ", but those of its children sum to " + sum);
            }
        }

        if (ids.Count > MostNodes && depth == 1)
        {
            problems.Add("too_many", list, "quá 10000 tiêu chí", "more than 10,000 criteria");
        }
    }

    private static void CheckId(Criterion criterion, string field, HashSet<string> ids, RecordProblems problems)
    {
        if (string.IsNullOrWhiteSpace(criterion.Id))
        {
            problems.Add("blank", field + ".id", "không được để trống", "must not be blank");
        }
        else if (!ids.Add(criterion.Id))
        {
            problems.Add(
                "duplicate_id", field + ".id", "mã '" + criterion.Id + "' bị lặp lại", "the identifier '" + criterion.Id + "' stands twice");
        }
    }

    private static void CheckLeaf(Criterion criterion, string field, RecordProblems problems)
    {
        if (criterion.Leaf is not LeafDefinition leaf)
        {
            problems.Add("no_formula", field + ".formula", "tiêu chí thành phần thiếu công thức", "a leaf has no formula");
            return;
        }

        foreach ((string part, BilingualText message) in leaf.Formula.Problems(criterion.Max))
        {
            problems.Add("invalid_formula", field + ".formula." + part, message);
        }

        if (leaf.MinimumRespondents is < 0)
        {
            problems.Add("negative", field + ".minimumRespondents", "không được âm", "must not be negative");
        }

        if (leaf.MinimumRespondents is not null && !leaf.IsSurvey)
        {
            problems.Add(
                "not_a_survey", field + ".minimumRespondents", "chỉ tiêu chí khảo sát có số phiếu tối thiểu", "only a survey has a least number of respondents");
        }
    }
}
