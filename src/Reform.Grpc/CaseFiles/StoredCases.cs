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

            foreach ((StoredCase, CaseFile) one in await Replayed(db, rows, cancellation))
            {
                yield return one;
            }

            after = rows[^1].CaseId;
        }
    }

    /// <summary>The cases of some codes with their records, one after the other.</summary>
    public static async IAsyncEnumerable<(StoredCase Stored, CaseFile File)> Of(
        ReformDbContext db, IEnumerable<string> caseIds, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (string[] ids in caseIds.Chunk(CasesAtOnce))
        {
            List<CaseFileRow> rows = await db.CaseFiles.AsNoTracking().Where(f => ids.Contains(f.CaseId)).OrderBy(f => f.CaseId).ToListAsync(cancellation);
            foreach ((StoredCase, CaseFile) one in await Replayed(db, rows, cancellation))
            {
                yield return one;
            }
        }
    }

    private static async Task<IEnumerable<(StoredCase, CaseFile)>> Replayed(ReformDbContext db, List<CaseFileRow> rows, CancellationToken cancellation)
    {
        string[] ids = [.. rows.Select(r => r.CaseId)];
        List<CaseRecordRow> all = await db.CaseRecords.AsNoTracking().Where(r => ids.Contains(r.CaseId)).OrderBy(r => r.CaseId).ThenBy(r => r.Ordinal)
            .ToListAsync(cancellation);
        ILookup<string, CaseRecordRow> records = all.ToLookup(r => r.CaseId, StringComparer.Ordinal);
        // A record that came since is left for the next look.
        return rows.Select(row => (StoredCase.Of(row), StoredCase.Replay(row.CaseId, records[row.CaseId].Where(r => r.Ordinal <= row.RecordCount))));
    }
}
