using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;

namespace Reform.Domain.Tests.Delegation;

/// <summary>The definition of competence, day by day and by plain recursion over the facts; it knows no interval and no index.</summary>
internal sealed class AuthorityOracle(IReadOnlyList<Power> powers, IReadOnlyList<Grant> grants, IReadOnlyList<GrantEvent> events)
{
    /// <summary>The identifiers of the chain that carries a yes, empty for a holder by law; null when the answer is no or cannot be told.</summary>
    public string[]? ChainOf(AuthorityQuestion q)
    {
        if (Rules(q.PowerId, q.ActorId, q.On).Any(r => Holds(r, q)))
        {
            return [];
        }

        return grants.Where(g => g.PowerId == q.PowerId && g.GranteeId == q.ActorId && InForce(g, q.On) && Covers(g, q)).Select(Path)
            .OrderBy(p => p.Length).ThenBy(p => string.Join('\n', p), StringComparer.Ordinal).FirstOrDefault();
    }

    public bool InForce(Grant g, LocalDate on) => Runs(g, on) && MayBePassedOn(g, on) && Rests(g, StartOf(g)) && Rests(g, on);

    public static LocalDate StartOf(Grant g) => g.Validity.From is LocalDate from && from > g.Instrument.Date ? from : g.Instrument.Date;

    /// <summary>Whether the grant's own days hold a day: its term as amended, no suspension, no revocation that was told, no lapse.</summary>
    public bool Runs(Grant g, LocalDate on)
    {
        if (on < StartOf(g))
        {
            return false;
        }

        LocalDate? end = g.Validity.To;
        bool suspended = false;
        foreach (GrantEvent e in events.Where(e => e.GrantId == g.Id).OrderBy(e => e.On))
        {
            switch (e)
            {
                case GrantEvent.Amended { To: LocalDate to } when end is null || e.On < end:
                    end = to < e.On ? e.On : to;
                    break;
                case GrantEvent.Suspended when e.On <= on:
                    suspended = true;
                    break;
                case GrantEvent.Resumed when e.On <= on:
                    suspended = false;
                    break;
                case GrantEvent.Lapsed when e.On <= on:
                    return false;
            }
        }

        bool told = events.OfType<GrantEvent.Revoked>().Any(e => e.GrantId == g.Id && e.On <= on && !(e.NotifiedOn > on));
        return !suspended && !told && !(on >= end);
    }

    public bool Covers(Grant g, AuthorityQuestion q) => ScopeOn(g, q.On).Covers(q.Case) && (g.UnitId is null || g.UnitId == q.UnitId)
        && (Parent(g) is Grant parent ? Covers(parent, q) : Rules(g.PowerId, g.GrantorId, q.On).Any(r => Holds(r, q)));

    private GrantScope ScopeOn(Grant g, LocalDate on)
    {
        LocalDate? end = g.Validity.To;
        GrantScope scope = g.Scope;
        foreach (GrantEvent.Amended e in events.OfType<GrantEvent.Amended>().Where(e => e.GrantId == g.Id).OrderBy(e => e.On))
        {
            if (end is null || e.On < end)
            {
                end = e.To is LocalDate to ? (to < e.On ? e.On : to) : end;
                scope = e.On <= on ? e.Scope ?? scope : scope;
            }
        }

        return scope;
    }

    private bool OnwardOn(Grant g, LocalDate on)
    {
        LocalDate? end = g.Validity.To;
        bool onward = g.AllowsOnward;
        foreach (GrantEvent.Amended e in events.OfType<GrantEvent.Amended>().Where(e => e.GrantId == g.Id).OrderBy(e => e.On))
        {
            if (end is null || e.On < end)
            {
                end = e.To is LocalDate to ? (to < e.On ? e.On : to) : end;
                onward = e.On <= on ? e.AllowsOnward ?? onward : onward;
            }
        }

        return onward;
    }

    private bool MayBePassedOn(Grant g, LocalDate on)
    {
        Dated<Delegability>? rule = powers.Single(p => p.Id == g.PowerId).Delegability.InForceOn(on);
        return g.Kind != GrantKind.Assignment && (rule is null || rule.Value.Kinds.Any(k => k == g.Kind));
    }

    // What it rests on, on one day.
    private bool Rests(Grant g, LocalDate on) => Parent(g) is Grant parent
        ? parent.PowerId == g.PowerId && parent.GranteeId == g.GrantorId && InForce(parent, on) && OnwardOn(parent, on)
        : Rules(g.PowerId, g.GrantorId, on).Any(r => r.UnitId is null || g.UnitId is null || r.UnitId == g.UnitId);

    private Grant? Parent(Grant g) => g.ParentId is null ? null : grants.Single(p => p.Id == g.ParentId);

    private IEnumerable<HolderRule> Rules(string power, string holder, LocalDate on) =>
        powers.Single(p => p.Id == power).Holders.Where(h => h.HolderId == holder && h.Validity.Contains(on));

    private static bool Holds(HolderRule rule, AuthorityQuestion q) => (rule.UnitId is null || rule.UnitId == q.UnitId)
        && (rule.Territories.Count == 0 || (q.Case.Territories.Count > 0 && q.Case.Territories.All(t => rule.Territories.Any(x => x == t))));

    private string[] Path(Grant g) => Parent(g) is Grant parent ? [.. Path(parent), g.Id] : [g.Id];
}
