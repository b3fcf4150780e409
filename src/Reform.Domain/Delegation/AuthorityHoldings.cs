using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>What an actor holds on a day, chain by chain.</summary>
internal sealed class AuthorityHoldings(AuthorityModel model, string actorId, LocalDate on)
{
    private readonly int day = DayNumber.Of(on);

    public IEnumerable<HeldPower> Of(Power power)
    {
        foreach (int rule in model.RulesOf(power.Id, actorId).Where(r => model.Rules[r].Days.Contains(day)))
        {
            HolderRule held = model.Rules[rule].Rule;
            yield return new HeldPower(
                power, held.UnitId, [AuthorityLink.By(held)], ScopesOf(rule), DayNumber.ToDateOrNull(model.Rules[rule].Days.NextBound(day)));
        }

        foreach (int grant in model.GrantsTo(power.Id, actorId).Where(g => model.DaysOf(g).Contains(day)).OrderBy(g => model.Forest.Ranks[g]))
        {
            yield return ByGrant(power, grant);
        }
    }

    private HeldPower ByGrant(Power power, int grant)
    {
        int[] chain = new int[model.Index.DepthOf(grant)];
        model.Index.CopyChain(grant, chain);
        int rule = model.RulesAbove(chain[0]).First(r => model.Rules[r].Days.Contains(day));
        List<AuthorityLink> links = [AuthorityLink.By(model.Rules[rule].Rule), .. chain.Select(g => AuthorityLink.By(model.Grants[g]))];
        List<GrantScope> scopes = [.. ScopesOf(rule), .. chain.Select(g => model.Lives[g].ScopeOn(day)).Where(s => !s.IsEverything)];
        string? unit = chain.Select(g => model.Grants[g].UnitId).Prepend(model.Rules[rule].Rule.UnitId).LastOrDefault(u => u is not null);
        return new HeldPower(power, unit, links.ToValueList(), scopes.ToValueList(), DayNumber.ToDateOrNull(model.DaysOf(grant).NextBound(day)));
    }

    private ValueList<GrantScope> ScopesOf(int rule) =>
        model.Rules[rule].Rule.Territories.Count == 0 ? [] : [new GrantScope { Territories = model.Rules[rule].Rule.Territories }];
}
