namespace Reform.Domain.Organizations;

/// <summary>What kind of thing a unit has in hand.</summary>
public enum MatterKind
{
    /// <summary>A case file (hồ sơ).</summary>
    Case = 0,

    /// <summary>A task (nhiệm vụ).</summary>
    Task = 1,

    /// <summary>A power (thẩm quyền).</summary>
    Power = 2,

    /// <summary>A grant (việc ủy quyền, phân cấp).</summary>
    Grant = 3,
}

/// <summary>Something that a unit has in hand and that must not be lost when the unit ends (việc đang giải quyết).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its identifier, in the register that it comes from.</param>
/// <param name="UnitId">The unit.</param>
public sealed record LiveMatter(MatterKind Kind, string Id, string UnitId)
{
    /// <summary>The function that it belongs to, as succession links write it; null: not stated.</summary>
    public string? Function { get; init; }

    /// <summary>The territory that it belongs to, as succession links write it; null: not stated.</summary>
    public string? Territory { get; init; }
}

/// <summary>Where a matter is on a date (nơi tiếp nhận việc đang giải quyết).</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Succession">Who has it, or why nobody can be named.</param>
public sealed record MatterFate(LiveMatter Matter, SuccessionAnswer Succession)
{
    /// <summary>Whether no one unit can be named that has it: it has to be assigned (việc chưa có đơn vị tiếp nhận).</summary>
    public bool IsOrphaned => Succession.Successor is null;
}
