using Reform.Domain.Legal;

namespace Reform.Domain.Delegation;

/// <summary>A register as it stood at one moment of record, compiled: the days of every grant, and the index over them.</summary>
internal sealed class AuthorityModel
{
    /// <summary>Stands for "no unit in particular" among the units of the index.</summary>
    private const string NoUnit = "";

    private readonly Dictionary<string, Power> powers = new(StringComparer.Ordinal);
    private readonly IdTable powerIds = new();
    private readonly IdTable unitIds = new();
    private readonly IdTable actorIds = new();
    private readonly IdTable grantIds = new();
    private readonly List<HeldByLaw> rules = [];
    private readonly Dictionary<(string Power, string Holder), List<int>> rulesOf = [];
    private readonly Dictionary<(string Power, string Grantee), List<int>> grantsTo = [];
    private readonly Dictionary<(string Power, string Grantor), List<int>> grantsFrom = [];
    private readonly Dictionary<string, List<int>> grantsOf = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<RuleSource>[] sources;
    private readonly bool[] lackedAtStart;
    private readonly GrantorSide[][] parentSides;
    private readonly IntervalSet[] parentDays;
    private readonly Dictionary<(GrantorSide Side, string Grantor, string? Function, int Starts, bool Follows), IntervalSet> territoryDays = [];
    private readonly IntervalSet[] effective;

    public AuthorityModel(
        IReadOnlyList<Power> powers, IReadOnlyList<Grant> grants, ILookup<string, GrantEvent> events, OrganizationFacts organization, GrantRegimes regimes, GrantForest forest)
    {
        Organization = organization;
        Forest = forest;
        Grants = [.. grants];
        Lives = [.. grants.Select(g => GrantLife.Of(g, events[g.Id]))];
        unitIds.Add(NoUnit);
        foreach (Power power in powers)
        {
            this.powers.Add(power.Id, power);
            powerIds.Add(power.Id);
            AddRules(power);
        }

        for (int i = 0; i < Grants.Length; i++)
        {
            Grant grant = Grants[i];
            grantIds.Add(grant.Id);
            actorIds.Add(grant.GrantorId);
            actorIds.Add(grant.GranteeId);
            unitIds.Add(grant.UnitId ?? NoUnit);
            Add(grantsTo, (grant.PowerId, grant.GranteeId), i);
            Add(grantsFrom, (grant.PowerId, grant.GrantorId), i);
            Add(grantsOf, grant.PowerId, i);
        }

        Laws = new GrantLaw[Grants.Length];
        sources = new IReadOnlyList<RuleSource>[Grants.Length];
        lackedAtStart = new bool[Grants.Length];
        parentSides = new GrantorSide[Grants.Length][];
        parentDays = new IntervalSet[Grants.Length];
        foreach (int grant in forest.Order)
        {
            Prepare(grant, regimes);
        }

        effective = forest.Propagate(OwnDaysAnew, Basis);
        Index = new AuthorityIndex(powerIds, unitIds, actorIds, grantIds, forest, HoldingTable.Build(Entries()));
    }

    private AuthorityModel(AuthorityModel before, GrantLife[] lives)
    {
        Organization = before.Organization;
        Forest = before.Forest;
        Grants = before.Grants;
        Laws = before.Laws;
        powers = before.powers;
        powerIds = before.powerIds;
        unitIds = before.unitIds;
        actorIds = before.actorIds;
        grantIds = before.grantIds;
        rules = before.rules;
        rulesOf = before.rulesOf;
        grantsTo = before.grantsTo;
        grantsFrom = before.grantsFrom;
        grantsOf = before.grantsOf;
        sources = before.sources;
        parentSides = before.parentSides;
        parentDays = before.parentDays;
        Index = before.Index;
        Lives = lives;
        lackedAtStart = (bool[])before.lackedAtStart.Clone();
        effective = (IntervalSet[])before.effective.Clone();
    }

    public OrganizationFacts Organization { get; }

    public GrantForest Forest { get; }

    public AuthorityIndex Index { get; private set; }

    public Grant[] Grants { get; }

    public GrantLife[] Lives { get; }

    public GrantLaw[] Laws { get; }

    public IReadOnlyList<HeldByLaw> Rules => rules;

    /// <summary>The model with other events for some grants: their days and those of what hangs on them are worked out again, nothing else.</summary>
    /// <param name="grantIds">The grants.</param>
    /// <param name="events">All events that stand, by grant.</param>
    public AuthorityModel WithEvents(IEnumerable<string> grantIds, ILookup<string, GrantEvent> events)
    {
        int[] grants = [.. grantIds.Select(FindGrant).Where(g => g >= 0)];
        var lives = (GrantLife[])Lives.Clone();
        foreach (int grant in grants)
        {
            lives[grant] = GrantLife.Of(Grants[grant], events[Grants[grant].Id]);
        }

        // The children too: that a grant may be passed on is part of what they rest on, not of its own days.
        var changed = new AuthorityModel(this, lives);
        List<int> moved = [.. grants.Concat(grants.SelectMany(Forest.ChildrenOf)).SelectMany(g => Forest.Repropagate(g, changed.effective, changed.OwnDaysAnew, changed.Basis))];
        IEnumerable<ulong> cells = moved.Select(g => Cell(Grants[g].PowerId, Grants[g].UnitId, Grants[g].GranteeId)).Distinct();
        HoldingTable table = Index.Table.With(cells, e => e.Held > 0 ? changed.GranteeDays(e.Held - 1) : e.Days);
        changed.Index = Index.With(table);
        return changed;
    }

    public Power? FindPower(string id) => powers.GetValueOrDefault(id);

    public int FindGrant(string id) => grantIds.Find(id);

    /// <summary>The days on which a grant is in force, with its grantee or with who took over from it, whatever the case.</summary>
    public IntervalSet DaysOf(int grant) => effective[grant];

    /// <summary>The days on which a grant gives its grantee itself the power.</summary>
    public IntervalSet GranteeDays(int grant) => effective[grant].Intersect(Organization.KeptDays(Grants[grant].GranteeId, FieldOf(grant)));

    /// <summary>The days on which a grant gives the power to who took over from its grantee.</summary>
    public IntervalSet SuccessorDays(int grant) => Laws[grant].FollowsSuccession
        ? effective[grant].Intersect(Organization.CarriedDays(Grants[grant].GranteeId, FieldOf(grant)))
        : IntervalSet.Empty;

    /// <summary>Whether the grantor did not hold the power on the grant's first day, so that the grant never had effect.</summary>
    public bool WasVoidFromStart(int grant) => lackedAtStart[grant];

    /// <summary>The rules by which someone holds a power by law, on whatever days.</summary>
    public IReadOnlyList<int> RulesOf(string power, string holder) => rulesOf.GetValueOrDefault((power, holder)) ?? [];

    /// <summary>The grants of a power to someone, in the order of the register.</summary>
    public IReadOnlyList<int> GrantsTo(string power, string grantee) => grantsTo.GetValueOrDefault((power, grantee)) ?? [];

    /// <summary>The grants of a power by someone, in the order of the register.</summary>
    public IReadOnlyList<int> GrantsFrom(string power, string grantor) => grantsFrom.GetValueOrDefault((power, grantor)) ?? [];

    /// <summary>The grants of a power, in the order of the register.</summary>
    public IReadOnlyList<int> GrantsOf(string power) => grantsOf.GetValueOrDefault(power) ?? [];

    /// <summary>Everybody whom a rule or a grant of a power names as holder or grantee.</summary>
    public IEnumerable<string> ActorsOf(string power) => rules.Where(r => string.Equals(r.Power.Id, power, StringComparison.Ordinal)).Select(r => r.Rule.HolderId)
        .Concat(GrantsOf(power).Select(g => Grants[g].GranteeId)).Distinct(StringComparer.Ordinal);

    /// <summary>The rule in force on a day about passing a power on; null when no law says anything.</summary>
    public static Dated<Delegability>? DelegabilityOn(Power power, int day) =>
        power.Delegability.Entries.FirstOrDefault(e => IntervalSet.Of(e.Validity).Contains(day));

    /// <summary>Whether what a grant rests on holds on a day: the grantor's own power, or the parent where that may be passed on to it.</summary>
    public bool BasisOn(int grant, int day)
    {
        int parent = Forest.Parents[grant];
        return parent < 0
            ? sources[grant].Any(s => s.Days.Contains(day))
            : parentDays[grant].Contains(day) && effective[parent].Contains(day) && Lives[parent].OnwardDays.Contains(day);
    }

    /// <summary>The rules by which the grantor of a grant at the top holds the power, each with the days on which it does.</summary>
    public IReadOnlyList<RuleSource> SourcesOf(int rootGrant) => sources[rootGrant];

    /// <summary>The rules of someone, each with the days on which it has the power itself or, if asked, who took over from it.</summary>
    public IReadOnlyList<RuleSource> SourcesOf(string power, string holder, bool carried) =>
        [.. RulesOf(power, holder).Select(r => new RuleSource(r, carried ? rules[r].SuccessorDays : rules[r].Days))];

    /// <summary>Whether a grant's parent is of the same power and unit, and went to its grantor, or to whom its grantor acts for.</summary>
    public bool FitsParent(int grant) => parentSides[grant].Length > 0;

    /// <summary>As whom the grantor passes its parent on; none where it does not fit.</summary>
    public IReadOnlyList<GrantorSide> ParentSides(int grant) => parentSides[grant];

    /// <summary>As whom the grantor passes on what it has, of its parent or by law.</summary>
    public IEnumerable<GrantorSide> SidesOf(int grant) => parentSides[grant].Concat(sources[grant].Select(s => s.Side!.Value)).Distinct();

    /// <summary>In which territories a grant rests on what its grantor had.</summary>
    public GrantorTerritories TerritoriesOf(int grant, GrantorSide side) =>
        new(Organization, Grants[grant].GrantorId, FieldOf(grant), Lives[grant].Starts, GoesOn(grant, side));

    /// <summary>The days on which a grant's terms, its law and those concerned let it be in force, whatever it rests on.</summary>
    public IntervalSet OwnDays(int grant) => Laws[grant].Flaws.Count > 0
        ? IntervalSet.Empty
        : Lives[grant].OwnDays
            .Intersect(DelegableDays(grant))
            .Intersect(DaysOfGrantee(grant))
            .Intersect(DaysOfGrantor(grant))
            .Intersect(UnitLife(Grants[grant].UnitId));

    /// <summary>The days on which there is a grantee, or who took over from it where the grant goes on with them.</summary>
    public IntervalSet DaysOfGrantee(int grant)
    {
        IntervalSet kept = Organization.KeptDays(Grants[grant].GranteeId, FieldOf(grant));
        return Laws[grant].FollowsSuccession ? kept.Union(Organization.CarriedDays(Grants[grant].GranteeId, FieldOf(grant))) : kept;
    }

    /// <summary>The days on which there is a grantor, or who took over from it where the grant goes on with them.</summary>
    public IntervalSet DaysOfGrantor(int grant)
    {
        IntervalSet life = Organization.LifeOf(Grants[grant].GrantorId);
        return Laws[grant].FollowsSuccession ? life.Union(Organization.CarriedDays(Grants[grant].GrantorId, FieldOf(grant))) : life;
    }

    /// <summary>The days on which the law lets the power be passed on by the grant's kind.</summary>
    public IntervalSet DelegableDays(int grant)
    {
        GrantKind kind = Grants[grant].Kind;
        if (kind == GrantKind.Assignment)
        {
            return IntervalSet.Empty;
        }

        Power power = powers[Grants[grant].PowerId];
        IntervalSet days = IntervalSet.Always;
        IntervalSet allowed = IntervalSet.Empty;
        foreach (Dated<Delegability> rule in power.Delegability.Entries.AsSpan())
        {
            bool allows = rule.Value.Kinds.Contains(kind);
            days = allows ? days : days.Except(IntervalSet.Of(rule.Validity));
            allowed = allows ? allowed.Union(IntervalSet.Of(rule.Validity)) : allowed;
        }

        // A collective's power passes to a single person only where the law says so, never by silence.
        return power.IsCollective && Grants[grant].GranteeKind != GranteeKind.Unit ? allowed : days;
    }

    public IntervalSet UnitLife(string? unit) => unit is null ? IntervalSet.Always : Organization.LifeOf(unit);

    /// <summary>The function that a grant's power belongs to.</summary>
    public string? FieldOf(int grant) => powers[Grants[grant].PowerId].Field;

    private void AddRules(Power power)
    {
        foreach (HolderRule rule in power.Holders.Concat(power.HolderPatterns.SelectMany(Organization.RulesOf)))
        {
            actorIds.Add(rule.HolderId);
            unitIds.Add(rule.UnitId ?? NoUnit);
            IntervalSet law = IntervalSet.Of(rule.Validity).Intersect(UnitLife(rule.UnitId));
            Add(rulesOf, (power.Id, rule.HolderId), rules.Count);
            rules.Add(new HeldByLaw(
                power, rule, law.Intersect(Organization.KeptDays(rule.HolderId, power.Field)), law.Intersect(Organization.CarriedDays(rule.HolderId, power.Field))));
        }
    }

    private void Prepare(int grant, GrantRegimes regimes)
    {
        int parent = Forest.Parents[grant];
        Grant given = Grants[grant];
        Laws[grant] = GrantLaw.Of(given, powers[given.PowerId], parent < 0 ? null : Laws[parent], regimes, Organization);
        sources[grant] = parent < 0 ? RootSources(grant) : [];
        parentSides[grant] = parent < 0 ? [] : [.. ParentSides(given, Grants[parent], Laws[parent].FollowsSuccession, Lives[grant].Starts)];
        parentDays[grant] = parentSides[grant].Aggregate(IntervalSet.Empty, (all, side) => all.Union(TerritoryDays(grant, side)));
    }

    private bool GoesOn(int grant, GrantorSide side) =>
        Laws[grant].FollowsSuccession && (Forest.Parents[grant] < 0 || !side.IsOwn || Laws[Forest.Parents[grant]].FollowsSuccession);

    // The same for all that one grantor granted on one day.
    private IntervalSet TerritoryDays(int grant, GrantorSide side)
    {
        (GrantorSide, string, string?, int, bool) key = (side, Grants[grant].GrantorId, FieldOf(grant), Lives[grant].Starts, GoesOn(grant, side));
        if (!territoryDays.TryGetValue(key, out IntervalSet days))
        {
            territoryDays.Add(key, days = TerritoriesOf(grant, side).DaysOf(side));
        }

        return days;
    }

    private IEnumerable<GrantorSide> ParentSides(Grant child, Grant parent, bool follows, int starts) =>
        string.Equals(child.PowerId, parent.PowerId, StringComparison.Ordinal)
            && (parent.UnitId is null || child.UnitId is null || string.Equals(child.UnitId, parent.UnitId, StringComparison.Ordinal))
            ? Sides(child).Where(s => string.Equals(s.HolderId, parent.GranteeId, StringComparison.Ordinal) && (s.IsOwn || (follows && s.Since <= starts)))
            : [];

    // Whom a grantor can act for when it grants: itself, the unit that it heads, and whom it took over from, since when.
    private IEnumerable<GrantorSide> Sides(Grant grant)
    {
        List<string> own = [grant.GrantorId];
        if (Organization.HeadedUnit(grant.GrantorId) is { } headed && !powers[grant.PowerId].IsCollective)
        {
            own.Add(headed.Id);
        }

        return own.Select(id => new GrantorSide(id, DayNumber.Min))
            .Concat(own.SelectMany(id => Organization.PredecessorsOf(id, powers[grant.PowerId].Field).Select(p => new GrantorSide(p.Id, p.Since))));
    }

    private List<RuleSource> RootSources(int grant)
    {
        Grant given = Grants[grant];
        bool follows = Laws[grant].FollowsSuccession;
        var found = new List<RuleSource>();
        foreach (GrantorSide side in Sides(given))
        {
            foreach (int rule in RulesOf(given.PowerId, side.HolderId))
            {
                string? unit = rules[rule].Rule.UnitId;
                if (unit is null || given.UnitId is null || string.Equals(unit, given.UnitId, StringComparison.Ordinal))
                {
                    IntervalSet days = !side.IsOwn ? rules[rule].SuccessorDays.Intersect(IntervalSet.Of(side.Since, DayNumber.Max))
                        : follows ? rules[rule].Days.Union(rules[rule].SuccessorDays)
                        : rules[rule].Days;
                    found.Add(new RuleSource(rule, days.Intersect(TerritoryDays(grant, side)), side));
                }
            }
        }

        return found;
    }

    // A grant without days of its own is not asked what it rests on: that it lacked something is forgotten first.
    private IntervalSet OwnDaysAnew(int grant)
    {
        lackedAtStart[grant] = false;
        return OwnDays(grant);
    }

    // The days of what a grant rests on. A grantor that did not hold the power on the first day gave nothing, whatever it holds later.
    private IntervalSet Basis(int grant, IntervalSet[] soFar)
    {
        int parent = Forest.Parents[grant];
        IntervalSet days = parent < 0 ? sources[grant].Aggregate(IntervalSet.Empty, (all, s) => all.Union(s.Days))
            : parentDays[grant].Intersect(soFar[parent]).Intersect(Lives[parent].OnwardDays);
        lackedAtStart[grant] = !days.Contains(Lives[grant].Starts);
        return lackedAtStart[grant] ? IntervalSet.Empty : days;
    }

    private List<(ulong Key, HoldingTable.Entry Entry)> Entries()
    {
        var entries = new List<(ulong Key, HoldingTable.Entry Entry)>(rules.Count + Grants.Length);
        for (int i = 0; i < rules.Count; i++)
        {
            entries.Add((Cell(rules[i].Power.Id, rules[i].Rule.UnitId, rules[i].Rule.HolderId), new HoldingTable.Entry(-(i + 1), rules[i].Days)));
        }

        foreach (int grant in Forest.Order)
        {
            entries.Add((Cell(Grants[grant].PowerId, Grants[grant].UnitId, Grants[grant].GranteeId), new HoldingTable.Entry(grant + 1, GranteeDays(grant))));
        }

        return entries;
    }

    private ulong Cell(string power, string? unit, string actor) =>
        AuthorityIndex.KeyOf(powerIds.Find(power), unitIds.Find(unit ?? NoUnit), actorIds.Find(actor), unitIds.Count, actorIds.Count);

    private static void Add<TKey>(Dictionary<TKey, List<int>> lists, TKey key, int value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out List<int>? list))
        {
            lists.Add(key, list = []);
        }

        list.Add(value);
    }
}

/// <summary>A rule by which someone holds a power by law, with the days on which it does.</summary>
/// <param name="Power">The power.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Days">The days on which the holder has it itself.</param>
/// <param name="SuccessorDays">The days on which who took over from the holder has it.</param>
internal sealed record HeldByLaw(Power Power, HolderRule Rule, IntervalSet Days, IntervalSet SuccessorDays);

/// <summary>A rule of law that stands at the top of chains, and the days on which it does.</summary>
/// <param name="Rule">The number of the rule.</param>
/// <param name="Days">The days.</param>
/// <param name="Side">As whom the grantor of a chain passes on what the rule gives; null: no grant is asked about.</param>
internal readonly record struct RuleSource(int Rule, IntervalSet Days, GrantorSide? Side = null);
