using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Reform.Grpc.Storage;

/// <summary>The file in which everything is kept: its connection string, and what is done with it at the start.</summary>
internal static class DatabaseFile
{
    private const int BusyTimeoutSeconds = 300;

    /// <exception cref="DatabaseFileException">The path names no file.</exception>
    public static string ConnectionString(string path) =>
        string.IsNullOrWhiteSpace(path) || path.StartsWith(':')
            ? throw new DatabaseFileException("Database names no file")
            : new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = BusyTimeoutSeconds }.ToString();

    /// <summary>Makes the file, or brings it up to date: all of it or nothing, whenever the process ends.</summary>
    /// <remarks>
    /// Not by Migrate(): that one notes in the database itself that it is at work, and waits for ever for a process that was killed
    /// in between. Here SQLite's own lock keeps two processes apart, and ends with the process.
    /// </remarks>
    /// <exception cref="DatabaseFileException">The file cannot be used.</exception>
    public static void Prepare(ReformDbContext db)
    {
        try
        {
            db.Database.OpenConnection();
            Execute(db, "PRAGMA journal_mode=WAL");
            // A migration may rebuild a table; that must not delete what refers to it. Only outside a transaction can it be said.
            Execute(db, "PRAGMA foreign_keys=OFF");
            BringUpToDate(db);
        }
        catch (SqliteException e)
        {
            throw new DatabaseFileException("the database file '" + db.Database.GetDbConnection().DataSource + "' cannot be used: " + e.Message);
        }
        finally
        {
            db.Database.CloseConnection();
        }
    }

    /// <summary>Opens a file that there is, to read what the service keeps in it; the service may run meanwhile. The file is left as it is.</summary>
    /// <exception cref="DatabaseFileException">It is no such file, or not of this version of the program.</exception>
    public static ReformDbContext OpenToRead(string path)
    {
        string connection = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = BusyTimeoutSeconds, Pooling = false }.ToString();
        var db = new ReformDbContext(new DbContextOptionsBuilder<ReformDbContext>().UseSqlite(connection).Options);
        try
        {
            string[] applied = [.. db.Database.GetAppliedMigrations()];
            return applied.SequenceEqual(db.Database.GetMigrations(), StringComparer.Ordinal) ? db : throw new DatabaseFileException(
                "the database file '" + path + "' is not of this version of the program; start the service on it once");
        }
        catch (SqliteException e)
        {
            db.Dispose();
            throw new DatabaseFileException("the database file '" + path + "' cannot be used: " + e.Message);
        }
    }

    private static void BringUpToDate(ReformDbContext db)
    {
        using IDbContextTransaction transaction = db.Database.BeginTransaction();
        string[] applied = [.. db.Database.GetAppliedMigrations()];
        string[] known = [.. db.Database.GetMigrations()];
        if (applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is string newer)
        {
            throw new DatabaseFileException(
                "the database file '" + db.Database.GetDbConnection().DataSource + "' was made by a newer version of this program (" + newer + ")");
        }

        if (applied.Length == known.Length)
        {
            return;
        }

        Execute(db, db.GetService<IMigrator>().GenerateScript(applied.LastOrDefault(), null, MigrationsSqlGenerationOptions.NoTransactions));
        if (Execute(db, "PRAGMA foreign_key_check") is not null)
        {
            throw new InvalidOperationException("A migration left rows that refer to nothing.");
        }

        transaction.Commit();
    }

    private static object? Execute(ReformDbContext db, string sql)
    {
        using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}

/// <summary>The database file cannot be used; the message says why, for the operator.</summary>
internal sealed class DatabaseFileException(string message) : Exception(message);
