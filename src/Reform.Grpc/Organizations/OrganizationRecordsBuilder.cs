using Google.Protobuf;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Proto = Reform.Organizations.V1;

namespace Reform.Grpc.Organizations;

/// <summary>Puts the records of the organization register together from their messages.</summary>
internal sealed class OrganizationRecordsBuilder : IRecordsBuilder<OrganizationRecords>
{
    private readonly List<Recorded<OrganizationUnit>> units = [];
    private readonly List<Recorded<UnitPlacement>> placements = [];
    private readonly List<Recorded<Position>> positions = [];
    private readonly List<Recorded<Appointment>> appointments = [];
    private readonly List<Recorded<WorkAllocation>> allocations = [];
    private readonly List<Recorded<Membership>> memberships = [];
    private readonly List<Recorded<MembershipExclusion>> exclusions = [];
    private readonly List<Recorded<Relationship>> relationships = [];
    private readonly List<Recorded<SuccessionLink>> successions = [];

    public bool Has(string list) => OrganizationLists.Has(list);

    public IMessage Parse(string list, byte[] content) => OrganizationLists.Parse(list, content);

    public void Add(string list, string recordId, IMessage? fact, Instant recordedAt, string? corrects, string path)
    {
        void To<TMessage, TFact>(List<Recorded<TFact>> records, Func<string, TMessage, TFact> map)
            where TMessage : class, IMessage
            where TFact : class =>
            records.Add(new Recorded<TFact>(recordId, fact is null ? null : map(path, (TMessage)fact), recordedAt, corrects));

        switch (list)
        {
            case OrganizationLists.Units: To<Proto.Unit, OrganizationUnit>(units, OrganizationMapping.Unit); break;
            case OrganizationLists.Placements: To<Proto.Placement, UnitPlacement>(placements, OrganizationMapping.Placement); break;
            case OrganizationLists.Positions: To<Proto.Position, Position>(positions, OrganizationMapping.Position); break;
            case OrganizationLists.Appointments: To<Proto.Appointment, Appointment>(appointments, OrganizationMapping.Appointment); break;
            case OrganizationLists.Allocations: To<Proto.WorkAllocation, WorkAllocation>(allocations, OrganizationMapping.Allocation); break;
            case OrganizationLists.Memberships: To<Proto.Membership, Membership>(memberships, OrganizationMapping.Membership); break;
            case OrganizationLists.Exclusions: To<Proto.MembershipExclusion, MembershipExclusion>(exclusions, OrganizationMapping.Exclusion); break;
            case OrganizationLists.Relationships: To<Proto.Relationship, Relationship>(relationships, OrganizationMapping.Relationship); break;
            case OrganizationLists.Successions: To<Proto.SuccessionLink, SuccessionLink>(successions, OrganizationMapping.Succession); break;
            default: throw new ArgumentException("No such list.", nameof(list));
        }
    }

    public OrganizationRecords Build() => new()
    {
        Units = units.ToValueList(),
        Placements = placements.ToValueList(),
        Positions = positions.ToValueList(),
        Appointments = appointments.ToValueList(),
        Allocations = allocations.ToValueList(),
        Memberships = memberships.ToValueList(),
        Exclusions = exclusions.ToValueList(),
        Relationships = relationships.ToValueList(),
        Successions = successions.ToValueList(),
    };
}
