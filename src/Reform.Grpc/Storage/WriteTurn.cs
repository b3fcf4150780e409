namespace Reform.Grpc.Storage;

/// <summary>
/// The one turn to write. SQLite has one writer and makes every other one sleep on its thread; here they wait without a thread, in
/// the order in which they came, so that readers are served while a large log is stored.
/// </summary>
internal sealed class WriteTurn : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(1, 1);

    /// <summary>Waits for the turn; it ends when what is returned is disposed.</summary>
    public async Task<IDisposable> Take(CancellationToken cancellation)
    {
        await semaphore.WaitAsync(cancellation);
        return new Held(semaphore);
    }

    public void Dispose() => semaphore.Dispose();

    private sealed class Held(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
