namespace Reform.Domain.Deadlines;

/// <summary>What a deadline ends with (loại hạn).</summary>
public enum DueKind
{
    /// <summary>With nothing yet: the clock stands still, or the event is not known (chưa có hạn).</summary>
    None = 0,

    /// <summary>With the end of a date (đến hết ngày).</summary>
    Date = 1,

    /// <summary>At an instant of a day (đến thời điểm).</summary>
    Instant = 2,
}
