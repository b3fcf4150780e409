namespace Reform.Domain.Delegation;

/// <summary>Looks for pairs of grants of one power by which different grantees could decide one case.</summary>
internal static class GrantOverlaps
{
    public static IEnumerable<GrantOverlap> Of(AuthorityModel model, string power, IntervalSet during)
    {
        List<int> grants = [.. model.GrantsOf(power).OrderBy(g => model.Grants[g].Id, StringComparer.Ordinal)];
        for (int i = 0; i < grants.Count; i++)
        {
            IntervalSet days = model.DaysOf(grants[i]).Intersect(during);
            for (int j = i + 1; j < grants.Count && !days.IsEmpty; j++)
            {
                IntervalSet both = days.Intersect(model.DaysOf(grants[j]));
                if (!both.IsEmpty && CouldMeet(model, grants[i], grants[j], both.First))
                {
                    yield return new GrantOverlap(model.Grants[grants[i]], model.Grants[grants[j]], DayNumber.ToDate(both.First));
                }
            }
        }
    }

    private static bool CouldMeet(AuthorityModel model, int first, int second, int day)
    {
        Grant a = model.Grants[first];
        Grant b = model.Grants[second];
        return !string.Equals(a.GranteeId, b.GranteeId, StringComparison.Ordinal)
            && (a.UnitId is null || b.UnitId is null || string.Equals(a.UnitId, b.UnitId, StringComparison.Ordinal))
            && !StandsAbove(model, first, second) && !StandsAbove(model, second, first)
            && model.Lives[first].ScopeOn(day).Overlaps(model.Lives[second].ScopeOn(day));
    }

    private static bool StandsAbove(AuthorityModel model, int upper, int lower)
    {
        int at = lower;
        while (at >= 0 && at != upper)
        {
            at = model.Forest.Parents[at];
        }

        return at == upper;
    }
}
