using System.Text.Json;
using Reform.Domain.Organizations;

namespace Reform.Domain.Scoring;

/// <summary>The rows of a table of measures, gathered by unit, written as the JSON that files of measures have.</summary>
internal sealed class MeasureRows
{
    private static readonly string[] Kinds = ["measure", "bonus", "penalty", "condition", "missingEvidence"];
    private readonly List<(string Unit, string Group, CsvRow First, List<CsvRow> Rows)> units = [];
    private readonly Dictionary<string, CsvRow> places = new(StringComparer.Ordinal);

    public static MeasureRows Of(CsvRows rows)
    {
        var gathered = new MeasureRows();
        var byUnit = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<(string, string, string?, string)>();
        foreach (CsvRow row in rows.Rows)
        {
            string? unit = row.Required("unit");
            string? group = row.Required("group");
            string? kind = row.Required("kind");
            string? name = row.Required("name");
            if (kind is not null && !Kinds.Contains(kind))
            {
                string allowed = string.Join(", ", Kinds);
                row.Problem("kind", "phải là một trong: " + allowed, "must be one of: " + allowed);
            }

            if (kind == "measure")
            {
                row.Required("leaf");
            }

            if (kind is not null and not "missingEvidence")
            {
                row.Required("value");
            }

            if (unit is null || group is null || kind is null || name is null)
            {
                continue;
            }

            if (!seen.Add((unit, kind, kind == "measure" ? row.Optional("leaf") : null, name)))
            {
                row.Problem("name", "giá trị bị lặp lại", "the value stands twice");
            }

            if (!byUnit.TryGetValue(unit, out int at))
            {
                byUnit[unit] = at = gathered.units.Count;
                gathered.units.Add((unit, group, row, []));
            }
            else if (gathered.units[at].Group != group)
            {
                row.Problem("group", "khác với nhóm ở dòng trên của đơn vị", "differs from the group in the rows above of this unit");
            }

            gathered.units[at].Rows.Add(row);
        }

        return gathered;
    }

    /// <summary>The line of a problem of the JSON.</summary>
    public int LineOf(string path)
    {
        for (string place = path; place.Length > 0; place = place[..Math.Max(0, place.LastIndexOf('.'))])
        {
            if (places.TryGetValue(place, out CsvRow? row))
            {
                return row.Line;
            }
        }

        return 1;
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("units");
        for (int i = 0; i < units.Count; i++)
        {
            string at = RecordProblems.At("units", i);
            places[at] = units[i].First;
            json.WriteStartObject();
            json.WriteString("id", units[i].Unit);
            json.WriteString("group", units[i].Group);
            Write(json, units[i].Rows, at);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, List<CsvRow> rows, string at)
    {
        ILookup<string, CsvRow> byKind = rows.ToLookup(r => r.Optional("kind")!, StringComparer.Ordinal);
        json.WriteStartObject("raw");
        foreach (IGrouping<string, CsvRow> leaf in byKind["measure"].GroupBy(r => r.Optional("leaf") ?? "", StringComparer.Ordinal))
        {
            json.WriteStartObject(leaf.Key);
            places[at + ".raw." + leaf.Key] = leaf.First();
            WriteValues(json, leaf, at + ".raw." + leaf.Key);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        foreach ((string kind, string member) in new[] { ("bonus", "bonusItems"), ("penalty", "penaltyItems"), ("condition", "conditions") })
        {
            json.WriteStartObject(member);
            WriteValues(json, byKind[kind], at + "." + member);
            json.WriteEndObject();
        }

        json.WriteStartArray("missingEvidence");
        foreach ((int i, CsvRow row) in byKind["missingEvidence"].Index())
        {
            places[RecordProblems.At(at + ".missingEvidence", i)] = row;
            json.WriteStringValue(row.Optional("name"));
        }

        json.WriteEndArray();
    }

    private void WriteValues(Utf8JsonWriter json, IEnumerable<CsvRow> rows, string at)
    {
        foreach (CsvRow row in rows)
        {
            string name = row.Optional("name")!;
            places[at + "." + name] = row;
            json.WritePropertyName(name);
            WriteValue(json, row.Optional("value")!);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, string value)
    {
        switch (value)
        {
            case "true" or "false":
                json.WriteBooleanValue(value == "true");
                break;
            case "-":
                json.WriteNullValue();
                break;
            case var limits when limits.Contains('>', StringComparison.Ordinal):
                json.WriteStartArray();
                foreach (string pair in limits.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    json.WriteStartArray();
                    foreach (string side in pair.Split('>', StringSplitOptions.TrimEntries))
                    {
                        json.WriteStringValue(side);
                    }

                    json.WriteEndArray();
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value);
                break;
        }
    }
}
