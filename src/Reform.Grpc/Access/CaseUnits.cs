using Microsoft.EntityFrameworkCore;
using Reform.Domain.Cases;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Access;

/// <summary>Which units a case belongs to: the one that received it, and the one that holds it. A finding is its case's, a waiver its issuer's.</summary>
internal sealed class CaseUnits(IServiceScopeFactory scopes)
{
    public async Task<Concern> Of(string caseId, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        ReformDbContext db = scope.ServiceProvider.GetRequiredService<ReformDbContext>();
        var units = await db.CaseFacts.AsNoTracking().Where(f => f.CaseId == caseId).Select(f => new { f.UnitId, f.HolderUnitId }).SingleOrDefaultAsync(cancellation);
        return units is null ? Concern.Of(Concern.NobodysUnit) : Concern.AnyOf([units.UnitId, units.HolderUnitId]);
    }

    public async Task<Concern> OfFinding(string findingId, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        ReformDbContext db = scope.ServiceProvider.GetRequiredService<ReformDbContext>();
        var found = await db.Findings.AsNoTracking().Where(f => f.FindingId == findingId).Select(f => new { f.SubjectKind, f.SubjectId, f.UnitId })
            .SingleOrDefaultAsync(cancellation);
        return found?.SubjectKind == CaseSubjects.Flat.Kind ? await Of(found.SubjectId, cancellation) : Concern.Of(found?.UnitId ?? Concern.NobodysUnit);
    }

    public async Task<Concern> OfWaiver(string waiverId, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        ReformDbContext db = scope.ServiceProvider.GetRequiredService<ReformDbContext>();
        string? issuer = await db.Waivers.AsNoTracking().Where(w => w.WaiverId == waiverId).Select(w => w.IssuerId).FirstOrDefaultAsync(cancellation);
        return Concern.Of(issuer ?? Concern.NobodysUnit);
    }
}
