using Google.Protobuf;
using Grpc.Core;

namespace Reform.Grpc.Rpc;

/// <summary>A stream of requests in which an unreadable message is a refusal like any other.</summary>
internal sealed class RequestReader<T>(IAsyncStreamReader<T> stream) : IAsyncStreamReader<T>
{
    public T Current => stream.Current;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        try
        {
            return await stream.MoveNext(cancellationToken);
        }
        catch (InvalidProtocolBufferException)
        {
            throw Refusal.MalformedMessage();
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Internal)
        {
            // The frame around the message was wrong: cut off, or compressed without saying how.
            throw Refusal.MalformedMessage();
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.ResourceExhausted)
        {
            throw Refusal.MessageTooLarge();
        }
        catch (IOException)
        {
            // The client reset the stream, or its connection broke; the call's token may not tell yet.
            throw Refusal.GivenUp();
        }
    }
}
