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

    /// <summary>Whether a unit, or its head, is there and has the function in some territory: it did not give it away, or has it back.</summary>
    public bool Keeps(string id, string? field, LocalDate on) => Exists(id, on)
        && (!LinksFrom(id, field).Any(l => l.On <= on) || Territories.Any(t => HasAlone(id, field, t, on)));

    /// <summary>Whether a unit, or its head, is the one that has in a territory what it had itself of a function; a person has no such thing to give.</summary>
    public bool HasAlone(string id, string? field, string territory, LocalDate on) =>
        (Unit(id)?.Id ?? Headed(id)) is not string unit || Heirs(unit, field, territory, on).SetEquals([unit]);

    /// <summary>Whether a unit, or its head, gave all of a function away by a day and has it again.</summary>
    public bool CameBack(string id, string? field, LocalDate on) => Keeps(id, field, on) && LinksFrom(id, field).Any(l => l.Territory is null && l.On <= on);

    /// <summary>Whether somebody took over something of a function from a unit or its head by a day.</summary>
    public bool IsFollowed(string id, string? field, LocalDate on) => LinksFrom(id, field).Any(l => l.On <= on);

    /// <summary>Whether a unit, or the unit of a post, gave anything to anybody by a day, or took anything over.</summary>
    public bool IsReorganised(string id, LocalDate on) => UnitOf(id) is OrganizationUnit unit && links.Any(l => (l.FromId == unit.Id || l.ToId == unit.Id) && l.On <= on);

    /// <summary>The unit of which a post is the head.</summary>
    public string? Headed(string id) => Post(id) is { IsHead: true } post ? post.UnitId : null;

    /// <summary>From whom a unit or its head may have taken something over, by any way of links back in time, and since when.</summary>
    public Dictionary<string, LocalDate> Predecessors(string id, string? field)
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
    /// <remarks>Where no function is stated, what ends tells the functions apart: everybody who has one of them may have it. What goes on keeps it.</remarks>
    public HashSet<string?> Heirs(string unit, string? field, string territory, LocalDate on) => Heirs([unit], field, territory, LocalDate.MinIsoValue, on);

    private HashSet<string?> Heirs(HashSet<string?> now, string? field, string territory, LocalDate after, LocalDate on)
    {
        foreach (LocalDate day in links.Select(l => l.On).Where(d => d > after && d <= on).Distinct().Order())
        {
            List<SuccessionLink> today = [.. links.Where(l => now.Contains(l.FromId) && l.On == day && (l.Territory is null || l.Territory == territory))];
            List<string> told = field is not null ? [] : [.. today.Where(HasEnded).Select(l => l.Function).OfType<string>().Distinct()];
            if (told.Count > 0)
            {
                return [.. told.Append("any other").SelectMany(f => Heirs(now, f, territory, day.PlusDays(-1), on))];
            }

            HashSet<string?> next = [];
            foreach (string? at in now)
            {
                List<SuccessionLink> meant = [.. today.Where(l => l.FromId == at && (l.Function is null || l.Function == field))];
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

    private bool Means(SuccessionLink link, string? field) => link.Function is null || link.Function == field || (field is null && HasEnded(link));

    private bool HasEnded(SuccessionLink link) => !Exists(link.FromId, link.On);

    private IEnumerable<SuccessionLink> LinksFrom(string id, string? field)
    {
        string? unit = Unit(id)?.Id ?? Headed(id);
        return links.Where(l => l.FromId == unit && l.ToId is not null && Means(l, field));
    }
}
