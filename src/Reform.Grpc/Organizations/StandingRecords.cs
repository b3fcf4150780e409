using System.Runtime.CompilerServices;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Grpc.Organizations;

/// <summary>Which record stands for which unit, position and appointment in a register; worked out once for each.</summary>
internal sealed class StandingRecords
{
    private static readonly ConditionalWeakTable<OrganizationRegister, StandingRecords> Known = [];

    private readonly Dictionary<string, Recorded<OrganizationUnit>> units;
    private readonly Dictionary<string, Recorded<Position>> positions;
    private readonly Dictionary<string, Recorded<Appointment>> appointments;
    private readonly Dictionary<string, string> firstOf;

    private StandingRecords(OrganizationRegister register)
    {
        Instant at = register.KnownAt ?? Instant.MaxValue;
        firstOf = FirstRecords(register.AllRecords.Appointments);
        units = Recorded.StandingAt(register.AllRecords.Units, at).ToDictionary(r => r.Fact!.Id, StringComparer.Ordinal);
        positions = Recorded.StandingAt(register.AllRecords.Positions, at).ToDictionary(r => r.Fact!.Id, StringComparer.Ordinal);
        appointments = Recorded.StandingAt(register.AllRecords.Appointments, at).ToDictionary(r => firstOf[r.Id], StringComparer.Ordinal);
    }

    public static StandingRecords Of(OrganizationRegister register) => Known.GetValue(register, r => new StandingRecords(r));

    /// <summary>The appointments, by the identifier of the record that entered each first.</summary>
    public IEnumerable<KeyValuePair<string, Recorded<Appointment>>> Appointments => appointments;

    public Recorded<OrganizationUnit>? Unit(string unitId) => units.GetValueOrDefault(unitId);

    public Recorded<Position>? Position(string positionId) => positions.GetValueOrDefault(positionId);

    public Recorded<Appointment>? Appointment(string firstRecord) => appointments.GetValueOrDefault(firstRecord);

    // A correction stands for what it corrects; a later one may correct the correction.
    private static Dictionary<string, string> FirstRecords(ValueList<Recorded<Appointment>> records)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Recorded<Appointment> record in records)
        {
            first[record.Id] = record.Corrects is string earlier ? first[earlier] : record.Id;
        }

        return first;
    }
}
