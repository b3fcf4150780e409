namespace Reform.Domain.Cases;

/// <summary>Where a case stands (trạng thái hồ sơ).</summary>
public enum CaseState
{
    /// <summary>Received, not yet checked or begun (đã tiếp nhận).</summary>
    Received = 0,

    /// <summary>Waits for a supplement (chờ bổ sung).</summary>
    AwaitingSupplement = 1,

    /// <summary>Being handled (đang giải quyết).</summary>
    InProgress = 2,

    /// <summary>Suspended (tạm dừng).</summary>
    Suspended = 3,

    /// <summary>Decided, the result not yet handed over (đã quyết định).</summary>
    Decided = 4,

    /// <summary>Refused, the result not yet handed over (đã từ chối).</summary>
    Refused = 5,

    /// <summary>Withdrawn (đã rút).</summary>
    Withdrawn = 6,

    /// <summary>The result was handed over (đã trả kết quả).</summary>
    Closed = 7,
}
