using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Reform.Domain.Calendars;
using Reform.Domain.DataFiles;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Rpc;

/// <summary>Turns whatever a call throws into a refusal: bad data is told in full, a defect of the service is logged and not told.</summary>
internal sealed partial class RefusalInterceptor(ILogger<RefusalInterceptor> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        RefusalMiddleware.MarkReached(context);
        try
        {
            return await continuation(request, context);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Translate(e, context);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        RefusalMiddleware.MarkReached(context);
        try
        {
            return await continuation(new RequestReader<TRequest>(requestStream), context);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Translate(e, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        RefusalMiddleware.MarkReached(context);
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Translate(e, context);
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        RefusalMiddleware.MarkReached(context);
        try
        {
            await continuation(new RequestReader<TRequest>(requestStream), responseStream, context);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Translate(e, context);
        }
    }

    private RpcException Translate(Exception e, ServerCallContext context)
    {
        if (context.CancellationToken.IsCancellationRequested)
        {
            return Refusal.GivenUp();
        }

        if (e is InvalidDataFileException invalid)
        {
            return Refusal.InvalidData(invalid);
        }

        if (e is CalendarRangeException range)
        {
            return Refusal.CalendarRange(range);
        }

        string traceId = Activity.Current?.TraceId.ToString() ?? context.GetHttpContext().TraceIdentifier;
        if (StorageFault.IsUnavailable(e))
        {
            LogStorageUnavailable(context.Method, traceId, e);
            return Refusal.StorageUnavailable(traceId);
        }

        LogCallFailed(context.Method, traceId, e);
        return Refusal.Internal(traceId);
    }

    [LoggerMessage(EventId = 1, EventName = "CallFailed", Level = LogLevel.Error, Message = "{Method} failed (trace {TraceId}).")]
    private partial void LogCallFailed(string method, string traceId, Exception error);

    [LoggerMessage(
        EventId = 2, EventName = "StorageUnavailable", Level = LogLevel.Error, Message = "{Method} could not use the store (trace {TraceId}).")]
    private partial void LogStorageUnavailable(string method, string traceId, Exception error);
}
