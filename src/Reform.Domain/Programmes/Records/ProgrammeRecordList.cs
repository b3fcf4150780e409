using System.Globalization;
using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>Reads lists of records of a data file, keeps where each stands, and reports there what the register refuses.</summary>
internal sealed class ProgrammeRecordList
{
    // What another fact of the file that could not be read has no part in.
    private static readonly HashSet<string> SureInAnyCase = new(
        [
            "duplicate_id", "duplicate_record", "two_leads", "participant_twice", "unknown_unit", "not_a_position", "ends_before_it_begins", "duty_too_long",
            "asks_itself", "percent_out_of_range",
        ],
        StringComparer.Ordinal);

    private readonly Dictionary<string, JsonPart> places = new(StringComparer.Ordinal);

    /// <summary>Reads a list of records; each may say when it was recorded, what it corrects, and that it only strikes that out.</summary>
    public ValueList<Recorded<T>> Read<T>(JsonPart root, string name, Func<JsonPart, T?> read, Func<T, string> keyOf)
        where T : class
    {
        var records = new List<Recorded<T>>();
        foreach (JsonPart item in (root.Optional(name)?.Items() ?? []).Where(i => i.ExpectObject()))
        {
            string? given = item.Optional("record")?.Text();
            Instant? recordedAt = item.Optional("recorded_at") is JsonPart at ? at.Instant() : Instant.MinValue;
            string? corrects = item.Optional("corrects")?.Text();
            bool strikes = item.Optional("struck_out")?.Boolean() ?? false;
            T? fact = strikes ? null : read(item);
            if (recordedAt is Instant moment && (fact is not null || strikes))
            {
                string id = given ?? (fact is not null && corrects is null ? name + "/" + keyOf(fact) : item.Path);
                places[ProgrammeProblems.At(name, records.Count)] = item;
                records.Add(new Recorded<T>(id, fact, moment, corrects));
            }

            item.RejectUnknownMembers();
        }

        return records.ToValueList();
    }

    /// <summary>Reports what a register refused at the field that it names, or at the nearest place above it that the file has.</summary>
    public void Report(RecordInputException invalid, JsonPart root, bool isWhole)
    {
        foreach (RecordProblem problem in invalid.Problems.Where(p => isWhole || SureInAnyCase.Contains(p.Code)))
        {
            int end = problem.Field.IndexOf(']', StringComparison.Ordinal) + 1;
            JsonPart place = places.GetValueOrDefault(problem.Field[..end]) ?? root;
            foreach (string step in problem.Field[end..].Split('.', StringSplitOptions.RemoveEmptyEntries))
            {
                place = Step(place, step);
            }

            place.Problem(problem.Message.Vietnamese, problem.Message.English);
        }
    }

    private static JsonPart Step(JsonPart place, string step)
    {
        int open = step.IndexOf('[', StringComparison.Ordinal);
        JsonPart found = place.Find(open < 0 ? step : step[..open]) ?? place;
        return open >= 0 && int.TryParse(step[(open + 1)..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < found.ItemsIfAny.Count
            ? found.ItemsIfAny[index]
            : found;
    }
}
