using Google.Protobuf.WellKnownTypes;
using Reform.Casefiles.V1;

namespace Reform.Grpc.Tests.CaseFiles;

/// <summary>Cases as tests write them, and calls that say no more than what matters.</summary>
internal static class CaseWorld
{
    public static string NewId => Guid.NewGuid().ToString();

    public static EventTime At(string text) => text.Length == 10
        ? new EventTime { Date = Civil.Date(text) }
        : new EventTime { Moment = Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(text.Replace(' ', 'T') + ":00+07:00", System.Globalization.CultureInfo.InvariantCulture)) };

    public static CaseEvent Receipt(string at, string unit = "ward", string procedure = "ST-DEATH", bool secret = false) =>
        new() { At = At(at), Received = new CaseReceived { Procedure = procedure, Unit = unit, Requester = "R-100", Secret = secret } };

    public static CaseEvent Start(string at, int step, string assignee = "expert-1") => new() { At = At(at), StepStarted = new StepStarted { Step = step, Assignee = assignee } };

    public static CaseEvent Finish(string at, int step) => new() { At = At(at), StepFinished = new StepFinished { Step = step } };

    public static CaseEvent Decide(string at) => new() { At = At(at), Decided = new CaseDecided() };

    public static CaseEvent Return(string at) => new() { At = At(at), ResultReturned = new ResultReturned() };

    public static async Task<CreateCaseResponse> Create(this TestServer server, string id, CaseEvent receipt) =>
        await server.CaseFiles.CreateCaseAsync(new CreateCaseRequest { RequestId = NewId, CaseId = id, Receipt = receipt });

    public static async Task<CaseFile> Append(this TestServer server, CaseFile file, params CaseEvent[] events) =>
        (await server.CaseFiles.AppendCaseEventsAsync(new AppendCaseEventsRequest
        {
            RequestId = NewId,
            Name = file.Name,
            Etag = file.Etag,
            Entries = { events.Select(e => new CaseEntry { Event = e }) },
        })).CaseFile;

    public static async Task<CaseFile> Get(this TestServer server, string id, string? asOf = null, Timestamp? knownAt = null) =>
        (await server.CaseFiles.GetCaseAsync(new GetCaseRequest
        {
            Name = "caseFiles/" + id,
            AsOf = asOf is null ? null : Civil.Date(asOf),
            KnownAt = knownAt,
            LanguageCode = "en",
        })).CaseFile;
}
