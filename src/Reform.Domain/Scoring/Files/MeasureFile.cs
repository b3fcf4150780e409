using System.Buffers;
using System.Text.Json;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Reads the raw measures of many units at once, from JSON or CSV, against the criteria that they are for: all of them or none.</summary>
public static class MeasureFile
{
    private static readonly string[] Required = ["unit", "group", "kind", "name", "value"];
    private static readonly string[] Optional = ["leaf"];

    /// <summary>Reads {"units": [{"id", "group", "raw", "bonusItems", "penaltyItems", "missingEvidence", "conditions"}]}.</summary>
    /// <param name="stream">The JSON text, UTF-8, at most 64 MiB; read to its end, not closed.</param>
    /// <param name="set">The criteria.</param>
    /// <param name="source">What to call it in problems.</param>
    /// <returns>The units, in the order of the file.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong; every problem is listed with its place.</exception>
    public static ValueList<UnitMeasures> Read(Stream stream, CriteriaSet set, string source = "measures")
    {
        ArgumentNullException.ThrowIfNull(set);
        (JsonFile file, JsonPart root) = JsonFile.Read(stream, source);
        IReadOnlyList<JsonPart> items = root.Required("units")?.Items() ?? [];
        root.RejectUnknown("units", "period");
        var reader = new UnitReader(set.Tree, set.Adjustments, set.Levels);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        UnitPart[] units = [.. items.Select(i => reader.Read(i, seen)).OfType<UnitPart>()];
        foreach (UnitPart unit in units)
        {
            CheckLeaves(unit, set);
        }

        file.ThrowIfAnyProblem();
        return units.Select(u => u.Unit).ToValueList();
    }

    /// <summary>
    /// Reads a table: one value a row, with the columns unit, group, kind, leaf, name, value. Kinds: measure (with its leaf), bonus, penalty, condition,
    /// missingEvidence (its name is the leaf, its value blank). A value is a number, a date, true, false, "-" for a date that is not there, or limits
    /// as "60>45; 30>30".
    /// </summary>
    /// <param name="stream">The CSV text, UTF-8, at most 16 MiB; read to its end, not closed.</param>
    /// <param name="set">The criteria.</param>
    /// <param name="source">What to call it in problems.</param>
    /// <returns>The units, in the order of their first rows.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong; every problem is listed with its line and column.</exception>
    public static ValueList<UnitMeasures> ReadCsv(Stream stream, CriteriaSet set, string source = "measures")
    {
        ArgumentNullException.ThrowIfNull(set);
        CsvRows rows = CsvRows.Read(stream, source, Required, Optional);
        MeasureRows units = MeasureRows.Of(rows);
        rows.ThrowIfAny();
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
        {
            units.Write(json);
        }

        rows.ThrowIfAny();
        try
        {
            return Read(new MemoryStream(text.WrittenSpan.ToArray()), set, "");
        }
        catch (InvalidDataFileException invalid)
        {
            foreach (DataProblem problem in invalid.Problems)
            {
                rows.Problem(units.LineOf(problem.Field), "value", problem.Message.Vietnamese, problem.Message.English);
            }

            rows.ThrowIfAny();
            throw;
        }
    }

    private static void CheckLeaves(UnitPart unit, CriteriaSet set)
    {
        JsonPart? raw = unit.Part.Find("raw");
        foreach (LeafMeasures leaf in unit.Unit.Leaves.Where(l => set.Tree.FindLeaf(l.LeafId) is null))
        {
            raw?.Find(leaf.LeafId)?.Problem("không có tiêu chí thành phần này", "there is no such leaf");
        }

        if (!set.Groups.Contains(unit.Unit.Group, StringComparer.Ordinal))
        {
            unit.Part.Find("group")?.Problem("bộ tiêu chí không áp dụng cho nhóm này", "the criteria do not apply to this group");
        }
    }
}
