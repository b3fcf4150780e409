using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using Reform.Domain.Compliance;
using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Grpc.CommandLine;

/// <summary>Writes a report as JSON. The keys are fixed: other programs compare them.</summary>
internal static class ReportJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonWriterOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, EvaluationReport report, JsonItemsBuffer findings)
    {
        using (var json = new Utf8JsonWriter(output, Indented))
        {
            json.WriteStartObject();
            json.WriteBoolean("synthetic", report.IsSynthetic);
            json.WriteString("zone", report.Zone);
            json.WriteString("as_of", report.AsOf is { } asOf ? LocalDatePattern.Iso.Format(asOf) : null);
            json.WriteString("calendar_version", report.CalendarVersion);
            WriteFigures(json, report);
            WriteRules(json, report);
            WriteGroups(json, "by_unit", "unit", report.ByUnit);
            WriteGroups(json, "by_month", "month", report.ByMonth);
            WriteWorst(json, report);
            WriteQuality(json, report);
            if (findings.IsWanted)
            {
                WriteFindings(json, output, findings);
            }

            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    public static void WriteFinding(Utf8JsonWriter json, string caseId, Judgement judgement)
    {
        json.WriteStartObject();
        json.WriteString("case", caseId);
        json.WriteString("rule", judgement.Rule.Code);
        json.WriteString("severity", Word(judgement.Rule.Severity));
        json.WriteString("verdict", Word(judgement.Verdict));
        if (judgement.Reason is Reason reason)
        {
            json.WriteStartObject("reason");
            WriteReasonMembers(json, reason);
            json.WriteEndObject();
        }

        json.WriteStartArray("missing");
        foreach (MissingFact fact in judgement.Missing)
        {
            json.WriteStringValue(fact.Name);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteReasonMembers(Utf8JsonWriter json, Reason reason)
    {
        json.WriteString("code", reason.Code);
        json.WriteStartObject("arguments");
        foreach (ReasonArgument argument in reason.Arguments)
        {
            json.WriteString(argument.Name, argument.Value.ToInvariant());
        }

        json.WriteEndObject();
        WriteText(json, "text", reason.Sentence);
        if (reason.Basis is { } basis)
        {
            WriteText(json, "basis", basis.Citation);
        }
    }

    public static string Word(Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Warning => "warning",
        Severity.Error => "error",
        _ => "critical",
    };

    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.NotApplicable => "not_applicable",
        Verdict.Pass => "pass",
        Verdict.Fail => "fail",
        _ => "unknown",
    };

    private static void WriteFigures(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartObject("log");
        json.WriteNumber("cases", report.Log.Cases);
        json.WriteNumber("events", report.Log.Events);
        json.WriteNumber("activities", report.Log.Activities);
        json.WriteNumber("variants", report.Log.Variants);
        json.WriteNumber("resources", report.Log.Resources);
        json.WriteEndObject();
        json.WriteStartObject("deadlines");
        json.WriteNumber("finished", report.Deadlines.Finished);
        json.WriteNumber("open", report.Deadlines.Open);
        json.WriteNumber("late_by_date", report.Deadlines.LateByDate);
        json.WriteNumber("late_by_instant", report.Deadlines.LateByInstant);
        WriteNumber(json, "late_working_days_median", report.Deadlines.LateWorkingDaysMedian);
        json.WriteEndObject();
        json.WriteStartObject("flow");
        json.WriteNumber("directly_follows_total", report.Flow.DirectlyFollowsTotal);
        json.WriteNumber("directly_follows_pairs", report.Flow.DirectlyFollowsPairs);
        json.WritePropertyName("top");
        WritePair(json, report.Flow.Top.Count > 0 ? report.Flow.Top[0] : null);
        json.WriteStartArray("top_pairs");
        foreach (FlowPair pair in report.Flow.Top)
        {
            WritePair(json, pair);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("conformance");
        json.WriteNumber("judged", report.Conformance.Judged);
        json.WriteNumber("exact", report.Conformance.Exact);
        json.WriteNumber("missing", report.Conformance.Missing);
        json.WriteNumber("extra", report.Conformance.Extra);
        json.WriteNumber("repeated", report.Conformance.Repeated);
        json.WriteNumber("out_of_order", report.Conformance.OutOfOrder);
        json.WriteEndObject();
        json.WriteStartArray("four_eyes");
        foreach (FourEyesFigures pair in report.FourEyes)
        {
            json.WriteStartObject();
            json.WriteString("first", pair.Pair.First);
            json.WriteString("second", pair.Pair.Second);
            json.WriteNumber("cases_with_both", pair.CasesWithBoth);
            json.WriteNumber("violations", pair.Violations);
            json.WriteNumber("undecided", pair.Undecided);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("throughput");
        json.WriteNumber("cases", report.Throughput.Cases);
        WriteNumber(json, "calendar_days_median", report.Throughput.CalendarDaysMedian);
        WriteNumber(json, "working_days_median", report.Throughput.WorkingDaysMedian);
        json.WriteEndObject();
    }

    private static void WriteRules(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartArray("rules");
        foreach (RuleFigures rule in report.Rules)
        {
            json.WriteStartObject();
            json.WriteString("code", rule.Rule.Code);
            json.WriteString("severity", Word(rule.Rule.Severity));
            WriteText(json, "title", rule.Rule.Title);
            WriteText(json, "basis", rule.Rule.Basis.Citation);
            json.WriteNumber("not_applicable", rule.NotApplicable);
            json.WriteNumber("passed", rule.Passed);
            json.WriteNumber("failed", rule.Failed);
            json.WriteNumber("unknown", rule.Unknown);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("broken_rules");
        foreach (BrokenRule rule in report.BrokenRules)
        {
            json.WriteStartObject();
            json.WriteString("code", rule.Failure.RuleCode);
            json.WriteString("case", rule.CaseId);
            json.WriteString("error", rule.Failure.Error);
            json.WriteNumber("cases", rule.Cases);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteGroups(Utf8JsonWriter json, string name, string key, ValueList<GroupFigures> groups)
    {
        json.WriteStartArray(name);
        foreach (GroupFigures group in groups)
        {
            json.WriteStartObject();
            json.WriteString(key, group.Key.Length == 0 ? null : group.Key);
            WriteText(json, "name", group.Name);
            json.WriteNumber("cases", group.Cases);
            json.WriteNumber("finished", group.Finished);
            json.WriteNumber("late", group.Late);
            json.WriteNumber("cases_with_breach", group.CasesWithBreach);
            json.WriteNumber("breaches", group.Breaches);
            json.WriteNumber("critical", group.Critical);
            json.WriteNumber("unknown", group.Unknown);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWorst(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartArray("worst");
        foreach (WorstCase worst in report.Worst)
        {
            json.WriteStartObject();
            json.WriteString("case", worst.CaseId);
            json.WriteString("unit", worst.UnitId);
            json.WriteNumber("critical", worst.Critical);
            json.WriteNumber("errors", worst.Errors);
            json.WriteNumber("warnings", worst.Warnings);
            json.WriteNumber("days_late", worst.DaysLate);
            json.WriteStartArray("rules");
            foreach (string code in worst.RuleCodes)
            {
                json.WriteStringValue(code);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteQuality(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartArray("data_quality");
        foreach (Domain.Cases.DataQualityFinding finding in report.DataQuality)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("field", finding.Field);
            WriteText(json, "message", finding.Message);
            json.WriteNumber("count", finding.Count);
            json.WriteStartArray("lines");
            foreach (int line in finding.Lines)
            {
                json.WriteNumberValue(line);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFindings(Utf8JsonWriter json, Stream output, JsonItemsBuffer findings)
    {
        json.WritePropertyName("findings");
        json.WriteStartArray();
        json.Flush();
        findings.CopyTo(output);
        json.WriteEndArray();
    }

    private static void WritePair(Utf8JsonWriter json, FlowPair? pair)
    {
        if (pair is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("a", pair.A);
        json.WriteString("b", pair.B);
        json.WriteNumber("count", pair.Count);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is double number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, BilingualText text)
    {
        json.WriteStartObject(name);
        json.WriteString("vi", text.Vietnamese);
        json.WriteString("en", text.English);
        json.WriteEndObject();
    }
}
