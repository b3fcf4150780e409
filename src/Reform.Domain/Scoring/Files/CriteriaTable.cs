using System.Buffers;
using System.Text.Json;
using Reform.Domain.DataFiles;
using Reform.Domain.Organizations;

namespace Reform.Domain.Scoring;

/// <summary>
/// Reads a tree of criteria from CSV: one criterion a row, parents before children. The columns are id, parent, vi, en, max, formula (the JSON
/// object of the formula; empty: it has children), survey, notApplicableWhen, minimumRespondents, measureSource, evidence.
/// </summary>
internal static class CriteriaTable
{
    private const int MostRows = 10_000;
    private static readonly string[] Required = ["id", "parent", "max", "formula"];
    private static readonly string[] Texts = ["vi", "en", "notApplicableWhen", "measureSource", "evidence"];
    private static readonly string[] Optional = [.. Texts, "survey", "minimumRespondents"];

    /// <exception cref="InvalidDataFileException">Something is wrong; every problem is listed with its line and column.</exception>
    public static CriteriaTree Read(Stream stream, string source)
    {
        CsvRows rows = CsvRows.Read(stream, source, Required, Optional);
        if (rows.Rows.Count > MostRows)
        {
            rows.Problem(rows.Rows[MostRows].Line, "", "quá 10000 tiêu chí", "more than 10,000 criteria");
            rows.ThrowIfAny();
        }

        var nodes = new Dictionary<string, Node>(StringComparer.Ordinal);
        var top = new List<Node>();
        foreach (CsvRow row in rows.Rows)
        {
            var node = new Node(row);
            if (row.Required("id") is string id && !nodes.TryAdd(id, node))
            {
                row.Problem("id", "mã bị lặp lại", "the identifier stands twice");
            }

            if (row.Optional("parent") is not string parent)
            {
                top.Add(node);
            }
            else if (nodes.TryGetValue(parent, out Node? above) && above != node)
            {
                above.Children.Add(node);
            }
            else
            {
                row.Problem("parent", "không có tiêu chí này ở các dòng trên", "there is no such criterion in the rows above");
            }
        }

        rows.ThrowIfAny();
        return Build(rows, top);
    }

    // The rows become the JSON of a file, so that both are read alike; what is wrong is told at the row.
    private static CriteriaTree Build(CsvRows rows, List<Node> top)
    {
        var lines = new Dictionary<string, CsvRow>(StringComparer.Ordinal);
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { MaxDepth = 1000 }))
        {
            json.WriteStartObject();
            WriteAll(json, "criteria", top, "criteria", lines);
            json.WriteEndObject();
        }

        rows.ThrowIfAny();
        try
        {
            (JsonFile file, JsonPart root) = JsonFile.Read(new MemoryStream(text.WrittenSpan.ToArray()), "");
            CriteriaTree? tree = CriteriaReader.Tree(root, isStrict: true);
            file.ThrowIfAnyProblem();
            return tree!;
        }
        catch (InvalidDataFileException invalid)
        {
            foreach (DataProblem problem in invalid.Problems)
            {
                string place = problem.Field;
                while (place.Length > 0 && !lines.ContainsKey(place))
                {
                    place = place[..Math.Max(0, place.LastIndexOf('.'))];
                }

                string column = problem.Field[place.Length..].TrimStart('.');
                rows.Problem(place.Length > 0 ? lines[place].Line : 1, column, problem.Message.Vietnamese, problem.Message.English);
            }

            rows.ThrowIfAny();
            throw;
        }
    }

    private static void WriteAll(Utf8JsonWriter json, string name, List<Node> nodes, string path, Dictionary<string, CsvRow> lines)
    {
        json.WriteStartArray(name);
        for (int i = 0; i < nodes.Count; i++)
        {
            string at = RecordProblems.At(path, i);
            lines[at] = nodes[i].Row;
            Write(json, nodes[i], at, lines);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Node node, string at, Dictionary<string, CsvRow> lines)
    {
        CsvRow row = node.Row;
        json.WriteStartObject();
        json.WriteString("id", row.Optional("id"));
        json.WriteString("max", row.Optional("max"));
        foreach (string column in Texts.Where(c => row.Optional(c) is not null))
        {
            json.WriteString(column, row.Optional(column));
        }

        if (row.Optional("minimumRespondents") is string least)
        {
            json.WriteString("minimumRespondents", least);
        }

        switch (row.Optional("survey"))
        {
            case "true":
                json.WriteBoolean("survey", true);
                break;
            case null or "false":
                break;
            default:
                row.Problem("survey", "phải là true, false hoặc để trống", "must be true, false or blank");
                break;
        }

        if (row.Optional("formula") is string formula)
        {
            WriteFormula(json, row, formula);
        }

        if (node.Children.Count > 0)
        {
            WriteAll(json, "children", node.Children, at + ".children", lines);
        }

        json.WriteEndObject();
    }

    private static void WriteFormula(Utf8JsonWriter json, CsvRow row, string formula)
    {
        try
        {
            using JsonDocument parsed = JsonDocument.Parse(formula);
            json.WritePropertyName("formula");
            parsed.RootElement.WriteTo(json);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            row.Problem("formula", "không phải JSON hợp lệ", "is no valid JSON");
        }
    }

    private sealed class Node(CsvRow row)
    {
        public CsvRow Row => row;

        public List<Node> Children { get; } = [];
    }
}
