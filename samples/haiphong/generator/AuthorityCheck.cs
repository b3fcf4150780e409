namespace Reform.Samples.HaiPhong.Generator;

/// <summary>Who held a power on a date, by plain recursion over the grants (the sample's grants form no circle).</summary>
internal sealed class AuthorityCheck(AuthorityData data, string power, DateOnly on, string territory, string procedure)
{
    /// <summary>The rule that is broken when an actor decides, or null when it was competent.</summary>
    public string? Cause(string actor)
    {
        if (IsCompetent(actor))
        {
            return null;
        }

        List<GrantData> grants = [.. data.Grants.Where(g => g.Power == power && g.Grantee == actor)];
        if (grants.Where(g => IsInForce(g) && IsInScope(g)).Any(g => IsCompetent(g.Grantor)))
        {
            return "CR-DLG-07";
        }

        if (grants.Any(g => IsInForce(g) && IsInScope(g)))
        {
            return "CR-DLG-06";
        }

        if (grants.Any(IsInForce))
        {
            return "CR-DLG-05";
        }

        return grants.Count == 0 ? "CR-DLG-24" : grants.Single().From > on ? "CR-DLG-04" : "CR-DLG-03";
    }

    private bool IsCompetent(string actor) => IsHolder(actor) || Effective(actor).Any(g => MayGrant(g.Grantor));

    private bool MayGrant(string grantor) => IsHolder(grantor) || Effective(grantor).Any(g => g.Onward && MayGrant(g.Grantor));

    private bool IsHolder(string actor) => data.Powers.Single(p => p.Id == power).Holders
        .Any(h => h.Holder == actor && (h.From is null || h.From <= on) && (h.To is null || on < h.To));

    private IEnumerable<GrantData> Effective(string grantee) =>
        data.Grants.Where(g => g.Power == power && g.Grantee == grantee && IsInForce(g) && IsInScope(g));

    private bool IsInForce(GrantData g) => (g.From is null || g.From <= on) && (g.To is null || on < g.To);

    private bool IsInScope(GrantData g) => (g.Scope.Territories.Count == 0 || g.Scope.Territories.Contains(territory))
        && (g.Scope.Procedures.Count == 0 || g.Scope.Procedures.Contains(procedure));
}
