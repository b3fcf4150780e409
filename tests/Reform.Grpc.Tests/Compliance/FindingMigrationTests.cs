using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Reform.Grpc.Storage;
using static Reform.Grpc.Tests.CaseFiles.CaseWorld;

namespace Reform.Grpc.Tests.Compliance;

/// <summary>A store from before there were findings keeps every case, byte by byte, and a run finds what there is to find.</summary>
public sealed class FindingMigrationTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reform-tests-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Cases_that_were_stored_before_are_kept()
    {
        string database = Path.Combine(folder, "before.db");
        byte[] receipt = Receipt("2026-03-02").ToByteArray();
        await using (var db = new ReformDbContext(new DbContextOptionsBuilder<ReformDbContext>().UseSqlite(DatabaseFile.ConnectionString(database)).Options))
        {
            await db.GetService<IMigrator>().MigrateAsync("ProcedureRegisters", TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO CaseFiles (CaseId, CalendarId, RecordCount, LastRecordedAtMicros, LastHappenedOn) VALUES ('H-1', 'vietnam-state-agencies', 1, 1, 20260302)",
                TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO CaseRecords (CaseId, Ordinal, RecordedAtMicros, Content, EnteredBy) VALUES ('H-1', 1, 1, {receipt}, 'clerk')",
                TestContext.Current.CancellationToken);
            await InsertFacts(db);
        }

        await using WebApplication app = ReformServer.Build(["--Database=" + database, "--Logging:LogLevel:Default=Warning"]);
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        ReformDbContext now = scope.ServiceProvider.GetRequiredService<ReformDbContext>();
        Assert.Equal(receipt, (await now.CaseRecords.SingleAsync(TestContext.Current.CancellationToken)).Content);
        Assert.Equal(("H-1", new NodaTime.LocalDate(2026, 3, 2)), (now.CaseFacts.Single().CaseId, now.CaseFacts.Single().ReceivedOn));
        Assert.Empty(now.Findings);
        Assert.Empty(await now.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.False(now.Database.HasPendingModelChanges());
    }

    // A row of the table as it was: every column that needs a value has one.
    private static async Task InsertFacts(ReformDbContext db)
    {
        List<(string Name, string Type)> columns = [];
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using (System.Data.Common.DbCommand command = db.Database.GetDbConnection().CreateCommand())
        {
            command.CommandText = "SELECT name, type FROM pragma_table_info('CaseFacts') WHERE \"notnull\" = 1";
            await using System.Data.Common.DbDataReader reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                columns.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        IEnumerable<string> values = columns.Select(c => c.Name switch
        {
            "CaseId" => "'H-1'",
            "ReceivedOn" or "AsOf" => "20260302",
            _ => c.Type == "TEXT" ? "'ward'" : "0",
        });
        await using System.Data.Common.DbCommand insert = db.Database.GetDbConnection().CreateCommand();
        insert.CommandText = "INSERT INTO CaseFacts (" + string.Join(", ", columns.Select(c => c.Name)) + ") VALUES (" + string.Join(", ", values) + ")";
        await insert.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
