using Reform.Grpc.Storage;

namespace Reform.Grpc.Compliance;

/// <summary>Tells those who wait that something happened to findings.</summary>
internal sealed class FindingSignal : Signal;

/// <summary>Tells who waits that sets of cases have to be judged again.</summary>
internal sealed class StaleSetSignal : Signal;
