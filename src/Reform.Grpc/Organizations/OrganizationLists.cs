using Google.Protobuf;
using Reform.Domain.Organizations;
using Reform.Organizations.V1;
using Appointment = Reform.Organizations.V1.Appointment;
using Membership = Reform.Organizations.V1.Membership;
using MembershipExclusion = Reform.Organizations.V1.MembershipExclusion;
using Position = Reform.Organizations.V1.Position;
using Relationship = Reform.Organizations.V1.Relationship;
using SuccessionLink = Reform.Organizations.V1.SuccessionLink;
using WorkAllocation = Reform.Organizations.V1.WorkAllocation;

namespace Reform.Grpc.Organizations;

/// <summary>The lists of the organization register, by the names that record identifiers begin with.</summary>
internal static class OrganizationLists
{
    public const string Units = "units";
    public const string Placements = "placements";
    public const string Positions = "positions";
    public const string Appointments = "appointments";
    public const string Allocations = "allocations";
    public const string Memberships = "memberships";
    public const string Exclusions = "exclusions";
    public const string Relationships = "relationships";
    public const string Successions = "successions";

    private static readonly Dictionary<string, MessageParser> Parsers = new(StringComparer.Ordinal)
    {
        [Units] = Unit.Parser,
        [Placements] = Placement.Parser,
        [Positions] = Position.Parser,
        [Appointments] = Appointment.Parser,
        [Allocations] = WorkAllocation.Parser,
        [Memberships] = Membership.Parser,
        [Exclusions] = MembershipExclusion.Parser,
        [Relationships] = Relationship.Parser,
        [Successions] = SuccessionLink.Parser,
    };

    public static bool Has(string list) => Parsers.ContainsKey(list);

    public static IMessage Parse(string list, byte[] content) => Parsers[list].ParseFrom(content);

    /// <summary>The list of a record, by its identifier; null when it is of none of this register's.</summary>
    public static string? Of(string recordId) => recordId.Split('/', 2) is [string list, { Length: > 0 }] && Has(list) ? list : null;

    /// <summary>The list of a fact, the field that holds it and the message in it; null when it holds none.</summary>
    public static (string List, string Field, IMessage Message)? In(OrganizationFact? fact) => fact?.FactCase switch
    {
        OrganizationFact.FactOneofCase.Unit => (Units, "unit", fact.Unit),
        OrganizationFact.FactOneofCase.Placement => (Placements, "placement", fact.Placement),
        OrganizationFact.FactOneofCase.Position => (Positions, "position", fact.Position),
        OrganizationFact.FactOneofCase.Appointment => (Appointments, "appointment", fact.Appointment),
        OrganizationFact.FactOneofCase.Allocation => (Allocations, "allocation", fact.Allocation),
        OrganizationFact.FactOneofCase.Membership => (Memberships, "membership", fact.Membership),
        OrganizationFact.FactOneofCase.Exclusion => (Exclusions, "exclusion", fact.Exclusion),
        OrganizationFact.FactOneofCase.Relationship => (Relationships, "relationship", fact.Relationship),
        OrganizationFact.FactOneofCase.Succession => (Successions, "succession", fact.Succession),
        _ => null,
    };

    public static OrganizationFact Wrap(object fact) => fact switch
    {
        OrganizationUnit u => new OrganizationFact { Unit = OrganizationMapping.Unit(u) },
        UnitPlacement p => new OrganizationFact { Placement = OrganizationMapping.Placement(p) },
        Domain.Organizations.Position p => new OrganizationFact { Position = OrganizationMapping.Position(p) },
        Domain.Organizations.Appointment a => new OrganizationFact { Appointment = OrganizationMapping.Appointment(a) },
        Domain.Organizations.WorkAllocation a => new OrganizationFact { Allocation = OrganizationMapping.Allocation(a) },
        Domain.Organizations.Membership m => new OrganizationFact { Membership = OrganizationMapping.Membership(m) },
        Domain.Organizations.MembershipExclusion e => new OrganizationFact { Exclusion = OrganizationMapping.Exclusion(e) },
        Domain.Organizations.Relationship r => new OrganizationFact { Relationship = OrganizationMapping.Relationship(r) },
        Domain.Organizations.SuccessionLink l => new OrganizationFact { Succession = OrganizationMapping.Succession(l) },
        _ => throw new ArgumentException("No list has such facts.", nameof(fact)),
    };
}
