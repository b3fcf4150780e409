using System.Globalization;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>Looks for what makes a list of records contradict itself, whatever the facts say.</summary>
/// <param name="problems">Where problems are reported.</param>
internal sealed class RecordChecks(List<OrganizationProblem> problems)
{
    /// <summary>The field of a record: its place in what was added, or, of a record that was there before, in the register.</summary>
    public static string At(string list, int index, int knownBefore) => index < knownBefore
        ? "recorded." + list + "[" + index.ToString(CultureInfo.InvariantCulture) + "]"
        : list + "[" + (index - knownBefore).ToString(CultureInfo.InvariantCulture) + "]";

    /// <summary>Checks identifiers and corrections. With a key, a thing has one record and the corrections of it.</summary>
    public void Check<T>(ValueList<Recorded<T>> records, string list, int knownBefore, Func<T, string>? keyOf)
        where T : class => Check(
            records, 0, i => At(list, i, knownBefore), keyOf, new Dictionary<string, Recorded<T>>(StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));

    /// <summary>Checks the records from a place on, where those before it were checked; what was seen of those is added to.</summary>
    /// <param name="records">All records.</param>
    /// <param name="from">The place of the first that was not checked.</param>
    /// <param name="fieldOf">The field of the record at a place.</param>
    /// <param name="keyOf">The identifier of what a fact is about; null: anything may stand twice.</param>
    /// <param name="byId">The records that were seen, by their identifiers.</param>
    /// <param name="keys">What they are about.</param>
    /// <param name="corrected">Those of them that are corrected.</param>
    public void Check<T>(
        ValueList<Recorded<T>> records, int from, Func<int, string> fieldOf, Func<T, string>? keyOf,
        IDictionary<string, Recorded<T>> byId, ISet<string> keys, ISet<string> corrected)
        where T : class
    {
        for (int i = from; i < records.Count; i++)
        {
            Recorded<T> record = records[i];
            string field = fieldOf(i);
            if (record.Corrects is string corrects)
            {
                CheckCorrection(record, corrects, field, byId, corrected, keyOf);
            }
            else if (record.Fact is null)
            {
                problems.Add(new("empty_record", field, new BilingualText("ghi nhận không có nội dung", "the record holds nothing")));
            }
            else if (keyOf is not null && !keys.Add(keyOf(record.Fact)))
            {
                problems.Add(Twice(field + ".id", keyOf(record.Fact)));
                continue;
            }

            if (string.IsNullOrWhiteSpace(record.Id))
            {
                problems.Add(OrganizationValidation.Blank(field + ".record"));
            }
            else if (!byId.TryAdd(record.Id, record))
            {
                problems.Add(new("duplicate_record", field + ".record", new BilingualText(
                    "ghi nhận '" + record.Id + "' bị lặp lại", "the record '" + record.Id + "' stands twice")));
            }
        }
    }

    public static OrganizationProblem Twice(string field, string id) => new("duplicate_id", field, new BilingualText(
        "mã '" + id + "' bị lặp lại", "the identifier '" + id + "' stands twice"));

    // What a correction corrects stands before it in the list.
    private void CheckCorrection<T>(
        Recorded<T> record, string corrects, string field, IDictionary<string, Recorded<T>> earlier, ISet<string> corrected, Func<T, string>? keyOf)
        where T : class
    {
        if (!earlier.TryGetValue(corrects, out Recorded<T>? before))
        {
            problems.Add(new("unknown_record", field + ".corrects", new BilingualText(
                "không có ghi nhận '" + corrects + "' trước đó", "there is no record '" + corrects + "' before this one")));
            return;
        }

        if (!corrected.Add(corrects))
        {
            problems.Add(new("corrected_twice", field + ".corrects", new BilingualText(
                "ghi nhận '" + corrects + "' đã được đính chính; hãy đính chính bản mới nhất",
                "the record '" + corrects + "' is corrected already; correct the latest one")));
        }

        if (record.RecordedAt < before.RecordedAt)
        {
            problems.Add(new("corrected_before_recorded", field + ".recorded_at", new BilingualText(
                "đính chính được ghi trước ghi nhận gốc", "the correction was recorded before what it corrects")));
        }

        // Behind a record that strikes out stands what it struck out.
        while (before.Fact is null && before.Corrects is string struck && earlier.TryGetValue(struck, out Recorded<T>? behind) && behind != before)
        {
            before = behind;
        }

        if (keyOf is not null && record.Fact is T now && before.Fact is T then && !string.Equals(keyOf(now), keyOf(then), StringComparison.Ordinal))
        {
            problems.Add(new("corrects_another_fact", field + ".corrects", new BilingualText(
                "đính chính phải cùng đối tượng với ghi nhận gốc", "a correction is about the same thing as what it corrects")));
        }
    }
}
