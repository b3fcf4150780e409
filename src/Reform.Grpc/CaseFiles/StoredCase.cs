using System.Globalization;
using Reform.Domain.Cases;
using Reform.Domain.Legal;
using Reform.Grpc.Registers;
using Reform.Grpc.Storage;
using P = Reform.Casefiles.V1;

namespace Reform.Grpc.CaseFiles;

/// <summary>What is kept of a case beside its events.</summary>
internal sealed record StoredCase(string CaseId, string CalendarId, string? Place, int RecordCount)
{
    public string Etag => "n" + RecordCount.ToString(CultureInfo.InvariantCulture);

    public static StoredCase Of(CaseFileRow row) => new(row.CaseId, row.CalendarId, row.Place, row.RecordCount);

    /// <summary>The case of its records, in their order.</summary>
    public static CaseFile Replay(string caseId, IEnumerable<CaseRecordRow> rows) => CaseFile.From(caseId, rows.Select(Record));

    public static Recorded<CaseEvent> Record(CaseRecordRow row) => new(
        IdOf(row.Ordinal),
        row.Content is byte[] content ? CaseEventReading.Event("journal", P.CaseEvent.Parser.ParseFrom(content)) : null,
        RecordTime.Of(row.RecordedAtMicros),
        row.Corrects is int corrects ? IdOf(corrects) : null);

    public static string IdOf(int ordinal) => ordinal.ToString(CultureInfo.InvariantCulture);
}
