using Reform.Domain.Pilots;
using Reform.Grpc.Registers;
using P = Reform.Pilots.V1;

namespace Reform.Grpc.Pilots;

/// <summary>The kinds of facts about pilots.</summary>
internal static class PilotKinds
{
    public const string Pilots = "pilots";
    public const string Events = "pilotEvents";

    public static FactKind<P.PilotProposal, PilotProposal> Proposal { get; } = new(
        "pilotProposals", Pilots, "proposal", PilotMapping.Proposal, PilotMapping.ToProto, p => p.Id)
    {
        Place = "proposals",
        UnitOf = (_, p) => p.UnitId,
    };

    public static FactKind<P.PilotEvent, PilotEvent> Event { get; } = new(
        Events, Events, "event", PilotMapping.Event, PilotMapping.ToProto, e => e.Id)
    {
        Place = "events",
        UnitOf = (facts, e) => facts.Find(Proposal!, e.PilotId)?.UnitId,
        FieldTold = f => f.StartsWith("scope", StringComparison.Ordinal) ? "approved." + f : f,
    };

    /// <summary>All of them, as the contract numbers them.</summary>
    public static FactSet<P.PilotFact> All { get; } = new(Proposal, Event);
}

/// <summary>How what is recorded about pilots is kept.</summary>
internal sealed class PilotKept : FactRegister<PilotRegister>
{
    private PilotKept()
    {
    }

    public static PilotKept Register { get; } = new();

    public override IReadOnlyList<IFactList> Lists => PilotKinds.All.Kinds;

    protected override PilotRegister Of(FactRecords records) =>
        new(new PilotRecords { Proposals = records.Of(PilotKinds.Proposal), Events = records.Of(PilotKinds.Event) });
}

/// <summary>Pilots in a state of the registers.</summary>
internal static class PilotStates
{
    extension(RegisterState state)
    {
        /// <summary>Pilots and what happened to them.</summary>
        public PilotRegister Pilots => state.Facts.Get(PilotKept.Register);
    }
}
