using Google.Protobuf;

namespace Reform.Grpc.Registers;

/// <summary>One change of the registers, done once however often its request comes.</summary>
/// <param name="RequestId">The request id in its one spelling.</param>
/// <param name="Request">The request, by which a repeated one is known again; with its request id in that spelling.</param>
/// <param name="ValidateOnly">Whether only to look whether it could be done: nothing is kept.</param>
/// <param name="EnteredBy">The caller.</param>
/// <param name="Decide">What is entered, seen from the state before; refuses what is not there, exists already or has changed.</param>
/// <param name="Answer">The answer, seen from the state after.</param>
internal sealed record RegisterMutation<TResponse>(
    string RequestId,
    IMessage Request,
    bool ValidateOnly,
    string EnteredBy,
    Func<RegisterState, RegisterEntries> Decide,
    Func<RegisterState, RegisterEntries, TResponse> Answer)
    where TResponse : IMessage<TResponse>, new();
