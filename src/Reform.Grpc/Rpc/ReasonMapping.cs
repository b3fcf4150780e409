using Reform.Domain.Values;
using ProtoReason = Reform.Explanations.V1.Reason;
using Reason = Reform.Domain.Explanations.Reason;

namespace Reform.Grpc.Rpc;

/// <summary>From reasons to their messages, in one language.</summary>
internal static class ReasonMapping
{
    public static ProtoReason ToProto(Reason reason, Language language) => new()
    {
        Code = reason.Code,
        Arguments = { reason.Arguments.Select(a => new Reform.Explanations.V1.ReasonArgument { Name = a.Name, Value = a.Value.ToInvariant() }) },
        Basis = reason.Basis?.Citation.In(language) ?? "",
        Text = reason.Sentence.In(language),
    };
}
