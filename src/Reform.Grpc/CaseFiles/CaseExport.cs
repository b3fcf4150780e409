using System.Runtime.CompilerServices;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Grpc.Storage;

namespace Reform.Grpc.CaseFiles;

/// <summary>Takes stored cases out as traces of an event log: each as it stood when it was come to, with every record.</summary>
internal static class CaseExport
{
    /// <summary>The zone of the legal dates in an export.</summary>
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    /// <summary>The traces of the cases that a filter leaves, by code.</summary>
    /// <param name="db">The store; only read.</param>
    /// <param name="filter">Which cases.</param>
    /// <param name="withSecret">Whether secret cases come too.</param>
    /// <param name="cancellation">Gives it up.</param>
    public static IAsyncEnumerable<XesTrace> Traces(ReformDbContext db, CaseFilter filter, bool withSecret, CancellationToken cancellation)
    {
        IQueryable<CaseFacts> facts = filter.Of(db.CaseFacts);
        return Traces(db, db.CaseFiles.Where(r => facts.Any(f => f.CaseId == r.CaseId)), withSecret, cancellation);
    }

    private static async IAsyncEnumerable<XesTrace> Traces(
        ReformDbContext db, IQueryable<CaseFileRow> query, bool withSecret, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach ((StoredCase stored, CaseFile file) in StoredCases.Of(db, query, cancellation))
        {
            if (withSecret || !CaseFileTraces.IsWithheld(file))
            {
                yield return CaseFileTraces.Trace(file, Zone, new TraceTerms(stored.CalendarId, stored.Place));
            }
        }
    }
}
