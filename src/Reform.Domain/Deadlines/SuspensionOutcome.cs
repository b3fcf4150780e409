namespace Reform.Domain.Deadlines;

/// <summary>What a suspension did to a deadline (tác động của việc tạm dừng).</summary>
public enum SuspensionOutcome
{
    /// <summary>Its days were left out, and counting went on (không tính vào thời hạn).</summary>
    Excluded = 0,

    /// <summary>The limit started again from zero (tính lại từ đầu).</summary>
    Restarted = 1,

    /// <summary>It lasts: the clock stands still (đang tạm dừng).</summary>
    Open = 2,

    /// <summary>None of its days fell into the running period (chưa tới): it has no effect.</summary>
    NotReached = 3,

    /// <summary>It ends on the date on which it begins (không có ngày nào): it has no effect.</summary>
    Empty = 4,
}
