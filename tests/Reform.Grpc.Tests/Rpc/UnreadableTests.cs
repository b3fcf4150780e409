using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Reform.Cases.V1;
using Reform.Compliance.V1;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Tests.Rpc;

/// <summary>Calls that no well-behaved client makes, and a store that fails: refused with the same details as everything else.</summary>
public sealed class UnreadableTests
{
    private const string CaseLogService = "reform.cases.v1.CaseLogService";
    private const string ComplianceService = "reform.compliance.v1.ComplianceService";

    // The length runs past the end; a name that is not UTF-8.
    public static TheoryData<byte[]> Unreadable => new() { { [0x0A, 0x7F, 0x61] }, { [0x0A, 0x02, 0xC3, 0x28] } };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_message_that_cannot_be_read_is_the_callers_fault(byte[] message)
    {
        await using TestServer server = await TestServer.Start();
        CallInvoker invoker = server.Channel.CreateCallInvoker();
        Refused unary = await Refused.By(async () => await invoker.AsyncUnaryCall(Raw(MethodType.Unary, CaseLogService, "GetCaseLog"), null, default, message));
        Refused answered = await Refused.By(async () =>
        {
            using AsyncServerStreamingCall<byte[]> call = invoker.AsyncServerStreamingCall(
                Raw(MethodType.ServerStreaming, ComplianceService, "EvaluateCaseLog"), null, default, message);
            await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
        });
        Refused streamed = await Refused.By(() => Stream(invoker, message));
        byte[] log = Logs.Of(1);
        ImportHeader header = Logs.Header("torn", log);
        Refused second = await Refused.By(() => Stream(invoker, new ImportCaseLogRequest { Header = header }.ToByteArray(), message));
        Assert.All([unary, answered, streamed, second], r => Assert.Equal((StatusCode.InvalidArgument, "MALFORMED_MESSAGE"), (r.Code, r.Reason)));
        Assert.Equal(1, (await Logs.Send(server, header, log)).CaseLog.CaseCount);
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_leaves_no_stack_trace_in_the_log()
    {
        string folder = Directory.CreateTempSubdirectory("reform-tests-").FullName;
        await using ReformProcess service = await ReformProcess.Serve(Path.Combine(folder, "reform.db"));
        using (GrpcChannel channel = GrpcChannel.ForAddress("http://" + service.Address))
        {
            CallInvoker invoker = channel.CreateCallInvoker();
            Refused refused = await Refused.By(async () =>
                await invoker.AsyncUnaryCall(Raw(MethodType.Unary, CaseLogService, "GetCaseLog"), null, default, [0x0A, 0x7F, 0x61]));
            Assert.Equal("MALFORMED_MESSAGE", refused.Reason);
        }

        Assert.DoesNotContain("   at ", await service.End(), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_refused_with_the_bound()
    {
        await using TestServer server = await TestServer.Start();
        CallInvoker invoker = server.Channel.CreateCallInvoker();
        byte[] message = new GetCaseLogRequest { Name = new string('x', 13_000_000) }.ToByteArray();
        Refused unary = await Refused.By(async () => await invoker.AsyncUnaryCall(Raw(MethodType.Unary, CaseLogService, "GetCaseLog"), null, default, message));
        Refused streamed = await Refused.By(() => Stream(invoker, message));
        Assert.All([unary, streamed], r => Assert.Equal(
            (StatusCode.ResourceExhausted, "MESSAGE_TOO_LARGE", "12582912"), (r.Code, r.Reason, r.Metadata["max_bytes"])));
    }

    [Theory]
    [InlineData(CaseLogService, "UndoEverything")]
    [InlineData("reform.cases.v2.CaseLogService", "GetCaseLog")]
    public async Task A_method_that_is_not_there_is_refused_by_its_reason(string service, string method)
    {
        await using TestServer server = await TestServer.Start();
        CallInvoker invoker = server.Channel.CreateCallInvoker();
        Refused refused = await Refused.By(async () => await invoker.AsyncUnaryCall(Raw(MethodType.Unary, service, method), null, default, []));
        Assert.Equal((StatusCode.Unimplemented, "METHOD_NOT_FOUND"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task A_defect_is_told_by_a_trace_id_and_nothing_else()
    {
        await using TestServer server = await TestServer.Start();
        await Logs.Import(server, "damaged", Logs.Of(1));
        await using (var connection = new SqliteConnection("Data Source=" + server.Database))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using SqliteCommand damage = connection.CreateCommand();
            damage.CommandText = "UPDATE Cases SET Content = x'0A7F61'";
            Assert.Equal(1, await damage.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        var request = new ExplainCaseRequest { Name = "caseLogs/damaged/cases/c-0" };
        RpcException error = await Assert.ThrowsAsync<RpcException>(async () => await server.Compliance.ExplainCaseAsync(request));
        Refused refused = await Refused.By(async () => await server.Compliance.ExplainCaseAsync(request));
        Assert.Equal((StatusCode.Internal, "INTERNAL"), (refused.Code, refused.Reason));
        Assert.Equal(["trace_id"], refused.Metadata.Keys);
        Assert.Equal("a defect of the service", error.Status.Detail);
    }

    [Fact]
    public async Task A_store_that_fails_is_told_apart_from_a_defect()
    {
        await using TestServer server = await TestServer.Start();
        await Logs.Import(server, "lost", Logs.Of(1));
        server.LoseDisk();
        Refused refused = await Refused.By(async () => await server.CaseLogs.ListCaseLogsAsync(new ListCaseLogsRequest()));
        Assert.Equal((StatusCode.Unavailable, "STORAGE_UNAVAILABLE"), (refused.Code, refused.Reason));
    }

    [Theory]
    [InlineData(5, true)]   // SQLITE_BUSY
    [InlineData(8, true)]   // SQLITE_READONLY
    [InlineData(13, true)]  // SQLITE_FULL
    [InlineData(1, false)]  // SQLITE_ERROR: a statement that is wrong
    [InlineData(19, false)] // SQLITE_CONSTRAINT
    public void A_full_or_locked_store_may_be_tried_again_and_a_wrong_statement_not(int code, bool unavailable)
    {
        var error = new SqliteException("error", code);
        Assert.Equal(unavailable, StorageFault.IsUnavailable(error));
        Assert.Equal(unavailable, StorageFault.IsUnavailable(new DbUpdateException("error", error)));
    }

    private static async Task Stream(CallInvoker invoker, params byte[][] messages)
    {
        using AsyncClientStreamingCall<byte[], byte[]> call = invoker.AsyncClientStreamingCall(
            Raw(MethodType.ClientStreaming, CaseLogService, "ImportCaseLog"), null, default);
        try
        {
            foreach (byte[] message in messages)
            {
                await call.RequestStream.WriteAsync(message);
            }
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            // The service may answer before everything was sent; its answer is what counts.
            await call.ResponseAsync;
        }

        await call.ResponseAsync;
    }

    private static Method<byte[], byte[]> Raw(MethodType type, string service, string method)
    {
        Marshaller<byte[]> asItIs = Marshallers.Create(bytes => bytes, bytes => bytes);
        return new Method<byte[], byte[]>(type, service, method, asItIs, asItIs);
    }
}
