using System.Globalization;
using Google.Protobuf;

namespace Reform.Grpc.Tests.Procedures;

/// <summary>A procedure as an agency writes it, of one step and one limit; LIMIT stands for its length.</summary>
internal static class PermitFile
{
    public const string Text = """
        {
          // A procedure as an agency writes it.
          "sources": [{ "id": "Q1", "title": "Quy chế", "number": "12-QĐ/TU", "issuer": "Thành ủy", "kind": "primary-text", "from": "2026-01-01" }],
          "procedures": [{
            "code": "HP-1", "name": { "vi": "Cấp phép thử", "en": "Test permit" }, "system": "state",
            "versions": [{
              "from": "2026-01-01", "field": "permits", "levels": [], "requester": "citizen", "receiving_unit": "ward", "deciding_unit": "ward",
              "channels": ["paper"], "result": "Giấy phép", "basis": ["12-QĐ/TU"], "documents": [],
              "steps": [{ "number": 1, "name": { "vi": "Thẩm định", "en": "Appraisal" }, "unit": "ward", "output": "Báo cáo", "decided_by": "Chủ tịch", "time_limits": ["HP-T"] }],
              "time_limits": [{
                "id": "HP-T", "name": { "vi": "Toàn bộ", "en": "Whole" }, "scope": "total", "direction": "forward",
                "limit": { "unit": "working_day", "amount": LIMIT }, "start_event": "receipt.time", "end_event": "decision.date",
                "source": "Q1", "confidence": "verified"
              }]
            }]
          }]
        }
        """;

    /// <summary>The definition with a limit of so many working days.</summary>
    public static ByteString Of(int days, params ReadOnlySpan<(string Old, string New)> changes)
    {
        string text = Text.Replace("LIMIT", days.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        foreach ((string old, string changed) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, changed, StringComparison.Ordinal);
        }

        return ByteString.CopyFromUtf8(text);
    }

    /// <summary>The definition with a second version, of another limit, from a date on.</summary>
    public static string Twice(string from)
    {
        string text = Text.Replace("LIMIT", "5", StringComparison.Ordinal);
        int start = text.IndexOf("\"versions\": [", StringComparison.Ordinal) + "\"versions\": [".Length;
        int end = text.LastIndexOf(']', text.LastIndexOf(']') - 1);
        string version = text[start..end];
        string second = version.Replace("\"from\": \"2026-01-01\"", "\"from\": \"" + from + "\"", StringComparison.Ordinal).Replace("HP-T", "HP-T2", StringComparison.Ordinal);
        string first = version.Replace("\"from\": \"2026-01-01\"", "\"from\": \"2026-01-01\", \"to\": \"" + from + "\"", StringComparison.Ordinal);
        return text[..start] + first + ", " + second + text[end..];
    }
}
