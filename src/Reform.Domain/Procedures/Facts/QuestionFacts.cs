using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A question of interpretation on a date, flat (câu hỏi về cách hiểu).</summary>
public sealed record QuestionFacts
{
    /// <summary>What rules have to know of questions: judged by the rules of the day on which they were asked; whoever has to answer answers for them.</summary>
    public static RuleSubject<QuestionFacts> Subject { get; } = new(
        "interpretation_question", new BilingualText("câu hỏi về cách hiểu", "question of interpretation"), f => f.Id, f => f.AskedOn, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(ProcedureCode)] = new("mã thủ tục", "procedure"),
            [nameof(LimitId)] = new("mã thời hạn", "limit"),
            [nameof(On)] = new("ngày đánh giá", "date of judgement"),
            [nameof(UnitId)] = new("nơi phải trả lời", "who has to answer"),
            [nameof(AskedOn)] = new("ngày hỏi", "asked on"),
            [nameof(DueOn)] = new("hạn trả lời", "answer due on"),
            [nameof(AnsweredOn)] = new("ngày trả lời", "answered on"),
            [nameof(State)] = new("tình trạng", "state"),
        },
    };

    /// <summary>The question.</summary>
    public required string Id { get; init; }

    /// <summary>The code of the procedure.</summary>
    public required string ProcedureCode { get; init; }

    /// <summary>The limit that it is about; null: none.</summary>
    public string? LimitId { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Who has to answer; null: not recorded.</summary>
    public string? UnitId { get; init; }

    /// <summary>When it was asked.</summary>
    public required LocalDate AskedOn { get; init; }

    /// <summary>When the answer is due; null: not known.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>When it was first answered; null: not by the date of judgement.</summary>
    public LocalDate? AnsweredOn { get; init; }

    /// <summary>How it stands.</summary>
    public QuestionState State { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="register">The questions and interpretations, as known at the moment that the caller chose.</param>
    /// <param name="on">The date of judgement; what was asked or answered after it plays no part.</param>
    /// <param name="calendar">The work calendar over which answers are due.</param>
    /// <returns>The facts of each question, in the order in which they were recorded.</returns>
    public static ValueList<QuestionFacts> Of(InterpretationRegister register, LocalDate on, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(register);
        return register.QuestionsOn(on, calendar).Select(s => new QuestionFacts
        {
            Id = s.Question.Id,
            ProcedureCode = s.Question.Subject.ProcedureCode,
            LimitId = s.Question.Subject.LimitId,
            On = on,
            UnitId = s.Question.AnsweredBy,
            AskedOn = s.Question.AskedOn,
            DueOn = s.DueOn,
            AnsweredOn = s.Answer?.IssuedOn,
            State = s.State,
        }).ToValueList();
    }
}
