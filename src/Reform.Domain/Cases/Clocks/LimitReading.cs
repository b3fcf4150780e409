using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>How a time limit stands in a case (tình trạng một thời hạn trong hồ sơ).</summary>
public sealed record LimitReading
{
    /// <summary>The limit.</summary>
    public required ProcedureTimeLimit Limit { get; init; }

    /// <summary>Its terms in force when it started; null while it has not started, and when none is recorded for that date.</summary>
    public LimitTerms? Terms { get; init; }

    /// <summary>When it started; null: it has not, as far as is recorded.</summary>
    public CaseTime? StartedAt { get; init; }

    /// <summary>When what it bounds happened; null: it has not, as far as is recorded.</summary>
    public CaseTime? EndedAt { get; init; }

    /// <summary>How it stands.</summary>
    public required ClockState State { get; init; }

    /// <summary>The deadline, of a limit by which something is due; null for the others, and where it cannot be computed.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>
    /// The date that it comes to: the due date; the last day of a least wait, after which alone one may act; the last day on which a paper or a
    /// competence counts; the day of effect. Null where there is none.
    /// </summary>
    public LocalDate? On { get; init; }

    /// <summary>Why it stands as it does; first that which decides.</summary>
    public required Reason Reason { get; init; }

    /// <summary>Extensions that were granted against the cap, each with the rule; they do not count.</summary>
    public ValueList<Reason> RefusedExtensions { get; init; } = [];

    /// <summary>How many extensions were granted after the limit had expired, whether a cap forbids that or not.</summary>
    public int ExtensionsAfterExpiry { get; init; }

    /// <summary>The due date of a limit of the whole as it was when it started, before anything stopped or lengthened it; null where there is none.</summary>
    public LocalDate? FirstDueOn { get; init; }

    /// <summary>On what the reading of its text rests (trạng thái cách hiểu).</summary>
    public InterpretationStanding Standing { get; init; }

    /// <summary>How its text is read; null: as written, or in several ways (<see cref="Alternatives"/>).</summary>
    public TextReading? ReadAs { get; init; }

    /// <summary>The official interpretation by which it is read so (giải thích được áp dụng); null: none.</summary>
    public Interpretation? Interpretation { get; init; }

    /// <summary>
    /// How it stands by every reading, while none is settled (theo từng cách hiểu); empty: there is one. What they do not agree on is null here, or
    /// unknown.
    /// </summary>
    public ValueList<LimitReading> Alternatives { get; init; } = [];

    /// <summary>Why it is read as it is: each interpretation, question or conflict; empty: it is read as written.</summary>
    public ValueList<Reason> Interpreting { get; init; } = [];

    /// <summary>
    /// Whether the date may still change: an official decision about days is missing, when the terms came into force is not recorded, or how the
    /// text is read is not settled.
    /// </summary>
    public bool IsProvisional { get; init; }
}

/// <summary>How a time limit stands (tình trạng thời hạn).</summary>
public enum ClockState
{
    /// <summary>It has not started (chưa bắt đầu).</summary>
    NotStarted = 0,

    /// <summary>It cannot be told; the reason says what is missing (chưa xác định được).</summary>
    Unknown = 1,

    /// <summary>It runs (đang chạy).</summary>
    Running = 2,

    /// <summary>It stands still (đang tạm dừng).</summary>
    Stopped = 3,

    /// <summary>It runs and is past its due (đang quá hạn).</summary>
    Overdue = 4,

    /// <summary>It was kept (đã tuân thủ).</summary>
    Kept = 5,

    /// <summary>It was broken (đã vi phạm).</summary>
    Broken = 6,
}
