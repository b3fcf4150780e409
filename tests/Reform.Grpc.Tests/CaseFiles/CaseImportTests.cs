using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using NodaTime;
using Reform.Casefiles.V1;
using Reform.Domain.Cases;
using Reform.Grpc.CaseFiles;
using Reform.Grpc.Registers;
using Reform.Registers.V1;
using static Reform.Grpc.Tests.CaseFiles.CaseWorld;
using CaseEvent = Reform.Casefiles.V1.CaseEvent;
using CaseFile = Reform.Casefiles.V1.CaseFile;

namespace Reform.Grpc.Tests.CaseFiles;

/// <summary>Whole histories that come from another system: with what was corrected, and both of their times.</summary>
public sealed class CaseImportTests
{
    private static readonly DateTimeZone Vietnam = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    [Fact]
    public async Task What_one_service_takes_out_another_takes_in_and_nothing_is_lost()
    {
        await using TestServer one = await TestServer.Start();
        await Corrected(one, "H-1");
        await Corrected(one, "H-2");
        await one.Create("S-1", Receipt("2026-03-03", secret: true));
        byte[] taken = await Export(one);

        await using TestServer other = await TestServer.Start();
        ImportCasesResponse answer = await Import(other, [.. XesReader.Read(new MemoryStream(taken), new DataQuality(), isStrict: true).Select(Whole)]);
        Assert.Equal((3, 0), (answer.ImportedCount, answer.RefusedCount));
        Assert.Equal(taken, await Export(other));
        foreach (string id in (string[])["H-1", "H-2", "S-1"])
        {
            ListCaseRecordsResponse told = await Records(one, id);
            Assert.Equal(told, await Records(other, id));
            foreach (Timestamp? moment in told.Records.Select(r => (Timestamp?)r.Info.RecordTime).Append(null))
            {
                foreach (string date in (string[])["2026-03-03", "2026-03-04", "2026-03-12"])
                {
                    Assert.Equal(await one.Get(id, date, moment), await other.Get(id, date, moment));
                }
            }

            Assert.Equal(await Findings(one, id), await Findings(other, id));
        }

        // It goes on there.
        CaseFile file = await other.Append(await other.Get("H-1"), Return("2026-03-12"));
        Assert.Equal("closed", file.State);
        Assert.Equal((await Records(one, "H-1")).Records.Count + 1, (await Records(other, "H-1")).Records.Count);
    }

    // Other systems call their records otherwise, and know more than microseconds.
    [Fact]
    public async Task Records_are_called_by_their_places_here()
    {
        await using TestServer server = await TestServer.Start();
        ImportCasesRequest request = History(
            Told("nhan", "2026-03-02T02:00:00Z", Receipt("2026-03-02")), Told("b", "2026-03-03T02:00:00.1234567Z", Start("2026-03-03", 1)),
            Told("2", "2026-03-04T02:00:00Z", Start("2026-03-03", 1, "expert-2"), "b"), Told("x", "2026-03-05T02:00:00Z", null, "2"));
        Assert.Equal(1, (await Import(server, request)).ImportedCount);
        ListCaseRecordsResponse told = await Records(server, "I-1");
        Assert.Equal(["1", "2", "3", "4"], told.Records.Select(r => r.Info.Record));
        Assert.Equal(["", "", "2", "3"], told.Records.Select(r => r.Info.Corrects));
        Assert.Equal("2026-03-03T02:00:00.123456Z", told.Records[1].Info.RecordTime.ToDateTimeOffset().ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("in_progress", (await server.Get("I-1", "2026-03-04", told.Records[2].Info.RecordTime)).State);
        Assert.Equal("received", (await server.Get("I-1", "2026-03-04", told.Records[3].Info.RecordTime)).State);
    }

    [Fact]
    public async Task What_was_taken_in_is_not_done_twice()
    {
        await using TestServer server = await TestServer.Start();
        ImportCasesRequest[] cases = [.. Enumerable.Range(0, 250).Select(i => History(Told("1", "2026-03-02T02:00:00Z", Receipt("2026-03-02"))).With("I-" + i))];

        // A client that breaks off in the middle.
        using (var broken = new CancellationTokenSource())
        {
            using AsyncClientStreamingCall<ImportCasesRequest, ImportCasesResponse> call = server.CaseFiles.ImportCases(cancellationToken: broken.Token);
            foreach (ImportCasesRequest request in cases.Take(120))
            {
                await call.RequestStream.WriteAsync(request);
            }

            await broken.CancelAsync();
        }

        ImportCasesResponse again = await Import(server, [.. cases, cases[7]]);
        Assert.Equal((251, 0), (again.ImportedCount + again.KnownCount, again.RefusedCount));
        await server.Restart();
        Assert.Equal((0, 250), ((again = await Import(server, cases)).ImportedCount, again.KnownCount));

        ImportCasesRequest other = cases[3].Clone();
        other.Place = "province";
        ImportCasesResponse reused = await Import(server, other, cases[4].Clone().With("new"), cases[5].WithNewId(), cases[6].WithNewId().With("twice"), cases[6].WithNewId().With("twice"));
        Assert.Equal(
            [(0L, "REQUEST_ID_REUSED"), (1L, "REQUEST_ID_REUSED"), (2L, "RESOURCE_ALREADY_EXISTS"), (4L, "RESOURCE_ALREADY_EXISTS")],
            reused.Refusals.Select(r => (r.Index, r.Error.GetDetail<ErrorInfo>().Reason)));
        Assert.Equal(1, reused.ImportedCount);
        Assert.Equal(251, (await server.CaseFiles.ListCasesAsync(new ListCasesRequest { Parent = "units/-", PageSize = 1000 })).Cases.Count);
    }

    // What ends the stream does not undo what came before it.
    [Fact]
    public async Task A_message_without_request_id_ends_the_stream_and_keeps_what_came_before()
    {
        await using TestServer server = await TestServer.Start();
        ImportCasesRequest bad = History(Told("1", "2026-03-02T02:00:00Z", Receipt("2026-03-02"))).With("I-2");
        bad.RequestId = "";
        Assert.Equal("request_id", (await Refused.By(() => Import(server, History(Told("1", "2026-03-02T02:00:00Z", Receipt("2026-03-02"))), bad))).Fields.Single());
        Assert.Equal("caseFiles/I-1", (await server.CaseFiles.ListCasesAsync(new ListCasesRequest { Parent = "units/-" })).Cases.Single().Name);
    }

    public static TheoryData<string, string, Action<ImportCasesRequest>> BadHistories => new()
    {
        { "INVALID_FIELD", "records", r => r.Events.Add(Receipt("2026-03-02")) },
        { "INVALID_FIELD", "events", r => r.Records.Clear() },
        { "INVALID_FIELD", "records", r => r.Records.Add(Enumerable.Repeat(r.Records[0], 1000)) },
        { "INVALID_FIELD", "records[1].info.record_time", r => r.Records[1].Info.RecordTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddHours(1)) },
        { "INVALID_FIELD", "records[1].event.at", r => r.Records[1].Event.At = At("2026-03-04") },
        { "INVALID_FIELD", "records[1].event", r => (r.Records[1].Event, r.Records[1].Info.Corrects) = (null, "") },
        { "INVALID_FIELD", "records[2].info.struck_out", r => r.Records[2].Info.StruckOut = true },
        { "INVALID_FIELD", "records[2].info.record", r => r.Records[2].Info.Record = new string('x', 201) },
        { "INVALID_FIELD", "records[0].event.received.requester", r => r.Records[0].Event.Received.Requester = "Trần Văn B" },
        { "REGISTER_CONFLICT", "records[2].info.record_time", r => r.Records[2].Info.RecordTime = Moment("2026-03-03T01:59:59Z") },
        { "REGISTER_CONFLICT", "records[2].info.corrects", r => r.Records[2].Info.Corrects = "c" },
        { "REGISTER_CONFLICT", "records[2].info.record", r => r.Records[2].Info.Record = "a" },
        { "REGISTER_CONFLICT", "records[1].event", r => r.Records[1].Event = Finish("2026-03-03", 1) },
        { "REGISTER_CONFLICT", "records[0].event", r => r.Records.RemoveAt(0) },
        { "REGISTER_CONFLICT", "records[1].event", r => (r.Records[2].Event, r.Records[2].Info.Corrects) = (null, "a") },
        { "RESOURCE_NOT_FOUND", "", r => r.Records[0].Event.Received.Procedure = "NONE" },
    };

    [Theory]
    [MemberData(nameof(BadHistories), DisableDiscoveryEnumeration = true)]
    public async Task A_wrong_history_is_refused_at_its_field_and_those_beside_it_are_kept(string reason, string field, Action<ImportCasesRequest> spoil)
    {
        await using TestServer server = await TestServer.Start();
        ImportCasesRequest Good() => History(
            Told("a", "2026-03-02T02:00:00Z", Receipt("2026-03-02")), Told("b", "2026-03-03T02:00:00Z", Start("2026-03-03", 1)),
            Told("c", "2026-03-04T02:00:00Z", Start("2026-03-03", 1, "expert-2"), "b"));
        ImportCasesRequest bad = Good().With("bad");
        spoil(bad);
        ImportCasesResponse answer = await Import(server, Good().With("first"), bad, Good().With("last"));
        ImportRefusal refusal = Assert.Single(answer.Refusals);
        Assert.Equal((1, "bad", reason, 2), (refusal.Index, refusal.CaseId, refusal.Error.GetDetail<ErrorInfo>().Reason, answer.ImportedCount));
        Assert.Equal(field, refusal.Error.GetDetail<BadRequest>()?.FieldViolations[0].Field ?? "");
        Assert.Equal(["caseFiles/first", "caseFiles/last"], (await server.CaseFiles.ListCasesAsync(new ListCasesRequest { Parent = "units/-" })).Cases.Select(c => c.Name));
    }

    // Whoever may enter cases of one unit cannot bring in one that a record says another unit received.
    [Fact]
    public async Task Every_unit_that_a_history_names_as_receiving_is_concerned()
    {
        await using TestServer server = await TestServer.Start("--Access:Callers:root=organization_editor:*", "--Access:Callers:clerk=case_editor:ward");
        foreach (string unit in (string[])["ward", "city"])
        {
            await server.Organizations.CreateUnitAsync(Organizations.OrganizationWorld.Unit(unit), new Metadata { { "reform-caller", "root" } });
        }

        ImportCasesRequest own = History(Told("a", "2026-03-02T02:00:00Z", Receipt("2026-03-02")), Told("b", "2026-03-03T02:00:00Z", Receipt("2026-03-02"), "a"));
        Assert.Equal(1, (await Import(server, "clerk", own)).ImportedCount);
        foreach (int place in (int[])[0, 1])
        {
            ImportCasesRequest moved = own.WithNewId().With("other-" + place);
            moved.Records[place].Event.Received.Unit = "city";
            Assert.Equal("ACCESS_DENIED", (await Refused.By(() => Import(server, "clerk", moved))).Reason);
        }
    }

    private static ImportCasesRequest History(params CaseRecord[] records) => new() { RequestId = NewId, CaseId = "I-1", Records = { records } };

    private static CaseRecord Told(string id, string recordedAt, CaseEvent? e, string corrects = "") =>
        new() { Info = new RecordInfo { Record = id, RecordTime = Moment(recordedAt), Corrects = corrects }, Event = e };

    private static Timestamp Moment(string text) => Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture));

    private static ImportCasesRequest Whole(XesTrace trace)
    {
        Domain.Cases.CaseFile back = CaseFileTraces.Read(trace, Vietnam);
        TraceTerms terms = CaseFileTraces.TermsOf(trace);
        return new ImportCasesRequest
        {
            RequestId = NewId,
            CaseId = back.Id,
            Calendar = "calendars/" + terms.CalendarId,
            Place = terms.Place ?? "",
            Records =
            {
                back.Records.Select(r => new CaseRecord
                {
                    Info = new RecordInfo { Record = r.Id, RecordTime = RecordMapping.ToTimestamp(r.RecordedAt), Corrects = r.Corrects ?? "" },
                    Event = r.Fact is Domain.Cases.CaseEvent e ? CaseEventWriting.ToProto(e) : null,
                }),
            },
        };
    }

    private static async Task Corrected(TestServer server, string id)
    {
        CaseFile file = (await server.Create(id, Receipt("2026-03-03 08:30", "city", "ST-ADOPT"))).CaseFile;
        file = await server.Append(file, Start("2026-03-04", 1), Start("2026-03-04 10:00", 2));
        AppendCaseEventsResponse corrected = await server.CaseFiles.AppendCaseEventsAsync(new AppendCaseEventsRequest
        {
            RequestId = NewId,
            Name = file.Name,
            Etag = file.Etag,
            Entries = { new CaseEntry { Event = Start("2026-03-04", 1, "expert-2"), Corrects = "2" }, new CaseEntry { Corrects = "3" } },
        });
        await server.Append(corrected.CaseFile, Decide("2026-03-05 16:59"));
    }

    private static async Task<string> Findings(TestServer server, string id) => string.Join(' ', (await server.Compliance.ListFindingsAsync(
        new Reform.Compliance.V1.ListFindingsRequest { Parent = "units/-", Subject = "caseFiles/" + id, PageSize = 1000 })).Findings.Select(f => f.Name + f.State + f.Verdict).Order(StringComparer.Ordinal));

    private static async Task<ListCaseRecordsResponse> Records(TestServer server, string id) =>
        await server.CaseFiles.ListCaseRecordsAsync(new ListCaseRecordsRequest { Parent = "caseFiles/" + id, PageSize = 1000 });

    private static Task<ImportCasesResponse> Import(TestServer server, params ImportCasesRequest[] requests) => Import(server, "", requests);

    private static async Task<ImportCasesResponse> Import(TestServer server, string caller, params ImportCasesRequest[] requests)
    {
        using AsyncClientStreamingCall<ImportCasesRequest, ImportCasesResponse> call = server.CaseFiles.ImportCases(caller.Length == 0 ? [] : new Metadata { { "reform-caller", caller } });
        try
        {
            foreach (ImportCasesRequest request in requests)
            {
                await call.RequestStream.WriteAsync(request);
            }

            await call.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            // The service ended the stream; why, is in its answer.
        }

        return await call;
    }

    private static async Task<byte[]> Export(TestServer server)
    {
        using AsyncServerStreamingCall<ExportCasesResponse> call = server.CaseFiles.ExportCases(new ExportCasesRequest { Parent = "units/-", WithSecret = true });
        using var all = new MemoryStream();
        await foreach (ExportCasesResponse piece in call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            piece.Data.WriteTo(all);
        }

        return all.ToArray();
    }
}

/// <summary>The same message, but for one field.</summary>
internal static class ImportCasesRequests
{
    public static ImportCasesRequest With(this ImportCasesRequest request, string caseId)
    {
        request.CaseId = caseId;
        return request;
    }

    public static ImportCasesRequest WithNewId(this ImportCasesRequest request)
    {
        ImportCasesRequest other = request.Clone();
        other.RequestId = NewId;
        return other;
    }
}
