using Microsoft.EntityFrameworkCore;

namespace Reform.Grpc.Storage;

/// <summary>Everything that the service keeps.</summary>
internal sealed class ReformDbContext(DbContextOptions<ReformDbContext> options) : DbContext(options)
{
    public DbSet<CaseLogRow> CaseLogs => Set<CaseLogRow>();

    public DbSet<DocumentRow> Documents => Set<DocumentRow>();

    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<ImportRow> Imports => Set<ImportRow>();

    public DbSet<ImportChunkRow> ImportChunks => Set<ImportChunkRow>();

    public DbSet<DoneRequestRow> DoneRequests => Set<DoneRequestRow>();

    public DbSet<RegisterRecordRow> RegisterRecords => Set<RegisterRecordRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CaseLogRow>(log =>
        {
            log.HasKey(l => l.Id);
            log.Property(l => l.Etag).IsConcurrencyToken();
        });
        modelBuilder.Entity<DocumentRow>(document =>
        {
            document.HasKey(d => new { d.CaseLogId, d.Name });
            document.HasOne<CaseLogRow>().WithMany().HasForeignKey(d => d.CaseLogId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<CaseRow>(row =>
        {
            row.HasKey(c => new { c.CaseLogId, c.Ordinal });
            row.HasIndex(c => new { c.CaseLogId, c.CaseId }).IsUnique();
            row.HasOne<CaseLogRow>().WithMany().HasForeignKey(c => c.CaseLogId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<ImportRow>().HasKey(i => i.RequestId);
        modelBuilder.Entity<ImportChunkRow>(chunk =>
        {
            chunk.HasKey(c => new { c.RequestId, c.Offset });
            chunk.HasOne<ImportRow>().WithMany().HasForeignKey(c => c.RequestId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<DoneRequestRow>().HasKey(r => r.RequestId);
        modelBuilder.Entity<RegisterRecordRow>(record =>
        {
            record.HasKey(r => r.Sequence);
            record.Property(r => r.Sequence).ValueGeneratedOnAdd();
            record.HasIndex(r => r.RecordId).IsUnique();
            record.HasIndex(r => r.RecordedAtMicros);
        });
    }
}
