using Reform.Domain.Organizations;
using Reform.Domain.Programmes;
using Reform.Grpc.Registers;

namespace Reform.Grpc.Programmes;

/// <summary>Programmes with the notices that were sent under them. Immutable.</summary>
/// <param name="Register">The programmes.</param>
/// <param name="Outboxes">The notices, by programme.</param>
internal sealed record ProgrammeBook(ProgrammeRegister Register, IReadOnlyDictionary<string, UrgingOutbox> Outboxes)
{
    public UrgingOutbox OutboxOf(string programmeId) => Outboxes.GetValueOrDefault(programmeId) ?? UrgingOutbox.Empty;
}

/// <summary>How what is recorded about programmes is kept.</summary>
internal sealed class ProgrammeKept : FactRegister<ProgrammeBook>
{
    private ProgrammeKept()
    {
    }

    public static ProgrammeKept Register { get; } = new();

    public override IReadOnlyList<IFactList> Lists { get; } = [.. ProgrammeKinds.All.Kinds, ProgrammeKinds.Notice];

    public override bool IsOverUnits => true;

    protected override ProgrammeBook Of(FactRecords records, OrganizationRegister units) => new(RegisterOf(records, units), OutboxesOf(records));

    protected override ProgrammeBook Of(ProgrammeBook before, FactRecords all, FactRecords later, OrganizationRegister units) => new(
        later.HasAny(ProgrammeKinds.All.Kinds) || !ReferenceEquals(units, before.Register.Organization) ? RegisterOf(all, units) : before.Register,
        later.HasAny([ProgrammeKinds.Notice]) ? OutboxesOf(all) : before.Outboxes);

    private static ProgrammeRegister RegisterOf(FactRecords records, OrganizationRegister units) => new(
        new ProgrammeRecords
        {
            Programmes = records.Of(ProgrammeKinds.Programme),
            Roles = records.Of(ProgrammeKinds.Role),
            Tasks = records.Of(ProgrammeKinds.Task),
            Plans = records.Of(ProgrammeKinds.Plan),
            Events = records.Of(ProgrammeKinds.Event),
            Reports = records.Of(ProgrammeKinds.Report),
            Questions = records.Of(ProgrammeKinds.Question),
            Guidance = records.Of(ProgrammeKinds.Guidance),
            Consultations = records.Of(ProgrammeKinds.Consultation),
            Replies = records.Of(ProgrammeKinds.Reply),
            Closings = records.Of(ProgrammeKinds.Closing),
        },
        units);

    private static Dictionary<string, UrgingOutbox> OutboxesOf(FactRecords records) => records.Of(ProgrammeKinds.Notice)
        .GroupBy(n => n.Fact!.ProgrammeId, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => UrgingOutbox.Empty.With(g.Select(n => n.Fact!)), StringComparer.Ordinal);
}

/// <summary>Programmes in a state of the registers.</summary>
internal static class ProgrammeStates
{
    extension(RegisterState state)
    {
        /// <summary>Programmes, and the notices under them.</summary>
        public ProgrammeBook Programmes => state.Facts.Get(ProgrammeKept.Register);
    }
}
