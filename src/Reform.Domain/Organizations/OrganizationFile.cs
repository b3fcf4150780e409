using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>Reads an organization register from its data file (JSON; comments allowed).</summary>
public static class OrganizationFile
{
    /// <summary>Reads a register.</summary>
    /// <param name="stream">The JSON text, UTF-8; read to its end, not closed.</param>
    /// <param name="source">What to call the file in problems.</param>
    /// <returns>The register.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong with the file; every problem is listed with its place.</exception>
    public static OrganizationRegister Read(Stream stream, string source = "units")
    {
        (JsonFile file, JsonPart root) = JsonFile.Read(stream, source);
        root.Optional("synthetic")?.Boolean();
        root.Optional("sources");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        List<(JsonPart Place, OrganizationUnit Unit)> units = [.. (root.Required("units")?.Items() ?? []).Select(p => Unit(p, ids)).OfType<(JsonPart, OrganizationUnit)>()];
        HashSet<string> unitIds = [.. ids];
        List<(JsonPart Place, Position Position)> positions = [.. (root.Optional("positions")?.Items() ?? []).Select(p => Position(p, ids)).OfType<(JsonPart, Position)>()];
        root.RejectUnknownMembers();
        CheckReferences(units, positions, unitIds);
        file.ThrowIfAnyProblem();
        return new OrganizationRegister(units.Select(u => u.Unit), positions.Select(p => p.Position));
    }

    private static (JsonPart, OrganizationUnit)? Unit(JsonPart item, HashSet<string> ids)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        string? id = item.UniqueId(ids);
        BilingualText? name = item.Required("name")?.Bilingual();
        string? parent = item.Optional("parent")?.Text();
        string? kind = item.Required("kind")?.Text();
        Validity? validity = item.DateRange();
        item.RejectUnknownMembers();
        return id is null || name is null || kind is null || validity is not Validity period
            ? null
            : (item, new OrganizationUnit(id, name, parent, kind, period));
    }

    private static (JsonPart, Position)? Position(JsonPart item, HashSet<string> ids)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        string? id = item.UniqueId(ids);
        string? unit = item.Required("unit")?.Text();
        BilingualText? name = item.Required("name")?.Bilingual();
        item.RejectUnknownMembers();
        return id is null || unit is null || name is null ? null : (item, new Position(id, unit, name));
    }

    private static void CheckReferences(
        List<(JsonPart Place, OrganizationUnit Unit)> units, List<(JsonPart Place, Position Position)> positions, HashSet<string> unitIds)
    {
        var known = new Dictionary<string, OrganizationUnit>(StringComparer.Ordinal);
        foreach ((_, OrganizationUnit unit) in units)
        {
            known.TryAdd(unit.Id, unit);
        }

        HashSet<string> circles = ParentCircles.In(known);
        foreach ((JsonPart place, OrganizationUnit unit) in units)
        {
            if (unit.ParentId is string parent && !unitIds.Contains(parent))
            {
                place.Problem("đơn vị cấp trên '" + parent + "' không có trong danh mục", "the parent '" + parent + "' is not in the file");
            }
            else if (circles.Contains(unit.Id))
            {
                place.Problem("đơn vị nằm trên chính nó", "the unit stands above itself");
            }
        }

        foreach ((JsonPart place, Position position) in positions)
        {
            if (!unitIds.Contains(position.UnitId))
            {
                place.Problem("đơn vị '" + position.UnitId + "' không có trong danh mục", "the unit '" + position.UnitId + "' is not in the file");
            }
        }
    }
}
