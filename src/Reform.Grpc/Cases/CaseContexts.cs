using NodaTime;
using Reform.Domain.Cases;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Cases;

/// <summary>
/// Reads the documents of imports and of stored logs, one set at a time however many calls there are, and keeps what the last used
/// logs are judged against.
/// </summary>
internal sealed class CaseContexts : IDisposable
{
    private const int MostKept = 4;
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly LinkedList<(string CaseLogId, string Etag, CaseContext Context)> kept = [];

    /// <summary>Reads documents that are kept nowhere yet.</summary>
    public async Task<CaseContext> Read(Func<CaseContext> read, CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            return read();
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>What a stored log is judged against; read when it is not among those kept.</summary>
    public async Task<CaseContext> Of(CaseLogRow log, LocalDate? asOf, Func<Task<CaseContext>> read, CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            (string CaseLogId, string Etag, CaseContext Context) found = kept.FirstOrDefault(k => k.CaseLogId == log.Id && k.Etag == log.Etag);
            if (found.Context is null)
            {
                found = (log.Id, log.Etag, await read());
            }

            kept.Remove(found);
            kept.AddFirst(found);
            if (kept.Count > MostKept)
            {
                kept.RemoveLast();
            }

            return asOf is null ? found.Context : On(found.Context, asOf);
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private static CaseContext On(CaseContext context, LocalDate? asOf) => new(
        context.Mapping with { AsOf = asOf }, context.Calendar, context.Procedures, context.Organization, context.Authority);
}
