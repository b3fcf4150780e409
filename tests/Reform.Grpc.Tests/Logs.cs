using System.Globalization;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Reform.Cases.V1;

namespace Reform.Grpc.Tests;

/// <summary>Small logs and mappings, and the import of them.</summary>
internal static class Logs
{
    public const string Mapping = """
        {
          "zone": "Asia/Ho_Chi_Minh", "as_of": "2026-06-01", "synthetic": true,
          "case": { "receipt": "received", "deadline": "due", "end": "ended", "responsible": "who" },
          "expected_sequence": ["receive", "decide"],
          "four_eyes": [{ "first": "receive", "second": "decide" }]
        }
        """;

    /// <summary>Cases c-0, c-1 …; every second one ends a day late, and both steps of every third are done by one account.</summary>
    public static byte[] Of(int cases, Func<int, string>? idOf = null)
    {
        var log = new StringBuilder("<?xml version=\"1.0\"?>\n<log>\n");
        for (int i = 0; i < cases; i++)
        {
            string id = idOf?.Invoke(i) ?? "c-" + i.ToString(CultureInfo.InvariantCulture);
            string ended = i % 2 == 0 ? "2026-03-10T23:30:00+07:00" : "2026-03-11T00:10:00+07:00";
            string decider = i % 3 == 0 ? "cb-01" : "cb-02";
            log.Append(CultureInfo.InvariantCulture, $"""
                <trace><string key="concept:name" value="{id}"/><date key="received" value="2026-03-02T08:00:00+07:00"/>
                <date key="due" value="2026-03-10T17:00:00+07:00"/><date key="ended" value="{ended}"/><string key="who" value="cb-01"/>
                <event><string key="concept:name" value="receive"/><string key="org:resource" value="cb-01"/><date key="time:timestamp" value="2026-03-02T08:00:00+07:00"/></event>
                <event><string key="concept:name" value="decide"/><string key="org:resource" value="{decider}"/><date key="time:timestamp" value="2026-03-09T08:00:00+07:00"/></event>
                </trace>

                """);
        }

        return Encoding.UTF8.GetBytes(log.Append("</log>\n").ToString());
    }

    public static ImportHeader Header(string caseLogId, byte[] log, string? requestId = null, string mapping = Mapping, string etag = "") => new()
    {
        RequestId = requestId ?? Guid.NewGuid().ToString(),
        CaseLogId = caseLogId,
        TotalBytes = log.Length,
        Etag = etag,
        Mapping = new Document { Name = "mapping.json", Content = ByteString.CopyFromUtf8(mapping) },
    };

    public static async Task<CaseLog> Import(TestServer server, string caseLogId, byte[] log, string etag = "") =>
        (await Send(server, Header(caseLogId, log, etag: etag), log)).CaseLog;

    /// <summary>Sends a header and the bytes from one offset to another, in pieces.</summary>
    public static async Task<ImportCaseLogResponse> Send(
        TestServer server, ImportHeader header, byte[] log, int from = 0, int? to = null, int pieceBytes = 1000)
    {
        using AsyncClientStreamingCall<ImportCaseLogRequest, ImportCaseLogResponse> call = server.CaseLogs.ImportCaseLog();
        try
        {
            await call.RequestStream.WriteAsync(new ImportCaseLogRequest { Header = header });
            for (int offset = from; offset < (to ?? log.Length); offset += pieceBytes)
            {
                int length = Math.Min(pieceBytes, (to ?? log.Length) - offset);
                await call.RequestStream.WriteAsync(new ImportCaseLogRequest
                {
                    Chunk = new ImportChunk { Offset = offset, Data = ByteString.CopyFrom(log, offset, length) },
                });
            }

            await call.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            // The service may answer before everything was sent; its answer is what counts.
            return await call.ResponseAsync;
        }

        return await call.ResponseAsync;
    }
}
