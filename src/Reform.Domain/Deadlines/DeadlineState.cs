namespace Reform.Domain.Deadlines;

/// <summary>How a deadline stands (tình trạng hạn).</summary>
public enum DeadlineState
{
    /// <summary>Open, and not due yet (trong hạn).</summary>
    Within = 0,

    /// <summary>Open, not due yet, and a warning level is reached (sắp đến hạn).</summary>
    DueSoon = 1,

    /// <summary>Open, and past its due (quá hạn).</summary>
    Overdue = 2,

    /// <summary>Open, and the clock stands still (đang tạm dừng).</summary>
    Suspended = 3,

    /// <summary>The event that it is bound to is not known (chờ sự kiện).</summary>
    AwaitingEvent = 4,

    /// <summary>Delivered before its due (trước hạn).</summary>
    Early = 5,

    /// <summary>Delivered on its due date, or at its due instant (đúng hạn).</summary>
    OnTime = 6,

    /// <summary>Delivered after its due (trễ hạn).</summary>
    Late = 7,
}
