using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <content>The tree over time.</content>
public sealed partial class OrganizationRegister
{
    /// <summary>Whether a unit exists on a date.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="on">The date.</param>
    /// <returns>True within its life.</returns>
    /// <exception cref="OrganizationInputException">The unit is unknown, or the register does not cover the date.</exception>
    public bool ExistsOn(string unitId, LocalDate on)
    {
        RequireCovered(on);
        return Unit(unitId).Validity.Contains(on);
    }

    /// <summary>The units that exist on a date.</summary>
    /// <param name="on">The date.</param>
    /// <returns>The units, in the order of the register.</returns>
    /// <exception cref="OrganizationInputException">The register does not cover the date.</exception>
    public ValueList<OrganizationUnit> UnitsOn(LocalDate on)
    {
        RequireCovered(on);
        return Units.Where(u => u.Validity.Contains(on)).ToValueList();
    }

    /// <summary>The unit directly above a unit on a date.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="on">The date.</param>
    /// <returns>Its identifier; null when the unit stands under none then, or does not exist.</returns>
    /// <exception cref="OrganizationInputException">The unit is unknown, or the register does not cover the date.</exception>
    public string? ParentOf(string unitId, LocalDate on)
    {
        RequireCovered(on);
        return view.PlacementOf(Unit(unitId).Id, on)?.ParentId;
    }

    /// <summary>The tree of a date (cây tổ chức).</summary>
    /// <param name="on">The date.</param>
    /// <returns>The units that exist then, each under its parent of that date.</returns>
    /// <exception cref="OrganizationInputException">The register does not cover the date.</exception>
    public UnitTree TreeOn(LocalDate on)
    {
        ValueList<OrganizationUnit> units = UnitsOn(on);
        var detached = new HashSet<string>(StringComparer.Ordinal);
        var parents = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (OrganizationUnit unit in units)
        {
            parents[unit.Id] = view.PlacementOf(unit.Id, on)?.ParentId;
            if (parents[unit.Id] is null && view.PlacementsOf[unit.Id].Any(p => p.Validity.EndedBy(on)))
            {
                detached.Add(unit.Id);
            }
        }

        return new UnitTree(on, units, parents, detached);
    }

    /// <summary>The committee that is the immediate superior of a grassroots organisation (cấp ủy cấp trên trực tiếp của tổ chức cơ sở đảng).</summary>
    /// <remarks>The nearest Party committee above the unit whose level is commune or higher. Regulation 294-QĐ/TW, 10.2.</remarks>
    /// <param name="unitId">The unit.</param>
    /// <param name="on">The date.</param>
    /// <returns>The committee, or null when there is none above the unit on that date.</returns>
    /// <exception cref="OrganizationInputException">The unit is unknown, or the register does not cover the date.</exception>
    public OrganizationUnit? ImmediateSuperiorOf(string unitId, LocalDate on)
    {
        for (string? at = ParentOf(unitId, on); at is not null; at = view.PlacementOf(at, on)?.ParentId)
        {
            if (view.UnitById[at] is { Kind: BodyKind.PartyCommittee or BodyKind.CentralCommittee, Level: <= OrganizationLevel.Commune } committee)
            {
                return committee;
            }
        }

        return null;
    }
}
