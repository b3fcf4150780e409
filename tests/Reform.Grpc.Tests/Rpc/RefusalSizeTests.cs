using Google.Rpc;
using Grpc.Core;
using Reform.Cases.V1;

namespace Reform.Grpc.Tests.Rpc;

/// <summary>Many clients accept 8 KiB of trailers and drop the whole answer beyond that.</summary>
public sealed class RefusalSizeTests
{
    private const int MostTrailerBytes = 8 * 1024;

    [Fact]
    public async Task A_refusal_that_quotes_a_long_name_stays_small()
    {
        await using TestServer server = await TestServer.Start();
        await Logs.Import(server, "small", Logs.Of(1));
        string name = "caseLogs/small/cases/" + new string('ệ', 3000);
        RpcException refused = await Assert.ThrowsAsync<RpcException>(async () => await server.CaseLogs.GetCaseAsync(new GetCaseRequest { Name = name }));
        Assert.Equal("CASE_NOT_FOUND", refused.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason);
        Assert.InRange(TrailerBytes(refused), 1, MostTrailerBytes);
    }

    [Fact]
    public async Task A_document_with_very_many_problems_is_refused_with_the_first_ones_and_their_number()
    {
        await using TestServer server = await TestServer.Start();
        byte[] log = Logs.Of(1);
        string unknown = string.Join(", ", Enumerable.Range(0, 500).Select(i => "\"đơn vị thứ " + i.ToString("D3", null) + "\": 1"));
        ImportHeader header = Logs.Header("small", log, mapping: "{ " + unknown + " }");
        RpcException refused = await Assert.ThrowsAsync<RpcException>(() => Logs.Send(server, header, log));
        Google.Rpc.Status status = refused.GetRpcStatus()!;
        Assert.Equal("INVALID_DATA_FILE", status.GetDetail<ErrorInfo>().Reason);
        Assert.Equal("502", status.GetDetail<ErrorInfo>().Metadata["problem_count"]);
        Assert.InRange(status.GetDetail<BadRequest>().FieldViolations.Count, 5, 100);
        Assert.InRange(TrailerBytes(refused), 1, MostTrailerBytes);
    }

    [Fact]
    public async Task One_problem_that_quotes_a_whole_file_is_cut()
    {
        await using TestServer server = await TestServer.Start();
        byte[] log = System.Text.Encoding.UTF8.GetBytes("<" + new string('ệ', 5000) + "/>");
        Refused refused = await Refused.By(() => Logs.Send(server, Logs.Header("small", log), log));
        Assert.Equal(("INVALID_DATA_FILE", "log:1"), (refused.Reason, Assert.Single(refused.Fields)));
        RpcException error = await Assert.ThrowsAsync<RpcException>(() => Logs.Send(server, Logs.Header("small", log), log));
        Assert.InRange(TrailerBytes(error), 1, MostTrailerBytes);
        Assert.EndsWith("…", error.Status.Detail, StringComparison.Ordinal);
    }

    // As RFC 9113 counts a header list: name, value and 32 for each; binary values are sent in base64, the message percent-encoded.
    private static int TrailerBytes(RpcException error) =>
        error.Trailers.Sum(t => t.Key.Length + 32 + (t.IsBinary ? (t.ValueBytes.Length + 2) / 3 * 4 : t.Value.Length))
        + "grpc-message".Length + 32 + Uri.EscapeDataString(error.Status.Detail).Length;
}
