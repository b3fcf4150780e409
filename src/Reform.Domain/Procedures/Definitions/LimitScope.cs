namespace Reform.Domain.Procedures;

/// <summary>What a time limit of a procedure bounds (phạm vi của thời hạn).</summary>
public enum LimitScope
{
    /// <summary>The whole procedure (toàn bộ thủ tục).</summary>
    Total = 0,

    /// <summary>One step (từng bước).</summary>
    Step = 1,

    /// <summary>A window within which something has to happen (khoảng thời gian).</summary>
    Window = 2,

    /// <summary>How long a paper counts (thời hạn giá trị của giấy tờ).</summary>
    DocumentValidity = 3,

    /// <summary>The least time that has to pass (thời gian tối thiểu).</summary>
    MinimumWait = 4,

    /// <summary>When a decision takes effect (thời điểm có hiệu lực).</summary>
    EffectiveDate = 5,

    /// <summary>Until when something may be filed (thời hiệu nộp).</summary>
    Filing = 6,

    /// <summary>How often something recurs (định kỳ).</summary>
    Periodic = 7,

    /// <summary>Bound to an event and to no number of days (theo sự kiện).</summary>
    EventBound = 8,

    /// <summary>The time of day after which a receipt counts as the next day's (giờ chốt tiếp nhận).</summary>
    CutOff = 9,

    /// <summary>An addition for remote areas (thời gian cộng thêm theo địa bàn).</summary>
    TerritorialAddition = 10,

    /// <summary>The law states no limit (không quy định thời hạn).</summary>
    None = 11,

    /// <summary>A point before the due date at which somebody is warned; passing it breaks nothing (mốc cảnh báo).</summary>
    Warning = 12,
}
