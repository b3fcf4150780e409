using Reform.Grpc.Pilots;
using Reform.Grpc.Tests.Rpc;
using Reform.Pilots.V1;
using static Reform.Grpc.Tests.Pilots.PilotWorld;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;

namespace Reform.Grpc.Tests.Pilots;

/// <summary>Nothing of a fact about pilots is lost between its message, the domain and back.</summary>
public sealed class PilotMappingTests
{
    [Fact]
    public void Every_field_of_a_proposal_survives()
    {
        PilotProposal proposal = Proposal("%C4%91%2F1");
        proposal.CoveredBy.Rules.Add(new CentralRule { Number = "338-QĐ/TW", Period = From("2025-01-01", "2027-01-01") });
        FactMapping.Survives(PilotKinds.Proposal, proposal);
        // Examined and found free is something else than not examined.
        FactMapping.Same(PilotKinds.Proposal, Proposal());
        FactMapping.Same(PilotKinds.Proposal, new PilotProposal(Proposal()) { CoveredBy = null, Gap = null });
    }

    [Fact]
    public void Everything_that_can_happen_survives()
    {
        FactMapping.Same(PilotKinds.Event, Agreed());
        FactMapping.Same(PilotKinds.Event, new PilotEvent(Happened("e", "2024-07-01")) { BoardDecision = new BoardDecision { Agrees = false, Valid = false } });
        FactMapping.Same(PilotKinds.Event, new PilotEvent(Happened("e", "2024-07-01")) { BoardDecision = new BoardDecision { Agrees = true } });
        FactMapping.Same(PilotKinds.Event, Sent());
        FactMapping.Same(PilotKinds.Event, Approved());
        FactMapping.Same(PilotKinds.Event, new PilotEvent(Happened("e", "2024-07-01")) { Rejected = new CentralRejection { Document = "CV-78" } });
        foreach (PilotRecommendation recommends in Enum.GetValues<PilotRecommendation>().Skip(1))
        {
            PilotEvent evaluated = Evaluated();
            evaluated.Evaluated.Recommends = recommends;
            FactMapping.Same(PilotKinds.Event, evaluated);
        }

        FactMapping.Same(PilotKinds.Event, new PilotEvent(Happened("e", "2025-07-01")) { Stopped = new PilotStop { Why = Text("hệ thống hỏng", "the system broke down") } });
    }
}
