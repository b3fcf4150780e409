using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>What changed in the tree between two dates, and how the work shifted (so sánh bộ máy giữa hai thời điểm).</summary>
/// <param name="Earlier">The earlier date.</param>
/// <param name="Later">The later date.</param>
/// <param name="Ended">The units that existed on the earlier date and not on the later one.</param>
/// <param name="Begun">The units that exist on the later date and did not on the earlier one.</param>
/// <param name="Moved">The units that exist on both dates under different parents.</param>
/// <param name="Renamed">The units that exist on both dates under different names.</param>
/// <param name="Levels">How many units there were on each level, the highest level first; levels without units on both dates are left out.</param>
/// <param name="Work">The workload of each unit for which one was given, in the order of the register; empty when none was given.</param>
public sealed record TreeComparison(
    LocalDate Earlier,
    LocalDate Later,
    ValueList<OrganizationUnit> Ended,
    ValueList<OrganizationUnit> Begun,
    ValueList<UnitMove> Moved,
    ValueList<OrganizationUnit> Renamed,
    ValueList<LevelCount> Levels,
    ValueList<WorkloadChange> Work)
{
    /// <summary>How many units there were on the earlier date.</summary>
    public int UnitsEarlier => Levels.Sum(l => l.Earlier);

    /// <summary>How many units there are on the later date.</summary>
    public int UnitsLater => Levels.Sum(l => l.Later);

    /// <summary>The whole workload on the earlier date.</summary>
    public decimal WorkloadEarlier => Work.Sum(w => w.Earlier ?? 0);

    /// <summary>The whole workload on the later date.</summary>
    public decimal WorkloadLater => Work.Sum(w => w.Later ?? 0);
}

/// <summary>A unit that stands under another parent than before (đơn vị thay đổi cấp trên).</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="FromParentId">The parent on the earlier date; null: none.</param>
/// <param name="ToParentId">The parent on the later date; null: none.</param>
public sealed record UnitMove(string UnitId, string? FromParentId, string? ToParentId);

/// <summary>How many units a level had (số đơn vị theo cấp).</summary>
/// <param name="Level">The level.</param>
/// <param name="Earlier">On the earlier date.</param>
/// <param name="Later">On the later date.</param>
public sealed record LevelCount(OrganizationLevel Level, int Earlier, int Later);

/// <summary>The workload of a unit on two dates, in the unit of measure of whoever gave it (khối lượng công việc).</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Earlier">On the earlier date; null: none was given, or the unit did not exist.</param>
/// <param name="Later">On the later date; null: none was given, or the unit does not exist.</param>
/// <param name="SuccessorIds">For a unit that ended: the units that may have its work; empty otherwise, and when none is recorded.</param>
public sealed record WorkloadChange(string UnitId, decimal? Earlier, decimal? Later, ValueList<string> SuccessorIds);
