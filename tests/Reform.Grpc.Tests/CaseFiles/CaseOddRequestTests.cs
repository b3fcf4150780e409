using CsCheck;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Reform.Casefiles.V1;
using Reform.Grpc.CaseFiles;
using Reform.Grpc.Tests.Rpc;
using static Reform.Grpc.Tests.CaseFiles.CaseWorld;

namespace Reform.Grpc.Tests.CaseFiles;

/// <summary>One odd value in one field of one request: answered, or refused by a reason of the closed list that names a field of the request.</summary>
public sealed class CaseOddRequestTests
{
    private static readonly ServiceDescriptor Service = CaseService.Descriptor;

    [Fact]
    public async Task Every_method_answers_or_names_the_field()
    {
        await using TestServer server = await World();
        IMessage[] valid = [.. await Valid(server)];
        Assert.Equal(Service.Methods.Where(m => !m.IsClientStreaming).Select(m => m.InputType.Name).Order(StringComparer.Ordinal), valid.Select(m => m.Descriptor.Name).Distinct().Order(StringComparer.Ordinal));

        // The one answer of a requester cannot only be looked at: it is given here, and every odd one finds it given.
        await server.CaseFiles.AnswerSatisfactionAsync(valid.OfType<AnswerSatisfactionRequest>().Single());
        string before = await Everything(server);
        (List<string> defects, Dictionary<string, int> reasons) = await OddRequests.DefectsOf(server, Service, valid);
        Assert.True(defects.Count == 0, string.Join("\n", defects.Take(60)));
        Assert.True(reasons.GetValueOrDefault("INVALID_FIELD") > 300, string.Join(", ", reasons));
        Assert.Equal(before, await Everything(server));
    }

    [Fact]
    public async Task Every_kind_of_event_is_taken_or_names_the_field()
    {
        await using TestServer server = await World();
        CaseFile file = await server.Get("H-1");
        string before = await Everything(server);
        (List<string> defects, Dictionary<string, int> reasons) = await OddRequests.DefectsOf(
            server,
            Service,
            CaseEventMappingTests.All.Select(e => new AppendCaseEventsRequest
            {
                RequestId = NewId,
                Name = file.Name,
                Etag = file.Etag,
                Entries = { new CaseEntry { Event = CaseEventWriting.ToProto(e with { By = "chair", Milestone = "decision.date" }) } },
                ValidateOnly = true,
            }),
            mustBeAnswered: false);
        Assert.True(defects.Count == 0, string.Join("\n", defects.Take(60)));
        Assert.True(reasons.GetValueOrDefault("INVALID_FIELD") > 1000, string.Join(", ", reasons));
        Assert.Equal(before, await Everything(server));
    }

    // A bad case does not end the stream, and nothing of it is kept.
    [Fact]
    public async Task Odd_cases_of_an_import_are_refused_one_by_one()
    {
        await using TestServer server = await World();
        var valid = new ImportCasesRequest
        {
            RequestId = NewId,
            CaseId = "I",
            Calendar = "calendars/vietnam-state-agencies",
            Place = "province",
            Events = { Receipt("2026-03-02"), Start("2026-03-03", 1), Decide("2026-03-04") },
        };
        var history = new ImportCasesRequest
        {
            RequestId = NewId,
            CaseId = "R",
            Records = { valid.Events.Select((e, i) => new CaseRecord
        {
            Event = e,
            Info = new Reform.Registers.V1.RecordInfo { Record = "r" + i, RecordTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(new DateTime(2026, 3, 5, 0, i, 0, DateTimeKind.Utc)) },
        }) }
        };
        history.Records.Add(new CaseRecord { Event = Decide("2026-03-04"), Info = new Reform.Registers.V1.RecordInfo { Record = "c", Corrects = "r2", RecordTime = history.Records[2].Info.RecordTime } });
        List<(string Path, ImportCasesRequest Request)> odd = [.. OddRequests.Of(valid).Concat(OddRequests.Of(history)).Where(o => o.Path is not "request_id").Select(o => (o.Path, (ImportCasesRequest)o.Request))];
        for (int i = 0; i < odd.Count; i++)
        {
            odd[i].Request.RequestId = NewId;
            odd[i].Request.CaseId = odd[i].Path == "case_id" ? odd[i].Request.CaseId : "I-" + i;
        }

        var refused = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string Path, ImportCasesRequest Request)[] hundred in odd.Chunk(100))
        {
            using AsyncClientStreamingCall<ImportCasesRequest, ImportCasesResponse> call = server.CaseFiles.ImportCases();
            foreach ((_, ImportCasesRequest request) in hundred)
            {
                await call.RequestStream.WriteAsync(request);
            }

            await call.RequestStream.CompleteAsync();
            ImportCasesResponse response = await call;
            Assert.Equal(hundred.Length, response.ImportedCount + response.RefusedCount);
            foreach (ImportRefusal refusal in response.Refusals)
            {
                string reason = refusal.Error.GetDetail<ErrorInfo>().Reason;
                Assert.True(reason is "INVALID_FIELD" or "REGISTER_CONFLICT" or "RESOURCE_NOT_FOUND" or "RESOURCE_ALREADY_EXISTS" or "CALENDAR_NOT_FOUND" or "CALENDAR_RANGE", hundred[refusal.Index].Path + ": " + reason);
                refused.Add(refusal.CaseId);
            }
        }

        Assert.True(refused.Count > 150, refused.Count + " were refused");
        string kept = await Everything(server);
        Assert.All(refused.Where(r => r.StartsWith("I-", StringComparison.Ordinal)), r => Assert.DoesNotContain("caseFiles/" + r + "\"", kept, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Random_bytes_never_give_a_defect()
    {
        await using TestServer server = await World();
        string before = await Everything(server);
        var random = new PCG(3, 6);
        foreach (MethodDescriptor method in Service.Methods.Where(m => !m.IsClientStreaming))
        {
            for (int i = 0; i < 40; i++)
            {
                byte[] bytes = [.. Enumerable.Range(0, (int)random.Next(60)).Select(_ => (byte)random.Next(256))];
                (_, string reason, _) = await OddRequests.Call(server, method, bytes);
                Assert.False(reason is "INTERNAL" or "STORAGE_UNAVAILABLE" || reason.StartsWith("no reason", StringComparison.Ordinal), method.Name + ": " + Convert.ToHexString(bytes));
            }
        }

        Assert.Equal(before, await Everything(server));
    }

    private static async Task<TestServer> World()
    {
        TestServer server = await TestServer.Start();
        CaseFile done = (await server.Create("H-2", Receipt("2026-03-02"))).CaseFile;
        await server.Append(done, Start("2026-03-03", 1), Decide("2026-03-03"), Return("2026-03-03"));
        CaseFile open = (await server.Create("H-1", Receipt("2026-03-02"))).CaseFile;
        await server.Append(open, Start("2026-03-03", 1));
        return server;
    }

    // All that can be told of the cases that there are: lists, files, records.
    private static async Task<string> Everything(TestServer server)
    {
        var all = new List<string>();
        string token = "";
        do
        {
            ListCasesResponse page = await server.CaseFiles.ListCasesAsync(new ListCasesRequest { Parent = "units/-", PageSize = 1000, PageToken = token });
            foreach (CaseSummary summary in page.Cases)
            {
                all.Add(summary.ToString());
                all.Add((await server.CaseFiles.GetCaseAsync(new GetCaseRequest { Name = summary.Name, AsOf = Civil.Date("2026-04-01") })).ToString());
                all.Add((await server.CaseFiles.ListCaseRecordsAsync(new ListCaseRecordsRequest { Parent = summary.Name })).ToString());
            }

            token = page.NextPageToken;
        }
        while (token.Length > 0);

        return string.Join("\n", all);
    }

    private static async Task<IEnumerable<IMessage>> Valid(TestServer server)
    {
        CaseFile file = await server.Get("H-1");
        Google.Type.Date from = Civil.Date("2026-03-01");
        Google.Type.Date on = Civil.Date("2026-03-31");
        return
        [
            new CreateCaseRequest { RequestId = NewId, CaseId = "new", Receipt = Receipt("2026-03-02 08:30"), Calendar = "calendars/vietnam-state-agencies", Place = "province", ValidateOnly = true },
            new AppendCaseEventsRequest
            {
                RequestId = NewId, Name = file.Name, Etag = file.Etag, ValidateOnly = true,
                Entries = { new CaseEntry { Event = Finish("2026-03-04", 1) }, new CaseEntry { Event = Start("2026-03-03", 1, "expert-2"), Corrects = "2" } },
            },
            new GetCaseRequest { Name = file.Name, AsOf = on }, new ListCaseRecordsRequest { Parent = file.Name },
            new ListCasesRequest { Parent = "units/ward", Procedure = "ST-DEATH", State = "in_progress", ReceivedFrom = from, ReceivedBefore = on },
            new ExportCasesRequest { Parent = "units/ward", Procedure = "ST-DEATH", State = "in_progress", ReceivedFrom = from, ReceivedBefore = on, WithSecret = true },
            new LookUpCaseRequest { CaseId = "H-1" }, new AnswerSatisfactionRequest { RequestId = NewId, CaseId = "H-2", Score = 4 },
            new ListDeskRequest { Unit = "units/ward", Officer = "expert-1" },
            new SimulateCasesRequest
            {
                Parent = "units/ward", Procedure = "ST-DEATH", AsOf = on, MaxDifferences = 5, Calendar = "calendars/vietnam-state-agencies",
                Limit = new Reform.Deadlines.V1.TimeLimit { Amount = 2, Unit = Reform.Deadlines.V1.TimeUnit.WorkingDay },
            },
            new SimulateCasesRequest { Parent = "units/ward", Procedure = "HP-1", Draft = Procedures.PermitFile.Of(3) },
            new GetIndicatorsRequest { Parent = "units/ward", Procedure = "ST-DEATH", From = from, AsOf = on },
            new GetFactsProgressRequest(),
        ];
    }
}
