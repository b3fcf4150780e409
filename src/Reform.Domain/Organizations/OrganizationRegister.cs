using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>The units and positions of an organization (danh mục đơn vị, chức vụ); immutable, shared.</summary>
public sealed class OrganizationRegister
{
    private readonly Dictionary<string, OrganizationUnit> units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Position> positions = new(StringComparer.Ordinal);

    /// <summary>Creates a register.</summary>
    /// <param name="units">The units.</param>
    /// <param name="positions">The positions.</param>
    /// <exception cref="ArgumentException">An identifier stands twice, a parent or a unit is not in the register, or a unit is above itself.</exception>
    public OrganizationRegister(IEnumerable<OrganizationUnit> units, IEnumerable<Position> positions)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(positions);
        Units = units.ToValueList();
        Positions = positions.ToValueList();
        foreach (OrganizationUnit unit in Units)
        {
            if (!this.units.TryAdd(unit.Id, unit))
            {
                throw new ArgumentException("The unit '" + unit.Id + "' stands twice.", nameof(units));
            }
        }

        foreach (Position position in Positions)
        {
            if (this.units.ContainsKey(position.Id) || !this.positions.TryAdd(position.Id, position))
            {
                throw new ArgumentException("The identifier '" + position.Id + "' stands twice.", nameof(positions));
            }

            if (!this.units.ContainsKey(position.UnitId))
            {
                throw new ArgumentException("The unit '" + position.UnitId + "' of the position '" + position.Id + "' is unknown.", nameof(positions));
            }
        }

        foreach (OrganizationUnit unit in Units)
        {
            if (unit.ParentId is string parent && !this.units.ContainsKey(parent))
            {
                throw new ArgumentException("The parent '" + parent + "' of the unit '" + unit.Id + "' is unknown.", nameof(units));
            }
        }

        if (ParentCircles.In(this.units).Order(StringComparer.Ordinal).FirstOrDefault() is string circular)
        {
            throw new ArgumentException("The unit '" + circular + "' stands above itself.", nameof(units));
        }
    }

    /// <summary>The units, in the order given.</summary>
    public ValueList<OrganizationUnit> Units { get; }

    /// <summary>The positions, in the order given.</summary>
    public ValueList<Position> Positions { get; }

    /// <summary>Finds a unit.</summary>
    /// <param name="id">The identifier.</param>
    /// <returns>The unit, or null when the register does not have it.</returns>
    public OrganizationUnit? FindUnit(string id) => units.GetValueOrDefault(id);

    /// <summary>Finds the name of a unit or a position.</summary>
    /// <param name="id">The identifier.</param>
    /// <returns>The name (for a position, with its unit), or null when the register does not have it.</returns>
    public BilingualText? NameOf(string id)
    {
        if (units.TryGetValue(id, out OrganizationUnit? unit))
        {
            return unit.Name;
        }

        if (!positions.TryGetValue(id, out Position? position))
        {
            return null;
        }

        BilingualText of = units[position.UnitId].Name;
        return new BilingualText(position.Name.Vietnamese + ", " + of.Vietnamese, position.Name.English + ", " + of.English);
    }
}
