using Google.Rpc;
using Grpc.Core;

namespace Reform.Grpc.Tests;

/// <summary>What a refused call told: code, reason, metadata and fields, as a client reads them.</summary>
internal sealed record Refused(StatusCode Code, string Reason, IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<string> Fields)
{
    public static async Task<Refused> By(Func<Task> call)
    {
        RpcException error = await Assert.ThrowsAsync<RpcException>(call);
        Google.Rpc.Status status = error.GetRpcStatus() ?? throw new InvalidOperationException("A refusal without google.rpc details: " + error.Status);
        ErrorInfo info = status.GetDetail<ErrorInfo>();
        Assert.Equal("reform", info.Domain);
        Assert.Equal(["vi", "en"], status.Details.Where(d => d.Is(LocalizedMessage.Descriptor)).Select(d => d.Unpack<LocalizedMessage>().Locale));
        Assert.All(status.Details.Where(d => d.Is(LocalizedMessage.Descriptor)), d => Assert.NotEmpty(d.Unpack<LocalizedMessage>().Message));
        string[] fields = [.. status.GetDetail<BadRequest>()?.FieldViolations.Select(v => v.Field) ?? []];
        return new Refused(error.StatusCode, info.Reason, info.Metadata, fields);
    }
}
