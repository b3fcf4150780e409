using System.Globalization;
using NodaTime.Text;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using Spectre.Console;

namespace Reform.Grpc.CommandLine;

/// <summary>Writes a report as tables for a person at a terminal.</summary>
internal sealed class ReportTables(IAnsiConsole console, Language language)
{
    private const int ShownUnits = 15;

    public static void Write(IAnsiConsole console, EvaluationReport report, Language language) =>
        new ReportTables(console, language).Write(report);

    public static string SeverityName(Severity severity, Language language) => (severity, language) switch
    {
        (Severity.Info, Language.Vietnamese) => "thông tin",
        (Severity.Warning, Language.Vietnamese) => "cảnh báo",
        (Severity.Error, Language.Vietnamese) => "lỗi",
        (_, Language.Vietnamese) => "nghiêm trọng",
        (Severity.Info, _) => "info",
        (Severity.Warning, _) => "warning",
        (Severity.Error, _) => "error",
        _ => "critical",
    };

    private void Write(EvaluationReport report)
    {
        if (report.IsSynthetic)
        {
            console.MarkupLine("[yellow]" + Say("DỮ LIỆU MÔ PHỎNG – không phải hồ sơ thật", "SYNTHETIC DATA – not real cases") + "[/]");
        }

        string asOf = report.AsOf is { } date ? LocalDatePattern.Iso.Format(date) : Say("không nêu", "not given");
        console.WriteLine(Say("Ngày đánh giá: ", "Judged as of: ") + asOf + " · " + Say("múi giờ ", "zone ") + report.Zone
            + (report.CalendarVersion is string version ? " · " + Say("lịch ", "calendar ") + version : ""));
        WriteOverview(report);
        WriteRules(report);
        WriteGroups(Say("Theo đơn vị", "By unit"), report.ByUnit, ShownUnits);
        WriteGroups(Say("Theo tháng tiếp nhận", "By month of receipt"), report.ByMonth, int.MaxValue);
        WriteWorst(report);
        WriteQuality(report);
    }

    private void WriteOverview(EvaluationReport report)
    {
        Table table = NewTable(Say("Toàn bộ", "The whole"), (Say("Chỉ số", "Figure"), false), (Say("Giá trị", "Value"), true));
        void Row(string vietnamese, string english, string value) => table.AddRow(Markup.Escape(Say(vietnamese, english)), Markup.Escape(value));
        Row("Hồ sơ", "Cases", Number(report.Log.Cases));
        Row("Sự kiện", "Events", Number(report.Log.Events));
        Row("Hoạt động / biến thể / người thực hiện", "Activities / variants / resources",
            Number(report.Log.Activities) + " / " + Number(report.Log.Variants) + " / " + Number(report.Log.Resources));
        Row("Đã giải quyết / chưa xong", "Finished / open", Number(report.Deadlines.Finished) + " / " + Number(report.Deadlines.Open));
        Row("Trễ hạn đã ghi, theo ngày (theo thời khắc)", "Late by recorded date (by instant)",
            Number(report.Deadlines.LateByDate) + " (" + Number(report.Deadlines.LateByInstant) + ")");
        Row("Số ngày làm việc trễ, trung vị", "Working days late, median", Number(report.Deadlines.LateWorkingDaysMedian));
        Row("Thời gian giải quyết, trung vị: ngày / ngày thứ 2–6", "Time taken, median: days / Mon–Fri days",
            Number(report.Throughput.CalendarDaysMedian) + " / " + Number(report.Throughput.WorkingDaysMedian));
        Row("Đúng quy trình", "Exactly the steps", Number(report.Conformance.Exact) + " / " + Number(report.Conformance.Judged));
        Row("Thiếu bước / thừa / lặp / sai thứ tự", "Missing / extra / repeated / out of order",
            string.Join(" / ", Number(report.Conformance.Missing), Number(report.Conformance.Extra), Number(report.Conformance.Repeated), Number(report.Conformance.OutOfOrder)));
        foreach (FourEyesFigures pair in report.FourEyes)
        {
            Row("Vi phạm bốn mắt", "Four eyes broken",
                Number(pair.Violations) + " / " + Number(pair.CasesWithBoth) + "  " + pair.Pair.First + " + " + pair.Pair.Second);
        }

        if (report.Flow.Top.Count > 0)
        {
            FlowPair top = report.Flow.Top[0];
            Row("Chuyển tiếp thường gặp nhất", "Most frequent hand-over", top.A + " → " + top.B + "  (" + Number(top.Count) + ")");
        }

        console.Write(table);
    }

    private void WriteRules(EvaluationReport report)
    {
        Table table = NewTable(
            Say("Quy tắc", "Rules"),
            (Say("Mã", "Code"), false), (Say("Nội dung vi phạm", "Breach"), false), (Say("Mức độ", "Severity"), false),
            (Say("Vi phạm", "Broken"), true), (Say("Không kết luận được", "Undecided"), true), (Say("Đạt", "Kept"), true),
            (Say("Không áp dụng", "Not applicable"), true));
        foreach (RuleFigures rule in report.Rules)
        {
            string color = rule.Failed == 0 ? "default" : rule.Rule.Severity switch { Severity.Critical => "red", Severity.Error => "yellow", _ => "blue" };
            table.AddRow(
                rule.Rule.Code, Markup.Escape(rule.Rule.Title.In(language)), SeverityName(rule.Rule.Severity, language),
                "[" + color + "]" + Number(rule.Failed) + "[/]", Number(rule.Unknown), Number(rule.Passed), Number(rule.NotApplicable));
        }

        console.Write(table);
        foreach (BrokenRule rule in report.BrokenRules)
        {
            console.MarkupLine("[red]" + Markup.Escape(Say("Quy tắc hỏng: ", "Broken rule: ") + rule.Failure.RuleCode + " – " + rule.Failure.Error) + "[/]");
        }
    }

    private void WriteGroups(string title, ValueList<GroupFigures> groups, int shown)
    {
        Table table = NewTable(
            title,
            ("", false), (Say("Hồ sơ", "Cases"), true), (Say("Đã xong", "Finished"), true), (Say("Trễ hạn", "Late"), true),
            (Say("Có vi phạm", "With a breach"), true), (Say("Số vi phạm", "Breaches"), true), (Say("Nghiêm trọng", "Critical"), true),
            (Say("Không kết luận được", "Undecided"), true));
        foreach (GroupFigures group in groups.Take(shown))
        {
            table.AddRow(
                Markup.Escape(group.Name.In(language)), Number(group.Cases), Number(group.Finished), Number(group.Late),
                Number(group.CasesWithBreach), Number(group.Breaches), Number(group.Critical), Number(group.Unknown));
        }

        console.Write(table);
        if (groups.Count > shown)
        {
            console.WriteLine(Say("… và ", "… and ") + Number(groups.Count - shown) + Say(" mục nữa (xem --output json)", " more (see --output json)"));
        }
    }

    private void WriteWorst(EvaluationReport report)
    {
        Table table = NewTable(
            Say("Mười hồ sơ đáng lo nhất", "The ten worst cases"),
            (Say("Hồ sơ", "Case"), false), (Say("Đơn vị", "Unit"), false), (Say("Nghiêm trọng", "Critical"), true), (Say("Lỗi", "Errors"), true),
            (Say("Cảnh báo", "Warnings"), true), (Say("Ngày trễ", "Days late"), true), (Say("Quy tắc", "Rules"), false));
        foreach (WorstCase worst in report.Worst)
        {
            table.AddRow(
                Markup.Escape(worst.CaseId), Markup.Escape(worst.UnitId ?? "–"), Number(worst.Critical), Number(worst.Errors),
                Number(worst.Warnings), Number(worst.DaysLate), string.Join(", ", worst.RuleCodes));
        }

        console.Write(table);
        console.WriteLine(Say("Vì sao: lệnh explain <nhật ký> --mapping <tệp> --case <mã hồ sơ>", "Why: the command explain <log> --mapping <file> --case <case>"));
    }

    private void WriteQuality(EvaluationReport report)
    {
        if (report.DataQuality.Count == 0)
        {
            return;
        }

        Table table = NewTable(
            Say("Chất lượng dữ liệu", "Data quality"),
            (Say("Thuộc tính", "Attribute"), false), (Say("Vấn đề", "Finding"), false), (Say("Số lần", "Count"), true), (Say("Dòng", "Lines"), false));
        foreach (DataQualityFinding finding in report.DataQuality)
        {
            table.AddRow(
                Markup.Escape(finding.Field), Markup.Escape(finding.Message.In(language)), Number(finding.Count),
                string.Join(", ", finding.Lines.Select(l => Number(l))) + (finding.Count > finding.Lines.Count ? ", …" : ""));
        }

        console.Write(table);
    }

    private static Table NewTable(string title, params ReadOnlySpan<(string Header, bool IsNumber)> columns)
    {
        Table table = new Table().Border(TableBorder.Rounded).Title("[bold]" + Markup.Escape(title) + "[/]");
        foreach ((string header, bool isNumber) in columns)
        {
            var column = new TableColumn(Markup.Escape(header));
            table.AddColumn(isNumber ? column.RightAligned() : column);
        }

        return table;
    }

    private string Say(string vietnamese, string english) => language == Language.English ? english : vietnamese;

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(double? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "–";
}
