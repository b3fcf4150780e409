using Reform.Casefiles.V1;
using Reform.Grpc.Calendars;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;

namespace Reform.Grpc.CaseFiles;

/// <summary>A case as it comes from elsewhere.</summary>
internal sealed record ImportedCase(StoredCase Stored, IReadOnlyList<NewRecord> Records, RecordFields Fields);

/// <summary>Reads cases that come from elsewhere: their events, or every record of them with both of its times.</summary>
internal sealed class ImportedCases(CalendarSelections calendars)
{
    private const int MostRecords = 1000;

    public ImportedCase Read(ImportCasesRequest request)
    {
        (int count, string list) = (request.Events.Count, request.Records.Count) switch
        {
            (0, 0) => throw Refusal.RequiredField("events"),
            ( > 0, > 0) => throw Refusal.InvalidField("records", "không đi cùng 'events'", "does not go with 'events'"),
            (0, int records) => (records, "records"),
            (int events, _) => (events, "events"),
        };
        RequestFields.AtMost(list, count, MostRecords);
        StoredCase stored = CaseServiceV1.StoredOf(request.CaseId, request.Calendar, request.Place, calendars, count);
        if (request.Events.Count > 0)
        {
            return new ImportedCase(
                stored,
                [.. request.Events.Select((e, i) => new NewRecord(CaseEventReading.Event(RequestFields.At(list, i), e)))],
                new RecordFields(i => RequestFields.At(list, i), (i, _) => RequestFields.At(list, i)));
        }

        NewRecord[] all = [.. request.Records.Select((r, i) => Record(RequestFields.At(list, i), r, i))];
        return new ImportedCase(stored, all, new RecordFields(
            i => RequestFields.At(list, i) + (all[i].Event is null ? "" : ".event"),
            (i, member) => RequestFields.At(list, i) + ".info" + (member == ".recorded_at" ? ".record_time" : member)));
    }

    // Who entered it elsewhere is not known here: whoever imports it answers for it.
    private static NewRecord Record(string field, CaseRecord record, int place)
    {
        Reform.Registers.V1.RecordInfo info = record.Info ?? new Reform.Registers.V1.RecordInfo();
        if (record.Event is null && info.Corrects.Length == 0)
        {
            throw Refusal.RequiredField(field + ".event");
        }

        if (record.Event is not null && info.StruckOut)
        {
            throw Refusal.InvalidField(field + ".info.struck_out", "không đi cùng 'event'", "does not go with 'event'");
        }

        return new NewRecord(record.Event is null ? null : CaseEventReading.Event(field + ".event", record.Event), RecordMapping.Word(field + ".info.corrects", info.Corrects))
        {
            Id = RecordMapping.Word(field + ".info.record", info.Record) ?? StoredCase.IdOf(place + 1),
            RecordedAt = info.RecordTime is null ? null : RecordTime.Of(RecordTime.Micros(RecordMapping.Moment(field + ".info.record_time", info.RecordTime))),
        };
    }
}
