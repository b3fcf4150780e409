using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Reform.Cases.V1;

namespace Reform.Grpc.Tests;

/// <summary>What an operator meets at the start: a file or a port that cannot be used is told in a line, and a killed start harms nothing.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reform-tests-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_database_that_cannot_be_used_is_named_with_what_is_wrong()
    {
        string text = Path.Combine(folder, "text.db");
        await File.WriteAllTextAsync(text, new string('x', 5000), TestContext.Current.CancellationToken);
        string other = Path.Combine(folder, "other.db");
        await Sql(other, "CREATE TABLE CaseLogs (x)");
        string newer = Path.Combine(folder, "newer.db");
        await (await ReformProcess.Serve(newer)).DisposeAsync();
        await Sql(newer, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99')");

        CannotStart("file is not a database", "--Database=" + text);
        CannotStart("already exists", "--Database=" + other);
        CannotStart("a newer version", "--Database=" + newer);
        CannotStart("unable to open", "--Database=" + Path.Combine(folder, "no", "such.db"));
        CannotStart("names no file", "--Database=");
        CannotStart("names no file", "--Database=:memory:");
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(text, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_port_that_is_taken_is_told_without_a_crash()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        string port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        CannotStart("address already in use", "--Database=" + Path.Combine(folder, "a.db"), "--Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:" + port);
    }

    [Theory]
    [InlineData("no setting '--Databse'; the nearest is '--Database'", "--Databse=x.db")]
    [InlineData("no setting '--RulePack:Folder'; the nearest is '--RulePacks:Folder'", "--Database=x.db", "--RulePack:Folder", "packs")]
    [InlineData("no setting '--Kestrl:Endpoints:Grpc:Url'; the nearest is '--Kestrel:", "--Kestrl:Endpoints:Grpc:Url=http://localhost:1")]
    [InlineData("no setting '-Database'; the nearest is '--Database'", "-Database=x.db")]
    [InlineData("no setting 'x.db'", "--Database", "x.db", "x.db")]
    [InlineData("'--Database' has no value", "--Database")]
    [InlineData("'--Database' has no value", "--Database", "--Urls=http://localhost:1")]
    public void A_setting_that_is_not_known_is_refused_with_the_nearest_one(string why, params string[] arguments)
    {
        CannotStart(why, arguments);
        Assert.False(File.Exists("x.db"));
    }

    // Entity Framework's own migration lock is a row that stays when the process is killed, and then makes every start wait for ever.
    [Fact(Timeout = Testing.HangGuard.Milliseconds)]
    public async Task A_start_that_was_killed_while_it_made_the_database_does_not_stop_the_next_one()
    {
        string database = Path.Combine(folder, "killed.db");
        await Sql(database, """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00+00:00');
            """);
        await using ReformProcess service = await ReformProcess.Serve(database);
        using var channel = global::Grpc.Net.Client.GrpcChannel.ForAddress("http://" + service.Address);
        ListCaseLogsResponse logs = await new CaseLogService.CaseLogServiceClient(channel)
            .ListCaseLogsAsync(new ListCaseLogsRequest(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(logs.CaseLogs);
    }

    [Theory]
    [InlineData("ready.db")]
    [InlineData("a;Mode=ReadOnly.db")]
    public async Task Any_file_name_is_a_database_and_a_file_made_ready_beforehand_lets_readers_and_the_writer_work_together(string name)
    {
        string database = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(database, [], TestContext.Current.CancellationToken);
        await (await ReformProcess.Serve(database)).DisposeAsync();
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database }.ToString());
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using SqliteCommand mode = connection.CreateCommand();
        mode.CommandText = "PRAGMA journal_mode";
        Assert.Equal("wal", await mode.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    private static void CannotStart(string why, params ReadOnlySpan<string> arguments)
    {
        (int exitCode, _, string error) = ReformProcess.Run(arguments);
        Assert.Equal(2, exitCode);
        string line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("The service cannot start: ", line, StringComparison.Ordinal);
        Assert.Contains(why, line, StringComparison.Ordinal);
    }

    private static async Task Sql(string database, string sql)
    {
        await using var connection = new SqliteConnection("Data Source=" + database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
