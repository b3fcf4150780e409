namespace Reform.Domain.Delegation;

/// <summary>What a register says of an actor's competence (kết luận về thẩm quyền).</summary>
public enum AuthorityVerdict
{
    /// <summary>It cannot be told: facts are missing, and they are named (chưa đủ dữ kiện).</summary>
    Unknown = 0,

    /// <summary>The actor is competent (có thẩm quyền).</summary>
    Competent = 1,

    /// <summary>The actor is not competent (không có thẩm quyền).</summary>
    NotCompetent = 2,

    /// <summary>Several could claim it, and whoever is above them has to assign it (chưa xác định, cần cấp trên phân công).</summary>
    Ambiguous = 3,
}
