using System.Globalization;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Reform.Cases.V1;

namespace Reform.Grpc.Tests.Cases;

public sealed class ImportTests
{
    [Fact]
    public async Task An_imported_log_is_there_with_its_cases_after_a_restart()
    {
        await using TestServer server = await TestServer.Start();
        byte[] log = Logs.Of(3);
        CaseLog imported = await Logs.Import(server, "thu-nghiem", log);
        await server.Restart();

        CaseLog kept = (await server.CaseLogs.GetCaseLogAsync(new GetCaseLogRequest { Name = "caseLogs/thu-nghiem" })).CaseLog;
        Assert.Equal(imported, kept);
        Assert.Equal((3, 6L, (long)log.Length, true), (kept.CaseCount, kept.EventCount, kept.SizeBytes, kept.Synthetic));
        LoggedCase one = (await server.CaseLogs.GetCaseAsync(new GetCaseRequest { Name = "caseLogs/thu-nghiem/cases/c-1" })).Case;
        Assert.Equal(new DateOnly(2026, 3, 11), new DateOnly(one.End.Date.Year, one.End.Date.Month, one.End.Date.Day));
        Assert.Equal(["receive", "decide"], one.Events.Select(e => e.Activity));
        Assert.Equal(7 * 3600, one.End.WrittenOffsetSeconds);
    }

    [Fact]
    public async Task A_broken_import_goes_on_where_it_stopped_even_after_a_restart()
    {
        await using TestServer server = await TestServer.Start();
        byte[] log = Logs.Of(40);
        ImportHeader header = Logs.Header("resumed", log);
        Refused refused = await Refused.By(() => Logs.Send(server, header, log, to: 5000));
        Assert.Equal((StatusCode.FailedPrecondition, "IMPORT_INCOMPLETE", "5000"), (refused.Code, refused.Reason, refused.Metadata["next_offset"]));
        await server.Restart();

        GetImportResponse state = await server.CaseLogs.GetImportAsync(new GetImportRequest { RequestId = header.RequestId });
        Assert.Equal((false, 5000L, (long)log.Length), (state.Done, state.NextOffset, state.TotalBytes));
        CaseLog caseLog = (await Logs.Send(server, header, log, from: 5000)).CaseLog;
        Assert.Equal(40, caseLog.CaseCount);
        state = await server.CaseLogs.GetImportAsync(new GetImportRequest { RequestId = header.RequestId });
        Assert.Equal((true, caseLog), (state.Done, state.CaseLog));
    }

    [Fact(Timeout = Testing.HangGuard.Milliseconds)]
    public async Task A_stream_that_the_client_drops_leaves_what_was_received()
    {
        await using TestServer server = await TestServer.Start();
        byte[] log = Logs.Of(40);
        ImportHeader header = Logs.Header("dropped", log);
        using (AsyncClientStreamingCall<ImportCaseLogRequest, ImportCaseLogResponse> call = server.CaseLogs.ImportCaseLog())
        {
            await call.RequestStream.WriteAsync(new ImportCaseLogRequest { Header = header });
            await call.RequestStream.WriteAsync(new ImportCaseLogRequest { Chunk = new ImportChunk { Data = ByteString.CopyFrom(log, 0, 1000) } });
            while (await NextOffset(server, header.RequestId) < 1000)
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            }
        }

        Assert.Equal(40, (await Logs.Send(server, header, log, from: 1000)).CaseLog.CaseCount);
    }

    [Fact]
    public async Task The_same_request_again_gets_the_stored_answer()
    {
        await using TestServer server = await TestServer.Start();
        byte[] log = Logs.Of(2);
        ImportHeader header = Logs.Header("once", log);
        ImportCaseLogResponse first = await Logs.Send(server, header, log);
        ImportCaseLogResponse again = await Logs.Send(server, header, log);
        Assert.Equal(first, again);
    }

    [Fact]
    public async Task A_request_id_used_for_another_import_is_refused()
    {
        await using TestServer server = await TestServer.Start();
        byte[] log = Logs.Of(2);
        ImportHeader header = Logs.Header("one", log);
        await Logs.Send(server, header, log);
        Refused refused = await Refused.By(() => Logs.Send(server, Logs.Header("two", log, header.RequestId), log));
        Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task A_chunk_that_does_not_follow_is_refused_and_changes_nothing()
    {
        await using TestServer server = await TestServer.Start();
        byte[] log = Logs.Of(10);
        ImportHeader header = Logs.Header("gap", log);
        Refused refused = await Refused.By(() => Logs.Send(server, header, log, from: 1000));
        Assert.Equal((StatusCode.Aborted, "IMPORT_OFFSET_MISMATCH", "0"), (refused.Code, refused.Reason, refused.Metadata["next_offset"]));
        Assert.Equal(10, (await Logs.Send(server, header, log)).CaseLog.CaseCount);
    }

    [Fact]
    public async Task More_bytes_than_announced_are_refused()
    {
        await using TestServer server = await TestServer.Start();
        byte[] log = Logs.Of(1);
        ImportHeader header = Logs.Header("long", log);
        header.TotalBytes = log.Length - 1;
        Refused refused = await Refused.By(() => Logs.Send(server, header, log));
        Assert.Equal(("INVALID_FIELD", "chunk.data"), (refused.Reason, Assert.Single(refused.Fields)));
    }

    [Fact]
    public async Task An_import_that_is_resumed_with_another_log_of_the_same_size_is_refused_when_the_log_was_announced_by_its_hash()
    {
        await using TestServer server = await TestServer.Start();
        byte[] log = Logs.Of(40);
        byte[] other = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(log).Replace("cb-0", "xy-0", StringComparison.Ordinal));
        ImportHeader header = Logs.Header("announced", log);
        header.LogSha256 = ByteString.CopyFrom(System.Security.Cryptography.SHA256.HashData(log));
        await Refused.By(() => Logs.Send(server, header, log, to: 5000));
        Refused refused = await Refused.By(() => Logs.Send(server, header, other, from: 5000));
        Assert.Equal((StatusCode.InvalidArgument, "INVALID_DATA_FILE", "log: log_sha256"), (refused.Code, refused.Reason, Assert.Single(refused.Fields)));
        Assert.Empty((await server.CaseLogs.ListCaseLogsAsync(new ListCaseLogsRequest())).CaseLogs);

        Assert.Equal(40, (await Logs.Send(server, header, log)).CaseLog.CaseCount);
    }

    [Fact(Timeout = Testing.HangGuard.Milliseconds)]
    public async Task A_client_that_comes_to_the_end_after_another_had_the_log_refused_is_told_that_the_import_is_gone()
    {
        await using TestServer server = await TestServer.Start();
        byte[] log = Encoding.UTF8.GetBytes("<log><trace>");
        ImportHeader header = Logs.Header("refused", log);
        using AsyncClientStreamingCall<ImportCaseLogRequest, ImportCaseLogResponse> slow = server.CaseLogs.ImportCaseLog();
        await slow.RequestStream.WriteAsync(new ImportCaseLogRequest { Header = header });
        await slow.RequestStream.WriteAsync(new ImportCaseLogRequest { Chunk = new ImportChunk { Data = ByteString.CopyFrom(log) } });
        while (await NextOffset(server, header.RequestId) < log.Length)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        Assert.Equal("INVALID_DATA_FILE", (await Refused.By(() => Logs.Send(server, header, log, from: log.Length))).Reason);
        await slow.RequestStream.CompleteAsync();
        Refused late = await Refused.By(async () => await slow.ResponseAsync);
        Assert.Equal((StatusCode.NotFound, "IMPORT_NOT_FOUND"), (late.Code, late.Reason));
    }

    [Fact]
    public async Task A_request_id_serves_one_request_whatever_its_method()
    {
        await using TestServer server = await TestServer.Start();
        byte[] log = Logs.Of(1);
        ImportHeader import = Logs.Header("one", log);
        CaseLog one = (await Logs.Send(server, import, log)).CaseLog;
        var deletion = new DeleteCaseLogRequest { Name = one.Name, Etag = one.Etag, RequestId = import.RequestId };
        Refused reused = await Refused.By(async () => await server.CaseLogs.DeleteCaseLogAsync(deletion));
        Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_REUSED", import.RequestId), (reused.Code, reused.Reason, reused.Metadata["request_id"]));

        deletion.RequestId = Guid.NewGuid().ToString();
        await server.CaseLogs.DeleteCaseLogAsync(deletion);
        reused = await Refused.By(() => Logs.Send(server, Logs.Header("two", log, requestId: deletion.RequestId), log));
        Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"), (reused.Code, reused.Reason));
    }

    [Fact(Timeout = Testing.HangGuard.Milliseconds)]
    public async Task Readers_are_served_while_very_many_writers_wait()
    {
        await using TestServer server = await TestServer.Start();
        CaseLog read = await Logs.Import(server, "read", Logs.Of(1));
        byte[] log = Logs.Of(1);
        Task<ImportCaseLogResponse>[] writers;
        await using (var other = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=" + server.Database))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using System.Data.Common.DbTransaction held = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
            writers = [.. Enumerable.Range(0, 90).Select(i => Logs.Send(server, Logs.Header("w-" + i.ToString(CultureInfo.InvariantCulture), log), log))];
            for (int i = 0; i < 20; i++)
            {
                Assert.Equal(read, (await server.CaseLogs.GetCaseLogAsync(new GetCaseLogRequest { Name = read.Name })).CaseLog);
            }

            Assert.DoesNotContain(writers, w => w.IsCompleted);
        }

        Assert.Equal(90, (await Task.WhenAll(writers)).Select(w => w.CaseLog.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task An_existing_log_is_replaced_only_with_its_etag()
    {
        await using TestServer server = await TestServer.Start();
        CaseLog first = await Logs.Import(server, "versions", Logs.Of(2));
        Refused without = await Refused.By(() => Logs.Import(server, "versions", Logs.Of(3)));
        Assert.Equal((StatusCode.AlreadyExists, "CASE_LOG_ALREADY_EXISTS", first.Etag), (without.Code, without.Reason, without.Metadata["etag"]));
        Refused stale = await Refused.By(() => Logs.Import(server, "versions", Logs.Of(3), etag: "stale"));
        Assert.Equal((StatusCode.Aborted, "ETAG_MISMATCH"), (stale.Code, stale.Reason));

        CaseLog second = await Logs.Import(server, "versions", Logs.Of(3), first.Etag);
        Assert.NotEqual(first.Etag, second.Etag);
        Assert.Equal(3, (await server.CaseLogs.GetCaseLogAsync(new GetCaseLogRequest { Name = "caseLogs/versions" })).CaseLog.CaseCount);
        Refused absent = await Refused.By(() => Logs.Import(server, "absent", Logs.Of(1), etag: "x"));
        Assert.Equal((StatusCode.NotFound, "CASE_LOG_NOT_FOUND"), (absent.Code, absent.Reason));
    }

    public static TheoryData<string, string> UnusableLogs => new()
    {
        { "<html></html>", "log:1" },
        { "not XML", "log:1" },
        { "<log><trace><string key=\"concept:name\" value=\"a\"/>", "log:1" },
        { Encoding.UTF8.GetString(Logs.Of(600, i => "same-" + (i % 599).ToString(CultureInfo.InvariantCulture))), "log:2998: concept:name" },
        { Encoding.UTF8.GetString(Logs.Of(2)).Replace("key=\"due\"", "key=\"other\"", StringComparison.Ordinal), "log: case.deadline" },
    };

    [Theory]
    [MemberData(nameof(UnusableLogs))]
    public async Task An_unusable_log_leaves_nothing_behind(string text, string place)
    {
        await using TestServer server = await TestServer.Start();
        byte[] log = Encoding.UTF8.GetBytes(text);
        ImportHeader header = Logs.Header("bad", log);
        Refused refused = await Refused.By(() => Logs.Send(server, header, log));
        Assert.Equal((StatusCode.InvalidArgument, "INVALID_DATA_FILE"), (refused.Code, refused.Reason));
        Assert.Contains(place, refused.Fields);

        Assert.Empty((await server.CaseLogs.ListCaseLogsAsync(new ListCaseLogsRequest())).CaseLogs);
        Refused import = await Refused.By(async () => await server.CaseLogs.GetImportAsync(new GetImportRequest { RequestId = header.RequestId }));
        Assert.Equal((StatusCode.NotFound, "IMPORT_NOT_FOUND"), (import.Code, import.Reason));
        Assert.Equal(2, (await Logs.Import(server, "bad", Logs.Of(2))).CaseCount);
    }

    [Fact]
    public async Task A_small_file_that_unpacks_to_a_case_larger_than_memory_should_hold_is_refused()
    {
        await using TestServer server = await TestServer.Start();
        using var packed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync("<log>\n<trace>"u8.ToArray(), TestContext.Current.CancellationToken);
            byte[] attribute = Encoding.UTF8.GetBytes("<string key=\"k\" value=\"" + new string('x', 1_000_000) + "\"/>");
            for (int i = 0; i < 40; i++)
            {
                await gzip.WriteAsync(attribute, TestContext.Current.CancellationToken);
            }

            await gzip.WriteAsync("</trace></log>"u8.ToArray(), TestContext.Current.CancellationToken);
        }

        byte[] log = packed.ToArray();
        Refused refused = await Refused.By(() => Logs.Send(server, Logs.Header("bomb", log), log, pieceBytes: 1_000_000));
        Assert.Equal((StatusCode.InvalidArgument, "INVALID_DATA_FILE", "log:2: trace"), (refused.Code, refused.Reason, Assert.Single(refused.Fields)));
    }

    [Fact]
    public async Task A_replacement_that_cannot_be_used_leaves_the_old_log_as_it_was()
    {
        await using TestServer server = await TestServer.Start();
        CaseLog first = await Logs.Import(server, "kept", Logs.Of(2));
        byte[] bad = Logs.Of(700, _ => "same");
        await Refused.By(() => Logs.Send(server, Logs.Header("kept", bad, etag: first.Etag), bad));
        Assert.Equal(first, (await server.CaseLogs.GetCaseLogAsync(new GetCaseLogRequest { Name = "caseLogs/kept" })).CaseLog);
        Assert.Equal(2, (await server.CaseLogs.ListCasesAsync(new ListCasesRequest { Parent = "caseLogs/kept" })).Cases.Count);
    }

    [Fact]
    public async Task A_bad_mapping_is_refused_before_any_byte_is_kept()
    {
        await using TestServer server = await TestServer.Start();
        byte[] log = Logs.Of(2);
        ImportHeader header = Logs.Header("bad", log, mapping: """{ "zone": "Asia/Hanoi", "case": {} , "calendar": "calendar.json" }""");
        Refused refused = await Refused.By(() => Logs.Send(server, header, log));
        Assert.Equal((StatusCode.InvalidArgument, "INVALID_DATA_FILE"), (refused.Code, refused.Reason));
        Assert.Equal(["mapping.json:1: zone", "mapping.json:1: case"], refused.Fields);
        header.Mapping.Content = ByteString.CopyFromUtf8("""{ "zone": "Asia/Ho_Chi_Minh", "case": { "receipt": "received" }, "calendar": "calendar.json" }""");
        refused = await Refused.By(() => Logs.Send(server, header, log));
        Assert.Equal(["mapping.json: calendar"], refused.Fields);
    }

    [Fact]
    public async Task Two_clients_with_one_request_id_store_the_log_once()
    {
        await using TestServer server = await TestServer.Start();
        byte[] log = Logs.Of(200);
        ImportHeader header = Logs.Header("race", log);
        Task<string>[] clients = [.. Enumerable.Range(0, 4).Select(_ => Outcome(server, header, log))];
        string[] outcomes = await Task.WhenAll(clients);
        Assert.All(outcomes, o => Assert.Contains(o, (string[])["done", "IMPORT_OFFSET_MISMATCH", "IMPORT_INCOMPLETE", "REQUEST_ID_REUSED"]));
        long next = await NextOffset(server, header.RequestId);
        CaseLog caseLog = (await Logs.Send(server, header, log, from: (int)next)).CaseLog;
        Assert.Equal(200, caseLog.CaseCount);
        Assert.Single((await server.CaseLogs.ListCaseLogsAsync(new ListCaseLogsRequest())).CaseLogs);
    }

    private static async Task<string> Outcome(TestServer server, ImportHeader header, byte[] log)
    {
        try
        {
            await Logs.Send(server, header, log);
            return "done";
        }
        catch (RpcException e)
        {
            return e.GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>().Reason ?? e.Status.ToString();
        }
    }

    private static async Task<long> NextOffset(TestServer server, string requestId)
    {
        try
        {
            return (await server.CaseLogs.GetImportAsync(new GetImportRequest { RequestId = requestId })).NextOffset;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.NotFound)
        {
            return 0;
        }
    }
}
