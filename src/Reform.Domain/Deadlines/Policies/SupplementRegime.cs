using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>What a supplement does to the clock (bổ sung hồ sơ): both regimes exist in Vietnamese procedures.</summary>
public sealed class SupplementRegime : NamedPolicy
{
    private SupplementRegime(string code, string vietnamese, string english)
        : base(code, new BilingualText(vietnamese, english))
    {
    }

    /// <summary>The suspended days are not counted, and counting goes on where it stopped. The default.</summary>
    public static SupplementRegime SuspendedDaysExcluded { get; } = new(
        "suspended_days_excluded", "thời gian tạm dừng không tính vào thời hạn", "suspended days are not counted");

    /// <summary>The limit starts from zero on the day on which the file is complete.</summary>
    public static SupplementRegime RestartFromZero { get; } = new(
        "restart_from_zero", "tính lại từ đầu khi hồ sơ đầy đủ", "restart from zero when the file is complete");

    /// <summary>Every choice.</summary>
    public static ValueList<SupplementRegime> All { get; } = [SuspendedDaysExcluded, RestartFromZero];
}
