using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Organizations;

namespace Reform.Testing.Delegation.Reference;

/// <summary>The definition of a grant in force (docs/guides/delegation.md), on one day at a time, by recursion over the facts known at a moment.</summary>
internal sealed class ReferenceRegister
{
    private readonly IReadOnlyList<GrantRegime> regimes;
    private readonly Dictionary<(string Grant, LocalDate On), bool> inForce = [];

    public ReferenceRegister(AuthorityRecords authority, OrganizationRecords organization, IReadOnlyList<GrantRegime> regimes, Instant knownAt)
    {
        this.regimes = regimes;
        Organization = new ReferenceOrganization(organization, knownAt);
        Powers = ReferenceOrganization.Standing(authority.Powers, knownAt);
        List<Grant> grants = ReferenceOrganization.Standing(authority.Grants, knownAt);
        bool Known(Grant g) => Powers.Any(p => p.Id == g.PowerId) && (g.ParentId is null || grants.Any(p => p.Id == g.ParentId && Known(p)));
        Grants = [.. grants.Where(Known)];
        Events = [.. ReferenceOrganization.Standing(authority.Events, knownAt).Where(e => Grants.Any(g => g.Id == e.GrantId))];
    }

    public ReferenceOrganization Organization { get; }

    public List<Power> Powers { get; }

    public List<Grant> Grants { get; }

    public List<GrantEvent> Events { get; }

    /// <summary>Whether there is what a question is about; its actor is known from the first record on in these worlds.</summary>
    public bool Knows(AuthorityQuestion question) =>
        Powers.Any(p => p.Id == question.PowerId) && (question.UnitId is null || Organization.Unit(question.UnitId) is not null);

    public Power PowerOf(string id) => Powers.Single(p => p.Id == id);

    public Grant? Parent(Grant g) => g.ParentId is null ? null : Grants.Single(p => p.Id == g.ParentId);

    public string[] Path(Grant g) => Parent(g) is Grant parent ? [.. Path(parent), g.Id] : [g.Id];

    public static LocalDate StartOf(Grant g) => g.Validity.From is LocalDate from && from > g.Instrument.Date ? from : g.Instrument.Date;

    public bool InForce(Grant g, LocalDate on) => inForce.TryGetValue((g.Id, on), out bool known) ? known
        : inForce[(g.Id, on)] = IsLawful(g) && IsThere(g, on) && Runs(g, on) && MayBePassedOn(g, on) && Rests(g, StartOf(g)) && Rests(g, on);

    /// <summary>Whether a grant gives the power to its grantee itself, not to who took over from it.</summary>
    public bool GivesGrantee(Grant g, LocalDate on) => InForce(g, on) && Organization.Keeps(g.GranteeId, FieldOf(g), on);

    /// <summary>Whether a grant goes on with who took over from its grantee.</summary>
    public bool GivesHeirs(Grant g, LocalDate on) => InForce(g, on) && Follows(g) && Organization.IsFollowed(g.GranteeId, FieldOf(g), on);

    /// <summary>The rules by which somebody holds a power itself on a day.</summary>
    public IEnumerable<HolderRule> Rules(string power, string holder, LocalDate on) =>
        InLaw(power, holder, on).Where(_ => Organization.Keeps(holder, PowerOf(power).Field, on));

    /// <summary>The rules by which who took over from somebody holds a power.</summary>
    public IEnumerable<HolderRule> HeirRules(string power, string holder, LocalDate on) =>
        InLaw(power, holder, on).Where(_ => Organization.IsFollowed(holder, PowerOf(power).Field, on));

    /// <summary>The rules at the top of a grant without parent that hold on a day, each with the territories in which the grantor has what it gives.</summary>
    public IEnumerable<ReferenceRoot> Roots(Grant g, LocalDate on) => Sides(g).Where(side => PassesOnSomewhere(g, side, on)).SelectMany(side => (side.Since is LocalDate since
            ? on >= since ? HeirRules(g.PowerId, side.Id, on) : []
            : Rules(g.PowerId, side.Id, on).Concat(Follows(g) ? HeirRules(g.PowerId, side.Id, on) : []))
        .Where(r => r.UnitId is null || g.UnitId is null || r.UnitId == g.UnitId)
        .Select(r => new ReferenceRoot(r, t => r.Territories.Count == 0 || r.Territories.Contains(t) ? PassesOn(g, side, t, on) : false)));

    /// <summary>Whether the grantor has in a territory what it passes on of the parent; null: it is one of several that may.</summary>
    public bool? PassesOn(Grant g, string territory, LocalDate on)
    {
        List<bool?> all = [.. ParentSides(g).Select(side => PassesOn(g, side, territory, on))];
        return all.Contains(true) ? true : all.Contains(null) ? null : false;
    }

    public GrantScope ScopeOn(Grant g, LocalDate on) => AsAmended(g, on).Scope;

    /// <summary>The terms of a grant as amended by a day; the end is the one known from all amendments.</summary>
    private (GrantScope Scope, bool Onward, LocalDate? End) AsAmended(Grant g, LocalDate on)
    {
        (GrantScope scope, bool onward, LocalDate? end) = (g.Scope, g.AllowsOnward, g.Validity.To);
        foreach (GrantEvent.Amended e in Events.OfType<GrantEvent.Amended>().Where(e => e.GrantId == g.Id).OrderBy(e => e.On))
        {
            // What has ended is not amended any more; an end in the past is today.
            if (!(e.On >= end))
            {
                end = e.To is LocalDate to ? (to < e.On ? e.On : to) : end;
                scope = e.On <= on && e.Scope is GrantScope other ? other : scope;
                onward = e.On <= on && e.AllowsOnward is bool allows ? allows : onward;
            }
        }

        return (scope, onward, end);
    }

    private bool Runs(Grant g, LocalDate on)
    {
        IEnumerable<GrantEvent> past = Events.Where(e => e.GrantId == g.Id && e.On <= on).OrderBy(e => e.On);
        bool suspended = past.LastOrDefault(e => e is GrantEvent.Suspended or GrantEvent.Resumed) is GrantEvent.Suspended;
        bool revoked = past.OfType<GrantEvent.Revoked>().Any(e => e.NotifiedOn is null || e.NotifiedOn <= on);
        return on >= StartOf(g) && !(on >= AsAmended(g, on).End) && !suspended && !revoked && !past.OfType<GrantEvent.Lapsed>().Any();
    }

    private bool IsThere(Grant g, LocalDate on)
    {
        string? field = FieldOf(g);
        bool grantee = Organization.Keeps(g.GranteeId, field, on) || (Follows(g) && Organization.IsFollowed(g.GranteeId, field, on));
        bool grantor = Organization.Exists(g.GrantorId, on) || (Follows(g) && Organization.IsFollowed(g.GrantorId, field, on));
        return grantee && grantor && (g.UnitId is null || Organization.Exists(g.UnitId, on));
    }

    private bool MayBePassedOn(Grant g, LocalDate on) => g.Kind != GrantKind.Assignment
        && PowerOf(g.PowerId).Delegability.Entries.Where(e => e.Validity.Contains(on)).All(e => e.Value.Kinds.Contains(g.Kind));

    // What it rests on, on one day.
    private bool Rests(Grant g, LocalDate on) => Parent(g) is not Grant parent
        ? Roots(g, on).Any()
        : parent.PowerId == g.PowerId && (parent.UnitId is null || g.UnitId is null || parent.UnitId == g.UnitId)
            && ParentSides(g).Any(side => PassesOnSomewhere(g, side, on))
            && InForce(parent, on) && AsAmended(parent, on).Onward;

    private IEnumerable<(string Id, LocalDate? Since)> ParentSides(Grant g) => Parent(g) is not Grant parent ? []
        : Sides(g).Where(s => s.Id == parent.GranteeId && (s.Since is null || (Follows(parent) && s.Since <= StartOf(g))));

    private bool PassesOnSomewhere(Grant g, (string Id, LocalDate? Since) side, LocalDate on) => Organization.Territories.Any(t => PassesOn(g, side, t, on) != false);

    // No more than the grantor had on the first day; after that as long as it has it, or, if the grant goes on, anybody has.
    private bool? PassesOn(Grant g, (string Id, LocalDate? Since) side, string territory, LocalDate on)
    {
        bool? first = Had(g, side, territory, StartOf(g));
        bool goesOn = Follows(g) && (Parent(g) is not Grant parent || side.Since is not null || Follows(parent));
        bool? later = on <= StartOf(g) ? first : goesOn ? IsAnybodys(side.Id, FieldOf(g), territory, on) : Had(g, side, territory, on);
        return first == false || later == false ? false : first is null || later is null ? null : true;
    }

    private bool? Had(Grant g, (string Id, LocalDate? Since) side, string territory, LocalDate on)
    {
        if (side.Since is not LocalDate since)
        {
            return Organization.HasAlone(side.Id, FieldOf(g), territory, on);
        }

        HashSet<string?> heirs = Organization.Heirs(Organization.UnitOf(side.Id)!.Id, FieldOf(g), territory, on);
        return on < since || !heirs.Contains(Organization.UnitOf(g.GrantorId)!.Id) ? false : heirs.Count == 1 ? true : null;
    }

    private bool IsAnybodys(string id, string? field, string territory, LocalDate on) => (Organization.Unit(id)?.Id ?? Organization.Headed(id)) is not string unit
        || Organization.Heirs(unit, field, territory, on).Any(h => Organization.IsAlive(h, on));

    // As whom a grantor grants: itself, the unit that it heads, and whom they took over from.
    private IEnumerable<(string Id, LocalDate? Since)> Sides(Grant g)
    {
        foreach (string own in new[] { g.GrantorId, Organization.Headed(g.GrantorId) }.OfType<string>())
        {
            yield return (own, null);
            foreach ((string id, LocalDate since) in Organization.Predecessors(own, FieldOf(g)))
            {
                yield return (id, since);
            }
        }
    }

    private IEnumerable<HolderRule> InLaw(string power, string holder, LocalDate on) => PowerOf(power).Holders
        .Where(r => r.HolderId == holder && r.Validity.Contains(on) && (r.UnitId is null || Organization.Exists(r.UnitId, on)));

    private string? FieldOf(Grant g) => PowerOf(g.PowerId).Field;

    // There is at most one law for a kind of grant by a kind of body on a day in these worlds, and no territory has a law of its own.
    private GrantRegime? LawOf(Grant g) => Organization.UnitOf(g.GrantorId) is OrganizationUnit unit
        ? regimes.SingleOrDefault(r => r.Kind == g.Kind && r.System == unit.System && r.Territories.Count == 0
            && (r.Grantors.Count == 0 || r.Grantors.Contains(unit.Kind)) && r.Validity.Contains(StartOf(g)))
        : null;

    private bool Follows(Grant g) => LawOf(g)?.FollowsSuccession ?? g.Kind is GrantKind.Decentralization or GrantKind.Devolution or GrantKind.Conferral;

    private bool IsLawful(Grant g)
    {
        bool onward = Parent(g) is not Grant parent || LawOf(parent)?.Onward is not { } rules || rules.Any(r => r.Kind == g.Kind);
        GrantRegime? law = LawOf(g);
        bool instrument = law is null || law.Instruments.Count == 0 || law.Instruments.Contains(g.Instrument.Kind);
        bool pair = law?.Pairs is not { } pairs || pairs.Any(p => IsParty(p.From, g.GrantorId) && Grantees(g).Any(id => IsParty(p.To, id) && AreLevels(p, g.GrantorId, id)));
        return (g.Instrument.IsWritten || g.Kind == GrantKind.Assignment) && onward && instrument && pair;
    }

    private IEnumerable<string> Grantees(Grant g) => g.GranteeKind == GranteeKind.Person ? Organization.PostsOf(g.GranteeId, StartOf(g)) : [g.GranteeId];

    // Nobody stands under anybody in these worlds: the levels alone count.
    private bool AreLevels(PermittedPair pair, string from, string to)
    {
        (OrganizationLevel above, OrganizationLevel below) = (Organization.UnitOf(from)!.Level, Organization.UnitOf(to)!.Level);
        return (pair.FromLevel is null || pair.FromLevel == above)
            && (pair.Level == LevelRelation.Any || (pair.Level == LevelRelation.Same && above == below) || (pair.Level == LevelRelation.Lower && below > above));
    }

    // The body itself stands for its head as well.
    private bool IsParty(GrantParty party, string id) => (party.Body is null || Organization.UnitOf(id)?.Kind == party.Body)
        && (party.Title is null ? Organization.Unit(id) is not null || Organization.Headed(id) is not null : Organization.Post(id)?.Title == party.Title);
}

/// <summary>A rule at the top of a chain, and in which territories it gives what the grant passes on; null: not to be told.</summary>
internal sealed record ReferenceRoot(HolderRule Rule, Func<string, bool?> GivesIn);
