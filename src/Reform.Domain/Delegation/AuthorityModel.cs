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
    private readonly Dictionary<(int Power, int Actor), List<int>> unitsOf = [];
    private readonly HashSet<(int Power, int Unit, int Actor)> seen = [];
    private readonly bool[] lackedAtStart;
    private readonly IntervalSet[] effective;

    public AuthorityModel(IReadOnlyList<Power> powers, IReadOnlyList<Grant> grants, ILookup<string, GrantEvent> events, OrganizationFacts organization, GrantForest forest)
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

        lackedAtStart = new bool[Grants.Length];
        effective = forest.Propagate(OwnDays, Basis);
        Index = new AuthorityIndex(powerIds, unitIds, actorIds, grantIds, forest, HoldingTable.Build(Entries()));
    }

    public OrganizationFacts Organization { get; }

    public GrantForest Forest { get; }

    public AuthorityIndex Index { get; }

    public Grant[] Grants { get; }

    public GrantLife[] Lives { get; }

    public IReadOnlyList<HeldByLaw> Rules => rules;

    public Power? FindPower(string id) => powers.GetValueOrDefault(id);

    public int FindGrant(string id) => grantIds.Find(id);

    /// <summary>The days on which a grant is in force, whatever the case.</summary>
    public IntervalSet DaysOf(int grant) => effective[grant];

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

    /// <summary>What someone holds of a power on some day, for a unit or for every unit; cell by cell, in each the best first.</summary>
    public IEnumerable<HoldingTable.Entry> EntriesOf(string power, string actor, string? unit)
    {
        int powerNumber = powerIds.Find(power);
        int actorNumber = actorIds.Find(actor);
        if (powerNumber < 0 || !unitsOf.TryGetValue((powerNumber, actorNumber), out List<int>? units))
        {
            return [];
        }

        int unitNumber = unit is null ? -1 : unitIds.Find(unit);
        return units.Where(u => unit is null || u == 0 || u == unitNumber)
            .SelectMany(u => Index.EntriesOf(powerNumber, u, actorNumber).ToArray());
    }

    /// <summary>Whether a law lets a power be passed on by a kind of grant on a day; null when no law says anything.</summary>
    public static Dated<Delegability>? DelegabilityOn(Power power, int day) =>
        power.Delegability.Entries.FirstOrDefault(e => IntervalSet.Of(e.Validity).Contains(day));

    /// <summary>Whether what a grant rests on holds on a day: the grantor's own power, or the parent where that may be passed on to it.</summary>
    public bool BasisOn(int grant, int day)
    {
        int parent = Forest.Parents[grant];
        return parent < 0
            ? HeldByGrantor(grant).Contains(day)
            : FitsParent(grant) && effective[parent].Contains(day) && Lives[parent].OnwardDays.Contains(day);
    }

    /// <summary>The rules by which the grantor of a grant at the top could hold the power.</summary>
    public IReadOnlyList<int> RulesAbove(int rootGrant) => RulesOf(Grants[rootGrant].PowerId, Grants[rootGrant].GrantorId);

    /// <summary>Whether a grant's parent is of the same power and unit, and went to its grantor.</summary>
    public bool FitsParent(int grant)
    {
        Grant child = Grants[grant];
        Grant parent = Grants[Forest.Parents[grant]];
        return string.Equals(child.PowerId, parent.PowerId, StringComparison.Ordinal)
            && (parent.UnitId is null || child.UnitId is null || string.Equals(child.UnitId, parent.UnitId, StringComparison.Ordinal))
            && string.Equals(parent.GranteeId, child.GrantorId, StringComparison.Ordinal);
    }

    /// <summary>The days on which a grant's terms, its law and those concerned let it be in force, whatever it rests on.</summary>
    public IntervalSet OwnDays(int grant) => Lives[grant].OwnDays
        .Intersect(DelegableDays(grant))
        .Intersect(Organization.LifeOf(Grants[grant].GranteeId))
        .Intersect(Organization.LifeOf(Grants[grant].GrantorId))
        .Intersect(UnitLife(Grants[grant].UnitId));

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

    private void AddRules(Power power)
    {
        foreach (HolderRule rule in power.Holders.AsSpan())
        {
            actorIds.Add(rule.HolderId);
            unitIds.Add(rule.UnitId ?? NoUnit);
            IntervalSet days = IntervalSet.Of(rule.Validity).Intersect(Organization.LifeOf(rule.HolderId)).Intersect(UnitLife(rule.UnitId));
            Add(rulesOf, (power.Id, rule.HolderId), rules.Count);
            rules.Add(new HeldByLaw(power, rule, days));
        }
    }

    // The days of what a grant rests on. A grantor that did not hold the power on the first day gave nothing, whatever it holds later.
    private IntervalSet Basis(int grant, IntervalSet[] soFar)
    {
        int parent = Forest.Parents[grant];
        IntervalSet days = parent < 0 ? HeldByGrantor(grant)
            : FitsParent(grant) ? soFar[parent].Intersect(Lives[parent].OnwardDays)
            : IntervalSet.Empty;
        lackedAtStart[grant] = !days.Contains(Lives[grant].Starts);
        return lackedAtStart[grant] ? IntervalSet.Empty : days;
    }

    private IntervalSet HeldByGrantor(int grant)
    {
        Grant given = Grants[grant];
        IntervalSet days = IntervalSet.Empty;
        foreach (int rule in RulesAbove(grant))
        {
            string? unit = rules[rule].Rule.UnitId;
            if (unit is null || given.UnitId is null || string.Equals(unit, given.UnitId, StringComparison.Ordinal))
            {
                days = days.Union(rules[rule].Days);
            }
        }

        return days;
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
            entries.Add((Cell(Grants[grant].PowerId, Grants[grant].UnitId, Grants[grant].GranteeId), new HoldingTable.Entry(grant + 1, effective[grant])));
        }

        return entries;
    }

    private ulong Cell(string power, string? unit, string actor)
    {
        int powerNumber = powerIds.Find(power);
        int unitNumber = unitIds.Find(unit ?? NoUnit);
        int actorNumber = actorIds.Find(actor);
        if (!unitsOf.TryGetValue((powerNumber, actorNumber), out List<int>? units))
        {
            unitsOf.Add((powerNumber, actorNumber), units = []);
        }

        if (seen.Add((powerNumber, unitNumber, actorNumber)))
        {
            units.Add(unitNumber);
        }

        return AuthorityIndex.KeyOf(powerNumber, unitNumber, actorNumber, unitIds.Count, actorIds.Count);
    }

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
/// <param name="Days">Its days, while the holder and the unit exist.</param>
internal sealed record HeldByLaw(Power Power, HolderRule Rule, IntervalSet Days);
