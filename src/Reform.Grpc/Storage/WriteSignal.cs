namespace Reform.Grpc.Storage;

/// <summary>
/// Tells those who wait that the database was written, by this process or another one. What this process writes has signs of its own, which come at
/// once; this one is for what others write, and comes within a second.
/// </summary>
internal sealed class WriteSignal : Signal
{
    /// <summary>Ends with the next sign of a signal, or of this one. To be taken before one looks.</summary>
    public Task NextOf(Signal signal) => Task.WhenAny(signal.Next, Next);
}

/// <summary>Looks once a second whether the database was written.</summary>
internal sealed partial class WriteWatching(WriteWatch watch, WriteSignal signal, ILogger<WriteWatching> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between);
        long? seen = null;
        bool wasAway = false;
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    long version = watch.Version();
                    wasAway = false;
                    if (seen != version)
                    {
                        seen = version;
                        signal.Give();
                    }
                }
                catch (Exception e) when (StorageFault.IsUnavailable(e))
                {
                    // Said once; when the store is back, it is looked at again.
                    if (!wasAway)
                    {
                        LogAway(e);
                    }

                    wasAway = true;
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    [LoggerMessage(EventId = 7, EventName = "WritesNotSeen", Level = LogLevel.Warning, Message = "What other processes write cannot be noticed now.")]
    private partial void LogAway(Exception error);
}
