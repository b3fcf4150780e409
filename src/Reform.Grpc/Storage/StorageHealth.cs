using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Reform.Grpc.Storage;

/// <summary>Healthy while the store can be reached.</summary>
internal sealed class StorageHealth(ReformDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The store cannot be reached.");
}
