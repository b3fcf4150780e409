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
using Reform.Cases.V1;
using Reform.Grpc;

namespace Reform.Benchmarks;

/// <summary>
/// Stores the cases of a log: <c>-- store service FILE FOLDER</c> through the service, over loopback; then <c>-- store raw FOLDER</c> inserts the very
/// rows that it stored into an empty file of the same engine, table and durability, by one prepared statement in one transaction.
/// </summary>
internal static class StoreMeasurement
{
    private const string Mapping = """{ "zone": "Europe/Rome", "activities": { "receipt": "Create Fine", "end": "Send Fine" } }""";
    private const int PieceBytes = 256 * 1024;
    private static readonly string[] Columns = ["$log", "$ordinal", "$id", "$content"];

    public static async Task Run(string[] args)
    {
        switch (args)
        {
            case ["service", string log, string folder]:
                await Service(log, Path.Combine(folder, "reform.db"));
                break;
            case ["raw", string folder]:
                Raw(Path.Combine(folder, "reform.db"), Path.Combine(folder, "raw.db"));
                break;
            default:
                throw new ArgumentException("service FILE FOLDER, or raw FOLDER", nameof(args));
        }
    }

    private static async Task Service(string log, string database)
    {
        WebApplication app = ReformServer.Build(
            ["--Database=" + database, "--Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"]);
        await app.StartAsync();
        using var channel = GrpcChannel.ForAddress(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
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

    private static void Raw(string from, string to)
    {
        using SqliteConnection source = Open(from);
        List<string> schema = [];
        using (SqliteDataReader tables = Command(source, "SELECT sql FROM sqlite_master WHERE tbl_name = 'Cases' AND sql IS NOT NULL ORDER BY type DESC").ExecuteReader())
        {
            while (tables.Read())
            {
                schema.Add(tables.GetString(0));
            }
        }

        List<(string Log, long Ordinal, string Id, byte[] Content)> rows = [];
        using (SqliteDataReader cases = Command(source, "SELECT CaseLogId, Ordinal, CaseId, Content FROM Cases ORDER BY Ordinal").ExecuteReader())
        {
            while (cases.Read())
            {
                rows.Add((cases.GetString(0), cases.GetInt64(1), cases.GetString(2), cases.GetFieldValue<byte[]>(3)));
            }
        }

        using SqliteConnection target = Open(to);
        Execute(target, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=OFF");
        schema.ForEach(s => Execute(target, s));
        var watch = new Measured();
        using (SqliteTransaction transaction = target.BeginTransaction())
        {
            using SqliteCommand insert = Command(target, "INSERT INTO Cases (CaseLogId, Ordinal, CaseId, Content) VALUES ($log, $ordinal, $id, $content)");
            insert.Transaction = transaction;
            SqliteParameter[] values = [.. Columns.Select(c => insert.Parameters.Add(new SqliteParameter(c, null)))];
            insert.Prepare();
            foreach ((string log, long ordinal, string id, byte[] content) in rows)
            {
                (values[0].Value, values[1].Value, values[2].Value, values[3].Value) = (log, ordinal, id, content);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        watch.Say("raw", rows.Count);
        Execute(target, "PRAGMA wal_checkpoint(TRUNCATE)");
        long pages = (long)Command(target, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").ExecuteScalar()!;
        long messages = rows.Sum(r => (long)r.Content.Length);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"file {pages} bytes, {(double)pages / rows.Count:F1} a case, of which the message {(double)messages / rows.Count:F1}; the service's file {new FileInfo(from).Length}"));
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
