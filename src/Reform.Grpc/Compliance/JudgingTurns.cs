namespace Reform.Grpc.Compliance;

/// <summary>
/// Lets as many evaluations judge at one time as there are processors, a few cases each in turn, so that very many of them neither
/// hold up other calls nor keep their own cancellation from being seen.
/// </summary>
internal sealed class JudgingTurns : IDisposable
{
    private readonly SemaphoreSlim turns = new(Environment.ProcessorCount);

    public async Task<T> Run<T>(Func<T> judge, CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        try
        {
            await Task.Yield();
            return judge();
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();
}
