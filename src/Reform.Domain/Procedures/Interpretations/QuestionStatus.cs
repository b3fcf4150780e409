using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>How a question of interpretation stands (tình trạng câu hỏi).</summary>
public enum QuestionState
{
    /// <summary>Not answered, within its limit (đang chờ trả lời).</summary>
    Open = 0,

    /// <summary>Not answered, past its limit (quá hạn trả lời).</summary>
    OpenPastLimit = 1,

    /// <summary>Answered in time (trả lời đúng hạn).</summary>
    AnsweredInTime = 2,

    /// <summary>Answered late (trả lời chậm).</summary>
    AnsweredLate = 3,

    /// <summary>Not answered, and when the answer is due is not known (chưa trả lời, chưa rõ hạn).</summary>
    OpenWithoutDue = 4,

    /// <summary>Answered, and when the answer was due is not known (đã trả lời, chưa rõ hạn).</summary>
    AnsweredWithoutDue = 5,
}

/// <summary>How a question stands on a date.</summary>
/// <param name="Question">The question.</param>
/// <param name="State">How it stands.</param>
/// <param name="DueOn">When the answer is due; null: not known.</param>
/// <param name="Answer">The first answer; null: none by that date.</param>
/// <param name="Reason">Why.</param>
public sealed record QuestionStatus(InterpretationQuestion Question, QuestionState State, LocalDate? DueOn, Interpretation? Answer, Reason Reason)
{
    /// <summary>Whether it is to be listed as a finding: open past its limit, or answered late.</summary>
    public bool IsFinding => State is QuestionState.OpenPastLimit or QuestionState.AnsweredLate;

    internal static QuestionStatus Of(InterpretationQuestion question, Interpretation? answer, LocalDate on, WorkCalendar calendar)
    {
        (LocalDate? dueOn, BilingualText? why) = DueOf(question, calendar);
        if (dueOn is not LocalDate due)
        {
            QuestionState open = answer is null ? QuestionState.OpenWithoutDue : QuestionState.AnsweredWithoutDue;
            return new QuestionStatus(question, open, null, answer, InterpretationReasons.NoDue.Because(null, ("question", question.Id), ("why", why!)));
        }

        if (answer is null)
        {
            bool past = on > due;
            ReasonKind kind = past ? InterpretationReasons.PastLimit : InterpretationReasons.Waiting;
            return new QuestionStatus(
                question, past ? QuestionState.OpenPastLimit : QuestionState.Open, due, null, kind.Because(null, ("question", question.Id), ("due", due)));
        }

        bool late = answer.IssuedOn > due;
        ReasonKind answered = late ? InterpretationReasons.Late : InterpretationReasons.InTime;
        return new QuestionStatus(
            question,
            late ? QuestionState.AnsweredLate : QuestionState.AnsweredInTime,
            due,
            answer,
            answered.Because(answer.Instrument, ("question", question.Id), ("answered", answer.IssuedOn), ("due", due)));
    }

    private static (LocalDate? Due, BilingualText? Why) DueOf(InterpretationQuestion question, WorkCalendar calendar)
    {
        if (question.AnswerWithin is not TimeLimit limit)
        {
            return (null, InterpretationReasons.NoLimit);
        }

        try
        {
            Deadline deadline = limit.From(question.AskedOn, calendar);
            return deadline.HasDue ? (deadline.DueDate, null) : (null, InterpretationReasons.NoLimit);
        }
        catch (InvalidTermsException e)
        {
            return (null, e.Reason.Sentence);
        }
        catch (CalendarRangeException e)
        {
            return (null, DueAsRead.OutsideOf(e));
        }
    }
}
