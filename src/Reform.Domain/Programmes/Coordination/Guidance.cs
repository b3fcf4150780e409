using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>A question of a unit about its tasks (câu hỏi, đề nghị hướng dẫn).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="AskedBy">The unit that asks.</param>
/// <param name="AskedOn">When.</param>
/// <param name="Text">The question.</param>
public sealed record GuidanceQuestion(string Id, string ProgrammeId, string AskedBy, LocalDate AskedOn, BilingualText Text)
{
    /// <summary>The tasks that it is about.</summary>
    public ValueList<string> TaskIds { get; init; } = [];

    /// <summary>The unit that has to answer; null: whoever coordinates the programme on the day of the question.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>Within what it is to be answered, from the day of the question; null: not stated, and lateness stays unknown.</summary>
    public TimeLimit? AnswerWithin { get; init; }
}

/// <summary>Guidance on tasks of a programme (hướng dẫn), of its own accord or in answer to a question.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="IssuedBy">The unit that guides.</param>
/// <param name="IssuedOn">When.</param>
/// <param name="Text">What it says.</param>
public sealed record Guidance(string Id, string ProgrammeId, string IssuedBy, LocalDate IssuedOn, BilingualText Text)
{
    /// <summary>The tasks that it is about.</summary>
    public ValueList<string> TaskIds { get; init; } = [];

    /// <summary>The question that it answers; null: none.</summary>
    public string? QuestionId { get; init; }

    /// <summary>Its number; null: not recorded.</summary>
    public string? Number { get; init; }
}

/// <summary>How a question stands on a date (tình trạng trả lời).</summary>
/// <param name="Question">The question.</param>
/// <param name="State">How it stands.</param>
/// <param name="AnsweringUnitId">Who has to answer; null: nobody coordinated the programme on that day, or that is not known.</param>
/// <param name="DueOn">When the answer is due; null: not known.</param>
/// <param name="Answer">The first answer; null: none by that date.</param>
public sealed record GuidanceQuestionStatus(
    GuidanceQuestion Question, DutyState State, string? AnsweringUnitId, LocalDate? DueOn, Guidance? Answer)
{
    /// <summary>Whether it waits past its limit, or did.</summary>
    public bool IsLate => State is DutyState.Missing or DutyState.DoneLate;
}
