using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>The units that exist on one date, each under its parent of that date (cây tổ chức tại một ngày); immutable.</summary>
public sealed class UnitTree
{
    private readonly Dictionary<string, string?> parents;
    private readonly Dictionary<string, ValueList<OrganizationUnit>> children;

    internal UnitTree(LocalDate on, IReadOnlyList<OrganizationUnit> units, Dictionary<string, string?> parents, IReadOnlySet<string> detached)
    {
        On = on;
        this.parents = parents;
        Units = units.ToValueList();
        Roots = Units.Where(u => parents[u.Id] is null).ToValueList();
        Detached = Roots.Where(u => detached.Contains(u.Id)).ToValueList();
        children = Units.Where(u => parents[u.Id] is not null).GroupBy(u => parents[u.Id]!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToValueList(), StringComparer.Ordinal);
    }

    /// <summary>The date.</summary>
    public LocalDate On { get; }

    /// <summary>Every unit that exists on the date, in the order of the register.</summary>
    public ValueList<OrganizationUnit> Units { get; }

    /// <summary>The units without a parent on the date, in the order of the register.</summary>
    public ValueList<OrganizationUnit> Roots { get; }

    /// <summary>The roots that stood under a unit before, which ended or let them go (đơn vị không còn cấp trên).</summary>
    public ValueList<OrganizationUnit> Detached { get; }

    /// <summary>Whether a unit exists on the date.</summary>
    /// <param name="unitId">The unit.</param>
    /// <returns>False for an identifier that is unknown, too.</returns>
    public bool Contains(string unitId) => parents.ContainsKey(unitId);

    /// <summary>The unit directly above.</summary>
    /// <param name="unitId">The unit.</param>
    /// <returns>Its identifier; null for a root.</returns>
    /// <exception cref="OrganizationInputException">The unit does not exist on the date.</exception>
    public string? ParentOf(string unitId) => Parent(unitId);

    /// <summary>The units directly below.</summary>
    /// <param name="unitId">The unit.</param>
    /// <returns>The units, in the order of the register.</returns>
    /// <exception cref="OrganizationInputException">The unit does not exist on the date.</exception>
    public ValueList<OrganizationUnit> ChildrenOf(string unitId)
    {
        Parent(unitId);
        return children.GetValueOrDefault(unitId) ?? [];
    }

    /// <summary>The way from the root to a unit.</summary>
    /// <param name="unitId">The unit.</param>
    /// <returns>The identifiers, the root first and the unit itself last.</returns>
    /// <exception cref="OrganizationInputException">The unit does not exist on the date.</exception>
    public ValueList<string> PathOf(string unitId)
    {
        var path = new List<string>();
        for (string? at = unitId; at is not null; at = Parent(at))
        {
            path.Add(at);
        }

        path.Reverse();
        return path.ToValueList();
    }

    /// <summary>Whether a unit stands in the part of the tree under another.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="ancestorId">The other unit.</param>
    /// <returns>True also for the unit itself; false when one of the two does not exist on the date.</returns>
    public bool IsWithin(string unitId, string ancestorId)
    {
        string? at = Contains(unitId) && Contains(ancestorId) ? unitId : null;
        while (at is not null && !string.Equals(at, ancestorId, StringComparison.Ordinal))
        {
            at = parents[at];
        }

        return at is not null;
    }

    /// <summary>A unit and every unit under it, however deep.</summary>
    /// <param name="unitId">The unit.</param>
    /// <returns>The units, each before those under it, otherwise in the order of the register.</returns>
    /// <exception cref="OrganizationInputException">The unit does not exist on the date.</exception>
    public ValueList<OrganizationUnit> Within(string unitId)
    {
        Parent(unitId);
        var found = new List<OrganizationUnit>();
        var open = new Stack<OrganizationUnit>([Units.First(u => string.Equals(u.Id, unitId, StringComparison.Ordinal))]);
        while (open.TryPop(out OrganizationUnit? unit))
        {
            found.Add(unit);
            foreach (OrganizationUnit child in ChildrenOf(unit.Id).Reverse())
            {
                open.Push(child);
            }
        }

        return found.ToValueList();
    }

    private string? Parent(string unitId)
    {
        ArgumentNullException.ThrowIfNull(unitId);
        return parents.TryGetValue(unitId, out string? parent) ? parent : throw OrganizationInputException.Of(
            "unknown_unit",
            "unit",
            "đơn vị '" + unitId + "' không có trong cây tổ chức vào ngày này",
            "the unit '" + unitId + "' is not in the tree on this date");
    }
}
