namespace Reform.Domain.Deadlines;

/// <summary>Which way a limit is counted (chiều tính thời hạn).</summary>
public enum CountDirection
{
    /// <summary>From the receipt on (tính xuôi, kể từ).</summary>
    Forward = 0,

    /// <summary>Back from a day or a moment (tính ngược, trước).</summary>
    Backward = 1,
}
