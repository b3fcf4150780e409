using System.Globalization;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The versions of criteria sets that were published (bộ tiêu chí đã ban hành). Immutable: publishing gives a new register.</summary>
public sealed class PublishedSets
{
    private PublishedSets(ValueList<PublishedSet> all) => All = all;

    /// <summary>No versions.</summary>
    public static PublishedSets None { get; } = new([]);

    /// <summary>The versions, in the order of their publication.</summary>
    public ValueList<PublishedSet> All { get; }

    /// <summary>Publishes a version.</summary>
    /// <param name="set">The version.</param>
    /// <param name="on">The day of publication.</param>
    /// <returns>The register with it.</returns>
    /// <exception cref="RecordInputException">
    /// The version is published already and never changes; its number is not above the others; or one of its groups has another version on the same days.
    /// </exception>
    public PublishedSets With(CriteriaSet set, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(set);
        PublishedSet[] versions = [.. All.Where(p => string.Equals(p.Set.Id, set.Id, StringComparison.Ordinal))];
        string number = set.Version.ToString(CultureInfo.InvariantCulture);
        if (Array.Exists(versions, p => p.Set.Version == set.Version))
        {
            throw RecordInputException.Of(
                "published_is_immutable",
                "version",
                "phiên bản " + number + " đã ban hành, không sửa được: phải ban hành phiên bản mới",
                "version " + number + " is published and cannot change: publish a new version");
        }

        if (Array.Exists(versions, p => p.Set.Version > set.Version))
        {
            throw RecordInputException.Of(
                "version_not_above", "version", "phải lớn hơn các phiên bản đã ban hành", "must be above the versions that are published");
        }

        foreach (PublishedSet other in All.Where(p => p.Set.Effective.Overlaps(set.Effective)))
        {
            if (set.Groups.FirstOrDefault(g => other.Set.Groups.Contains(g, StringComparer.Ordinal)) is string group)
            {
                string name = other.Set.Id + "/" + other.Set.Version.ToString(CultureInfo.InvariantCulture);
                throw RecordInputException.Of(
                    "two_sets_at_once",
                    "effective",
                    "nhóm '" + group + "' đã có bộ tiêu chí " + name + " trong các ngày này",
                    "the group '" + group + "' has the criteria set " + name + " on these days");
            }
        }

        return new PublishedSets([.. All, new PublishedSet(set, on)]);
    }

    /// <summary>A published version.</summary>
    /// <param name="id">The set.</param>
    /// <param name="version">The version.</param>
    /// <returns>The version, or null when none of that number is published.</returns>
    public PublishedSet? Find(string id, int version) =>
        All.FirstOrDefault(p => string.Equals(p.Set.Id, id, StringComparison.Ordinal) && p.Set.Version == version);

    /// <summary>The version by which a group is evaluated in a period.</summary>
    /// <param name="group">The peer group.</param>
    /// <param name="period">The period.</param>
    /// <returns>The version in force on every day of the period.</returns>
    /// <exception cref="RecordInputException">The period lies before the criterion exists, or no version is in force on all its days.</exception>
    public CriteriaSet InForceFor(string group, EvaluationPeriod period)
    {
        ReformCriterion.CheckPeriod(period);
        return All.FirstOrDefault(p => p.Set.Groups.Contains(group, StringComparer.Ordinal)
                && p.Set.Effective.Contains(period.From) && p.Set.Effective.Contains(period.To))?.Set
            ?? throw RecordInputException.Of(
                "no_set_in_force",
                "period",
                "không có bộ tiêu chí nào của nhóm '" + group + "' có hiệu lực suốt kỳ '" + period.Id + "'",
                "no criteria set of the group '" + group + "' is in force on every day of the period '" + period.Id + "'");
    }
}

/// <summary>A version with the day of its publication.</summary>
/// <param name="Set">The version.</param>
/// <param name="PublishedOn">The day.</param>
public sealed record PublishedSet(CriteriaSet Set, LocalDate PublishedOn);
