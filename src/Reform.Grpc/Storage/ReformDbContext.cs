using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Domain.Cases;

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

    public DbSet<CaseFileRow> CaseFiles => Set<CaseFileRow>();

    public DbSet<FactsProgressRow> FactsProgress => Set<FactsProgressRow>();

    public DbSet<CaseRecordRow> CaseRecords => Set<CaseRecordRow>();

    /// <summary>The facts of the cases as they stood when they were last recorded: the domain's own record, column by column.</summary>
    public DbSet<CaseFacts> CaseFacts => Set<CaseFacts>();

    public DbSet<FindingRow> Findings => Set<FindingRow>();

    public DbSet<FindingEventRow> FindingEvents => Set<FindingEventRow>();

    public DbSet<WaiverRow> Waivers => Set<WaiverRow>();

    public DbSet<DataRuleRow> DataRules => Set<DataRuleRow>();

    public DbSet<StaleCaseSetRow> StaleCaseSets => Set<StaleCaseSetRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<LocalDate>().HaveConversion<DateDigits>();

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
        modelBuilder.Entity<CaseFileRow>(file =>
        {
            file.HasKey(f => f.CaseId);
            file.HasIndex(f => f.LastRecordedAtMicros);
        });
        modelBuilder.Entity<FactsProgressRow>().Property(p => p.Id).ValueGeneratedNever();
        modelBuilder.Entity<CaseRecordRow>(record =>
        {
            record.HasKey(r => new { r.CaseId, r.Ordinal });
            record.HasOne<CaseFileRow>().WithMany().HasForeignKey(r => r.CaseId);
        });
        modelBuilder.Entity<CaseFacts>(facts =>
        {
            facts.HasKey(f => f.CaseId);
            facts.HasIndex(f => new { f.UnitId, f.CaseId });
            facts.HasIndex(f => new { f.HolderUnitId, f.State });
            // What rules on time ask of cases that are not over: few, whatever the store has gathered.
            facts.HasIndex(f => f.ComputedDueOn).HasFilter("\"EndedOn\" IS NULL");
            facts.HasOne<CaseFileRow>().WithOne().HasForeignKey<CaseFacts>(f => f.CaseId);
        });
        modelBuilder.Entity<FindingRow>(finding =>
        {
            finding.HasKey(f => f.Sequence);
            finding.Property(f => f.Sequence).ValueGeneratedOnAdd();
            finding.HasIndex(f => f.FindingId).IsUnique();
            finding.HasIndex(f => new { f.SubjectKind, f.SubjectId });
            finding.HasIndex(f => new { f.UnitId, f.State });
            finding.HasIndex(f => new { f.RuleCode, f.State });
        });
        modelBuilder.Entity<FindingEventRow>(happened =>
        {
            happened.HasKey(e => e.Sequence);
            happened.Property(e => e.Sequence).ValueGeneratedOnAdd();
            happened.HasOne(e => e.Finding).WithMany().HasForeignKey(e => e.FindingSequence).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<StaleCaseSetRow>().HasKey(s => new { s.UnitId, s.ProcedureCode });
        modelBuilder.Entity<DataRuleRow>().HasKey(r => new { r.Code, r.Version });
        modelBuilder.Entity<WaiverRow>(waiver =>
        {
            waiver.HasKey(w => new { w.WaiverId, w.Ordinal });
            waiver.HasIndex(w => new { w.SubjectKind, w.SubjectId });
            waiver.HasIndex(w => w.IssuerId);
        });
    }
}
