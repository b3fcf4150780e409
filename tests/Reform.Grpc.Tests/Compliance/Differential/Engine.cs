using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Reform.Grpc.Tests.Compliance.Differential;

/// <summary>A database engine of the tests' own, with as many databases as they ask for.</summary>
internal abstract class Engine(string name) : IDisposable
{
    private int databases;

    public string Name { get; } = name;

    /// <summary>A database that does not exist yet.</summary>
    public DbContextOptions<TContext> Database<TContext>()
        where TContext : DbContext
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        Configure(builder, "facts" + Interlocked.Increment(ref databases));
        return builder.Options;
    }

    public abstract void Dispose();

    protected abstract void Configure(DbContextOptionsBuilder builder, string database);
}

internal sealed class SqliteEngine() : Engine("SQLite")
{
    private readonly string folder = Directory.CreateTempSubdirectory("reform-facts-").FullName;

    public override void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    protected override void Configure(DbContextOptionsBuilder builder, string database) =>
        builder.UseSqlite(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, database + ".db") }.ToString());
}

internal sealed class PostgresEngine : Engine
{
    private readonly PostgresServer server;

    private PostgresEngine(PostgresServer server)
        : base("PostgreSQL") => this.server = server;

    /// <summary>Starts one; null where PostgreSQL is not installed.</summary>
    public static PostgresEngine? Start() => PostgresServer.Start() is PostgresServer server ? new PostgresEngine(server) : null;

    public override void Dispose() => server.Dispose();

    protected override void Configure(DbContextOptionsBuilder builder, string database) => builder.UseNpgsql(server.ConnectionStringOf(database));
}

/// <summary>The engines, started when the first test asks for one.</summary>
public sealed class Engines : IDisposable
{
    private readonly Lazy<Engine> sqlite = new(() => new SqliteEngine());
    private readonly Lazy<Engine?> postgres = new(PostgresEngine.Start);

    internal Engine Sqlite => sqlite.Value;

    /// <summary>Null where it is not installed.</summary>
    internal Engine? Postgres => postgres.Value;

    public void Dispose()
    {
        if (sqlite.IsValueCreated)
        {
            sqlite.Value.Dispose();
        }

        if (postgres.IsValueCreated)
        {
            postgres.Value?.Dispose();
        }
    }
}
