using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Grpc.CommandLine;

/// <summary>Writes what was found in one case as JSON.</summary>
internal static class CaseJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, CaseReport report)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            LoggedCaseFacts facts = report.Facts;
            json.WriteStartObject();
            json.WriteBoolean("synthetic", report.Case.Context.Mapping.IsSynthetic);
            json.WriteString("case", facts.CaseId);
            json.WriteString("procedure", facts.ProcedureCode);
            json.WriteString("unit", facts.UnitId);
            json.WriteString("received_on", Date(facts.ReceivedOn));
            json.WriteString("recorded_due_on", Date(facts.RecordedDueOn));
            json.WriteString("computed_due_on", Date(facts.ComputedDueOn));
            json.WriteString("ended_on", Date(facts.EndedOn));
            json.WriteString("calendar_version", report.Case.ComputedDeadline?.CalendarVersion);
            WriteReasons(json, "deadline", report.ExplainDeadline());
            WriteReasons(json, "authority", report.ExplainAuthority());
            json.WriteStartArray("judgements");
            foreach (Judgement judgement in report.Judgements.Judged)
            {
                ReportJson.WriteFinding(json, facts.CaseId, judgement);
            }

            json.WriteEndArray();
            json.WriteStartArray("broken_rules");
            foreach (RuleFailure failure in report.Judgements.Failures)
            {
                json.WriteStartObject();
                json.WriteString("code", failure.RuleCode);
                json.WriteString("error", failure.Error);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteReasons(Utf8JsonWriter json, string name, ValueList<Reason> reasons)
    {
        json.WriteStartArray(name);
        foreach (Reason reason in reasons)
        {
            json.WriteStartObject();
            ReportJson.WriteReasonMembers(json, reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string? Date(LocalDate? date) => date is LocalDate known ? LocalDatePattern.Iso.Format(known) : null;
}
