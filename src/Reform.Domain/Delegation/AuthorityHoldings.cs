using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>What an actor holds on a day, chain by chain.</summary>
internal sealed class AuthorityHoldings(AuthorityModel model, string actorId, LocalDate on)
{
    private readonly int day = DayNumber.Of(on);

    public IEnumerable<HeldPower> Of(Power power)
    {
        foreach (Capacity capacity in Capacities(power, []))
        {
            if (Within(power, capacity) is not ValueList<GrantScope> within)
            {
                continue;
            }

            foreach (HeldPower held in Of(power, capacity))
            {
                yield return held with { Scopes = [.. held.Scopes, .. within] };
            }
        }
    }

    // In which territories, the list can say; what else is missing leaves it open whether it is held at all.
    private IEnumerable<Capacity> Capacities(Power power, ValueList<string> territories)
    {
        var question = new AuthorityQuestion(actorId, power.Id, on) { Case = new AuthorityCase { Territories = territories } };
        return new AuthorityCapacities(model.Organization, power, question).Find().Where(c => c.Bar == AuthorityBreak.None && c.Fit.Missing.All(m => m == "territory"));
    }

    // Where a unit took over, or kept, in some territories only: in those, or in all but the others; null where it has it alone in none.
    private ValueList<GrantScope>? Within(Power power, Capacity capacity) =>
        capacity.Fit.Kind == ScopeFitKind.Inside ? [] : Within(model.Organization.SuccessionTerritories, t => HasItIn(power, capacity, t));

    private static ValueList<GrantScope>? Within(IEnumerable<string> territories, Func<string, bool> isIn)
    {
        List<string> named = [.. territories.Distinct(StringComparer.Ordinal)];
        List<string> own = [.. named.Where(isIn)];
        return isIn(string.Concat(named) + "?")
            ? own.Count == named.Count ? [] : [new GrantScope { Exclusions = [new GrantScope { Territories = named.Except(own, StringComparer.Ordinal).ToValueList() }] }]
            : own.Count > 0 ? [new GrantScope { Territories = own.ToValueList() }] : null;
    }

    private bool HasItIn(Power power, Capacity capacity, string territory) =>
        Capacities(power, [territory]).Any(c => c.HolderId == capacity.HolderId && c.IsCarried == capacity.IsCarried && c.Fit.Kind == ScopeFitKind.Inside);

    private IEnumerable<HeldPower> Of(Power power, Capacity capacity)
    {
        foreach (Root root in Roots(model.SourcesOf(power.Id, capacity.HolderId, capacity.IsCarried)))
        {
            List<AuthorityLink> links = [AuthorityLink.By(root.Rule), .. capacity.Links];
            yield return new HeldPower(power, root.UnitId, links.ToValueList(), root.Scopes, DayNumber.ToDateOrNull(root.Days.NextBound(day)));
        }

        foreach (int grant in model.GrantsTo(power.Id, capacity.HolderId).Where(g => DaysOf(g, capacity).Contains(day)).OrderBy(g => model.Forest.Ranks[g]))
        {
            int[] chain = new int[model.Index.DepthOf(grant)];
            model.Index.CopyChain(grant, chain);
            string? unit = chain.Select(g => model.Grants[g].UnitId).LastOrDefault(u => u is not null);
            if (chain.Select(OfGrantor).ToList() is var passed && passed.Contains(null))
            {
                continue;
            }

            foreach (Root root in Roots(model.SourcesOf(chain[0]), chain[0]))
            {
                if (root.UnitId is null || unit is null || string.Equals(root.UnitId, unit, StringComparison.Ordinal))
                {
                    yield return ByGrant(power, root with { Scopes = [.. root.Scopes, .. passed.SelectMany(p => p!)] }, chain, root.UnitId ?? unit, capacity);
                }
            }
        }
    }

    // In which territories a grantor has what it passes on of the parent.
    private ValueList<GrantScope>? OfGrantor(int grant) => model.ParentSides(grant) is { Count: > 0 } sides
        ? Within(model.Organization.SuccessionTerritories, t => sides.Any(s => IsHeld(grant, s, t)))
        : [];

    private bool IsHeld(int grant, GrantorSide side, string territory) => model.TerritoriesOf(grant, side).HoldOf(side, day, territory) == TerritoryHold.Yes;

    private IntervalSet DaysOf(int grant, Capacity capacity) => capacity.IsCarried ? model.SuccessorDays(grant) : model.GranteeDays(grant);

    private HeldPower ByGrant(Power power, Root root, int[] chain, string? unit, Capacity capacity)
    {
        List<AuthorityLink> links = [AuthorityLink.By(root.Rule), .. chain.Select(g => AuthorityLink.By(model.Grants[g], model.Lives[g])), .. capacity.Links];
        List<GrantScope> scopes = [.. root.Scopes, .. chain.Select(g => model.Lives[g].ScopeOn(day)).Where(s => !s.IsEverything)];
        IntervalSet days = DaysOf(chain[^1], capacity).Intersect(root.Days);
        return new HeldPower(power, unit, links.ToValueList(), scopes.ToValueList(), DayNumber.ToDateOrNull(days.NextBound(day)));
    }

    // For each unit that some rule names, and for none in particular: everything that the rules in force give together.
    private IEnumerable<Root> Roots(IReadOnlyList<RuleSource> sources, int rootGrant = -1)
    {
        List<RuleSource> inForce = [.. sources.Where(s => s.Days.Contains(day))];
        foreach (string? unit in inForce.Select(s => RuleOf(s).UnitId).Distinct(StringComparer.Ordinal))
        {
            List<RuleSource> of = [.. inForce.Where(s => RuleOf(s).UnitId is null || string.Equals(RuleOf(s).UnitId, unit, StringComparison.Ordinal))];
            IntervalSet days = of.Aggregate(IntervalSet.Always, (all, s) => all.Intersect(s.Days));
            bool Gives(RuleSource source, string territory) => (RuleOf(source).Territories is var own && (own.Count == 0 || own.Contains(territory, StringComparer.Ordinal)))
                && (rootGrant < 0 || IsHeld(rootGrant, source.Side!.Value, territory));
            IEnumerable<string> named = (rootGrant < 0 ? [] : model.Organization.SuccessionTerritories).Concat(of.SelectMany(s => RuleOf(s).Territories));
            if (Within(named, t => of.Any(s => Gives(s, t))) is ValueList<GrantScope> scopes)
            {
                yield return new Root(RuleOf(of[0]), unit, scopes, days);
            }
        }
    }

    private HolderRule RuleOf(RuleSource source) => model.Rules[source.Rule].Rule;

    private sealed record Root(HolderRule Rule, string? UnitId, ValueList<GrantScope> Scopes, IntervalSet Days);
}
