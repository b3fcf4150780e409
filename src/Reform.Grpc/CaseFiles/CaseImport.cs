using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Reform.Casefiles.V1;
using Reform.Grpc.Access;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;

namespace Reform.Grpc.CaseFiles;

/// <summary>
/// Takes in many cases with their histories, each all or not at all. What has come while the last ones were stored is stored together: as many as
/// there are, within bounds.
/// </summary>
internal sealed class CaseImport(CaseFileStore store, ImportedCases reading, WriteTurn writes)
{
    private const int MostAtOnce = 100;
    private const int MostBytesAtOnce = 4 * 1024 * 1024;
    private const int MostRefusals = 100;

    private readonly ImportCasesResponse response = new();

    public async Task<ImportCasesResponse> Run(IAsyncStreamReader<ImportCasesRequest> stream, ServerCallContext context)
    {
        var arrived = new List<(long Index, ImportCasesRequest Request)>();
        long bytes = 0;
        Task<bool> next = stream.MoveNext(context.CancellationToken);
        for (long index = 0; ; index++)
        {
            // Nobody is made to wait for a case that has not come, and what came before a stream that breaks is kept.
            if (arrived.Count > 0 && (!next.IsCompletedSuccessfully || !next.Result || arrived.Count == MostAtOnce || bytes > MostBytesAtOnce))
            {
                await Store(arrived, context);
                arrived.Clear();
                bytes = 0;
            }

            if (!await next)
            {
                return response;
            }

            ImportCasesRequest asked = stream.Current.Clone();
            try
            {
                asked.RequestId = RequestFields.RequestId(asked.RequestId);
            }
            catch (RpcException)
            {
                // It ends the stream; what came before is kept.
                await Store(arrived, context);
                throw;
            }

            arrived.Add((index, asked));
            bytes += asked.CalculateSize();
            next = stream.MoveNext(context.CancellationToken);
        }
    }

    private async Task Store(List<(long Index, ImportCasesRequest Request)> arrived, ServerCallContext context)
    {
        using IDisposable turn = await writes.Take(context.CancellationToken);
        await using IDbContextTransaction transaction = await store.Db.Database.BeginTransactionAsync(context.CancellationToken);
        RegisterState registers = await store.Registers(context.CancellationToken);
        HashSet<string> taken = await Taken(arrived, context.CancellationToken);
        HashSet<string> used = await Used(arrived, context.CancellationToken);
        var done = new Dictionary<string, ImportCasesRequest>(StringComparer.Ordinal);
        (long imported, long known, long refused) = (0, 0, 0);
        var refusals = new List<ImportRefusal>();
        foreach ((long index, ImportCasesRequest request) in arrived)
        {
            try
            {
                if (await IsKnown(request, done, used, context.CancellationToken))
                {
                    known++;
                    continue;
                }

                ImportedCase one = reading.Read(request);
                if (taken.Contains(one.Stored.CaseId))
                {
                    throw RegisterRefusal.AlreadyExists(ResourceName.Of(CaseFileMapping.Collection, one.Stored.CaseId));
                }

                store.Add(registers, one.Stored, one.Records, withSlip: false, one.Fields, Caller.Of(context).Id);
                DoneRequests.Add(store.Db, request.RequestId, request, new ImportCasesResponse { ImportedCount = 1 }.ToByteArray());
                taken.Add(one.Stored.CaseId);
                done.Add(request.RequestId, request);
                imported++;
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.AlreadyExists or StatusCode.NotFound)
            {
                refused++;
                refusals.Add(new ImportRefusal { Index = index, CaseId = Refusal.Cut(request.CaseId), Error = e.GetRpcStatus() });
            }
        }

        // What came this far is stored, whoever still listens.
        await store.Db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        store.Db.ChangeTracker.Clear();
        // Only what is on the disk is told.
        response.ImportedCount += imported;
        response.KnownCount += known;
        response.RefusedCount += refused;
        response.Refusals.AddRange(refusals.Take(MostRefusals - response.Refusals.Count));
    }

    private async Task<HashSet<string>> Taken(List<(long Index, ImportCasesRequest Request)> arrived, CancellationToken cancellation)
    {
        string[] ids = [.. arrived.Select(a => a.Request.CaseId)];
        return new HashSet<string>(
            await store.Db.CaseFiles.AsNoTracking().Where(f => ids.Contains(f.CaseId)).Select(f => f.CaseId).ToListAsync(cancellation), StringComparer.Ordinal);
    }

    private async Task<HashSet<string>> Used(List<(long Index, ImportCasesRequest Request)> arrived, CancellationToken cancellation)
    {
        string[] ids = [.. arrived.Select(a => a.Request.RequestId)];
        return new HashSet<string>(
            await store.Db.DoneRequests.AsNoTracking().Where(r => ids.Contains(r.RequestId)).Select(r => r.RequestId)
                .Concat(store.Db.Imports.AsNoTracking().Where(i => ids.Contains(i.RequestId)).Select(i => i.RequestId)).ToListAsync(cancellation), StringComparer.Ordinal);
    }

    private async Task<bool> IsKnown(ImportCasesRequest asked, Dictionary<string, ImportCasesRequest> done, HashSet<string> used, CancellationToken cancellation) =>
        done.TryGetValue(asked.RequestId, out ImportCasesRequest? before)
            ? before.Equals(asked) ? true : throw Refusal.RequestIdReused(asked.RequestId)
            : used.Contains(asked.RequestId) && await DoneRequests.Find(store.Db, asked.RequestId, asked, cancellation) is not null;
}
