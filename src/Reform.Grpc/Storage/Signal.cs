namespace Reform.Grpc.Storage;

/// <summary>Tells those who wait that it is time to look.</summary>
internal abstract class Signal
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the next sign. To be taken before one looks.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Give() => Interlocked.Exchange(ref next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
