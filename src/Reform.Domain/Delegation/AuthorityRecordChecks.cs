using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>Looks for what makes a list of records contradict itself, whatever the facts say.</summary>
/// <param name="problems">Where problems are reported.</param>
internal sealed class AuthorityRecordChecks(List<AuthorityProblem> problems)
{
    // A power or a grant has one record and the corrections of it, so that at most one of them stands at any moment.
    public void Check<T>(ValueList<Recorded<T>> records, Func<int, string> at, Func<T, string> keyOf, bool isUnique)
        where T : class
    {
        var byId = new Dictionary<string, Recorded<T>>(StringComparer.Ordinal);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < records.Count; i++)
        {
            bool isNew = byId.TryAdd(records[i].Id, records[i]);
            if (records[i].Corrects is null && records[i].Fact is T fact && !keys.Add(keyOf(fact)) && isUnique)
            {
                problems.Add(Twice(at(i) + ".id", keyOf(fact)));
            }
            else if (!isNew)
            {
                problems.Add(Twice(at(i) + ".record", records[i].Id));
            }
        }

        var corrected = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < records.Count; i++)
        {
            if (records[i].Corrects is not null)
            {
                CheckCorrection(records[i], at(i) + ".corrects", byId, corrected, keyOf);
            }
            else if (records[i].Fact is null)
            {
                problems.Add(new("empty_record", at(i), new BilingualText("ghi nhận không có nội dung", "the record holds nothing")));
            }
        }
    }

    private void CheckCorrection<T>(
        Recorded<T> record, string field, Dictionary<string, Recorded<T>> byId, HashSet<string> corrected, Func<T, string> keyOf)
        where T : class
    {
        if (!byId.TryGetValue(record.Corrects!, out Recorded<T>? before))
        {
            problems.Add(AuthorityValidation.Unknown("record", record.Corrects!, field));
            return;
        }

        if (!corrected.Add(before.Id))
        {
            problems.Add(new("corrected_twice", field, new BilingualText(
                "ghi nhận '" + before.Id + "' đã được đính chính; hãy đính chính bản mới nhất",
                "the record '" + before.Id + "' is corrected already; correct the latest one")));
        }

        if (record.RecordedAt < before.RecordedAt || ReferenceEquals(record, before))
        {
            problems.Add(new("corrected_before_recorded", field, new BilingualText(
                "đính chính được ghi trước ghi nhận gốc", "the correction was recorded before what it corrects")));
        }

        // Behind a record that strikes out stands what it struck out.
        var met = new HashSet<string>(StringComparer.Ordinal);
        while (before.Fact is null && before.Corrects is string earlier && met.Add(earlier) && byId.TryGetValue(earlier, out Recorded<T>? struck))
        {
            before = struck;
        }

        if (record.Fact is T now && before.Fact is T then && !string.Equals(keyOf(now), keyOf(then), StringComparison.Ordinal))
        {
            problems.Add(new("corrects_another_fact", field, new BilingualText(
                "đính chính phải cùng đối tượng với ghi nhận gốc", "a correction is about the same thing as what it corrects")));
        }
    }

    public static AuthorityProblem Twice(string field, string id) =>
        new("duplicate_id", field, new BilingualText("mã '" + id + "' bị lặp lại", "the identifier '" + id + "' stands twice"));
}
