using System.Diagnostics;
using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Reform.Casefiles.V1;
using Reform.Cases.V1;
using Reform.Grpc;

namespace Reform.Benchmarks;

/// <summary>
/// Stores cases: <c>-- store service FILE FOLDER</c> those of a log, <c>-- store casefiles COUNT FOLDER</c> case files, through the service, over
/// loopback; then <c>-- store raw FOLDER TABLE</c> inserts every row that the service stored into an empty file of the same engine, tables and
/// durability, by prepared statements in one transaction, and says what a row of the table takes (Cases, CaseFiles).
/// </summary>
internal static class StoreMeasurement
{
    private const string Mapping = """{ "zone": "Europe/Rome", "activities": { "receipt": "Create Fine", "end": "Send Fine" } }""";
    private const int PieceBytes = 256 * 1024;

    public static async Task Run(string[] args)
    {
        switch (args)
        {
            case ["service", string log, string folder]:
                await Service(log, Path.Combine(folder, "reform.db"));
                break;
            case ["casefiles", string count, string folder]:
                await CaseFiles(int.Parse(count, CultureInfo.InvariantCulture), Path.Combine(folder, "reform.db"));
                break;
            case ["raw", string folder, string per]:
                Raw(Path.Combine(folder, "reform.db"), Path.Combine(folder, "raw.db"), per);
                break;
            default:
                throw new ArgumentException("service FILE FOLDER, casefiles COUNT FOLDER, or raw FOLDER TABLE", nameof(args));
        }
    }

    private static async Task<WebApplication> Start(string database)
    {
        WebApplication app = ReformServer.Build(
            ["--Database=" + database, "--Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"]);
        await app.StartAsync();
        return app;
    }

    private static GrpcChannel ChannelTo(WebApplication app) =>
        GrpcChannel.ForAddress(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    private static async Task Service(string log, string database)
    {
        await using WebApplication app = await Start(database);
        using GrpcChannel channel = ChannelTo(app);
        var client = new CaseLogService.CaseLogServiceClient(channel);
        byte[] bytes = await File.ReadAllBytesAsync(log);
        var watch = new Measured();
        using AsyncClientStreamingCall<ImportCaseLogRequest, ImportCaseLogResponse> call = client.ImportCaseLog();
        await call.RequestStream.WriteAsync(new ImportCaseLogRequest
        {
            Header = new ImportHeader
            {
                RequestId = Guid.NewGuid().ToString(),
                CaseLogId = "fines",
                TotalBytes = bytes.Length,
                Mapping = new Document { Name = "mapping.json", Content = ByteString.CopyFromUtf8(Mapping) },
            },
        });
        for (int offset = 0; offset < bytes.Length; offset += PieceBytes)
        {
            ByteString piece = ByteString.CopyFrom(bytes, offset, Math.Min(PieceBytes, bytes.Length - offset));
            await call.RequestStream.WriteAsync(new ImportCaseLogRequest { Chunk = new ImportChunk { Offset = offset, Data = piece } });
        }

        await call.RequestStream.CompleteAsync();
        ImportCaseLogResponse answer = await call.ResponseAsync;
        watch.Say("service", answer.CaseLog.CaseCount);
        await app.StopAsync();
    }

    // Cases of six events, as another system would hand them over; not the fines, which have no procedure here.
    private static async Task CaseFiles(int count, string database)
    {
        await using WebApplication app = await Start(database);
        using GrpcChannel channel = ChannelTo(app);
        var client = new CaseService.CaseServiceClient(channel);
        var watch = new Measured();
        using AsyncClientStreamingCall<ImportCasesRequest, ImportCasesResponse> call = client.ImportCases();
        for (int i = 0; i < count; i++)
        {
            string number = i.ToString(CultureInfo.InvariantCulture);
            CaseEvent On(int day, CaseEvent e)
            {
                e.At = new EventTime { Date = new Google.Type.Date { Year = 2025, Month = 8, Day = day } };
                return e;
            }

            await call.RequestStream.WriteAsync(new ImportCasesRequest
            {
                RequestId = Guid.NewGuid().ToString(),
                CaseId = "H-" + number,
                Events =
                {
                    On(1, new CaseEvent { Received = new CaseReceived { Procedure = "PTY-ADM", Unit = "cell", Requester = "R-" + number } }),
                    On(4, new CaseEvent { CompletenessChecked = new CompletenessChecked { Complete = true } }),
                    On(5, new CaseEvent { StepStarted = new StepStarted { Step = 1, Unit = "cell" } }),
                    On(11, new CaseEvent { StepFinished = new StepFinished { Step = 1 } }),
                    On(12, new CaseEvent { Decided = new CaseDecided() }),
                    On(13, new CaseEvent { ResultReturned = new ResultReturned() }),
                },
            });
        }

        await call.RequestStream.CompleteAsync();
        ImportCasesResponse answer = await call.ResponseAsync;
        watch.Say("case files", answer.ImportedCount);
        await app.StopAsync();
    }

    private static void Raw(string from, string to, string per)
    {
        using SqliteConnection source = Open(from);
        using SqliteConnection target = Open(to);
        Execute(target, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=OFF");
        List<(string Insert, int Columns, List<object[]> Rows)> tables = [];
        using (SqliteDataReader schema = Command(
            source, "SELECT sql, type, name FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'sqlite%' AND substr(tbl_name, 1, 2) <> '__' ORDER BY type DESC").ExecuteReader())
        {
            while (schema.Read())
            {
                Execute(target, schema.GetString(0));
                if (schema.GetString(1) == "table")
                {
                    tables.Add(RowsOf(source, schema.GetString(2)));
                }
            }
        }

        long cases = (long)Command(source, "SELECT count(*) FROM " + per).ExecuteScalar()!;
        var watch = new Measured();
        using (SqliteTransaction transaction = target.BeginTransaction())
        {
            foreach ((string sql, int columns, List<object[]> rows) in tables)
            {
                using SqliteCommand insert = Command(target, sql);
                insert.Transaction = transaction;
                SqliteParameter[] values = [.. Enumerable.Range(0, columns).Select(c => insert.Parameters.Add(new SqliteParameter("$" + c.ToString(CultureInfo.InvariantCulture), null)))];
                insert.Prepare();
                foreach (object[] row in rows)
                {
                    for (int i = 0; i < row.Length; i++)
                    {
                        values[i].Value = row[i];
                    }

                    insert.ExecuteNonQuery();
                }
            }

            transaction.Commit();
        }

        watch.Say("raw", cases);
        Execute(target, "PRAGMA wal_checkpoint(TRUNCATE)");
        long size = (long)Command(target, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").ExecuteScalar()!;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{tables.Sum(t => t.Rows.Count)} rows; file {size} bytes, {(double)size / cases:F1} a case; the service's file {new FileInfo(from).Length}"));
    }

    private static (string Insert, int Columns, List<object[]> Rows) RowsOf(SqliteConnection source, string table)
    {
        using SqliteDataReader reader = Command(source, "SELECT * FROM \"" + table + "\" ORDER BY rowid").ExecuteReader();
        List<object[]> rows = [];
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        string places = string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(c => "$" + c.ToString(CultureInfo.InvariantCulture)));
        return ("INSERT INTO \"" + table + "\" VALUES (" + places + ")", reader.FieldCount, rows);
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

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    private sealed class Measured
    {
        private readonly Stopwatch watch = Stopwatch.StartNew();
        private readonly TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;

        public void Say(string way, long count)
        {
            using Process process = Process.GetCurrentProcess();
            double processor = (process.TotalProcessorTime - before).TotalSeconds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{way}: {count} stored; processor {processor:F2} s, clock {watch.Elapsed.TotalSeconds:F2} s, {watch.Elapsed.TotalMicroseconds / count:F1} us a case, peak {process.PeakWorkingSet64 / 1048576.0:F0} MiB"));
        }
    }
}
