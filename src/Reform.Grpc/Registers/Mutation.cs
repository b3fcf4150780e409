using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Reform.Grpc.Rpc;

namespace Reform.Grpc.Registers;

/// <summary>What a mutation is called with, whatever it enters.</summary>
/// <param name="Request">The request, with its request id in the one spelling.</param>
/// <param name="RequestId">That request id.</param>
/// <param name="ValidateOnly">Whether only to look whether it could be done.</param>
/// <param name="Context">The call.</param>
internal sealed record Mutation(IMessage Request, string RequestId, bool ValidateOnly, ServerCallContext Context)
{
    /// <summary>The mutation that a request asks for by its fields "request_id" and "validate_only".</summary>
    public static Mutation Of<TRequest>(TRequest request, ServerCallContext context)
        where TRequest : class, IMessage<TRequest>, IDeepCloneable<TRequest>
    {
        TRequest asked = request.Clone();
        IFieldAccessor id = Field(request, "request_id");
        string requestId = RequestFields.RequestId((string)id.GetValue(request));
        id.SetValue(asked, requestId);
        return new Mutation(asked, requestId, (bool)Field(request, "validate_only").GetValue(request), context);
    }

    private static IFieldAccessor Field(IMessage request, string name) => request.Descriptor.FindFieldByName(name).Accessor;
}
