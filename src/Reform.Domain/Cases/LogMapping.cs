using NodaTime;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>What the attributes of an event log mean (ánh xạ nhật ký): made by <see cref="LogMappingFile"/> or by code.</summary>
public sealed record LogMapping
{
    /// <summary>The zone that gives legal dates; for example Asia/Ho_Chi_Minh.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The zone of times that are written without an offset; null: such times are refused, and counted.</summary>
    public DateTimeZone? NaiveZone { get; init; }

    /// <summary>The date on which the cases are judged; null: open cases can only be judged by their last event.</summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>Whether the log is synthetic (dữ liệu mô phỏng); every report then says so.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>Whether an XES log is refused for anything that the standard does not allow (đọc nghiêm ngặt).</summary>
    public bool IsStrict { get; init; }

    /// <summary>Which objects of an OCEL log are the cases; null: the log is no OCEL.</summary>
    public OcelMapping? Ocel { get; init; }

    /// <summary>How a table is written; null: the log is no table.</summary>
    public TableMapping? Table { get; init; }

    /// <summary>
    /// How the times of some attributes are written where they are not ISO 8601, by attribute: patterns such as "dd/MM/uuuu HH:mm", tried in order.
    /// </summary>
    public ValueList<TimePatterns> TimePatterns { get; init; } = [];

    /// <summary>Whether the events of a case are put in time order, those of one time in file order; else file order stays.</summary>
    public bool SortsEvents { get; init; }

    /// <summary>
    /// Whether the transitions "start" and "complete" of an activity are made one event with a beginning and an end, by "concept:instance" where
    /// the end has one, else in order; else each is an event.
    /// </summary>
    public bool PairsTransitions { get; init; }

    /// <summary>The attributes of a trace.</summary>
    public required CaseAttributes Case { get; init; }

    /// <summary>The attributes of an event.</summary>
    public EventAttributes Event { get; init; } = new();

    /// <summary>The events that are left out, and counted; none by default.</summary>
    public LeftOutEvents LeaveOut { get; init; } = new();

    /// <summary>The steps expected of every case whose procedure is not in a catalogue; empty: none are.</summary>
    public ValueList<string> ExpectedSequence { get; init; } = [];

    /// <summary>The pairs that need four eyes in every case.</summary>
    public ValueList<FourEyesPair> FourEyes { get; init; } = [];

    /// <summary>The accounts that are no persons, whatever their case (tài khoản thử nghiệm).</summary>
    public ValueList<string> TestAccounts { get; init; } = [];

    /// <summary>The outcome that means a refusal (từ chối); null: refusals are not known.</summary>
    public string? RefusedOutcome { get; init; }

    /// <summary>What some activities mean.</summary>
    public ActivityMeanings Activities { get; init; } = new();

    /// <summary>The reference files that the mapping names, each beside the mapping.</summary>
    public ReferenceFiles References { get; init; } = new(null, null, null, null);
}

/// <summary>How the times of an attribute are written where they are not ISO 8601 (mẫu thời điểm).</summary>
/// <param name="Attribute">The attribute of a case or an event.</param>
/// <param name="Patterns">Patterns with the letters of NodaTime, such as "dd/MM/uuuu HH:mm" and "dd/MM/uuuu"; tried in order.</param>
public sealed record TimePatterns(string Attribute, ValueList<string> Patterns);

/// <summary>The names of the trace attributes that hold the facts of a case; null where the log has none.</summary>
public sealed record CaseAttributes
{
    /// <summary>The identifier; "concept:name" by default.</summary>
    public string Id { get; init; } = "concept:name";

    /// <summary>The time of receipt.</summary>
    public string? Receipt { get; init; }

    /// <summary>The recorded deadline.</summary>
    public string? Deadline { get; init; }

    /// <summary>The planned end.</summary>
    public string? PlannedEnd { get; init; }

    /// <summary>The actual end.</summary>
    public string? End { get; init; }

    /// <summary>The person responsible.</summary>
    public string? Responsible { get; init; }

    /// <summary>The unit.</summary>
    public string? Unit { get; init; }

    /// <summary>The code of the procedure.</summary>
    public string? Procedure { get; init; }

    /// <summary>The outcome.</summary>
    public string? Outcome { get; init; }

    /// <summary>The reason of the outcome.</summary>
    public string? Reason { get; init; }

    /// <summary>The requester.</summary>
    public string? Requester { get; init; }

    /// <summary>The territory.</summary>
    public string? Territory { get; init; }

    /// <summary>The legal term that runs or ran last.</summary>
    public string? Term { get; init; }
}

/// <summary>The names of the event attributes; the defaults are those of the XES standard.</summary>
public sealed record EventAttributes
{
    /// <summary>The activity.</summary>
    public string Activity { get; init; } = "concept:name";

    /// <summary>The time.</summary>
    public string Time { get; init; } = "time:timestamp";

    /// <summary>The account that did it.</summary>
    public string Resource { get; init; } = "org:resource";

    /// <summary>The unit or position in whose name it was done; null where the log has none.</summary>
    public string? Position { get; init; }

    /// <summary>By when it should have been done; null where the log has none.</summary>
    public string? Due { get; init; }
}

/// <summary>What activities of a log mean (ý nghĩa của hoạt động); null where that is not known.</summary>
public sealed record ActivityMeanings
{
    /// <summary>Asks for a supplement to the file (yêu cầu bổ sung hồ sơ).</summary>
    public string? SupplementRequest { get; init; }

    /// <summary>Is the receipt (tiếp nhận), of a log that has no attribute for it: the first event of a case that does it.</summary>
    public string? Receipt { get; init; }

    /// <summary>Is the end (kết thúc), of a log that has no attribute for it: the last event of a case that does it.</summary>
    public string? End { get; init; }

    /// <summary>Extends the deadline of the case (gia hạn).</summary>
    public string? Extension { get; init; }

    /// <summary>Suspends the deadline of the case (tạm dừng).</summary>
    public string? Suspension { get; init; }
}

/// <summary>
/// Which events of a log are left out before anything is judged (sự kiện bị loại): artificial ones, those of accounts that are no
/// persons, or the beginnings of activities whose end is recorded too. Every one is counted as a data-quality finding.
/// </summary>
public sealed record LeftOutEvents
{
    /// <summary>Activities; for example "START" and "END".</summary>
    public ValueList<string> Activities { get; init; } = [];

    /// <summary>Accounts, whatever their case.</summary>
    public ValueList<string> Resources { get; init; } = [];

    /// <summary>Values of "lifecycle:transition", whatever their case; for example "start".</summary>
    public ValueList<string> Transitions { get; init; } = [];
}

/// <summary>The names of the reference files of a mapping; null where it has none.</summary>
/// <param name="Calendar">The work calendar.</param>
/// <param name="Procedures">The procedure catalogue.</param>
/// <param name="Units">The organization register.</param>
/// <param name="Authority">The authority register.</param>
public sealed record ReferenceFiles(string? Calendar, string? Procedures, string? Units, string? Authority);
