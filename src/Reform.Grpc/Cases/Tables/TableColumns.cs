using System.Globalization;
using Reform.Domain.Cases;
using Reform.Domain.Values;

namespace Reform.Grpc.Cases;

/// <summary>The columns of a table by its first row, and what a row says in them.</summary>
internal sealed class TableColumns
{
    private readonly string[] names;
    private readonly bool[] areNumbers;
    private readonly int caseColumn;
    private readonly string caseId;
    private readonly char decimalSign;
    private readonly string source;

    public TableColumns(TableRow header, string caseColumnName, LogMapping mapping, string source, XesLimits limits)
    {
        this.source = source;
        caseId = mapping.Case.Id;
        decimalSign = mapping.Table!.DecimalSign;
        names = header.Cells;
        if (names.Length > limits.MaxAttributes)
        {
            string most = limits.MaxAttributes.ToString(CultureInfo.InvariantCulture);
            throw TableReader.TableProblem(source, header.Line, "", "nhiều hơn " + most + " cột", "more than " + most + " columns");
        }

        if (names.Where(n => n.Length > 0).GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
        {
            throw TableReader.TableProblem(source, header.Line, twice.Key, "hai cột trùng tên", "two columns have this name");
        }

        caseColumn = Array.IndexOf(names, caseColumnName);
        if (caseColumn < 0)
        {
            throw TableReader.TableProblem(source, header.Line, caseColumnName,
                "bảng không có cột mã hồ sơ này; dấu ngăn cách là '" + mapping.Table.Delimiter + "'",
                "the table does not have this column of case identifiers; the delimiter is '" + mapping.Table.Delimiter + "'");
        }

        string? missing = mapping.Table.Numbers.FirstOrDefault(n => !names.Contains(n, StringComparer.Ordinal));
        if (missing is not null)
        {
            throw TableReader.TableProblem(source, header.Line, missing, "bảng không có cột này", "the table does not have this column");
        }

        areNumbers = [.. names.Select(n => mapping.Table.Numbers.Contains(n, StringComparer.Ordinal))];
    }

    public string CaseIdOf(TableRow row)
    {
        if (row.Cells.Length != names.Length)
        {
            string has = row.Cells.Length.ToString(CultureInfo.InvariantCulture);
            string needs = names.Length.ToString(CultureInfo.InvariantCulture);
            throw TableReader.TableProblem(source, row.Line, "", "dòng có " + has + " ô, không phải " + needs, "the row has " + has + " cells, not " + needs);
        }

        return string.IsNullOrWhiteSpace(row.Cells[caseColumn])
            ? throw TableReader.TableProblem(source, row.Line, names[caseColumn], "mã hồ sơ để trống", "the case identifier is empty")
            : row.Cells[caseColumn];
    }

    /// <summary>What the row says; an empty cell says nothing.</summary>
    public ValueList<XesAttribute> EventAttributes(TableRow row)
    {
        var attributes = new List<XesAttribute>(names.Length);
        for (int i = 0; i < names.Length; i++)
        {
            if (i != caseColumn && names[i].Length > 0 && row.Cells[i].Length > 0)
            {
                attributes.Add(areNumbers[i] ? Number(names[i], row.Cells[i], row.Line) : new XesAttribute(names[i], row.Cells[i], row.Line));
            }
        }

        return attributes.ToValueList();
    }

    public XesTrace Trace(string id, GatheredCase gathered) =>
        new(gathered.Line, [new XesAttribute(caseId, id, gathered.Line)], gathered.Events.ToValueList());

    private XesAttribute Number(string name, string cell, int line)
    {
        string point = decimalSign == ',' ? cell.Trim().Replace('.', ';').Replace(',', '.') : cell.Trim();
        return double.TryParse(point, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? new XesAttribute(name, point, line) { Type = XesType.Real }
            : throw TableReader.TableProblem(source, line, name,
                "không phải số với dấu thập phân '" + decimalSign + "'", "no number with the decimal sign '" + decimalSign + "'");
    }
}
