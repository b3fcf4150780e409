using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <content>Who took over from whom.</content>
public sealed partial class OrganizationRegister
{
    /// <summary>Who has on a date what a unit had (đơn vị kế thừa): follows every link up to that date, however many.</summary>
    /// <remarks>
    /// A unit that goes on keeps what no link names. What a unit had when it ended goes by the links of its end, the one that says most about
    /// the function and the territory first. A function or territory that is not stated can make the answer ambiguous.
    /// </remarks>
    /// <param name="unitId">The unit that had it.</param>
    /// <param name="on">The date.</param>
    /// <param name="function">The function, as the links write it; null: not stated.</param>
    /// <param name="territory">The territory, as the links write it; null: not stated.</param>
    /// <returns>The answer; that there are several, or none, is an answer.</returns>
    /// <exception cref="OrganizationInputException">
    /// The unit is unknown or does not exist yet on that date, or the register does not cover the date.
    /// </exception>
    public SuccessionAnswer SuccessorsOf(string unitId, LocalDate on, string? function = null, string? territory = null)
    {
        RequireCovered(on);
        OrganizationUnit unit = Unit(unitId);
        RequireBegun(unit, on, "unit");
        return SuccessionWalk.From(view, unit, on, function, territory);
    }

    /// <summary>Where live matters are on a date: with their unit, with its successor, or orphaned.</summary>
    /// <param name="matters">The cases, tasks, powers and grants.</param>
    /// <param name="on">The date.</param>
    /// <returns>The fate of each matter, in the order given.</returns>
    /// <exception cref="OrganizationInputException">
    /// A unit is unknown or does not exist yet on that date, or the register does not cover the date; every matter at fault is listed.
    /// </exception>
    public ValueList<MatterFate> FatesOf(IEnumerable<LiveMatter> matters, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(matters);
        RequireCovered(on);
        ValueList<LiveMatter> all = matters.ToValueList();
        var problems = new List<OrganizationProblem>();
        for (int i = 0; i < all.Count; i++)
        {
            string field = "matters[" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "].unit";
            try
            {
                RequireBegun(Unit(all[i].UnitId, field), on, field);
            }
            catch (OrganizationInputException invalid)
            {
                problems.AddRange(invalid.Problems);
            }
        }

        return problems.Count > 0
            ? throw new OrganizationInputException(problems)
            : all.Select(m => new MatterFate(m, SuccessionWalk.From(view, view.UnitById[m.UnitId], on, m.Function, m.Territory))).ToValueList();
    }

    /// <summary>The live matters that no one unit can be named for on a date (việc của đơn vị đã kết thúc, chưa có nơi tiếp nhận).</summary>
    /// <param name="matters">The cases, tasks, powers and grants.</param>
    /// <param name="on">The date.</param>
    /// <returns>The orphaned ones, in the order given, each with the reason and the units that may have it.</returns>
    /// <exception cref="OrganizationInputException">As for <see cref="FatesOf"/>.</exception>
    public ValueList<MatterFate> OrphansOn(IEnumerable<LiveMatter> matters, LocalDate on) =>
        FatesOf(matters, on).Where(f => f.IsOrphaned).ToValueList();

    private static void RequireBegun(OrganizationUnit unit, LocalDate on, string field)
    {
        if (unit.Validity.StartsAfter(on))
        {
            throw OrganizationInputException.Of(
                "unit_not_yet", field, "đơn vị '" + unit.Id + "' chưa tồn tại vào ngày này", "the unit '" + unit.Id + "' does not exist yet on this date");
        }
    }
}
