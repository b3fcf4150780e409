using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Cases.V1;
using Reform.Domain.Cases;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;
using ProtoCase = Reform.Cases.V1.Case;

namespace Reform.Grpc.Cases;

/// <summary>Reads the stored case logs, for every service that needs them.</summary>
internal sealed class CaseLogs(ReformDbContext db)
{
    private const int CasesPerQuery = 500;

    /// <exception cref="global::Grpc.Core.RpcException">There is no such case log.</exception>
    public async Task<CaseLogRow> Get(string caseLogId, CancellationToken cancellation) =>
        await db.CaseLogs.AsNoTracking().SingleOrDefaultAsync(l => l.Id == caseLogId, cancellation)
        ?? throw Refusal.CaseLogNotFound(ResourceName.OfCaseLog(caseLogId));

    /// <summary>What the cases of a log are judged against, from the documents that came with it.</summary>
    public async Task<CaseContext> Context(CaseLogRow log, LocalDate? asOf, CancellationToken cancellation)
    {
        Dictionary<string, byte[]> documents = await db.Documents.AsNoTracking()
            .Where(d => d.CaseLogId == log.Id).ToDictionaryAsync(d => d.Name, d => d.Content, StringComparer.Ordinal, cancellation);
        return CaseContextLoader.Load(
            log.MappingName, name => documents.TryGetValue(name, out byte[]? content) ? new MemoryStream(content, writable: false) : null, asOf);
    }

    /// <exception cref="global::Grpc.Core.RpcException">The log has no such case.</exception>
    public async Task<byte[]> GetCase(string caseLogId, string caseId, CancellationToken cancellation) =>
        await db.Cases.AsNoTracking().Where(c => c.CaseLogId == caseLogId && c.CaseId == caseId).Select(c => c.Content)
            .SingleOrDefaultAsync(cancellation)
        ?? throw Refusal.CaseNotFound(ResourceName.OfCase(caseLogId, caseId));

    /// <summary>The cases of a log in its order, some at a time, so that no transaction stays open while a client reads slowly.</summary>
    /// <exception cref="global::Grpc.Core.RpcException">The log was replaced or deleted in between.</exception>
    public async IAsyncEnumerable<ProtoCase> Cases(
        CaseLogRow log, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        int next = 0;
        while (next < log.CaseCount)
        {
            int from = next;
            List<byte[]> page = await db.Cases.AsNoTracking()
                .Where(c => c.CaseLogId == log.Id && c.Ordinal >= from && c.Ordinal < from + CasesPerQuery)
                .OrderBy(c => c.Ordinal).Select(c => c.Content).ToListAsync(cancellation);
            if (!await db.CaseLogs.AnyAsync(l => l.Id == log.Id && l.Etag == log.Etag, cancellation))
            {
                string name = ResourceName.OfCaseLog(log.Id);
                throw Refusal.Of(
                    global::Grpc.Core.StatusCode.Aborted, Reform.Rpc.V1.ErrorReason.CaseLogChanged,
                    new Domain.Values.BilingualText("'" + name + "' đã bị thay hoặc xóa", "'" + name + "' was replaced or deleted"), ("name", name));
            }

            foreach (byte[] content in page)
            {
                yield return ProtoCase.Parser.ParseFrom(content);
            }

            next += CasesPerQuery;
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
}
