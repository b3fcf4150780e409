using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <content>The tree of two dates, compared.</content>
public sealed partial class OrganizationRegister
{
    /// <summary>Compares the tree, and the workload of its units, between two dates (tinh gọn bộ máy).</summary>
    /// <param name="earlier">The earlier date.</param>
    /// <param name="later">The later date; not before the earlier one.</param>
    /// <param name="workEarlier">The workload of units on the earlier date, none negative; null: not compared.</param>
    /// <param name="workLater">The workload of units on the later date, none negative; null: not compared.</param>
    /// <returns>What changed.</returns>
    /// <exception cref="OrganizationInputException">
    /// The register does not cover a date, the dates are in the wrong order, or a workload is negative, of an unknown unit, or of a unit that
    /// does not exist on its date; every workload at fault is listed.
    /// </exception>
    public TreeComparison Compare(
        LocalDate earlier, LocalDate later, IReadOnlyDictionary<string, decimal>? workEarlier = null, IReadOnlyDictionary<string, decimal>? workLater = null)
    {
        RequireCovered(earlier, "earlier");
        RequireCovered(later, "later");
        if (later < earlier)
        {
            throw OrganizationInputException.Of(
                "dates_out_of_order", "later", "ngày sau phải không trước ngày đầu", "the later date is before the earlier one");
        }

        RequireWork(workEarlier, earlier, "work_earlier");
        RequireWork(workLater, later, "work_later");
        ValueList<OrganizationUnit> before = UnitsOn(earlier);
        ValueList<OrganizationUnit> after = UnitsOn(later);
        List<OrganizationUnit> kept = [.. before.Where(u => u.Validity.Contains(later))];
        return new TreeComparison(
            earlier,
            later,
            before.Where(u => !u.Validity.Contains(later)).ToValueList(),
            after.Where(u => !u.Validity.Contains(earlier)).ToValueList(),
            kept.Select(u => new UnitMove(u.Id, ParentOf(u.Id, earlier), ParentOf(u.Id, later)))
                .Where(m => !string.Equals(m.FromParentId, m.ToParentId, StringComparison.Ordinal)).ToValueList(),
            kept.Where(u => u.NameOn(earlier) != u.NameOn(later)).ToValueList(),
            Enum.GetValues<OrganizationLevel>()
                .Select(l => new LevelCount(l, before.Count(u => u.Level == l), after.Count(u => u.Level == l)))
                .Where(l => l.Earlier + l.Later > 0).ToValueList(),
            Units.Where(u => workEarlier?.ContainsKey(u.Id) == true || workLater?.ContainsKey(u.Id) == true)
                .Select(u => new WorkloadChange(u.Id, WorkOf(workEarlier, u.Id), WorkOf(workLater, u.Id), HeirsOf(u, later))).ToValueList());
    }

    private static decimal? WorkOf(IReadOnlyDictionary<string, decimal>? work, string unitId) =>
        work is not null && work.TryGetValue(unitId, out decimal load) ? load : null;

    private ValueList<string> HeirsOf(OrganizationUnit unit, LocalDate on) => unit.Validity.EndedBy(on)
        ? SuccessorsOf(unit.Id, on).Successors.Select(s => s.UnitId).ToValueList()
        : [];

    private void RequireWork(IReadOnlyDictionary<string, decimal>? work, LocalDate on, string field)
    {
        var problems = new List<OrganizationProblem>();
        foreach ((string unitId, decimal load) in work ?? new Dictionary<string, decimal>())
        {
            string at = field + "[" + unitId + "]";
            if (FindUnit(unitId) is not OrganizationUnit unit)
            {
                problems.Add(new("unknown_unit", at, new BilingualText("không có đơn vị '" + unitId + "'", "there is no unit '" + unitId + "'")));
            }
            else if (!unit.Validity.Contains(on))
            {
                problems.Add(new("workload_outside_life", at, new BilingualText(
                    "đơn vị '" + unitId + "' không tồn tại vào ngày này", "the unit '" + unitId + "' does not exist on this date")));
            }

            if (load < 0)
            {
                problems.Add(new("workload_negative", at, new BilingualText("khối lượng công việc không được âm", "a workload is not negative")));
            }
        }

        if (problems.Count > 0)
        {
            throw new OrganizationInputException(problems.OrderBy(p => p.Field, StringComparer.Ordinal));
        }
    }
}
