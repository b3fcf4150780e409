using System.Globalization;
using Grpc.Core;
using Reform.Cases.V1;
using Reform.Compliance.V1;

namespace Reform.Grpc.Tests.Cases;

public sealed class CaseLogTests
{
    [Fact]
    public async Task Cases_are_listed_in_the_order_of_the_log_page_by_page()
    {
        await using TestServer server = await TestServer.Start();
        await Logs.Import(server, "pages", Logs.Of(25));
        var ids = new List<string>();
        string token = "";
        do
        {
            ListCasesResponse page = await server.CaseLogs.ListCasesAsync(new ListCasesRequest { Parent = "caseLogs/pages", PageSize = 10, PageToken = token });
            ids.AddRange(page.Cases.Select(c => c.CaseId));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        Assert.Equal(Enumerable.Range(0, 25).Select(i => "c-" + i.ToString(CultureInfo.InvariantCulture)), ids);
    }

    [Fact]
    public async Task Case_logs_are_listed_by_name_page_by_page()
    {
        await using TestServer server = await TestServer.Start();
        foreach (string id in (string[])["c", "a", "b"])
        {
            await Logs.Import(server, id, Logs.Of(1));
        }

        ListCaseLogsResponse first = await server.CaseLogs.ListCaseLogsAsync(new ListCaseLogsRequest { PageSize = 2 });
        ListCaseLogsResponse second = await server.CaseLogs.ListCaseLogsAsync(new ListCaseLogsRequest { PageSize = 2, PageToken = first.NextPageToken });
        Assert.Equal(["caseLogs/a", "caseLogs/b"], first.CaseLogs.Select(l => l.Name));
        Assert.Equal(["caseLogs/c"], second.CaseLogs.Select(l => l.Name));
        Assert.Empty(second.NextPageToken);
    }

    [Fact]
    public async Task A_page_token_is_good_for_its_own_list_and_its_own_version_of_the_log()
    {
        await using TestServer server = await TestServer.Start();
        CaseLogService.CaseLogServiceClient client = server.CaseLogs;
        CaseLog first = await Logs.Import(server, "first", Logs.Of(3));
        await Logs.Import(server, "second", Logs.Of(3));
        string ofCases = (await client.ListCasesAsync(new ListCasesRequest { Parent = "caseLogs/first", PageSize = 1 })).NextPageToken;
        string ofLogs = (await client.ListCaseLogsAsync(new ListCaseLogsRequest { PageSize = 1 })).NextPageToken;
        foreach (Func<Task> call in (Func<Task>[])
        [
            async () => await client.ListCasesAsync(new ListCasesRequest { Parent = "caseLogs/second", PageToken = ofCases }),
            async () => await client.ListCasesAsync(new ListCasesRequest { Parent = "caseLogs/first", PageToken = ofLogs }),
            async () => await client.ListCaseLogsAsync(new ListCaseLogsRequest { PageToken = ofCases }),
            async () => await client.ListCaseLogsAsync(new ListCaseLogsRequest { PageToken = ofLogs + " " }),
            async () => await client.ListCaseLogsAsync(new ListCaseLogsRequest { PageToken = new string('A', 100_000) }),
        ])
        {
            Assert.Equal(["page_token"], (await Refused.By(call)).Fields);
        }

        await Logs.Import(server, "first", Logs.Of(5), first.Etag);
        Refused changed = await Refused.By(async () => await client.ListCasesAsync(new ListCasesRequest { Parent = "caseLogs/first", PageToken = ofCases }));
        Assert.Equal((StatusCode.Aborted, "CASE_LOG_CHANGED", "caseLogs/first"), (changed.Code, changed.Reason, changed.Metadata["name"]));
    }

    [Fact]
    public async Task A_page_of_large_cases_holds_fewer_of_them_so_that_clients_accept_it()
    {
        await using TestServer server = await TestServer.Start();
        string longName = new('x', 300_000);
        byte[] log = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(Logs.Of(25))
            .Replace("value=\"decide\"", "value=\"" + longName + "\"", StringComparison.Ordinal));
        await Logs.Send(server, Logs.Header("large", log), log, pieceBytes: 1_000_000);
        var sizes = new List<int>();
        string token = "";
        do
        {
            ListCasesResponse page = await server.CaseLogs.ListCasesAsync(new ListCasesRequest { Parent = "caseLogs/large", PageSize = 1000, PageToken = token });
            sizes.Add(page.Cases.Count);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        Assert.Equal([10, 10, 5], sizes);
    }

    [Theory]
    [InlineData("Hồ sơ số 7/2026 – thẻ đảng")]
    [InlineData("a%2Fb")]
    [InlineData("..")]
    public async Task A_case_with_any_identifier_is_found_by_its_name(string caseId)
    {
        await using TestServer server = await TestServer.Start();
        await Logs.Import(server, "names", Logs.Of(1, _ => caseId));
        LoggedCase listed = (await server.CaseLogs.ListCasesAsync(new ListCasesRequest { Parent = "caseLogs/names" })).Cases.Single();
        Assert.Equal(listed, (await server.CaseLogs.GetCaseAsync(new GetCaseRequest { Name = listed.Name })).Case);
        Assert.Equal(caseId, listed.CaseId);
    }

    [Fact]
    public async Task A_time_that_cannot_be_read_is_kept_as_such_and_not_as_absent()
    {
        await using TestServer server = await TestServer.Start();
        byte[] log = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(Logs.Of(1)).Replace(
            "\"ended\" value=\"2026-03-10T23:30:00+07:00\"", "\"ended\" value=\"10/03/2026\"", StringComparison.Ordinal));
        await Logs.Import(server, "unread", log);
        LoggedCase stored = (await server.CaseLogs.GetCaseAsync(new GetCaseRequest { Name = "caseLogs/unread/cases/c-0" })).Case;
        Assert.Equal((null, ["end"]), (stored.End, stored.UnreadableTimes));
        ExplainCaseResponse told = await server.Compliance.ExplainCaseAsync(new ExplainCaseRequest { Name = stored.Name });
        Judgement late = told.Findings.Single(f => f.Rule.Code == "CR-CAS-06");
        Assert.Equal((Verdict.Unknown, ["end"]), (late.Verdict, late.Missing));
    }

    [Fact]
    public async Task A_log_is_deleted_once_with_its_etag_and_request_id()
    {
        await using TestServer server = await TestServer.Start();
        CaseLog log = await Logs.Import(server, "gone", Logs.Of(2));
        var request = new DeleteCaseLogRequest { RequestId = Guid.NewGuid().ToString(), Name = log.Name, Etag = "stale" };
        Refused stale = await Refused.By(async () => await server.CaseLogs.DeleteCaseLogAsync(request));
        Assert.Equal((StatusCode.Aborted, "ETAG_MISMATCH"), (stale.Code, stale.Reason));

        request.Etag = log.Etag;
        await server.CaseLogs.DeleteCaseLogAsync(request);
        await server.CaseLogs.DeleteCaseLogAsync(request);
        Refused absent = await Refused.By(async () => await server.CaseLogs.GetCaseAsync(new GetCaseRequest { Name = "caseLogs/gone/cases/c-0" }));
        Assert.Equal((StatusCode.NotFound, "CASE_LOG_NOT_FOUND"), (absent.Code, absent.Reason));
        request.Etag = "other";
        Refused reused = await Refused.By(async () => await server.CaseLogs.DeleteCaseLogAsync(request));
        Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"), (reused.Code, reused.Reason));
    }

    [Fact]
    public async Task Fields_out_of_form_are_refused_by_name()
    {
        await using TestServer server = await TestServer.Start();
        CaseLogService.CaseLogServiceClient client = server.CaseLogs;
        byte[] log = Logs.Of(1);
        async Task Expect(string field, Func<Task> call)
        {
            Refused refused = await Refused.By(call);
            Assert.Equal((StatusCode.InvalidArgument, "INVALID_FIELD", field), (refused.Code, refused.Reason, Assert.Single(refused.Fields)));
        }

        async Task ExpectHeader(string field, Action<ImportHeader> spoil)
        {
            ImportHeader header = Logs.Header("ok", log);
            spoil(header);
            await Expect(field, () => Logs.Send(server, header, log));
        }

        await Expect("name", async () => await client.GetCaseLogAsync(new GetCaseLogRequest { Name = "caseLogs/A" }));
        await Expect("name", async () => await client.GetCaseLogAsync(new GetCaseLogRequest { Name = "caseLogs/a\n" }));
        await Expect("name", async () => await client.GetCaseAsync(new GetCaseRequest { Name = "caseLogs/a/cases/" }));
        await Expect("parent", async () => await client.ListCasesAsync(new ListCasesRequest { Parent = "" }));
        await Expect("page_size", async () => await client.ListCaseLogsAsync(new ListCaseLogsRequest { PageSize = 1001 }));
        await Expect("page_size", async () => await client.ListCaseLogsAsync(new ListCaseLogsRequest { PageSize = -1 }));
        await Expect("page_token", async () => await client.ListCaseLogsAsync(new ListCaseLogsRequest { PageToken = "%%%" }));
        await Expect("page_token", async () => await client.ListCasesAsync(new ListCasesRequest { Parent = "caseLogs/a", PageToken = "MTp4" }));
        await Expect("request_id", async () => await client.GetImportAsync(new GetImportRequest { RequestId = "1" }));
        await Expect("request_id", async () => await client.DeleteCaseLogAsync(new DeleteCaseLogRequest { Name = "caseLogs/a", Etag = "x" }));
        await Expect("etag", async () => await client.DeleteCaseLogAsync(new DeleteCaseLogRequest { Name = "caseLogs/a", RequestId = Guid.NewGuid().ToString() }));
        await ExpectHeader("request_id", h => h.RequestId = "");
        await ExpectHeader("case_log_id", h => h.CaseLogId = "-a");
        await ExpectHeader("case_log_id", h => h.CaseLogId = "a\n");
        await ExpectHeader("total_bytes", h => h.TotalBytes = 0);
        await ExpectHeader("log_sha256", h => h.LogSha256 = Google.Protobuf.ByteString.CopyFrom(new byte[31]));
        await ExpectHeader("mapping", h => h.Mapping = null);
        await ExpectHeader("mapping.name", h => h.Mapping.Name = "");
        await ExpectHeader("references[0].name", h => h.References.Add(h.Mapping));
        await ExpectHeader("references", h => h.References.Add(new Document { Name = "big", Content = Google.Protobuf.ByteString.CopyFrom(new byte[9_000_000]) }));
        await Expect("chunk.data", () => Logs.Send(server, Logs.Header("ok", new byte[2_000_000]), new byte[2_000_000], pieceBytes: 1_500_000));
        await Expect("header", async () =>
        {
            using AsyncClientStreamingCall<ImportCaseLogRequest, ImportCaseLogResponse> call = client.ImportCaseLog();
            await call.RequestStream.CompleteAsync();
            await call.ResponseAsync;
        });
        await Expect("header", async () =>
        {
            using AsyncClientStreamingCall<ImportCaseLogRequest, ImportCaseLogResponse> call = client.ImportCaseLog();
            await call.RequestStream.WriteAsync(new ImportCaseLogRequest { Chunk = new ImportChunk() });
            await call.ResponseAsync;
        });
    }
}
