using System.Text;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The rows of a CSV text (RFC 4180: commas, quotes doubled), with the line of each; bounded.</summary>
internal sealed class CsvRows
{
    private const int MostBytes = 16 * 1024 * 1024;
    private const int MostProblems = 1000;
    private readonly string source;
    private readonly List<DataProblem> problems = [];
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);

    private CsvRows(string source) => this.source = source;

    public List<CsvRow> Rows { get; } = [];

    /// <exception cref="InvalidDataFileException">It is too large, not UTF-8, its quotes do not close, or its heading is not one of these columns.</exception>
    public static CsvRows Read(Stream stream, string source, string[] required, string[] optional)
    {
        var rows = new CsvRows(source);
        string text = rows.Text(stream);
        List<(int Line, List<string> Cells)> records = rows.Split(text);
        if (records.Count == 0)
        {
            throw rows.Fatal(1, "", "bảng rỗng: thiếu dòng tiêu đề", "the table is empty: the heading is missing");
        }

        for (int i = 0; i < records[0].Cells.Count; i++)
        {
            string name = records[0].Cells[i].Trim();
            if (!required.Contains(name) && !optional.Contains(name))
            {
                rows.Problem(1, name, "cột không xác định", "unknown column");
            }
            else if (!rows.columns.TryAdd(name, i))
            {
                rows.Problem(1, name, "cột bị lặp lại", "the column stands twice");
            }
        }

        foreach (string name in required.Where(n => !rows.columns.ContainsKey(n)))
        {
            rows.Problem(1, name, "thiếu cột bắt buộc", "a required column is missing");
        }

        rows.ThrowIfAny();
        foreach ((int line, List<string> cells) in records.Skip(1))
        {
            if (cells.Count == records[0].Cells.Count)
            {
                rows.Rows.Add(new CsvRow(rows, line, cells));
            }
            else
            {
                rows.Problem(line, "", "số ô khác với dòng tiêu đề", "has another number of cells than the heading");
            }
        }

        return rows;
    }

    public void Problem(int line, string field, string vietnamese, string english)
    {
        problems.Add(new DataProblem(source, line, field, new BilingualText(vietnamese, english)));
        if (problems.Count == MostProblems)
        {
            throw new InvalidDataFileException(problems);
        }
    }

    public void ThrowIfAny()
    {
        if (problems.Count > 0)
        {
            throw new InvalidDataFileException(problems.OrderBy(p => p.Line));
        }
    }

    public string? Cell(List<string> cells, string column) =>
        columns.TryGetValue(column, out int index) && cells[index].Trim() is { Length: > 0 } text ? text : null;

    private string Text(Stream stream)
    {
        using var buffer = new MemoryStream();
        byte[] chunk = new byte[81920];
        for (int read = stream.Read(chunk, 0, chunk.Length); read > 0; read = stream.Read(chunk, 0, chunk.Length))
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > MostBytes)
            {
                throw Fatal(null, "", "bảng lớn hơn 16 MiB", "the table is larger than 16 MiB");
            }
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(buffer.ToArray()).TrimStart('\uFEFF').Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            throw Fatal(null, "", "không phải văn bản UTF-8 hợp lệ", "is no valid UTF-8 text");
        }
    }

    private List<(int Line, List<string> Cells)> Split(string text)
    {
        var records = new List<(int, List<string>)>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        int line = 1;
        int start = 1;
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            line += c == '\n' ? 1 : 0;
            if (isQuoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (c == '"')
            {
                isQuoted = true;
            }
            else if (c == ',')
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (c == '\n')
            {
                End(records, cells, cell, start);
                (cells, start) = ([], line);
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        if (isQuoted)
        {
            throw Fatal(start, "", "dấu ngoặc kép không đóng", "a quote is not closed");
        }

        End(records, cells, cell, start);
        return records;
    }

    private static void End(List<(int, List<string>)> records, List<string> cells, StringBuilder cell, int line)
    {
        if (cells.Count > 0 || cell.Length > 0)
        {
            cells.Add(cell.ToString());
            records.Add((line, cells));
        }

        cell.Clear();
    }

    private InvalidDataFileException Fatal(int? line, string field, string vietnamese, string english) =>
        new([new DataProblem(source, line, field, new BilingualText(vietnamese, english))]);
}

/// <summary>One row of a CSV text.</summary>
internal sealed class CsvRow(CsvRows rows, int line, List<string> cells)
{
    public int Line => line;

    public string? Optional(string column) => rows.Cell(cells, column);

    public string? Required(string column)
    {
        string? text = Optional(column);
        if (text is null)
        {
            Problem(column, "không được để trống", "must not be blank");
        }

        return text;
    }

    public void Problem(string column, string vietnamese, string english) => rows.Problem(line, column, vietnamese, english);
}
