using Microsoft.EntityFrameworkCore;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Access;

/// <summary>Which units a case belongs to: the one that received it, and the one that holds it.</summary>
internal sealed class CaseUnits(IServiceScopeFactory scopes)
{
    public async Task<Concern> Of(string caseId, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        ReformDbContext db = scope.ServiceProvider.GetRequiredService<ReformDbContext>();
        var units = await db.CaseFacts.AsNoTracking().Where(f => f.CaseId == caseId).Select(f => new { f.UnitId, f.HolderUnitId }).SingleOrDefaultAsync(cancellation);
        return units is null ? Concern.Of(Concern.NobodysUnit) : Concern.AnyOf([units.UnitId, units.HolderUnitId]);
    }
}
