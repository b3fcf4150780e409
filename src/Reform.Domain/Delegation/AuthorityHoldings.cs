using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>What an actor holds on a day, chain by chain.</summary>
internal sealed class AuthorityHoldings(AuthorityModel model, string actorId, LocalDate on)
{
    private readonly int day = DayNumber.Of(on);

    public IEnumerable<HeldPower> Of(Power power)
    {
        foreach (Root root in Roots(model.RulesOf(power.Id, actorId)))
        {
            yield return new HeldPower(power, root.UnitId, [AuthorityLink.By(root.Rule)], root.Scopes, DayNumber.ToDateOrNull(root.Days.NextBound(day)));
        }

        foreach (int grant in model.GrantsTo(power.Id, actorId).Where(g => model.DaysOf(g).Contains(day)).OrderBy(g => model.Forest.Ranks[g]))
        {
            int[] chain = new int[model.Index.DepthOf(grant)];
            model.Index.CopyChain(grant, chain);
            string? unit = chain.Select(g => model.Grants[g].UnitId).LastOrDefault(u => u is not null);
            foreach (Root root in Roots(model.RulesAbove(chain[0])))
            {
                if (root.UnitId is null || unit is null || string.Equals(root.UnitId, unit, StringComparison.Ordinal))
                {
                    yield return ByGrant(power, root, chain, root.UnitId ?? unit);
                }
            }
        }
    }

    private HeldPower ByGrant(Power power, Root root, int[] chain, string? unit)
    {
        List<AuthorityLink> links = [AuthorityLink.By(root.Rule), .. chain.Select(g => AuthorityLink.By(model.Grants[g]))];
        List<GrantScope> scopes = [.. root.Scopes, .. chain.Select(g => model.Lives[g].ScopeOn(day)).Where(s => !s.IsEverything)];
        IntervalSet days = model.DaysOf(chain[^1]).Intersect(root.Days);
        return new HeldPower(power, unit, links.ToValueList(), scopes.ToValueList(), DayNumber.ToDateOrNull(days.NextBound(day)));
    }

    // For each unit that some rule names, and for none in particular: everything that the rules in force give together.
    private IEnumerable<Root> Roots(IReadOnlyList<int> rules)
    {
        List<HeldByLaw> inForce = [.. rules.Select(r => model.Rules[r]).Where(r => r.Days.Contains(day))];
        foreach (string? unit in inForce.Select(r => r.Rule.UnitId).Distinct(StringComparer.Ordinal))
        {
            List<HeldByLaw> of = [.. inForce.Where(r => r.Rule.UnitId is null || string.Equals(r.Rule.UnitId, unit, StringComparison.Ordinal))];
            bool everywhere = of.Any(r => r.Rule.Territories.Count == 0);
            ValueList<string> territories = everywhere ? [] : of.SelectMany(r => r.Rule.Territories).Distinct(StringComparer.Ordinal).ToValueList();
            IntervalSet days = of.Aggregate(IntervalSet.Always, (all, r) => all.Intersect(r.Days));
            yield return new Root(of[0].Rule, unit, everywhere ? [] : [new GrantScope { Territories = territories }], days);
        }
    }

    private sealed record Root(HolderRule Rule, string? UnitId, ValueList<GrantScope> Scopes, IntervalSet Days);
}
