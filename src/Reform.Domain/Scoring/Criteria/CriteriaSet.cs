using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>
/// A version of a set of criteria (bộ tiêu chí): for which periods and peer groups, by which tree, levels, roundings and caps. Immutable; once
/// published it never changes, and a change is another version.
/// </summary>
public sealed record CriteriaSet
{
    /// <summary>Creates a version.</summary>
    /// <param name="id">The identifier of the set, the same for all its versions.</param>
    /// <param name="version">The version, from 1.</param>
    /// <param name="name">Its name.</param>
    /// <param name="effective">The days for which it is meant, [from, to); from 2024 on.</param>
    /// <param name="groups">The peer groups that it applies to; at least one.</param>
    /// <param name="tree">The criteria.</param>
    /// <param name="levels">The level rules.</param>
    /// <exception cref="RecordInputException">A part is missing or stands twice, or the set is meant for days before 2024.</exception>
    public CriteriaSet(string id, int version, BilingualText name, Validity effective, ValueList<string> groups, CriteriaTree tree, LevelRules levels)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(levels);
        var problems = new RecordProblems();
        if (string.IsNullOrWhiteSpace(id))
        {
            problems.Add("blank", "id", "không được để trống", "must not be blank");
        }

        if (version < 1)
        {
            problems.Add("not_positive", "version", "phiên bản đánh số từ 1", "versions are numbered from 1");
        }

        if (effective.From is not LocalDate from || from < ReformCriterion.InForceFrom)
        {
            problems.Add(
                "criterion_not_in_force", "effective.from", "tiêu chí cải cách hành chính chỉ áp dụng từ năm 2024", "the reform criterion applies from 2024 on");
        }

        if (groups.Count == 0)
        {
            problems.Add("no_groups", "groups", "phải có ít nhất một nhóm đối tượng", "must have at least one peer group");
        }

        for (int i = 0; i < groups.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(groups[i]) || groups.Take(i).Contains(groups[i], StringComparer.Ordinal))
            {
                problems.Add("invalid_group", RecordProblems.At("groups", i), "nhóm trống hoặc bị lặp lại", "the group is blank or stands twice");
            }
        }

        problems.ThrowIfAny();
        (Id, Version, Name, Effective, Groups, Tree, Levels) = (id, version, name, effective, groups, tree, levels);
    }

    /// <summary>The identifier of the set, the same for all its versions.</summary>
    public string Id { get; }

    /// <summary>The version, from 1.</summary>
    public int Version { get; }

    /// <summary>Its name.</summary>
    public BilingualText Name { get; }

    /// <summary>The days for which it is meant, [from, to).</summary>
    public Validity Effective { get; }

    /// <summary>The peer groups that it applies to.</summary>
    public ValueList<string> Groups { get; }

    /// <summary>The criteria.</summary>
    public CriteriaTree Tree { get; }

    /// <summary>The level rules.</summary>
    public LevelRules Levels { get; }

    /// <summary>Bonus and penalty.</summary>
    public AdjustmentRules Adjustments { get; init; } = AdjustmentRules.None;

    /// <summary>How a leaf is rounded.</summary>
    public Rounding LeafRounding { get; init; } = Rounding.ToTwoDecimals;

    /// <summary>How the index is rounded.</summary>
    public Rounding IndexRounding { get; init; } = Rounding.ToTwoDecimals;

    /// <summary>The cap on the highest level.</summary>
    public ExcellenceCap Cap { get; init; } = ExcellenceCap.Default;

    /// <summary>The gap between self-score and appraisal above which people should look.</summary>
    public Fraction GapThreshold { get; init; } = SelfAppraisalGap.DefaultThreshold;

    /// <summary>The earlier versions with which its results may be compared although it differs, because the issuer said so.</summary>
    public ValueList<int> ComparableWith { get; init; } = [];

    /// <summary>What scores by this version.</summary>
    /// <returns>The scorer.</returns>
    public Scorer ToScorer() => new(Tree, Adjustments, LeafRounding, IndexRounding);

    /// <summary>What the level rules leave open; to be read before the version is published.</summary>
    /// <returns>Gaps, overlaps and rules that never win.</returns>
    /// <exception cref="RecordInputException">There are too many conditions to visit every combination.</exception>
    public LevelRuleCheck CheckLevels() => LevelRuleCheck.Of(Levels, IndexRounding);

    /// <summary>Whether results of two versions may be compared: they score alike, or one of them says so.</summary>
    /// <param name="other">The other version.</param>
    /// <returns>True when they may.</returns>
    public bool IsComparableWith(CriteriaSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        bool scoresAlike = Tree.Equals(other.Tree) && Adjustments == other.Adjustments && LeafRounding == other.LeafRounding && IndexRounding == other.IndexRounding;
        return string.Equals(Id, other.Id, StringComparison.Ordinal)
            && (scoresAlike || ComparableWith.Contains(other.Version) || other.ComparableWith.Contains(Version));
    }
}
