using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>How a deadline stands at a moment, and whether that rests on days whose official decision is missing.</summary>
/// <remarks>The default value is "within, not provisional".</remarks>
/// <param name="State">How it stands.</param>
/// <param name="IsProvisional">Whether the due may still change (tạm tính).</param>
public readonly record struct DeadlineStatus(DeadlineState State, bool IsProvisional)
{
    private static readonly BilingualText[] Names =
    [
        new("trong hạn", "within"),
        new("sắp đến hạn", "due soon"),
        new("quá hạn", "overdue"),
        new("đang tạm dừng", "suspended"),
        new("chờ sự kiện", "awaiting its event"),
        new("trước hạn", "early"),
        new("đúng hạn", "on time"),
        new("trễ hạn", "late"),
    ];

    /// <summary>The state as a clerk reads it.</summary>
    public BilingualText Name => Names[(int)State];
}
