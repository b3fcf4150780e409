using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Reform.Domain.Cases;
using Reform.Grpc.Storage;

namespace Reform.Grpc.CaseFiles;

/// <summary>Reads many stored cases.</summary>
internal static class StoredCases
{
    private const int CasesAtOnce = 500;

    /// <summary>The cases of a query with their records, by code, one after the other; no transaction is held in between.</summary>
    public static async IAsyncEnumerable<(StoredCase Stored, CaseFile File)> Of(
        ReformDbContext db, IQueryable<CaseFileRow> query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? after = null;
        while (true)
        {
            IQueryable<CaseFileRow> rest = after is null ? query : query.Where(f => string.Compare(f.CaseId, after) > 0);
            List<CaseFileRow> rows = await rest.AsNoTracking().OrderBy(f => f.CaseId).Take(CasesAtOnce).ToListAsync(cancellation);
            if (rows.Count == 0)
            {
                yield break;
            }

            string[] ids = [.. rows.Select(r => r.CaseId)];
            List<CaseRecordRow> all = await db.CaseRecords.AsNoTracking().Where(r => ids.Contains(r.CaseId)).OrderBy(r => r.CaseId).ThenBy(r => r.Ordinal)
                .ToListAsync(cancellation);
            ILookup<string, CaseRecordRow> records = all.ToLookup(r => r.CaseId, StringComparer.Ordinal);
            foreach (CaseFileRow row in rows)
            {
                // A record that came since is left for the next look.
                yield return (StoredCase.Of(row), StoredCase.Replay(row.CaseId, records[row.CaseId].Where(r => r.Ordinal <= row.RecordCount)));
            }

            after = rows[^1].CaseId;
        }
    }
}
