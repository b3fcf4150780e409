using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>What holds for every level (đặc điểm của từng cấp).</summary>
public static class OrganizationLevels
{
    private static readonly LocalDate DistrictsGone = new(2025, 7, 1);

    private static readonly Dictionary<OrganizationLevel, BilingualText> Names = new()
    {
        [OrganizationLevel.Central] = new("Trung ương", "Central"),
        [OrganizationLevel.Province] = new("cấp tỉnh", "province"),
        [OrganizationLevel.District] = new("cấp huyện", "district"),
        [OrganizationLevel.Commune] = new("cấp xã", "commune"),
        [OrganizationLevel.Grassroots] = new("cấp cơ sở", "grassroots"),
        [OrganizationLevel.Sectional] = new("đảng bộ bộ phận", "section"),
        [OrganizationLevel.Cell] = new("chi bộ", "cell"),
    };

    /// <summary>The dates on which there is such a level: the last day of the district level was 30 June 2025.</summary>
    /// <param name="level">The level.</param>
    /// <returns>[from, to); open for every other level.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is no defined level.</exception>
    public static Validity Dates(this OrganizationLevel level)
    {
        level.Name();
        return level == OrganizationLevel.District ? new Validity(null, DistrictsGone) : default;
    }

    /// <summary>What a level is called.</summary>
    /// <param name="level">The level.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is no defined level.</exception>
    public static BilingualText Name(this OrganizationLevel level) => Names.TryGetValue(level, out BilingualText? name)
        ? name
        : throw new ArgumentOutOfRangeException(nameof(level), level, "No such level.");
}
