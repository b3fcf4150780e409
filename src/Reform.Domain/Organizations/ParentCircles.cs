namespace Reform.Domain.Organizations;

/// <summary>Finds the units that stand above themselves; each unit is looked at once.</summary>
internal static class ParentCircles
{
    public static HashSet<string> In(IReadOnlyDictionary<string, OrganizationUnit> units)
    {
        var circles = new HashSet<string>(StringComparer.Ordinal);
        var walkOf = new Dictionary<string, int>(StringComparer.Ordinal);
        int walk = 0;
        foreach (string start in units.Keys)
        {
            walk++;
            string? at = start;
            while (at is not null && units.ContainsKey(at) && walkOf.TryAdd(at, walk))
            {
                at = units[at].ParentId;
            }

            // The walk came back to a unit of its own: that unit and those above it form a circle.
            if (at is not null && walkOf.TryGetValue(at, out int met) && met == walk)
            {
                while (circles.Add(at))
                {
                    at = units[at].ParentId!;
                }
            }
        }

        return circles;
    }
}
