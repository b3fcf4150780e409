using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>A consultation about a task on a date, flat (tình trạng lấy ý kiến phối hợp).</summary>
public sealed record TaskConsultationFacts
{
    /// <summary>What rules have to know of it: judged by the rules of the day of asking; the unit that was asked answers, not the lead.</summary>
    public static RuleSubject<TaskConsultationFacts> Subject { get; } = new(
        "task_consultation",
        new BilingualText("việc lấy ý kiến phối hợp", "consultation about a task"),
        f => f.Id,
        f => f.AskedOn,
        f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(TaskId)] = new("nhiệm vụ", "task"),
            [nameof(UnitId)] = new("đơn vị được hỏi ý kiến", "unit that was asked"),
            [nameof(AskedBy)] = new("đơn vị hỏi ý kiến", "unit that asks"),
            [nameof(On)] = new("ngày đánh giá", "date of judgement"),
            [nameof(AskedOn)] = new("ngày hỏi ý kiến", "asked on"),
            [nameof(DueOn)] = new("hạn cho ý kiến", "opinion due on"),
            [nameof(RepliedOn)] = new("ngày cho ý kiến", "replied on"),
            [nameof(State)] = new("tình trạng", "state"),
        },
    };

    /// <summary>The consultation.</summary>
    public required string Id { get; init; }

    /// <summary>The task.</summary>
    public required string TaskId { get; init; }

    /// <summary>The unit that was asked.</summary>
    public required string UnitId { get; init; }

    /// <summary>The unit that asks.</summary>
    public required string AskedBy { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate On { get; init; }

    /// <summary>When it was asked.</summary>
    public required LocalDate AskedOn { get; init; }

    /// <summary>By when the opinion is due; null: not known.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>When the opinion came; null: not by the date of judgement.</summary>
    public LocalDate? RepliedOn { get; init; }

    /// <summary>How it stands.</summary>
    public DutyState State { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="register">The programmes, as known at the moment that the caller chose.</param>
    /// <param name="programmeId">The programme.</param>
    /// <param name="on">The date of judgement.</param>
    /// <param name="calendar">The work calendar over which opinions are due.</param>
    /// <returns>The facts of each consultation.</returns>
    /// <exception cref="RecordInputException">There is no such programme (unknown_programme).</exception>
    public static ValueList<TaskConsultationFacts> Of(ProgrammeRegister register, string programmeId, LocalDate on, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(register);
        return register.ConsultationsOn(programmeId, on, calendar).Select(c => new TaskConsultationFacts
        {
            Id = c.Consultation.Id,
            TaskId = c.Consultation.TaskId,
            UnitId = c.Consultation.ConsultedId,
            AskedBy = c.Consultation.AskedBy,
            On = on,
            AskedOn = c.Consultation.AskedOn,
            DueOn = c.DueOn,
            RepliedOn = c.Reply?.On,
            State = c.State,
        }).ToValueList();
    }
}
