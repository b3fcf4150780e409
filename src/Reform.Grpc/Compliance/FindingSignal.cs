namespace Reform.Grpc.Compliance;

/// <summary>Tells those who wait that something happened to findings.</summary>
internal sealed class FindingSignal : Signal;

/// <summary>Tells who waits that sets of cases have to be judged again.</summary>
internal sealed class StaleSetSignal : Signal;

/// <summary>Tells those who wait that it is time to look.</summary>
internal abstract class Signal
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the next sign. To be taken before one looks.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Give() => Interlocked.Exchange(ref next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
