using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>What the engine asks of an organization register: who exists when, and who takes over from whom. Without a register, everybody exists.</summary>
internal sealed class OrganizationFacts
{
    private readonly OrganizationRegister? register;
    private readonly ILookup<string, SuccessionLink> linksTo;
    private readonly ILookup<string, SuccessionLink> linksFrom;
    private readonly ILookup<string, SuccessionLink> leaving;
    private readonly ILookup<string, Position> positionsIn;
    private readonly ILookup<string, UnitPlacement> placementsOf;
    private readonly ILookup<string, UnitPlacement> placementsUnder;
    private readonly ILookup<string, Appointment> appointmentsOf;
    private readonly ILookup<string, Appointment> appointmentsTo;

    public OrganizationFacts(OrganizationRegister? register)
    {
        this.register = register;
        linksTo = (register?.Successions ?? []).Where(l => l.ToId is not null).ToLookup(l => l.ToId!, StringComparer.Ordinal);
        linksFrom = (register?.Successions ?? []).Where(l => l.ToId is not null).ToLookup(l => l.FromId, StringComparer.Ordinal);
        leaving = (register?.Successions ?? []).ToLookup(l => l.FromId, StringComparer.Ordinal);
        positionsIn = (register?.Positions ?? []).ToLookup(p => p.UnitId, StringComparer.Ordinal);
        placementsOf = (register?.Placements ?? []).ToLookup(p => p.UnitId, StringComparer.Ordinal);
        placementsUnder = (register?.Placements ?? []).ToLookup(p => p.ParentId, StringComparer.Ordinal);
        appointmentsOf = (register?.Appointments ?? []).ToLookup(a => a.PersonId, StringComparer.Ordinal);
        appointmentsTo = (register?.Appointments ?? []).ToLookup(a => a.PositionId, StringComparer.Ordinal);
    }

    public OrganizationRegister? Register => register;

    public bool Knows(string id) => register is null || register.UnitOf(id) is not null || register.KnowsPerson(id);

    /// <summary>Whether there is a unit, a position or a person of this name, as a grant says what its grantee is.</summary>
    public bool KnowsAs(GranteeKind kind, string id) => register is null || kind switch
    {
        GranteeKind.Unit => register.FindUnit(id) is not null,
        GranteeKind.Position => register.FindPosition(id) is not null,
        _ => register.KnowsPerson(id),
    };

    public bool KnowsUnit(string id) => register is null || register.FindUnit(id) is not null;

    public OrganizationUnit? FindUnit(string id) => register?.FindUnit(id);

    public Position? FindPosition(string id) => register?.FindPosition(id);

    /// <summary>The unit itself, or the unit of a position; null when neither is known.</summary>
    public OrganizationUnit? UnitOf(string id) => register?.UnitOf(id);

    /// <summary>The days on which a unit exists, or a position within its unit; for anyone else, always.</summary>
    public IntervalSet LifeOf(string id)
    {
        if (UnitOf(id) is not OrganizationUnit unit)
        {
            return IntervalSet.Always;
        }

        IntervalSet life = IntervalSet.Of(unit.Validity);
        return FindPosition(id) is Position position ? life.Intersect(IntervalSet.Of(position.Validity)) : life;
    }

    /// <summary>The days on which a unit, or the head of a unit, has a function in some territory: while it exists and has not given it away everywhere.</summary>
    public IntervalSet KeptDays(string id, string? function)
    {
        IntervalSet life = LifeOf(id);
        if (SuccessionUnit(id) is not string unit)
        {
            return life;
        }

        if (!linksFrom[unit].Any(l => l.Territory is null && IsOf(l, function)))
        {
            return life;
        }

        // What was given away may come back.
        IntervalSet kept = IntervalSet.Empty;
        foreach (IntervalSet stretch in StretchesOf(unit).Select(life.Intersect).Where(s => !s.IsEmpty))
        {
            bool isBeforeAll = stretch.First == DayNumber.Min;
            kept = isBeforeAll || TellingTerritories(unit).Any(t => HasItself(unit, DayNumber.ToDate(stretch.First), function, t)) ? kept.Union(stretch) : kept;
        }

        return life.Intersect(kept);
    }

    /// <summary>All days, cut where it may change who has what a unit had, and on the days given: within a stretch nothing changes.</summary>
    public IEnumerable<IntervalSet> StretchesOf(string unit, params ReadOnlySpan<int> also)
    {
        int[] turns = [DayNumber.Min, .. SuccessionTurnsOf(unit).Concat(also.ToArray()).Where(t => t is > DayNumber.Min and < DayNumber.Max).Distinct().Order(), DayNumber.Max];
        return Enumerable.Range(0, turns.Length - 1).Select(i => IntervalSet.Of(turns[i], turns[i + 1]));
    }

    /// <summary>The days on which it may change who has what a unit had: on which somebody gave it on, or came to an end.</summary>
    public IEnumerable<int> SuccessionTurnsOf(string unit) => Reached(unit)
        .SelectMany(u => leaving[u].Select(l => DayNumber.Of(l.On)).Append(DayNumber.ToOrMax(FindUnit(u)?.Validity.To)));

    /// <summary>Whether a unit gave something of a function away at some time, wholly or in a territory.</summary>
    public bool IsLeft(string unit, string? function) => leaving[unit].Any(l => IsOf(l, function));

    /// <summary>Whether the register tells what became of a unit by a day.</summary>
    public bool CanTell(string unit, int day)
    {
        LocalDate on = DayNumber.ToDate(day);
        return register!.Covers(on) && !(FindUnit(unit)!.Validity.From > on);
    }

    /// <summary>Whether a unit itself has on a day, in a territory, what it had of a function.</summary>
    public bool HasItself(string unit, LocalDate on, string? function, string territory) =>
        !register!.Covers(on) || string.Equals(register.SuccessorsOf(unit, on, function, territory).Successor, unit, StringComparison.Ordinal);

    /// <summary>Whether a unit, or the head of one, gave something of a function away by a date, whether or not it came back.</summary>
    public bool GaveAway(string id, string? function, LocalDate on) =>
        SuccessionUnit(id) is string unit && linksFrom[unit].Any(l => IsOf(l, function) && l.On <= on);

    /// <summary>The days on which somebody else may have what a unit, or the head of a unit, had of a function.</summary>
    public IntervalSet CarriedDays(string id, string? function) => SuccessionUnit(id) is string unit
        ? IntervalSet.Of(linksFrom[unit].Where(l => IsOf(l, function)).Select(l => DayNumber.Of(l.On)).DefaultIfEmpty(DayNumber.Max).Min(), DayNumber.Max)
        : IntervalSet.Empty;

    /// <summary>From whom a unit, or the head of a unit, may have taken something over, and since when; itself not among them.</summary>
    /// <remarks>Links are followed backwards, each before the one behind it; which function in which territory, the case decides.</remarks>
    public IReadOnlyList<(string Id, int Since)> PredecessorsOf(string id, string? function)
    {
        if (SuccessionUnit(id) is not string unit || linksTo.Count == 0)
        {
            return [];
        }

        TitleKind? title = FindPosition(id)?.Title;
        var found = new Dictionary<string, List<(int Before, int Since)>>(StringComparer.Ordinal);
        var waiting = new Queue<(string Unit, int Before, int Since)>([(unit, DayNumber.Max, -1)]);
        while (waiting.TryDequeue(out (string Unit, int Before, int Since) at))
        {
            foreach (SuccessionLink link in linksTo[at.Unit].Where(l => IsOf(l, function) && DayNumber.Of(l.On) < at.Before))
            {
                int on = DayNumber.Of(link.On);
                int since = at.Since < 0 ? on : at.Since;
                if (!found.TryGetValue(link.FromId, out List<(int Before, int Since)>? ways))
                {
                    found.Add(link.FromId, ways = []);
                }

                // A unit may have given away twice: what came to it in between went on by the later way only.
                if (!ways.Any(w => w.Before >= on && w.Since <= since))
                {
                    ways.Add((on, since));
                    waiting.Enqueue((link.FromId, on, since));
                }
            }
        }

        return [.. found.Where(f => !string.Equals(f.Key, unit, StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal)
            .SelectMany(f => title is null ? [f.Key] : HeadsOf(f.Key, title.Value), (f, who) => (who, f.Value.Min(w => w.Since)))];
    }

    /// <summary>The unit directly above a unit on a date; null where no placement says so.</summary>
    public string? ParentOf(string unitId, LocalDate on) =>
        placementsOf[unitId].FirstOrDefault(p => p.Validity.Contains(on))?.ParentId;

    public IEnumerable<UnitPlacement> PlacementsOf(string unitId) => placementsOf[unitId];

    public IEnumerable<UnitPlacement> PlacementsUnder(string unitId) => placementsUnder[unitId];

    /// <summary>Whether a unit, or the unit of a position, went into another by a merger or a consolidation by a date.</summary>
    public bool WasMerged(string id, LocalDate on) => UnitOf(id) is OrganizationUnit unit
        && linksFrom[unit.Id].Any(l => l.Kind is ReorganizationKind.Merge or ReorganizationKind.Consolidate && l.On <= on);

    /// <summary>The unit that a head of a body under one head acts for; null for any other position.</summary>
    public OrganizationUnit? HeadedUnit(string positionId) =>
        FindPosition(positionId) is { IsHead: true } position && FindUnit(position.UnitId) is { IsCollective: false } unit ? unit : null;

    /// <summary>The collective of which a position is the head or a deputy; null when it belongs to none.</summary>
    public OrganizationUnit? CollectiveOf(string positionId) =>
        FindPosition(positionId) is { Title: var title } && title.Rank() is TitleRank.Head or TitleRank.Deputy && UnitOf(positionId) is { IsCollective: true } unit ? unit : null;

    public IEnumerable<Position> PositionsIn(string unitId) => positionsIn[unitId];

    public IEnumerable<Appointment> AppointmentsOf(string personId) => appointmentsOf[personId];

    public IEnumerable<Appointment> AppointmentsTo(string positionId) => appointmentsTo[positionId];

    /// <summary>The head of a unit, the holder of a position or the person itself; null where the register knows none.</summary>
    public string? PersonBehind(string id, LocalDate on) =>
        register is null ? null
        : register.FindUnit(id) is OrganizationUnit unit ? (unit.Validity.Contains(on) ? register.HeadOf(id, on)?.PersonId : null)
        : register.FindPosition(id) is not null ? appointmentsTo[id].FirstOrDefault(a => a.Validity.Contains(on))?.PersonId
        : register.KnowsPerson(id) ? id
        : null;

    /// <summary>Everybody for whom an actor can act on some day, itself included: posts, the units of posts, their heads, relatives, predecessors.</summary>
    public HashSet<string> RelatedTo(string actorId)
    {
        HashSet<string> related = new([actorId], StringComparer.Ordinal);
        if (register is null)
        {
            return related;
        }

        related.UnionWith(appointmentsOf[actorId].Select(a => a.PositionId));
        HashSet<string> units = new(related.Select(id => UnitOf(id)?.Id).OfType<string>(), StringComparer.Ordinal);
        units.UnionWith(units.Where(AuthorityCapacities.IsCommittee(this)).ToList()
            .SelectMany(u => placementsOf[u].Select(p => p.ParentId).Concat(placementsUnder[u].Select(p => p.UnitId)))
            .Where(AuthorityCapacities.IsCommittee(this)));
        related.UnionWith(units);
        related.UnionWith(units.SelectMany(u => positionsIn[u].Where(p => p.IsHead).Select(p => p.Id)));
        var waiting = new Queue<string>(units);
        while (waiting.TryDequeue(out string? unit))
        {
            foreach (SuccessionLink link in linksTo[unit].Where(l => related.Add(l.FromId)))
            {
                related.UnionWith(positionsIn[link.FromId].Where(p => p.IsHead).Select(p => p.Id));
                waiting.Enqueue(link.FromId);
            }
        }

        return related;
    }

    /// <summary>Every day on which something about the given units, posts and persons, or about successions, changes.</summary>
    public IEnumerable<int> TurnsOf(HashSet<string> related, IEnumerable<string> concerned)
    {
        if (register is null)
        {
            return [];
        }

        var persons = new HashSet<string>(concerned, StringComparer.Ordinal);
        List<Appointment> appointments = [.. register.Appointments.Where(a => related.Contains(a.PositionId) || related.Contains(a.PersonId))];
        IEnumerable<Validity> periods = related.Select(id => UnitOf(id)?.Validity ?? default)
            .Concat(related.Select(id => FindPosition(id)?.Validity ?? default))
            .Concat(appointments.Select(a => a.Validity))
            .Concat(register.Allocations.Where(a => related.Contains(a.PositionId)).Select(a => a.Validity))
            .Concat(related.SelectMany(id => placementsOf[id].Concat(placementsUnder[id])).Select(p => p.Validity))
            .Concat(register.Relationships.Where(r => persons.Contains(r.PersonId) || persons.Contains(r.OtherId)).Select(r => r.Validity));
        return periods.SelectMany(v => IntervalSet.Of(v).Bounds.ToArray())
            .Concat(appointments.SelectMany(a => new[] { a.ConfirmedOn, a.CommissionedToSignFrom }).OfType<LocalDate>().Select(DayNumber.Of))
            .Concat(register.Successions.Select(l => DayNumber.Of(l.On)));
    }

    /// <summary>The rules that a pattern gives: one for each body of the kind, or for each post of the title in one.</summary>
    public IEnumerable<HolderRule> RulesOf(HolderPattern pattern) =>
        from unit in register?.Units ?? []
        where unit.Kind == pattern.Body && (pattern.Level is null || unit.Level == pattern.Level)
        from holder in pattern.Title is TitleKind title ? positionsIn[unit.Id].Where(p => p.Title == title).Select(p => p.Id) : [unit.Id]
        select new HolderRule(holder, pattern.Validity, pattern.Basis)
        {
            UnitId = unit.Territory is null ? unit.Id : null,
            Territories = unit.Territory is string territory ? [territory] : [],
        };

    /// <summary>The territories that some succession names.</summary>
    public IEnumerable<string> SuccessionTerritories => (register?.Successions ?? []).Select(l => l.Territory).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The territories that tell apart who took over from a unit, by whatever way, and one that stands for all others.</summary>
    public IReadOnlyList<string> TellingTerritories(string unit)
    {
        var named = new SortedSet<string>(Reached(unit).SelectMany(u => leaving[u]).Select(l => l.Territory).OfType<string>(), StringComparer.Ordinal);
        return [.. named, string.Concat(named) + "?"];
    }

    // A unit, and everybody to whom what it had may have come.
    private HashSet<string> Reached(string unit)
    {
        HashSet<string> met = new([unit], StringComparer.Ordinal);
        var waiting = new Queue<string>(met);
        while (waiting.TryDequeue(out string? at))
        {
            foreach (string to in leaving[at].Select(l => l.ToId).OfType<string>().Where(met.Add))
            {
                waiting.Enqueue(to);
            }
        }

        return met;
    }

    /// <summary>Every unit, position and person of whom the register knows.</summary>
    public IEnumerable<string> Everybody => register is null
        ? []
        : register.Units.Select(u => u.Id).Concat(register.Positions.Select(p => p.Id)).Concat(appointmentsOf.Select(a => a.Key));

    /// <summary>The facts as they were known at a moment.</summary>
    public OrganizationFacts AsKnownAt(Instant knownAt) => register is null ? this : new OrganizationFacts(register.AsKnownAt(knownAt));

    public BilingualText? NameOf(string id) => register?.NameOf(id);

    public LegalBasis? BasisOf(string fromId, string toId, LocalDate on) =>
        linksFrom[SuccessionUnit(fromId) ?? fromId].Where(l => string.Equals(l.ToId, SuccessionUnit(toId) ?? toId, StringComparison.Ordinal) && l.On <= on)
            .Select(l => l.Basis).FirstOrDefault(b => b is not null);

    private IEnumerable<string> HeadsOf(string unit, TitleKind title) => positionsIn[unit].Where(p => p.IsHead && p.Title == title).Select(p => p.Id);

    // What succession is about: units, and with a unit the post of its head.
    public string? SuccessionUnit(string id) =>
        FindUnit(id)?.Id ?? (FindPosition(id) is { IsHead: true } position ? position.UnitId : null);

    // Of a power without function it is not told with which part of a unit that ended it went: it may be with any.
    private bool IsOf(SuccessionLink link, string? function) => link.Function is null || string.Equals(link.Function, function, StringComparison.Ordinal)
        || (function is null && FindUnit(link.FromId)?.Validity.Contains(link.On) != true);
}
