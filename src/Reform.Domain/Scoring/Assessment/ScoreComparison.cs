using System.Globalization;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The change of a unit's index from one period to another (so sánh giữa các kỳ); refused between criteria that do not match.</summary>
/// <param name="Change">The later index less the earlier one, the baseline; null: not comparable.</param>
/// <param name="Why">What was compared, or why it cannot be.</param>
/// <param name="Leaves">The change of each leaf that both criteria have with the same maximum; none where the results are not comparable.</param>
public sealed record ScoreComparison(Fraction? Change, Reason Why, ValueList<LeafChange> Leaves)
{
    private static readonly ReasonKind Compared = new(
        "index_compared", "Chỉ số từ {earlier} thành {later}: {change} điểm", "The index went from {earlier} to {later}: {change} points");

    private static readonly ReasonKind NotComparable = new(
        "not_comparable",
        "Không so sánh được: bộ tiêu chí {first} và {second} khác nhau, không có quy định cho phép so sánh",
        "Not comparable: the criteria {first} and {second} differ, and nothing says that they may be compared");

    private static readonly ReasonKind NoIndex = new("no_index", "Không so sánh được: một kỳ không có chỉ số", "Not comparable: one period has no index");

    /// <summary>Compares two results.</summary>
    /// <param name="firstSet">The criteria of the earlier one.</param>
    /// <param name="first">The earlier result.</param>
    /// <param name="secondSet">The criteria of the later one.</param>
    /// <param name="second">The later result, of the same unit.</param>
    /// <returns>The change, or why there is none.</returns>
    /// <exception cref="RecordInputException">The results are of two units.</exception>
    public static ScoreComparison Of(CriteriaSet firstSet, UnitScore first, CriteriaSet secondSet, UnitScore second)
    {
        ArgumentNullException.ThrowIfNull(firstSet);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(secondSet);
        ArgumentNullException.ThrowIfNull(second);
        if (!string.Equals(first.UnitId, second.UnitId, StringComparison.Ordinal))
        {
            throw RecordInputException.Of("another_unit", "second.unitId", "điểm của đơn vị khác", "the score is of another unit");
        }

        if (!firstSet.IsComparableWith(secondSet))
        {
            return new ScoreComparison(null, NotComparable.Because(null, ("first", NameOf(firstSet)), ("second", NameOf(secondSet))), []);
        }

        if (first.Index is not Fraction earlier || second.Index is not Fraction later)
        {
            return new ScoreComparison(null, NoIndex.Because(null), []);
        }

        Fraction change = later - earlier;
        return new ScoreComparison(
            change, Compared.Because(null, ("earlier", earlier.ToString()), ("later", later.ToString()), ("change", (change.Sign > 0 ? "+" : "") + change)),
            LeavesOf(first, second));
    }

    private static ValueList<LeafChange> LeavesOf(UnitScore first, UnitScore second) => first.Leaves
        .Where(l => l.Points is not null && second.Find(l.LeafId) is { Points: not null } later && later.Max == l.Max)
        .Select(l => new LeafChange(l.LeafId, l.Points!.Value, second.Find(l.LeafId)!.Points!.Value))
        .ToValueList();

    private static string NameOf(CriteriaSet set) => set.Id + "/" + set.Version.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The points of a leaf in two periods (thay đổi của một tiêu chí so với mốc).</summary>
/// <param name="LeafId">The leaf.</param>
/// <param name="Earlier">The baseline.</param>
/// <param name="Later">The later points.</param>
public sealed record LeafChange(string LeafId, Fraction Earlier, Fraction Later)
{
    /// <summary>The later points less the baseline.</summary>
    public Fraction Change => Later - Earlier;
}
