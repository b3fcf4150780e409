using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Reform.Domain.Cases;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Tests.Compliance.Differential;

/// <summary>The service's own model in a database of one engine, with facts of cases in it.</summary>
internal sealed class FactsStore : IDisposable
{
    private const int AtOnce = 500;

    private readonly DbContextOptions<ReformDbContext> options;
    private readonly IDisposable engine;

    private FactsStore(string name, DbContextOptionsBuilder<ReformDbContext> options, IDisposable engine, IReadOnlyList<CaseFacts> facts)
    {
        Name = name;
        this.options = options.Options;
        this.engine = engine;
        using (ReformDbContext db = Open())
        {
            db.Database.EnsureCreated();
        }

        foreach (CaseFacts[] some in facts.Chunk(AtOnce))
        {
            using ReformDbContext db = Open();
            db.CaseFiles.AddRange(some.Select(f => new CaseFileRow { CaseId = f.CaseId, CalendarId = "x", RecordCount = 1, LastRecordedAtMicros = 0, LastHappenedOn = 0 }));
            db.CaseFacts.AddRange(some);
            db.SaveChanges();
        }
    }

    public string Name { get; }

    public static FactsStore Sqlite(IReadOnlyList<CaseFacts> facts)
    {
        var folder = new TemporaryFolder();
        string path = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.Path, "facts.db") }.ToString();
        return new FactsStore("SQLite", new DbContextOptionsBuilder<ReformDbContext>().UseSqlite(path), folder, facts);
    }

    public static FactsStore? Postgres(IReadOnlyList<CaseFacts> facts) => PostgresServer.Start() is PostgresServer server
        ? new FactsStore("PostgreSQL", new DbContextOptionsBuilder<ReformDbContext>().UseNpgsql(server.ConnectionString), server, facts)
        : null;

    public ReformDbContext Open() => new(options);

    public void Dispose() => engine.Dispose();

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("reform-facts-").FullName;

        public void Dispose()
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Path, recursive: true);
        }
    }
}
