using System.Diagnostics;
using System.Globalization;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Reform.Casefiles.V1;
using Reform.Grpc;

namespace Reform.Benchmarks;

/// <summary>
/// Indicators over stored cases: <c>-- indicators COUNT FOLDER</c> after <c>-- store casefiles 5000 FOLDER</c>. The stored cases are copied under
/// other names up to the count; then the service reports on all, and a plain loop over the same rows counts what is received, in time and late.
/// </summary>
internal static class IndicatorMeasurement
{
    public static async Task Run(string[] args)
    {
        if (args is not [string count, string folder])
        {
            throw new ArgumentException("COUNT FOLDER", nameof(args));
        }

        string database = Path.Combine(folder, "reform.db");
        Multiply(database, int.Parse(count, CultureInfo.InvariantCulture));
        Loop(database);
        await Service(database);
    }

    /// <summary>Copies the stored cases under other names up to a count; of more tables too, such as their records.</summary>
    public static void Multiply(string database, int wanted, params string[] more)
    {
        using SqliteConnection connection = Open(database);
        long there = (long)Scalar(connection, "SELECT count(*) FROM CaseFacts");
        string times = ((wanted / there) - 1).ToString(CultureInfo.InvariantCulture);
        foreach (string table in (string[])["CaseFiles", "CaseFacts", .. more])
        {
            var columns = new List<string>();
            using (SqliteDataReader info = Command(connection, "SELECT name FROM pragma_table_info('" + table + "')").ExecuteReader())
            {
                while (info.Read())
                {
                    columns.Add(info.GetString(0));
                }
            }

            string Values(string? caseId) => string.Join(", ", columns.Select(c => c == "CaseId" && caseId is not null ? caseId : "\"" + c + "\""));
            using SqliteCommand insert = Command(
                connection,
                "WITH RECURSIVE n(i) AS (SELECT 1 WHERE " + times + " > 0 UNION ALL SELECT i + 1 FROM n WHERE i < " + times + ") INSERT INTO " + table
                + " (" + Values(null) + ") SELECT " + Values("CaseId || '-' || i") + " FROM " + table + " CROSS JOIN n");
            insert.CommandTimeout = 0;
            insert.ExecuteNonQuery();
        }
    }

    private static void Loop(string database)
    {
        using SqliteConnection connection = Open(database);
        var watch = Stopwatch.StartNew();
        long received = 0, late = 0;
        using SqliteDataReader rows = Command(connection, "SELECT ReceivedOn, EndedOn, ComputedDueOn FROM CaseFacts").ExecuteReader();
        while (rows.Read())
        {
            received++;
            late += !rows.IsDBNull(1) && !rows.IsDBNull(2) && rows.GetInt32(1) > rows.GetInt32(2) ? 1 : 0;
        }

        Say("loop over rows", received, watch);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"late {late}"));
    }

    private static async Task Service(string database)
    {
        await using WebApplication app = ReformServer.Build(
            ["--Database=" + database, "--Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"]);
        await app.StartAsync();
        using var channel = GrpcChannel.ForAddress(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        var request = new GetIndicatorsRequest
        {
            Parent = "units/-",
            From = new Google.Type.Date { Year = 2025, Month = 1, Day = 1 },
            AsOf = new Google.Type.Date { Year = 2025, Month = 12, Day = 31 },
        };
        var watch = Stopwatch.StartNew();
        GetIndicatorsResponse answer = await new CaseService.CaseServiceClient(channel).GetIndicatorsAsync(request);
        Say("service", answer.Whole.Received, watch);
        await app.StopAsync();
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection("Data Source=" + path);
        connection.Open();
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static object Scalar(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = Command(connection, sql);
        return command.ExecuteScalar()!;
    }

    private static void Say(string way, long count, Stopwatch watch)
    {
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{way}: {count} cases, clock {watch.Elapsed.TotalSeconds:F2} s, {watch.Elapsed.TotalMicroseconds / count:F2} us a case, peak {process.PeakWorkingSet64 / 1048576.0:F0} MiB"));
    }
}
