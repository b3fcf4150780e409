using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Deadlines;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>Readers of reports, questions, guidance, consultations and closings; each returns null when something is wrong with its fact.</summary>
internal static class CoordinationParts
{
    private static readonly Dictionary<string, SilenceRule> Silences = new(StringComparer.Ordinal)
    {
        ["not_stated"] = SilenceRule.NotStated,
        ["counts_as_agreement"] = SilenceRule.CountsAsAgreement,
        ["goes_on_without"] = SilenceRule.GoesOnWithout,
        ["must_wait"] = SilenceRule.MustWait,
    };

    public static ProgrammeReport? Report(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        string? programme = item.Required("programme")?.Text();
        string? duty = item.Required("duty")?.Text();
        string? unit = item.Required("unit")?.Text();
        LocalDate? from = item.Required("period_from")?.Date();
        LocalDate? on = item.Required("submitted_on")?.Date();
        string? number = item.Optional("number")?.Text();
        return id is null || programme is null || duty is null || unit is null || from is null || on is null
            ? null
            : new ProgrammeReport(id, programme, duty, unit, from.Value, on.Value) { Number = number };
    }

    public static GuidanceQuestion? Question(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        string? programme = item.Required("programme")?.Text();
        string? by = item.Required("asked_by")?.Text();
        LocalDate? on = item.Required("asked_on")?.Date();
        BilingualText? text = item.Required("text")?.Bilingual();
        ValueList<string> tasks = item.Optional("tasks")?.Texts() ?? [];
        string? answers = item.Optional("answered_by")?.Text();
        TimeLimit? within = ProgrammeParts.WorkingDays(item.Optional("answer_within_working_days"));
        return id is null || programme is null || by is null || on is null || text is null
            ? null
            : new GuidanceQuestion(id, programme, by, on.Value, text) { TaskIds = tasks, AnsweredBy = answers, AnswerWithin = within };
    }

    public static Guidance? Guidance(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        string? programme = item.Required("programme")?.Text();
        string? by = item.Required("issued_by")?.Text();
        LocalDate? on = item.Required("issued_on")?.Date();
        BilingualText? text = item.Required("text")?.Bilingual();
        ValueList<string> tasks = item.Optional("tasks")?.Texts() ?? [];
        string? question = item.Optional("question")?.Text();
        string? number = item.Optional("number")?.Text();
        return id is null || programme is null || by is null || on is null || text is null
            ? null
            : new Guidance(id, programme, by, on.Value, text) { TaskIds = tasks, QuestionId = question, Number = number };
    }

    public static TaskConsultation? Consultation(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        string? task = item.Required("task")?.Text();
        string? by = item.Required("asked_by")?.Text();
        string? consulted = item.Required("consulted")?.Text();
        LocalDate? on = item.Required("asked_on")?.Date();
        TimeLimit? within = ProgrammeParts.WorkingDays(item.Optional("reply_within_working_days"));
        SilenceRule silence = item.Optional("silence")?.Word(Silences) ?? SilenceRule.NotStated;
        return id is null || task is null || by is null || consulted is null || on is null
            ? null
            : new TaskConsultation(id, task, by, consulted, on.Value) { ReplyWithin = within, Silence = silence };
    }

    public static ConsultationReply? Reply(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        string? consultation = item.Required("consultation")?.Text();
        LocalDate? on = item.Required("on")?.Date();
        bool? agrees = item.Required("agrees")?.Boolean();
        BilingualText? text = item.Optional("text")?.Bilingual();
        return id is null || consultation is null || on is null || agrees is null
            ? null
            : new ConsultationReply(id, consultation, on.Value, agrees.Value) { Text = text };
    }

    public static SummaryClosing? Closing(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        string? programme = item.Required("programme")?.Text();
        LocalDate? first = item.Required("first_day")?.Date();
        LocalDate? last = item.Required("last_day")?.Date();
        string? by = item.Required("closed_by")?.Text();
        LocalDate? on = item.Required("closed_on")?.Date();
        return id is null || programme is null || first is null || last is null || by is null || on is null
            ? null
            : new SummaryClosing(id, programme, new ReportingPeriod(first.Value, last.Value), by, on.Value);
    }
}
