using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>What half a day is (nửa ngày, buổi).</summary>
public sealed class HalfDayPolicy : NamedPolicy
{
    private HalfDayPolicy(string code, string vietnamese, string english)
        : base(code, new BilingualText(vietnamese, english))
    {
    }

    /// <summary>An office session; the session of receipt is not counted. The default.</summary>
    public static HalfDayPolicy Session { get; } = new(
        "session", "nửa ngày là một buổi làm việc, không tính buổi tiếp nhận", "half a day is an office session, the session of receipt not counted");

    /// <summary>Four working hours.</summary>
    public static HalfDayPolicy FourWorkingHours { get; } = new(
        "four_working_hours", "nửa ngày là bốn giờ làm việc", "half a day is four working hours");

    /// <summary>Every choice.</summary>
    public static ValueList<HalfDayPolicy> All { get; } = [Session, FourWorkingHours];
}
