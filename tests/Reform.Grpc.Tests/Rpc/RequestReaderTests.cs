using Grpc.Core;
using Reform.Grpc.Rpc;

namespace Reform.Grpc.Tests.Rpc;

/// <summary>How a stream of requests may end.</summary>
public sealed class RequestReaderTests
{
    // What the web server throws is no defect of the service, and must not be logged as one.
    [Fact]
    public async Task A_stream_that_the_client_resets_is_a_call_given_up()
    {
        var reader = new RequestReader<string>(new ResetStream());
        RpcException error = await Assert.ThrowsAsync<RpcException>(() => reader.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(StatusCode.Cancelled, error.StatusCode);
    }

    private sealed class ResetStream : IAsyncStreamReader<string>
    {
        public string Current => "";

        public Task<bool> MoveNext(CancellationToken cancellationToken) => throw new IOException("The client reset the request stream.");
    }
}
