using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>Whether a later change of the calendar moves a deadline that is already set (lịch thay đổi sau khi hẹn).</summary>
public sealed class CalendarPolicy : NamedPolicy
{
    private CalendarPolicy(string code, string vietnamese, string english)
        : base(code, new BilingualText(vietnamese, english))
    {
    }

    /// <summary>No: the calendar that it was computed on stands. The default.</summary>
    public static CalendarPolicy FrozenAtReceipt { get; } = new(
        "frozen_at_receipt", "giữ nguyên lịch lúc tiếp nhận", "the calendar is frozen at receipt");

    /// <summary>Yes: once it is recomputed, the new deadline stands.</summary>
    public static CalendarPolicy FollowsCalendar { get; } = new("follows_calendar", "theo lịch mới nhất", "the deadline follows the calendar");

    /// <summary>Every choice.</summary>
    public static ValueList<CalendarPolicy> All { get; } = [FrozenAtReceipt, FollowsCalendar];
}
