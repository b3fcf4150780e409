using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Cases.V1;
using Reform.Domain.Cases;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Cases;

/// <summary>Reads the stored case logs, for every service that needs them.</summary>
internal sealed class CaseLogs(ReformDbContext db, CaseContexts contexts)
{
    private const int CasesPerQuery = 500;
    private const int BytesPerQuery = 4 * 1024 * 1024;

    /// <exception cref="global::Grpc.Core.RpcException">There is no such case log.</exception>
    public async Task<CaseLogRow> Get(string caseLogId, CancellationToken cancellation) =>
        await db.CaseLogs.AsNoTracking().SingleOrDefaultAsync(l => l.Id == caseLogId, cancellation)
        ?? throw Refusal.CaseLogNotFound(ResourceName.OfCaseLog(caseLogId));

    /// <summary>What the cases of a log are judged against, from the documents that came with it.</summary>
    /// <exception cref="global::Grpc.Core.RpcException">The log was replaced or deleted in between.</exception>
    public Task<CaseContext> Context(CaseLogRow log, LocalDate? asOf, CancellationToken cancellation) =>
        contexts.Of(log, asOf, () => ReadContext(log, cancellation), cancellation);

    /// <exception cref="global::Grpc.Core.RpcException">The log has no such case.</exception>
    public async Task<byte[]> GetCase(string caseLogId, string caseId, CancellationToken cancellation) =>
        await db.Cases.AsNoTracking().Where(c => c.CaseLogId == caseLogId && c.CaseId == caseId).Select(c => c.Content)
            .SingleOrDefaultAsync(cancellation)
        ?? throw Refusal.CaseNotFound(ResourceName.OfCase(caseLogId, caseId));

    /// <summary>Some cases of a log in its order, from a position on: at most so many, and fewer when they are large.</summary>
    /// <exception cref="global::Grpc.Core.RpcException">The log was replaced or deleted in between.</exception>
    public async Task<List<byte[]>> Page(CaseLogRow log, int from, int most, int mostBytes, CancellationToken cancellation)
    {
        var page = new List<byte[]>();
        long bytes = 0;
        IQueryable<byte[]> rows = db.Cases.AsNoTracking()
            .Where(c => c.CaseLogId == log.Id && c.Ordinal >= from).OrderBy(c => c.Ordinal).Take(most).Select(c => c.Content);
        await foreach (byte[] content in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            bytes += content.Length;
            if (bytes > mostBytes && page.Count > 0)
            {
                break;
            }

            page.Add(content);
        }

        await EnsureUnchanged(log, cancellation);
        return page;
    }

    /// <exception cref="global::Grpc.Core.RpcException">The log was replaced or deleted since it was read.</exception>
    public async Task EnsureUnchanged(CaseLogRow log, CancellationToken cancellation)
    {
        if (!await db.CaseLogs.AnyAsync(l => l.Id == log.Id && l.Etag == log.Etag, cancellation))
        {
            throw Refusal.CaseLogChanged(ResourceName.OfCaseLog(log.Id));
        }
    }

    /// <summary>
    /// The cases of a log in its order, at most so many at a time; no transaction stays open while a client reads slowly.
    /// </summary>
    /// <exception cref="global::Grpc.Core.RpcException">The log was replaced or deleted in between.</exception>
    public async IAsyncEnumerable<byte[][]> Cases(
        CaseLogRow log, int atATime, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        int next = 0;
        while (next < log.CaseCount)
        {
            List<byte[]> page = await Page(log, next, CasesPerQuery, BytesPerQuery, cancellation);
            if (page.Count == 0)
            {
                throw new InvalidOperationException("Cases of a log are missing in the store.");
            }

            foreach (byte[][] some in page.Chunk(atATime))
            {
                yield return some;
            }

            next += page.Count;
        }
    }

    public static CaseLog ToProto(CaseLogRow row)
    {
        CaseLog message = CaseLog.Parser.ParseFrom(row.DataQuality);
        message.Name = ResourceName.OfCaseLog(row.Id);
        message.Etag = row.Etag;
        message.CreateTime = new Timestamp { Seconds = row.CreatedAtTicks / 10_000_000, Nanos = (int)(row.CreatedAtTicks % 10_000_000) * 100 };
        message.CaseCount = row.CaseCount;
        message.EventCount = row.EventCount;
        message.SizeBytes = row.SizeBytes;
        message.Synthetic = row.IsSynthetic;
        return message;
    }

    private async Task<CaseContext> ReadContext(CaseLogRow log, CancellationToken cancellation)
    {
        Dictionary<string, byte[]> documents = await db.Documents.AsNoTracking()
            .Where(d => d.CaseLogId == log.Id).ToDictionaryAsync(d => d.Name, d => d.Content, StringComparer.Ordinal, cancellation);
        await EnsureUnchanged(log, cancellation);
        return CaseContextLoader.Load(
            log.MappingName, name => documents.TryGetValue(name, out byte[]? content) ? new MemoryStream(content, writable: false) : null);
    }
}
