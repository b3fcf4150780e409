using NodaTime;

namespace Reform.Domain.Procedures;

/// <summary>Looks for what makes questions and interpretations contradict themselves or the procedures.</summary>
internal sealed class InterpretationChecks(InterpretationRecords records, ProcedureCatalogue procedures)
{
    private readonly ProblemList problems = new();
    private readonly ILookup<string, (InterpretationQuestion Fact, Instant RecordedAt)> questions = ProblemList.ById(records.Questions, q => q.Id);

    public void ThrowIfAny()
    {
        problems.CheckRecords(records.Questions, "questions", q => q.Id);
        problems.CheckRecords(records.Interpretations, "interpretations", i => i.Id);
        for (int i = 0; i < records.Questions.Count; i++)
        {
            if (records.Questions[i].Fact is InterpretationQuestion question)
            {
                Check(question, ProblemList.At("questions", i));
            }
        }

        for (int i = 0; i < records.Interpretations.Count; i++)
        {
            if (records.Interpretations[i] is { Fact: Interpretation interpretation } record)
            {
                Check(interpretation, record.RecordedAt, ProblemList.At("interpretations", i));
            }
        }

        problems.ThrowIfAny();
    }

    private void Check(InterpretationQuestion question, string field)
    {
        HashSet<string>? limits = CheckSubject(question.Subject, field);
        if (question.Readings.Count < 2)
        {
            problems.Add("too_few_readings", field + ".readings", "một câu hỏi có ít nhất hai cách hiểu", "a question has at least two readings");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < question.Readings.Count; i++)
        {
            TextReading reading = question.Readings[i];
            string place = field + "." + ProblemList.At("readings", i);
            Check(reading, question.Subject, limits, place);
            if (!ids.Add(reading.Id))
            {
                problems.Add("duplicate_id", place + ".id", "mã '" + reading.Id + "' bị lặp lại", "the identifier '" + reading.Id + "' stands twice");
            }
        }
    }

    private void Check(Interpretation interpretation, Instant recordedAt, string field)
    {
        HashSet<string>? limits = CheckSubject(interpretation.Subject, field);
        Check(interpretation.Reading, interpretation.Subject, limits, field + ".reading");
        if (interpretation.QuestionId is not string id)
        {
            return;
        }

        InterpretationQuestion? question = questions[id].LastOrDefault(q => q.RecordedAt <= recordedAt).Fact;
        if (question is null)
        {
            problems.Add(
                "unknown_question", field + ".question", "không có câu hỏi '" + id + "' được ghi nhận trước đó", "no question '" + id + "' was recorded before");
            return;
        }

        if (question.Subject != interpretation.Subject)
        {
            problems.Add(
                "another_subject", field + ".question", "câu hỏi '" + id + "' về nội dung khác", "the question '" + id + "' is about something else");
        }

        if (interpretation.IssuedOn < question.AskedOn)
        {
            problems.Add("answered_before_asked", field + ".issued_on", "trả lời trước khi được hỏi", "it was answered before it was asked");
        }
    }

    private HashSet<string>? CheckSubject(InterpretationSubject subject, string field)
    {
        if (problems.CheckProcedure(procedures, subject.ProcedureCode, field + ".procedure") is not Procedure procedure)
        {
            return null;
        }

        HashSet<string> limits = new(procedure.Versions.SelectMany(v => v.TimeLimits).Select(l => l.Id), StringComparer.Ordinal);
        CheckLimit(subject.LimitId, limits, field + ".limit");
        return limits;
    }

    private void CheckLimit(string? id, HashSet<string> limits, string field)
    {
        if (id is not null && !limits.Contains(id))
        {
            problems.Add("unknown_limit", field, "thủ tục không có thời hạn '" + id + "'", "the procedure has no time limit '" + id + "'");
        }
    }

    private void Check(TextReading reading, InterpretationSubject subject, HashSet<string>? limits, string field)
    {
        if (reading.ChangesLimit && subject.LimitId is null)
        {
            problems.Add(
                "effect_without_limit", field, "cách hiểu đổi thời hạn phải nêu thời hạn nào", "a reading that changes a limit has to be about a limit");
        }

        if (reading.PrevailingLimitId is not null && (reading.Limit is not null || reading.StartEvent is not null))
        {
            problems.Add(
                "two_effects", field + ".prevailing_limit", "thời hạn thay thế đã có độ dài và mốc tính riêng", "the limit that prevails has its own length and start");
        }

        if (limits is not null)
        {
            CheckLimit(reading.PrevailingLimitId, limits, field + ".prevailing_limit");
        }

        if (reading.Policies.Select(p => p.GetType()).Distinct().Count() < reading.Policies.Count)
        {
            problems.Add("policy_twice", field + ".policies", "hai lựa chọn cùng loại", "two choices of one kind");
        }
    }
}
