using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Reform.Domain.Procedures;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Catalogs;

/// <summary>The procedures that the service knows: those that were published, and the built-in ones. A published one replaces a built-in one.</summary>
internal sealed class ProcedureCatalog
{
    private readonly ConcurrentDictionary<string, Published> read = new(StringComparer.Ordinal);

    /// <summary>Finds a procedure, with the file that it stands in; null when there is none of the code.</summary>
    public async Task<Published?> Find(ReformDbContext db, string code, CancellationToken cancellation)
    {
        var latest = await db.Procedures.AsNoTracking().Where(p => p.Code == code).OrderByDescending(p => p.Sequence)
            .Select(p => new { p.Sequence }).FirstOrDefaultAsync(cancellation);
        if (latest is null)
        {
            return BuiltIn(code);
        }

        if (read.TryGetValue(code, out Published? known) && known.Revision == latest.Sequence)
        {
            return known;
        }

        ProcedureRow row = await db.Procedures.AsNoTracking().SingleAsync(p => p.Sequence == latest.Sequence, cancellation);
        Published now = Read(row);
        read[code] = now;
        return now;
    }

    /// <summary>Every procedure, by code.</summary>
    public async Task<List<Published>> All(ReformDbContext db, CancellationToken cancellation)
    {
        List<string> codes = await db.Procedures.AsNoTracking().Select(p => p.Code).Distinct().ToListAsync(cancellation);
        var all = new List<Published>();
        foreach (string code in codes.Concat(ReferenceProcedures.Vietnam.Procedures.Select(p => p.Code)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            all.Add((await Find(db, code, cancellation))!);
        }

        return all;
    }

    private static Published? BuiltIn(string code) =>
        ReferenceProcedures.Vietnam.Find(code) is ProcedureHistory history ? new Published(history, ReferenceProcedures.Vietnam, 0) : null;

    private static Published Read(ProcedureRow row)
    {
        using var stream = new MemoryStream(row.Content);
        ReferenceProcedures file = ReferenceProcedureFile.Read(stream, row.Code);
        return new Published(file.Procedures.Single(), file, row.Sequence);
    }
}

/// <summary>A procedure with the file that it stands in.</summary>
/// <param name="History">The procedure.</param>
/// <param name="File">The file, for its sources.</param>
/// <param name="Revision">Which publication it is; 0: built in.</param>
internal sealed record Published(ProcedureHistory History, ReferenceProcedures File, long Revision);
