using NodaTime;
using Reform.Domain.Cases;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;

namespace Reform.Grpc.CaseFiles;

/// <summary>Refuses records that cannot be, at their fields.</summary>
internal static class CaseRecordChecks
{
    private static readonly DateTimeZone Vietnam = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    // What lies in the future has not happened, and was not recorded; what was recorded had happened.
    public static void Happened(IReadOnlyList<NewRecord> records, Instant now, RecordFields fields)
    {
        LocalDate today = now.InZone(Vietnam).Date;
        for (int i = 0; i < records.Count; i++)
        {
            NewRecord record = records[i];
            if (record.RecordedAt > now)
            {
                throw Refusal.InvalidField(fields.Member(i, ".recorded_at"), "nằm trong tương lai", "lies in the future");
            }

            if (record.Event?.At.Date > today)
            {
                throw Refusal.InvalidField(fields.Event(i) + ".at", "nằm trong tương lai", "lies in the future");
            }

            if (record is { Event: CaseEvent e, RecordedAt: Instant recordedAt } && e.At.Date > recordedAt.InZone(Vietnam).Date)
            {
                throw Refusal.InvalidField(fields.Event(i) + ".at", "sau ngày được ghi nhận", "lies after the date on which it was recorded");
            }
        }
    }

    public static CaseFile Fit(Func<CaseFile> replay, int known, RecordFields fields)
    {
        try
        {
            return replay();
        }
        catch (CaseInputException e)
        {
            throw RegisterRefusal.Conflict([(e.Code, FieldOf(e.Field, known, fields), e.Problem)]);
        }
    }

    // "records[7].corrects" of the case is "entries[2].corrects" of the request. What no longer fits of a record that was there before is told at
    // the first entry: it is what does not fit with the rest.
    private static string FieldOf(string field, int known, RecordFields fields)
    {
        int end = field.IndexOf(']', StringComparison.Ordinal);
        if (end < 0 || !int.TryParse(field["records[".Length..end], out int place) || place < known)
        {
            return fields.Event(0);
        }

        string within = field[(end + 1)..];
        return within is ".corrects" or ".record" or ".recorded_at" ? fields.Member(place - known, within) : fields.Event(place - known) + within;
    }
}
