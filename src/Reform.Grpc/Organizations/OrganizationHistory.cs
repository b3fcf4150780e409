using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Organizations.V1;
using Position = Reform.Domain.Organizations.Position;

namespace Reform.Grpc.Organizations;

/// <summary>Everything that was recorded, corrected records too, as one list in the order of entry.</summary>
internal sealed class OrganizationHistory
{
    private readonly OrganizationRegister register;
    private readonly Instant knownAt;
    private readonly ILookup<string, string> unitsOfPosition;
    private readonly List<Item> items = [];

    private OrganizationHistory(RegisterState state)
    {
        register = state.Organization;
        knownAt = state.RecordedAt;
        OrganizationRecords all = register.AllRecords;
        unitsOfPosition = all.Positions.Select(r => r.Fact).OfType<Position>().ToLookup(p => p.Id, p => p.UnitId, StringComparer.Ordinal);
        Add(all.Units, u => [u.Id]);
        Add(all.Placements, p => [p.UnitId, p.ParentId]);
        Add(all.Positions, p => [p.UnitId]);
        Add(all.Appointments, a => unitsOfPosition[a.PositionId]);
        Add(all.Allocations, a => unitsOfPosition[a.PositionId]);
        Add(all.Memberships, m => [m.UnitId]);
        Add(all.Exclusions, e => [e.UnitId]);
        Add(all.Relationships, r => [r.OtherId]);
        Add(all.Successions, s => [s.FromId, s.ToId]);
    }

    /// <summary>A record, and what it is about.</summary>
    public sealed record Item(string Id, Instant RecordedAt, string? Corrects, object Fact, bool IsStruckOut, bool IsStanding, ValueList<string> Units)
    {
        public OrganizationRecord ToProto(string enteredBy) => new()
        {
            Info = new Reform.Registers.V1.RecordInfo
            {
                Record = Id,
                RecordTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(RecordedAt.ToDateTimeUtc()),
                Corrects = Corrects ?? "",
                StruckOut = IsStruckOut,
                EnteredBy = enteredBy,
            },
            Fact = OrganizationLists.Wrap(Fact),
            Standing = IsStanding,
        };
    }

    /// <param name="state">The registers.</param>
    /// <param name="unitId">Only what is about this unit; null: everything.</param>
    public static List<Item> Of(RegisterState state, string? unitId) =>
        [.. new OrganizationHistory(state).items.Where(i => unitId is null || i.Units.Contains(unitId)).OrderBy(i => i.RecordedAt)];

    private void Add<T>(ValueList<Recorded<T>> records, Func<T, IEnumerable<string?>> unitsOf)
        where T : class
    {
        HashSet<string> standing = new(Recorded.StandingAt(records, knownAt).Select(r => r.Id), StringComparer.Ordinal);
        var facts = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (Recorded<T> record in records)
        {
            T fact = record.Fact ?? facts[record.Corrects!];
            facts[record.Id] = fact;
            if (record.RecordedAt <= knownAt)
            {
                items.Add(new Item(
                    record.Id, record.RecordedAt, record.Corrects, fact, record.Fact is null, standing.Contains(record.Id),
                    unitsOf(fact).OfType<string>().ToValueList()));
            }
        }
    }
}
