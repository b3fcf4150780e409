using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Reform.Grpc.Storage;

/// <summary>Lets the migrations tool make a context without starting the service.</summary>
internal sealed class ReformDbContextFactory : IDesignTimeDbContextFactory<ReformDbContext>
{
    public ReformDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<ReformDbContext>().UseSqlite("Data Source=design-time.db").Options);
}
