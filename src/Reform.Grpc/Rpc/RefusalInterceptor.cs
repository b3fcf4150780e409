using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;
using Reform.Rpc.V1;

namespace Reform.Grpc.Rpc;

/// <summary>Turns whatever a call throws into a refusal: bad data is told in full, a defect of the service is logged and not told.</summary>
internal sealed partial class RefusalInterceptor(ILogger<RefusalInterceptor> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception e) when (ShouldTranslate(e, context))
        {
            throw Translate(e, context);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(requestStream, context);
        }
        catch (Exception e) when (ShouldTranslate(e, context))
        {
            throw Translate(e, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception e) when (ShouldTranslate(e, context))
        {
            throw Translate(e, context);
        }
    }

    // A call that the client gave up needs no answer.
    private static bool ShouldTranslate(Exception e, ServerCallContext context) =>
        e is not RpcException && !context.CancellationToken.IsCancellationRequested;

    private RpcException Translate(Exception e, ServerCallContext context)
    {
        if (e is InvalidDataFileException invalid)
        {
            return Refusal.InvalidData(invalid);
        }

        string traceId = Activity.Current?.TraceId.ToString() ?? context.GetHttpContext().TraceIdentifier;
        LogCallFailed(context.Method, traceId, e);
        return Refusal.Of(
            StatusCode.Internal, ErrorReason.Internal, new BilingualText("lỗi của dịch vụ", "a defect of the service"), ("trace_id", traceId));
    }

    [LoggerMessage(EventId = 1, EventName = "CallFailed", Level = LogLevel.Error, Message = "{Method} failed (trace {TraceId}).")]
    private partial void LogCallFailed(string method, string traceId, Exception error);
}
