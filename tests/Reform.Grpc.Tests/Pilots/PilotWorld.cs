using Google.Protobuf;
using Reform.Pilots.V1;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;

namespace Reform.Grpc.Tests.Pilots;

/// <summary>Facts about pilots as tests write them.</summary>
internal static class PilotWorld
{
    public static PilotScope Scope(string from = "2025-01-01", string to = "2026-01-01", params string[] units) => new()
    {
        Procedures = { "procedures/PTY-ADM", "procedures/PTY-REC" },
        Units = { units.Length > 0 ? units : ["units/ward", "units/city"] },
        Period = From(from, to),
    };

    public static PilotProposal Proposal(string id = "P-1") => new()
    {
        Name = "pilots/" + id,
        Title = Text("Kết nạp đảng viên trực tuyến", "Admission online"),
        Unit = "units/city",
        DraftedOn = Civil.Date("2024-06-01"),
        Scope = Scope(),
        Gap = Text("chưa có quy định về hồ sơ điện tử", "nothing is said of electronic files"),
        CoveredBy = new CentralRules(),
    };

    public static PilotEvent Happened(string id, string on, string pilot = "P-1") => new() { Name = "pilotEvents/" + id, Pilot = "pilots/" + pilot, On = Civil.Date(on) };

    public static PilotEvent Agreed(string id = "e1", string on = "2024-07-01") =>
        new(Happened(id, on)) { BoardDecision = new BoardDecision { Agrees = true, Valid = true } };

    public static PilotEvent Sent(string id = "e2", string on = "2024-07-10") => new(Happened(id, on)) { Sent = new SentToCentral { Document = "BC-9" } };

    public static PilotEvent Approved(string id = "e3", string on = "2024-10-01") =>
        new(Happened(id, on)) { Approved = new CentralApproval { Document = "CV-77", Scope = Scope(units: "units/ward") } };

    public static PilotEvent Evaluated(string id = "e4", string on = "2025-12-01") =>
        new(Happened(id, on)) { Evaluated = new PilotEvaluation { Document = "BC-40", Recommends = PilotRecommendation.Continue } };

    public static IMessage[] Whole() => [Proposal(), Agreed(), Sent(), Approved(), Evaluated()];

    public static PilotFact Fact(IMessage message) => message is PilotProposal proposal ? new PilotFact { Proposal = proposal } : new PilotFact { Event = (PilotEvent)message };

    public static EnterPilotFactsRequest Entering(params IMessage[] facts) => new() { RequestId = NewId, Entries = { facts.Select(f => new PilotEntry { Fact = Fact(f) }) } };

    public static async Task<EnterPilotFactsResponse> EnterPilots(this TestServer server, params IMessage[] facts) => await server.Pilots.EnterPilotFactsAsync(Entering(facts));
}
