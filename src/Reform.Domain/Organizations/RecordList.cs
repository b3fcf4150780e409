using System.Globalization;
using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>Reads lists of records of a data file and keeps where each stands.</summary>
internal sealed class RecordList
{
    private static readonly HashSet<string> SureInAnyCase =
        new(["unknown_unit", "unknown_position", "duplicate_id", "duplicate_record", "cycle_in_tree"], StringComparer.Ordinal);

    private readonly HashSet<string> broken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonPart> places = new(StringComparer.Ordinal);
    private readonly List<(Recorded<UnitPlacement> Record, JsonPart Place)> shorthand = [];

    /// <summary>Reads units; a unit's "parent" is a placement for the whole of its life, which is corrected and struck out with it.</summary>
    public ValueList<Recorded<OrganizationUnit>> ReadUnits(JsonPart? list)
    {
        var placed = new HashSet<string>(StringComparer.Ordinal);
        return Read(list, "units", OrganizationParts.Unit, u => u.Id, (record, item) =>
        {
            string? parent = record.Fact is null ? null : item.Optional("parent")?.Text();
            string id = record.Id + "/parent";
            string? corrects = record.Corrects + "/parent";
            corrects = record.Corrects is not null && placed.Contains(corrects) ? corrects : null;
            if (parent is null && corrects is null)
            {
                return;
            }

            UnitPlacement? placement = parent is null ? null : new UnitPlacement(record.Fact!.Id, parent, default);
            placed.Add(id);
            shorthand.Add((new Recorded<UnitPlacement>(id, placement, record.RecordedAt, corrects), item));
        });
    }

    /// <summary>Reads placements, after the units.</summary>
    public ValueList<Recorded<UnitPlacement>> ReadPlacements(JsonPart? list)
    {
        ValueList<Recorded<UnitPlacement>> own = Read(list, "placements", OrganizationParts.Placement);
        for (int i = 0; i < shorthand.Count; i++)
        {
            places[At("placements", own.Count + i)] = shorthand[i].Place;
        }

        return [.. own, .. shorthand.Select(s => s.Record)];
    }

    /// <summary>Reads a list of records.</summary>
    public ValueList<Recorded<T>> Read<T>(
        JsonPart? list, string name, Func<JsonPart, T?> read, Func<T, string>? keyOf = null, Action<Recorded<T>, JsonPart>? also = null)
        where T : class
    {
        var records = new List<Recorded<T>>();
        foreach (JsonPart item in (list?.Items() ?? []).Where(i => i.ExpectObject()))
        {
            string? given = item.Optional("record")?.Text();
            Instant? recordedAt = item.Optional("recorded_at") is JsonPart at ? at.Instant() : Instant.MinValue;
            string? corrects = item.Optional("corrects")?.Text();
            bool strikes = item.Optional("struck_out")?.Boolean() ?? false;
            T? fact = strikes ? null : read(item);
            NoteBroken(item, fact is null && keyOf is not null);
            if (recordedAt is Instant moment && (fact is not null || strikes))
            {
                string id = given ?? (fact is not null && keyOf is not null && corrects is null ? name + "/" + keyOf(fact) : item.Path);
                places[At(name, records.Count)] = item;
                records.Add(new Recorded<T>(id, fact, moment, corrects));
                also?.Invoke(records[^1], item);
            }

            item.RejectUnknownMembers();
        }

        return records.ToValueList();
    }

    /// <summary>Reports what a register refused at the field that it names, or at the nearest place above it that the file has.</summary>
    /// <param name="invalid">The refusal.</param>
    /// <param name="root">The file.</param>
    /// <param name="isWhole">False when facts of the file could not be read: then only what does not come of that is reported.</param>
    public void Report(OrganizationInputException invalid, JsonPart root, bool isWhole)
    {
        foreach (OrganizationProblem problem in invalid.Problems.Where(p => isWhole || SureInAnyCase.Contains(p.Code)))
        {
            int end = problem.Field.IndexOf(']', StringComparison.Ordinal) + 1;
            JsonPart place = places.GetValueOrDefault(problem.Field[..end]) ?? root;
            foreach (string member in problem.Field[end..].Split('.', StringSplitOptions.RemoveEmptyEntries))
            {
                place = place.Find(member) ?? place;
            }

            if (isWhole || place.TextIfAny is not string id || !broken.Contains(id))
            {
                place.Problem(problem.Message.Vietnamese, problem.Message.English);
            }
        }
    }

    // Who names a unit or a position that could not be read names one of the file all the same.
    private void NoteBroken(JsonPart item, bool isBroken)
    {
        if (isBroken && item.Optional("id")?.TextIfAny is string id)
        {
            broken.Add(id);
        }
    }

    private static string At(string name, int index) => name + "[" + index.ToString(CultureInfo.InvariantCulture) + "]";
}
