using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;

namespace Reform.Testing.Delegation.Reference;

/// <summary>Who exists on a day, and who has what a unit had: read off the records, one day at a time. It knows bodies under one head only.</summary>
internal sealed class ReferenceOrganization(OrganizationRecords records, Instant knownAt)
{
    private readonly List<OrganizationUnit> units = Standing(records.Units, knownAt);
    private readonly List<Position> posts = Standing(records.Positions, knownAt);
    private readonly List<Appointment> appointments = Standing(records.Appointments, knownAt);
    private readonly List<SuccessionLink> links = Standing(records.Successions, knownAt);

    /// <summary>The facts known at a moment: recorded by then, and not corrected by then.</summary>
    public static List<T> Standing<T>(IEnumerable<Recorded<T>> records, Instant knownAt)
        where T : class =>
        [.. records.Where(r => r.RecordedAt <= knownAt && r.Fact is not null && !records.Any(c => c.Corrects == r.Id && c.RecordedAt <= knownAt)).Select(r => r.Fact!)];

    public OrganizationUnit? Unit(string id) => units.SingleOrDefault(u => u.Id == id);

    public Position? Post(string id) => posts.SingleOrDefault(p => p.Id == id);

    /// <summary>The unit, or the unit of a post; null for a person.</summary>
    public OrganizationUnit? UnitOf(string id) => Unit(id) ?? (Post(id) is Position post ? Unit(post.UnitId) : null);

    public IEnumerable<string> PostsOf(string person, LocalDate on) =>
        appointments.Where(a => a.PersonId == person && a.Validity.Contains(on)).Select(a => a.PositionId);

    public bool Exists(string id, LocalDate on) =>
        Post(id) is Position post ? post.Validity.Contains(on) && Exists(post.UnitId, on) : Unit(id)?.Validity.Contains(on) != false;

    /// <summary>Whether a unit, or its head, is there and has not given the function away, or has it back.</summary>
    public bool Keeps(string id, string field, LocalDate on) => Exists(id, on)
        && (!LinksFrom(id, field).Any(l => l.Territory is null && l.On <= on)
            || Heirs(Unit(id)?.Id ?? Headed(id)!, field, "elsewhere", on).SetEquals([Unit(id)?.Id ?? Headed(id)]));

    /// <summary>Whether somebody took over something of a function from a unit or its head by a day.</summary>
    public bool IsFollowed(string id, string field, LocalDate on) => LinksFrom(id, field).Any(l => l.On <= on);

    /// <summary>The unit of which a post is the head.</summary>
    public string? Headed(string id) => Post(id) is { IsHead: true } post ? post.UnitId : null;

    /// <summary>From whom a unit or its head may have taken something over, by any way of links back in time, and since when.</summary>
    public Dictionary<string, LocalDate> Predecessors(string id, string field)
    {
        var found = new Dictionary<string, LocalDate>();
        string? unit = Unit(id)?.Id ?? Headed(id);
        void Back(string at, LocalDate? before, LocalDate? since)
        {
            foreach (SuccessionLink link in links.Where(l => l.ToId == at && Means(l, field) && !(l.On >= before)))
            {
                LocalDate first = since ?? link.On;
                IEnumerable<string> who = Post(id) is Position post
                    ? posts.Where(p => p.UnitId == link.FromId && p.IsHead && p.Title == post.Title).Select(p => p.Id)
                    : [link.FromId];
                foreach (string holder in who.Where(h => h != id))
                {
                    found[holder] = found.TryGetValue(holder, out LocalDate known) && known < first ? known : first;
                }

                Back(link.FromId, link.On, first);
            }
        }

        if (unit is not null)
        {
            Back(unit, null, null);
        }

        return found;
    }

    /// <summary>Who has on a day what a unit had of a function in a territory; null stands among them for nobody. A unit that ended is still named.</summary>
    public HashSet<string?> Heirs(string unit, string field, string territory, LocalDate on)
    {
        HashSet<string?> now = [unit];
        foreach (LocalDate day in links.Select(l => l.On).Where(d => d <= on).Distinct().Order())
        {
            HashSet<string?> next = [];
            foreach (string? at in now)
            {
                List<SuccessionLink> meant = [.. links.Where(l => l.FromId == at && l.On == day && Means(l, field) && (l.Territory is null || l.Territory == territory))];
                int detail = meant.Count == 0 ? 0 : meant.Max(Detail);
                next.UnionWith(meant.Count == 0 ? [at] : meant.Where(l => Detail(l) == detail).Select(l => l.ToId));
            }

            now = next;
        }

        return now;
    }

    /// <summary>The territories that links name, and one that none names.</summary>
    public IEnumerable<string> Territories => links.Select(l => l.Territory).OfType<string>().Append("elsewhere").Distinct();

    public bool IsAlive(string? unit, LocalDate on) => unit is not null && Exists(unit, on);

    private static int Detail(SuccessionLink link) => (link.Function is null ? 0 : 1) + (link.Territory is null ? 0 : 1);

    private static bool Means(SuccessionLink link, string field) => link.Function is null || link.Function == field;

    private IEnumerable<SuccessionLink> LinksFrom(string id, string field)
    {
        string? unit = Unit(id)?.Id ?? Headed(id);
        return links.Where(l => l.FromId == unit && l.ToId is not null && Means(l, field));
    }
}
