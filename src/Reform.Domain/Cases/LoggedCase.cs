using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A case file (hồ sơ): what its log says of it, in the terms of the mapping. What the log does not say is null.</summary>
public sealed record LoggedCase
{
    /// <summary>The identifier, unique in its log; "line N" when the log gives none, "line N #2" when that line begins a second one without.</summary>
    public required string Id { get; init; }

    /// <summary>The line of the log on which the case begins.</summary>
    public required int Line { get; init; }

    /// <summary>When it was received (tiếp nhận).</summary>
    public CaseTime? Receipt { get; init; }

    /// <summary>The deadline as the log records it (hạn trả).</summary>
    public CaseTime? Deadline { get; init; }

    /// <summary>
    /// Every deadline that the case has had, in time order, where the log keeps them: what was extended or suspended, and since when.
    /// <see cref="Deadline"/> is the one in force at the end of the case, or on the date of judgement.
    /// </summary>
    public ValueList<LoggedDeadline> DeadlineChanges { get; init; } = [];

    /// <summary>When the end was planned (dự kiến kết thúc).</summary>
    public CaseTime? PlannedEnd { get; init; }

    /// <summary>When it ended (kết thúc, trả kết quả); null while it is open, and when it cannot be read.</summary>
    public CaseTime? End { get; init; }

    /// <summary>The account of the person responsible (người chịu trách nhiệm).</summary>
    public string? Responsible { get; init; }

    /// <summary>The unit that handles it (đơn vị giải quyết).</summary>
    public string? UnitId { get; init; }

    /// <summary>The code of its procedure (mã thủ tục).</summary>
    public string? ProcedureCode { get; init; }

    /// <summary>The outcome (kết quả), in the words of the log.</summary>
    public string? Outcome { get; init; }

    /// <summary>The reason given for the outcome (lý do).</summary>
    public string? OutcomeReason { get; init; }

    /// <summary>The account of the person who asked for it (người yêu cầu).</summary>
    public string? Requester { get; init; }

    /// <summary>The territory that it concerns (địa bàn).</summary>
    public string? Territory { get; init; }

    /// <summary>The legal term that runs or ran last (loại thời hạn), in the words of the log.</summary>
    public string? Term { get; init; }

    /// <summary>The events, in file order, or in time order where the mapping says so.</summary>
    public ValueList<LoggedEvent> Events { get; init; } = [];

    /// <summary>
    /// Which of "receipt", "deadline", "planned_end" and "end" the log has, but not as a time that can be read. They are neither known nor absent.
    /// </summary>
    public ValueList<string> UnreadableTimes { get; init; } = [];

    /// <summary>Whether the case has no end; an end that cannot be read is one.</summary>
    public bool IsOpen => End is null && !IsUnreadable("end");

    internal bool IsUnreadable(string time) => UnreadableTimes.Contains(time);
}

/// <summary>An event of a case (sự kiện): who did what, when. What the log does not say is null.</summary>
/// <param name="Line">The line of the log.</param>
/// <param name="Activity">What was done (hoạt động).</param>
/// <param name="Time">When.</param>
/// <param name="Resource">The account that did it (người thực hiện).</param>
/// <param name="Position">The unit or position in whose name it was done (chức vụ).</param>
public sealed record LoggedEvent(int Line, string? Activity, CaseTime? Time, string? Resource, string? Position)
{
    /// <summary>By when it should have been done (hạn của bước).</summary>
    public CaseTime? Due { get; init; }

    /// <summary>When it was begun (bắt đầu), where the log records that too and the mapping pairs them; <see cref="Time"/> is then its end.</summary>
    public CaseTime? Started { get; init; }

    /// <summary>Whether it was done after its due date, by legal date; null where the log does not give both.</summary>
    public bool? IsLate => Due is null || Time is null ? null : Time.Date > Due.Date;
}

/// <summary>A deadline that a case had for a time (thay đổi hạn).</summary>
/// <param name="From">Since when it holds; null: from the beginning.</param>
/// <param name="Deadline">The deadline.</param>
public sealed record LoggedDeadline(CaseTime? From, CaseTime Deadline);
