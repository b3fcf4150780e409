namespace Reform.Samples.HaiPhong.Generator;

/// <summary>An event of a case in the making.</summary>
internal sealed class DraftEvent
{
    public required string Activity { get; set; }

    public required DateTimeOffset Time { get; set; }

    public string? Resource { get; set; }

    public string? Role { get; set; }
}

/// <summary>A case in the making, and the breaches that were put into it.</summary>
internal sealed class Draft
{
    private static readonly TimeSpan Hanoi = TimeSpan.FromHours(7);

    public required string Id { get; init; }

    public required ProcedureData Procedure { get; init; }

    public required string? ProcedureCode { get; set; }

    public DateTimeOffset? Received { get; set; }

    public DateTimeOffset? Due { get; set; }

    public DateTimeOffset? Planned { get; set; }

    public DateTimeOffset? Returned { get; set; }

    public string? Responsible { get; set; }

    public string? Unit { get; set; }

    public string? Outcome { get; set; }

    public string? RefusalReason { get; set; }

    public string? Requester { get; set; }

    public string? Territory { get; set; }

    /// <summary>1 to 6.</summary>
    public required int Ward { get; init; }

    public List<DraftEvent> Events { get; set; } = [];

    public SortedSet<string> Breaches { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Unknown { get; } = new(StringComparer.Ordinal);

    public bool IsTouched => Breaches.Count > 0 || Unknown.Count > 0;

    public DraftEvent Decision => Events.First(e => e.Activity == Procedure.Decision.Activity);

    /// <summary>The date of receipt, or else of the first event: by the law of that day the case is judged.</summary>
    public DateOnly LawOf => DateOf(Received ?? Events.Min(e => e.Time));

    /// <summary>The legal date: the date in Vietnam, UTC+7.</summary>
    public static DateOnly DateOf(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(Hanoi).DateTime);

    public static DateTimeOffset At(DateOnly date, int hour, int minute, int second = 0) => new(date, new TimeOnly(hour, minute, second), Hanoi);

    public static DateTimeOffset Moved(DateTimeOffset time, DateOnly to) => new(to, TimeOnly.FromDateTime(time.ToOffset(Hanoi).DateTime), Hanoi);
}
