using NodaTime;
using Reform.Domain.Legal;

namespace Reform.Domain.Cases;

/// <summary>A record of a case as attributes: when it was recorded, what it corrects, and the event that it holds.</summary>
internal static class CaseRecordAttributes
{
    public const string Place = "reform:place";
    private const string Record = "reform:record";
    private const string RecordedAt = "reform:recorded_at";
    private const string Corrects = "reform:corrects";

    public static void Put(CaseAttributeWriter writer, Recorded<CaseEvent> record, int place)
    {
        writer.Put(Place, place);
        writer.Put(Record, record.Id);
        writer.PutMoment(RecordedAt, record.RecordedAt);
        writer.Put(Corrects, record.Corrects);
        if (record.Fact is CaseEvent e)
        {
            CaseEventAttributes.Put(writer, e);
        }
    }

    public static (int Place, Recorded<CaseEvent> Record) Read(CaseAttributeReader reader)
    {
        int place = reader.RequiredWhole(Place);
        string id = reader.RequiredText(Record);
        Instant recordedAt = reader.RequiredMoment(RecordedAt);
        string? corrects = reader.Text(Corrects);
        CaseEvent? e = CaseEventAttributes.Read(reader);
        reader.RejectUnknown();
        return (place, new Recorded<CaseEvent>(id, e, recordedAt, corrects));
    }
}
