using Reform.Grpc.Storage;

namespace Reform.Grpc.Registers;

/// <summary>Tells who waits that something was entered in the registers.</summary>
internal sealed class RegisterSignal : Signal;
