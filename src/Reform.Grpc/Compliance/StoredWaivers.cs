using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Grpc.CaseFiles;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;
using P = Reform.Compliance.V1;

namespace Reform.Grpc.Compliance;

/// <summary>Waivers as they are kept.</summary>
internal static class StoredWaivers
{
    public const string Collection = "waivers";

    /// <summary>The waivers for objects, as they stand, those that are about to be saved among them.</summary>
    public static async Task<IEnumerable<Waiver>> For(ReformDbContext db, string kind, string[] subjects, CancellationToken cancellation)
    {
        List<WaiverRow> rows = await db.Waivers.AsNoTracking().Where(w => w.SubjectKind == kind && subjects.Contains(w.SubjectId)).ToListAsync(cancellation);
        IEnumerable<WaiverRow> added = db.ChangeTracker.Entries<WaiverRow>().Where(e => e.State == EntityState.Added).Select(e => e.Entity);
        return rows.Concat(added).GroupBy(w => w.WaiverId, StringComparer.Ordinal).Select(g => ToDomain(g.MaxBy(w => w.Ordinal)!));
    }

    /// <summary>Those records that stand: the latest of each waiver.</summary>
    public static IQueryable<WaiverRow> Standing(ReformDbContext db) =>
        db.Waivers.AsNoTracking().Where(w => !db.Waivers.Any(later => later.WaiverId == w.WaiverId && later.Ordinal > w.Ordinal));

    public static string EtagOf(WaiverRow row) => "n" + row.Ordinal.ToString(CultureInfo.InvariantCulture);

    public static P.Waiver ToProto(WaiverRow row) => new()
    {
        Name = ResourceName.Of(Collection, row.WaiverId),
        Rule = RuleMapping.NameOf(row.SubjectKind, row.RuleCode),
        Subject = ResourceName.Of(CaseFileMapping.Collection, row.SubjectId),
        Issuer = ResourceName.Of(ResourceName.Units, row.IssuerId),
        Reason = row.Reason,
        Period = RecordMapping.ToProto(new Validity(row.ValidFrom, row.ValidTo)),
        Etag = EtagOf(row),
        EnteredBy = row.EnteredBy,
        RecordTime = RecordMapping.ToTimestamp(RecordTime.Of(row.RecordedAtMicros)),
    };

    private static Waiver ToDomain(WaiverRow row) => new(
        row.WaiverId, row.RuleCode, row.SubjectKind, row.SubjectId, row.IssuerId, row.Reason, new Validity(row.ValidFrom, row.ValidTo));
}
