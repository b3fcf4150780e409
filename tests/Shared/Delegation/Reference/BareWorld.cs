using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Delegation;

namespace Reform.Testing.Delegation.Reference;

/// <summary>A clause of the definition of a bare world that can be left out, to see in how many answers it counts.</summary>
internal enum BareClause
{
    None,
    HoldingFirstDay,
    HoldingLastDay,
    UnitIsAlive,
    GrantFirstDay,
    GrantLastDay,
    Revocation,
    Delegable,
    GrantorHolds,
    ParentInForce,
    ParentAllowsOnward,
    ParentOfThePower,
    ParentOfTheUnit,
    ParentToTheGrantor,
    HolderNeedsNoChain,
    ShortestFirst,
    SmallestIdsFirst,
}

/// <summary>The definition of the bare world, word by word, by recursion over the lists; it knows no interval, no index and no order.</summary>
internal sealed record BareWorld(
    IReadOnlyList<WorldUnit> Units, IReadOnlyList<WorldPower> Powers, IReadOnlyList<WorldHolding> Holdings, IReadOnlyList<WorldGrant> Grants)
{
    /// <summary>The clause that is left out.</summary>
    public BareClause Without { get; init; }

    /// <summary>The identifiers of the chain from the root, empty for who holds the power itself, null for whoever is not competent.</summary>
    public string[]? ChainOf(string actor, string power, string unit, LocalDate on)
    {
        bool holds = Holds(actor, power, unit, on);
        if (holds && Without != BareClause.HolderNeedsNoChain)
        {
            return [];
        }

        string[]? best = null;
        foreach (WorldGrant grant in Grants.Where(g => g.ToActor == actor && g.Power == power && g.Unit == unit && InForce(g, on)))
        {
            string[] path = Path(grant);
            best = best is null || Precedes(path, best) ? path : best;
        }

        return best ?? (holds ? [] : null);
    }

    /// <summary>Whether a grant is in force on a day.</summary>
    public bool InForce(WorldGrant g, LocalDate on)
    {
        bool within = (g.FirstDay <= on || Without == BareClause.GrantFirstDay) && (!(g.LastDay < on) || Without == BareClause.GrantLastDay);
        bool revoked = g.RevokedFrom <= on && Without != BareClause.Revocation;
        bool alive = IsAlive(g.Unit, on) || Without == BareClause.UnitIsAlive;
        bool delegable = Powers.Any(p => p.Id == g.Power && p.IsDelegable) || Without == BareClause.Delegable;
        return within && !revoked && alive && delegable && (Parent(g) is WorldGrant parent
            ? (InForce(parent, on) || Without == BareClause.ParentInForce)
                && (parent.AllowsOnward || Without == BareClause.ParentAllowsOnward)
                && (parent.Power == g.Power || Without == BareClause.ParentOfThePower)
                && (parent.Unit == g.Unit || Without == BareClause.ParentOfTheUnit)
                && (parent.ToActor == g.FromActor || Without == BareClause.ParentToTheGrantor)
            : Holds(g.FromActor, g.Power, g.Unit, on) || Without == BareClause.GrantorHolds);
    }

    /// <summary>The world and questions to it as a file.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="isPlain">Letters beyond ASCII as they are, and what is open left out; otherwise escaped, and null.</param>
    public byte[] ToJson(IEnumerable<WorldQuestion> questions, bool isPlain)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = isPlain ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping : JavaScriptEncoder.Default }))
        {
            json.WriteStartObject();
            List("units", Units, u => [("id", u.Id), ("first_day", u.FirstDay), ("last_day", u.LastDay)]);
            List("powers", Powers, p => [("id", p.Id), ("delegable", p.IsDelegable)]);
            List("holdings", Holdings, h => [("power", h.Power), ("unit", h.Unit), ("holder", h.Holder), ("first_day", h.FirstDay), ("last_day", h.LastDay)]);
            List("grants", Grants, g =>
            [
                ("id", g.Id), ("power", g.Power), ("unit", g.Unit), ("from_actor", g.FromActor), ("to_actor", g.ToActor), ("parent", g.Parent),
                ("first_day", g.FirstDay), ("last_day", g.LastDay), ("revoked_from", g.RevokedFrom), ("onward", g.AllowsOnward),
            ]);
            List("questions", questions, q => [("id", q.Id), ("actor", q.Actor), ("power", q.Power), ("unit", q.Unit), ("on", q.On)]);
            json.WriteEndObject();

            void List<T>(string name, IEnumerable<T> items, Func<T, (string Name, object? Value)[]> members)
            {
                json.WriteStartArray(name);
                foreach (T item in items)
                {
                    json.WriteStartObject();
                    foreach ((string member, object? value) in members(item).Where(m => m.Value is not null || !isPlain))
                    {
                        Write(json, member, value);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case LocalDate date:
                json.WriteString(name, LocalDatePattern.Iso.Format(date));
                break;
            default:
                json.WriteString(name, (string)value);
                break;
        }
    }

    private bool Holds(string actor, string power, string unit, LocalDate on) => Holdings.Any(
        h => h.Power == power && h.Unit == unit && h.Holder == actor
            && (h.FirstDay <= on || Without == BareClause.HoldingFirstDay) && (!(h.LastDay < on) || Without == BareClause.HoldingLastDay)
            && (IsAlive(unit, on) || Without == BareClause.UnitIsAlive));

    private bool IsAlive(string unit, LocalDate on) => Units.Any(u => u.Id == unit && u.FirstDay <= on && !(u.LastDay < on));

    private WorldGrant? Parent(WorldGrant g) => g.Parent is null ? null : Grants.Single(p => p.Id == g.Parent);

    private string[] Path(WorldGrant g) => Parent(g) is WorldGrant parent ? [.. Path(parent), g.Id] : [g.Id];

    // The shortest, then the smallest identifiers in order.
    private bool Precedes(string[] a, string[] b)
    {
        if (a.Length != b.Length && Without != BareClause.ShortestFirst)
        {
            return a.Length < b.Length;
        }

        int at = Enumerable.Range(0, Math.Min(a.Length, b.Length)).FirstOrDefault(i => a[i] != b[i], -1);
        return at >= 0 && (string.CompareOrdinal(a[at], b[at]) < 0) != (Without == BareClause.SmallestIdsFirst);
    }
}
