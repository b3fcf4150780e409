using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>
/// The facts that stand at one moment, each cut to the life of the units and positions that it is about. A fact about a unit that is not
/// known is not known either.
/// </summary>
internal sealed class OrganizationView
{
    private static readonly StringComparer Ids = StringComparer.Ordinal;

    public OrganizationView(OrganizationRecords standing)
    {
        Units = Facts(standing.Units);
        UnitById = ById(Units, u => u.Id);
        Positions = Facts(standing.Positions).Where(p => UnitById.ContainsKey(p.UnitId)).ToValueList();
        PositionById = ById(Positions, p => p.Id);
        Placements = Cut(
            standing.Placements,
            p => Life(p.UnitId)?.Intersect(p.Validity) is Validity own ? Life(p.ParentId)?.Intersect(own) : null,
            (p, v) => p with { Validity = v });
        Appointments = Cut(standing.Appointments, a => PositionLife(a.PositionId)?.Intersect(a.Validity), (a, v) => a with { Validity = v });
        Allocations = Cut(standing.Allocations, a => PositionLife(a.PositionId)?.Intersect(a.Validity), (a, v) => a with { Validity = v });
        Memberships = Cut(standing.Memberships, m => Life(m.UnitId)?.Intersect(m.Validity), (m, v) => m with { Validity = v });
        Exclusions = Cut(standing.Exclusions, m => Life(m.UnitId)?.Intersect(m.Validity), (m, v) => m with { Validity = v });
        Relationships = Facts(standing.Relationships);
        Successions = Facts(standing.Successions)
            .Where(s => UnitById.ContainsKey(s.FromId) && (s.ToId is null || UnitById.ContainsKey(s.ToId))).ToValueList();

        PlacementsOf = Placements.ToLookup(p => p.UnitId, Ids);
        PositionsIn = Positions.ToLookup(p => p.UnitId, Ids);
        AppointmentsTo = Appointments.ToLookup(a => a.PositionId, Ids);
        AppointmentsOf = Appointments.ToLookup(a => a.PersonId, Ids);
        AllocationsOf = Allocations.ToLookup(a => a.PersonId, Ids);
        MembershipsIn = Memberships.ToLookup(m => m.UnitId, Ids);
        MembershipsOf = Memberships.ToLookup(m => m.PersonId, Ids);
        ExclusionsIn = Exclusions.ToLookup(m => m.UnitId, Ids);
        RelationshipsOf = Relationships.SelectMany(r => new[] { (Id: r.PersonId, Fact: r), (Id: r.OtherId, Fact: r) }).ToLookup(r => r.Id, r => r.Fact, Ids);
        SuccessionsFrom = Successions.ToLookup(s => s.FromId, Ids);
        Persons = new HashSet<string>(
            [
                .. Appointments.Select(a => a.PersonId), .. Allocations.Select(a => a.PersonId), .. Memberships.Select(m => m.PersonId),
                .. Exclusions.Select(m => m.PersonId), .. Relationships.Select(r => r.PersonId),
            ],
            Ids);
    }

    public ValueList<OrganizationUnit> Units { get; }

    public Dictionary<string, OrganizationUnit> UnitById { get; }

    public ValueList<Position> Positions { get; }

    public Dictionary<string, Position> PositionById { get; }

    public ValueList<UnitPlacement> Placements { get; }

    public ValueList<Appointment> Appointments { get; }

    public ValueList<WorkAllocation> Allocations { get; }

    public ValueList<Membership> Memberships { get; }

    public ValueList<MembershipExclusion> Exclusions { get; }

    public ValueList<Relationship> Relationships { get; }

    public ValueList<SuccessionLink> Successions { get; }

    public ILookup<string, UnitPlacement> PlacementsOf { get; }

    public ILookup<string, Position> PositionsIn { get; }

    public ILookup<string, Appointment> AppointmentsTo { get; }

    public ILookup<string, Appointment> AppointmentsOf { get; }

    public ILookup<string, WorkAllocation> AllocationsOf { get; }

    public ILookup<string, Membership> MembershipsIn { get; }

    public ILookup<string, Membership> MembershipsOf { get; }

    public ILookup<string, MembershipExclusion> ExclusionsIn { get; }

    public ILookup<string, Relationship> RelationshipsOf { get; }

    public ILookup<string, SuccessionLink> SuccessionsFrom { get; }

    public HashSet<string> Persons { get; }

    public UnitPlacement? PlacementOf(string unitId, LocalDate date) => PlacementsOf[unitId].FirstOrDefault(p => p.Validity.Contains(date));

    public Validity? Life(string unitId) => UnitById.TryGetValue(unitId, out OrganizationUnit? unit) ? unit.Validity : null;

    public Validity? PositionLife(string positionId) =>
        PositionById.TryGetValue(positionId, out Position? position) ? Life(position.UnitId)?.Intersect(position.Validity) : null;

    private static ValueList<T> Facts<T>(ValueList<Recorded<T>> records)
        where T : class => records.Select(r => r.Fact!).ToValueList();

    private static ValueList<T> Cut<T>(ValueList<Recorded<T>> records, Func<T, Validity?> life, Func<T, Validity, T> with)
        where T : class
    {
        var cut = new List<T>();
        foreach (T fact in Facts(records))
        {
            if (life(fact) is Validity validity)
            {
                cut.Add(with(fact, validity));
            }
        }

        return cut.ToValueList();
    }

    private static Dictionary<string, T> ById<T>(ValueList<T> facts, Func<T, string> id)
    {
        var byId = new Dictionary<string, T>(Ids);
        foreach (T fact in facts)
        {
            byId.TryAdd(id(fact), fact);
        }

        return byId;
    }
}
