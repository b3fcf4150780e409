using System.Globalization;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Checks the records of a case, and puts the events that stand into the order in which they happened.</summary>
internal static class CaseRecords
{
    public static void Check(ValueList<Recorded<CaseEvent>> records)
    {
        var places = new HashSet<string>(records.Count, StringComparer.Ordinal);
        HashSet<string>? corrected = null;
        for (int i = 0; i < records.Count; i++)
        {
            Recorded<CaseEvent> record = records[i];
            if (i > 0 && record.RecordedAt < records[i - 1].RecordedAt)
            {
                throw Problem("recorded_out_of_order", i, ".recorded_at",
                    "các ghi nhận phải theo thứ tự thời điểm ghi", "records stand in the order in which they were recorded");
            }

            if (record.Corrects is string corrects)
            {
                if (!places.Contains(corrects))
                {
                    throw Problem("unknown_record", i, ".corrects", "không có ghi nhận '" + corrects + "' trước đó", "there is no record '" + corrects + "' before this one");
                }

                if (!(corrected ??= new(StringComparer.Ordinal)).Add(corrects))
                {
                    throw Problem("corrected_twice", i, ".corrects",
                        "ghi nhận '" + corrects + "' đã được đính chính; hãy đính chính bản mới nhất",
                        "the record '" + corrects + "' is corrected already; correct the latest one");
                }
            }
            else if (record.Fact is null)
            {
                throw Problem("empty_record", i, "", "ghi nhận không có nội dung", "the record holds nothing");
            }

            if (string.IsNullOrWhiteSpace(record.Id))
            {
                throw Problem("blank", i, ".record", "không được để trống", "must not be blank");
            }

            if (!places.Add(record.Id))
            {
                throw Problem("duplicate_record", i, ".record", "ghi nhận '" + record.Id + "' bị lặp lại", "the record '" + record.Id + "' stands twice");
            }
        }
    }

    /// <summary>Whether nothing was corrected and everything was recorded in the order in which it happened.</summary>
    public static bool AreInOrder(ValueList<Recorded<CaseEvent>> records)
    {
        CaseTime? latest = null;
        foreach (Recorded<CaseEvent> record in records.AsSpan())
        {
            if (record.Corrects is not null || (latest is not null && record.Fact!.At.IsBefore(latest)))
            {
                return false;
            }

            // A date alone says nothing of the hours that lie before it on that date.
            CaseTime at = record.Fact!.At;
            latest = latest is not null && at.IsDateOnly && at.Date == latest.Date ? latest : at;
        }

        return true;
    }

    /// <summary>The events that stand up to a date, in the order in which they happened, with the places of their records.</summary>
    public static (CaseEvent[] Events, int[] Places) InOrder(ValueList<Recorded<CaseEvent>> records, LocalDate? until)
    {
        ReadOnlySpan<Recorded<CaseEvent>> all = records.AsSpan();
        var ordered = new List<(CaseEvent Event, int Place)>(all.Length);
        foreach ((int source, int place) in Standing(records))
        {
            CaseEvent e = all[source].Fact!;
            if (until is LocalDate last && e.At.Date > last)
            {
                continue;
            }

            // In front of the first event that it certainly precedes; else behind all.
            int at = ordered.Count;
            for (int i = ordered.Count - 1; i >= 0 && ordered[i].Event.At.Date >= e.At.Date; i--)
            {
                if (e.At.IsBefore(ordered[i].Event.At))
                {
                    at = i;
                }
            }

            ordered.Insert(at, (e, place));
        }

        var events = new CaseEvent[ordered.Count];
        var places = new int[ordered.Count];
        for (int i = 0; i < events.Length; i++)
        {
            (events[i], places[i]) = ordered[i];
        }

        return (events, places);
    }

    // The records that stand, in the order of what they first said: a correction has the place of what it corrects.
    private static IEnumerable<(int Source, int Place)> Standing(ValueList<Recorded<CaseEvent>> records)
    {
        bool anyCorrection = false;
        foreach (Recorded<CaseEvent> record in records.AsSpan())
        {
            anyCorrection |= record.Corrects is not null;
        }

        if (!anyCorrection)
        {
            return Enumerable.Range(0, records.Count).Select(i => (i, i));
        }

        var roots = new Dictionary<string, int>(StringComparer.Ordinal);
        var latest = new SortedDictionary<int, int>();
        for (int i = 0; i < records.Count; i++)
        {
            int root = records[i].Corrects is string corrects && roots.TryGetValue(corrects, out int known) ? known : i;
            roots[records[i].Id] = root;
            latest[root] = i;
        }

        return latest.Where(l => records[l.Value].Fact is not null).Select(l => (l.Value, l.Value));
    }

    private static CaseInputException Problem(string code, int index, string member, string vietnamese, string english) =>
        CaseInputException.Of(code, "records[" + index.ToString(CultureInfo.InvariantCulture) + "]" + member, vietnamese, english);
}
