namespace Reform.Domain.Rules;

/// <summary>How grave a breach of a rule is (mức độ).</summary>
public enum Severity
{
    /// <summary>Worth knowing; nobody has to act (thông tin).</summary>
    Info = 0,

    /// <summary>To be looked at (cảnh báo).</summary>
    Warning = 1,

    /// <summary>A breach to be remedied (lỗi).</summary>
    Error = 2,

    /// <summary>A breach that can void the act (nghiêm trọng).</summary>
    Critical = 3,
}
