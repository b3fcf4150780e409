using Google.Protobuf.WellKnownTypes;
using Reform.Domain.Organizations;
using Reform.Grpc.Organizations;
using Reform.Grpc.Rpc;
using Reform.Organizations.V1;
using Reform.Registers.V1;
using Appointment = Reform.Organizations.V1.Appointment;
using BodyKind = Reform.Organizations.V1.BodyKind;
using Date = Google.Type.Date;
using OrganizationLevel = Reform.Organizations.V1.OrganizationLevel;
using Position = Reform.Organizations.V1.Position;
using TitleKind = Reform.Organizations.V1.TitleKind;

namespace Reform.Grpc.Tests.Organizations;

/// <summary>Requests of the organization tests, short.</summary>
internal static class OrganizationWorld
{
    public static string NewRequest() => Guid.NewGuid().ToString();

    public static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    public static BilingualText Text(string text) => new() { Vi = text };

    public static CreateUnitRequest Unit(string id, BodyKind kind = BodyKind.PeoplesCommittee, Date? from = null, Date? to = null, string parent = "") => new()
    {
        RequestId = NewRequest(),
        UnitId = id,
        Unit = new Unit { DisplayName = Text(id), Kind = kind, Level = OrganizationLevel.Commune, Period = new Period { From = from, To = to } },
        Parent = parent,
    };

    public static CreatePositionRequest Post(string id, string unit, TitleKind title = TitleKind.Chair) => new()
    {
        RequestId = NewRequest(),
        PositionId = id,
        Position = new Position { Unit = "units/" + unit, DisplayName = Text(id), Title = title },
    };

    public static CreateAppointmentRequest Holds(string person, string position, Date? from = null, Date? to = null) => new()
    {
        RequestId = NewRequest(),
        Appointment = new Appointment { Person = person, Position = "positions/" + position, Period = new Period { From = from, To = to } },
    };

    public static RecordOrganizationFactsRequest Facts(params IEnumerable<OrganizationFact> facts) => new()
    {
        RequestId = NewRequest(),
        Entries = { facts.Select(f => new OrganizationEntry { Fact = f }) },
    };

    /// <summary>Everything that a register holds, as one batch.</summary>
    public static RecordOrganizationFactsRequest Whole(OrganizationRegister register) => Facts(
        register.Units.Cast<object>().Concat(register.Positions).Concat(register.Placements).Concat(register.Appointments).Concat(register.Allocations)
            .Concat(register.Memberships).Concat(register.Exclusions).Concat(register.Relationships).Concat(register.Successions)
            .Select(OrganizationLists.Wrap));

    public static Timestamp Before(Timestamp moment) => Timestamp.FromDateTime(moment.ToDateTime().AddTicks(-10));

    public static string NameOf(string unitId) => ResourceName.Of(ResourceName.Units, unitId);
}
