using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Cases;
using Reform.Domain.Simulation;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Spectre.Console;

namespace Reform.Grpc.CommandLine;

/// <summary>Writes what a simulation found, as JSON and as tables.</summary>
internal static class SimulationText
{
    private const int ShownUnits = 15;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WriteJson(Stream output, SimulationReport report, bool isSynthetic, JsonItemsBuffer differences)
    {
        using (var json = new Utf8JsonWriter(output, Indented))
        {
            json.WriteStartObject();
            json.WriteBoolean("synthetic", isSynthetic);
            json.WritePropertyName("whole");
            WriteFigures(json, report.Whole, withUnit: false);
            json.WriteStartArray("by_unit");
            foreach (SimulationFigures unit in report.ByUnit)
            {
                WriteFigures(json, unit, withUnit: true);
            }

            json.WriteEndArray();
            if (differences.IsWanted)
            {
                json.WritePropertyName("differences");
                json.WriteStartArray();
                json.Flush();
                differences.CopyTo(output);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    public static void WriteDifference(Utf8JsonWriter json, SimulatedCase one)
    {
        json.WriteStartObject();
        json.WriteString("case", one.CaseId);
        json.WriteString("unit", one.UnitId);
        WriteStanding(json, "before", one.Before);
        WriteStanding(json, "after", one.After);
        json.WriteEndObject();
    }

    public static void WriteTables(IAnsiConsole console, SimulationReport report, CaseContext context, Language language)
    {
        string Say(string vietnamese, string english) => language == Language.Vietnamese ? vietnamese : english;
        if (context.Mapping.IsSynthetic)
        {
            console.MarkupLine("[yellow]" + Say("DỮ LIỆU MÔ PHỎNG – không phải hồ sơ thật", "SYNTHETIC DATA – not real cases") + "[/]");
        }

        Table whole = New(Say("Giả định", "What if"), Say("Tình trạng", "Standing"), Say("Hiện tại", "Now"), Say("Theo giả định", "Assumed"));
        TimelinessCounts before = report.Whole.Before;
        TimelinessCounts after = report.Whole.After;
        void Row(string vietnamese, string english, int now, int then) => whole.AddRow(Markup.Escape(Say(vietnamese, english)), Text(now), Text(then));
        Row("Trước hạn", "Early", before.Early, after.Early);
        Row("Đúng hạn", "On time", before.OnTime, after.OnTime);
        Row("Trễ hạn", "Late", before.Late, after.Late);
        Row("Đang giải quyết, trong hạn", "Pending within", before.PendingWithin, after.PendingWithin);
        Row("Đang giải quyết, quá hạn", "Pending overdue", before.PendingOverdue, after.PendingOverdue);
        Row("Chưa xác định được", "Cannot be told", before.Unknown, after.Unknown);
        Row("Hồ sơ", "Cases", before.Cases, after.Cases);
        console.Write(whole);
        console.WriteLine(Say("Hồ sơ thay đổi tình trạng: ", "Cases that would stand otherwise: ") + Text(report.Whole.Differing));
        Table units = New(
            Say("Theo đơn vị", "By unit"), Say("Đơn vị", "Unit"), Say("Trễ, quá hạn hiện tại", "Late, overdue now"),
            Say("Theo giả định", "Assumed"), Say("Thay đổi", "Otherwise"));
        foreach (SimulationFigures unit in report.ByUnit.OrderByDescending(u => u.Differing).Take(ShownUnits))
        {
            string name = unit.UnitId is string id ? context.NameOf(id).In(language) : Say("(không ghi)", "(none named)");
            units.AddRow(
                Markup.Escape(name), Text(unit.Before.Late + unit.Before.PendingOverdue), Text(unit.After.Late + unit.After.PendingOverdue), Text(unit.Differing));
        }

        console.Write(units);
    }

    private static void WriteFigures(Utf8JsonWriter json, SimulationFigures figures, bool withUnit)
    {
        json.WriteStartObject();
        if (withUnit)
        {
            json.WriteString("unit", figures.UnitId);
        }

        WriteCounts(json, "before", figures.Before);
        WriteCounts(json, "after", figures.After);
        json.WriteNumber("differing", figures.Differing);
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, TimelinessCounts counts)
    {
        json.WriteStartObject(name);
        json.WriteNumber("early", counts.Early);
        json.WriteNumber("on_time", counts.OnTime);
        json.WriteNumber("late", counts.Late);
        json.WriteNumber("pending_within", counts.PendingWithin);
        json.WriteNumber("pending_overdue", counts.PendingOverdue);
        json.WriteNumber("unknown", counts.Unknown);
        json.WriteEndObject();
    }

    private static void WriteStanding(Utf8JsonWriter json, string name, CaseStanding standing)
    {
        json.WriteStartObject(name);
        json.WriteString("due", Text(standing.DueOn));
        json.WriteString("ended", Text(standing.EndedOn));
        json.WriteString("timeliness", standing.Timeliness is Timeliness known ? RecordMapping.CodeOf(known) : null);
        json.WriteEndObject();
    }

    private static Table New(string title, params ReadOnlySpan<string> headers)
    {
        Table table = new Table().Border(TableBorder.Rounded).Title("[bold]" + Markup.Escape(title) + "[/]");
        for (int i = 0; i < headers.Length; i++)
        {
            var column = new TableColumn(Markup.Escape(headers[i]));
            table.AddColumn(i == 0 ? column : column.RightAligned());
        }

        return table;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Text(LocalDate? date) => date is LocalDate known ? LocalDatePattern.Iso.Format(known) : null;
}
