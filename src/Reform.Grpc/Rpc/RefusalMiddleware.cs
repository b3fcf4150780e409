using System.Globalization;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;

namespace Reform.Grpc.Rpc;

/// <summary>
/// Gives the refusals that gRPC itself makes, before any service sees the call, the details that every refusal has: no such method,
/// a message that cannot be read, a message that is too large.
/// </summary>
internal sealed class RefusalMiddleware(RequestDelegate next)
{
    private const string StatusName = "grpc-status";
    private const string MessageName = "grpc-message";
    private const string DetailsName = "grpc-status-details-bin";

    private static readonly object ReachedKey = new();

    /// <summary>Notes that the request was read and a service has it; what is refused from here on is refused by the service.</summary>
    public static void MarkReached(ServerCallContext context) => context.GetHttpContext().Items[ReachedKey] = true;

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        IHeaderDictionary? trailers = context.Response.HasStarted
            ? context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers
            : context.Response.Headers;
        if (trailers is null or { IsReadOnly: true }
            || trailers.ContainsKey(DetailsName)
            || context.Items.ContainsKey(ReachedKey)
            || !int.TryParse(trailers[StatusName], NumberStyles.None, CultureInfo.InvariantCulture, out int code)
            || Replacement((StatusCode)code, context.GetEndpoint()) is not RpcException refusal)
        {
            return;
        }

        trailers[StatusName] = ((int)refusal.StatusCode).ToString(CultureInfo.InvariantCulture);
        trailers[MessageName] = Uri.EscapeDataString(refusal.Status.Detail);
        trailers[DetailsName] = Convert.ToBase64String(refusal.Trailers.GetValueBytes(DetailsName)!);
    }

    private static RpcException? Replacement(StatusCode code, Endpoint? endpoint) => code switch
    {
        StatusCode.Unimplemented when endpoint?.Metadata.GetMetadata<GrpcMethodMetadata>() is null => Refusal.MethodNotFound(),
        StatusCode.ResourceExhausted => Refusal.MessageTooLarge(),
        StatusCode.Unknown or StatusCode.Internal => Refusal.MalformedMessage(),
        _ => null,
    };
}
