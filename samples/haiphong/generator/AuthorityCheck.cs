namespace Reform.Samples.HaiPhong.Generator;

/// <summary>Who held a power on a date, by plain recursion from grant to parent (the sample's grants form no circle).</summary>
internal sealed class AuthorityCheck(AuthorityData data, string power, DateOnly on, string territory, string procedure)
{
    /// <summary>The rule that is broken when an actor decides, or null when it was competent.</summary>
    public string? Cause(string actor)
    {
        List<GrantData> grants = [.. data.Grants.Where(g => g.Power == power && g.Grantee == actor)];
        if (IsHolder(actor) || grants.Any(g => IsEffective(g) && IsGiven(g)))
        {
            return null;
        }

        if (grants.Any(g => IsEffective(g) && Parent(g) is { Onward: false } parent && parent.Grantee == g.Grantor))
        {
            return "CR-DLG-07";
        }

        if (grants.Any(IsEffective))
        {
            return "CR-DLG-06";
        }

        if (grants.Any(IsInForce))
        {
            return "CR-DLG-05";
        }

        return grants.Count == 0 ? "CR-DLG-24" : grants.Single().From > on ? "CR-DLG-04" : "CR-DLG-03";
    }

    // By the holder by law, or by the parent, which went to the grantor and lets it be passed on.
    private bool IsGiven(GrantData g) => g.Parent is null
        ? IsHolder(g.Grantor)
        : Parent(g) is { Onward: true } parent && parent.Grantee == g.Grantor && IsEffective(parent) && IsGiven(parent);

    private GrantData? Parent(GrantData g) => data.Grants.SingleOrDefault(p => p.Id == g.Parent);

    private bool IsHolder(string actor) => data.Powers.Single(p => p.Id == power).Holders
        .Any(h => h.Holder == actor && (h.From is null || h.From <= on) && (h.To is null || on < h.To));

    private bool IsEffective(GrantData g) => IsInForce(g) && IsInScope(g);

    private bool IsInForce(GrantData g) => (g.From is null || g.From <= on) && (g.To is null || on < g.To);

    private bool IsInScope(GrantData g) => (g.Scope.Territories?.Contains(territory) ?? true) && (g.Scope.Subjects?.Contains(procedure) ?? true);
}
