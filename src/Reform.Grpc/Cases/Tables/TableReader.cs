using System.Globalization;
using Reform.Domain.Cases;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Grpc.Cases;

/// <summary>Reads a table of events, one event a row, as traces. Within the bounds of a log; never the whole table unless the mapping asks for it.</summary>
internal static class TableReader
{
    /// <summary>The column of the case's identifier, unless the mapping names another.</summary>
    public const string UsualCaseColumn = "case:concept:name";

    /// <exception cref="InvalidDataFileException">While walking: it is no such table, is cut off, or is beyond a bound.</exception>
    public static IEnumerable<XesTrace> Read(LogContent content, LogMapping mapping, string source, XesLimits limits)
    {
        using LogContent opened = content;
        TableMapping table = mapping.Table ?? throw TableProblem(source, 1, "",
            "không phải XES hay OCEL; nếu là bảng, tệp ánh xạ phải có 'csv'", "neither XES nor OCEL; for a table, the mapping must have 'csv'");
        var rows = new TableRows(opened.Bytes, table, source, limits);
        using IEnumerator<TableRow> walk = rows.Read().GetEnumerator();
        if (!walk.MoveNext())
        {
            yield break;
        }

        var columns = new TableColumns(walk.Current, CaseColumn(mapping), mapping, source, limits);
        IEnumerable<XesTrace> traces = table.RowsInAnyOrder ? Gathered(walk, columns, limits, source) : OneAfterAnother(walk, columns, limits, source);
        foreach (XesTrace trace in traces)
        {
            yield return trace;
        }
    }

    private static string CaseColumn(LogMapping mapping) =>
        string.Equals(mapping.Case.Id, new CaseAttributes().Id, StringComparison.Ordinal) ? UsualCaseColumn : mapping.Case.Id;

    private static IEnumerable<XesTrace> OneAfterAnother(IEnumerator<TableRow> rows, TableColumns columns, XesLimits limits, string source)
    {
        string? id = null;
        GatheredCase? current = null;
        while (rows.MoveNext())
        {
            string rowId = columns.CaseIdOf(rows.Current);
            if (current is null || !string.Equals(rowId, id, StringComparison.Ordinal))
            {
                if (current is not null)
                {
                    yield return columns.Trace(id!, current);
                }

                id = rowId;
                current = new GatheredCase(rows.Current.Line);
            }

            current.Add(rows.Current, columns, limits, source);
            if (current.Characters > limits.MaxTraceCharacters)
            {
                throw TooLong(source, rows.Current.Line, limits);
            }
        }

        if (current is not null)
        {
            yield return columns.Trace(id!, current);
        }
    }

    private static IEnumerable<XesTrace> Gathered(IEnumerator<TableRow> rows, TableColumns columns, XesLimits limits, string source)
    {
        var cases = new Dictionary<string, GatheredCase>(StringComparer.Ordinal);
        var order = new List<string>();
        long characters = 0;
        while (rows.MoveNext())
        {
            string id = columns.CaseIdOf(rows.Current);
            if (!cases.TryGetValue(id, out GatheredCase? known))
            {
                cases.Add(id, known = new GatheredCase(rows.Current.Line));
                order.Add(id);
            }

            long before = known.Characters;
            known.Add(rows.Current, columns, limits, source);
            characters += known.Characters - before;
            if (characters > limits.MaxTraceCharacters)
            {
                throw TooLong(source, rows.Current.Line, limits);
            }
        }

        foreach (string id in order)
        {
            yield return columns.Trace(id, cases[id]);
            cases.Remove(id);
        }
    }

    private static InvalidDataFileException TooLong(string source, int line, XesLimits limits)
    {
        string most = limits.MaxTraceCharacters.ToString(CultureInfo.InvariantCulture);
        return TableProblem(source, line, "trace", "dài hơn " + most + " ký tự", "longer than " + most + " characters");
    }

    internal static InvalidDataFileException TableProblem(string source, int? line, string field, string vietnamese, string english) =>
        new([new DataProblem(source, line, field, new BilingualText(vietnamese, english))]);
}

/// <summary>The events of a case as its rows come.</summary>
internal sealed class GatheredCase(int line)
{
    private const int WeightOfEvent = 64;

    public int Line => line;

    public List<XesEvent> Events { get; } = [];

    public long Characters { get; private set; }

    public void Add(TableRow row, TableColumns columns, XesLimits limits, string source)
    {
        if (Events.Count == limits.MaxEventsPerTrace)
        {
            string most = limits.MaxEventsPerTrace.ToString(CultureInfo.InvariantCulture);
            throw TableReader.TableProblem(source, row.Line, "event", "nhiều hơn " + most + " phần tử", "more than " + most);
        }

        ValueList<XesAttribute> attributes = columns.EventAttributes(row);
        Characters += WeightOfEvent + attributes.Sum(a => (long)a.Value.Length + WeightOfEvent);
        Events.Add(new XesEvent(row.Line, attributes));
    }
}
