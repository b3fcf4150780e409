using NodaTime;

namespace Reform.Domain.Delegation;

/// <summary>How a unit applies a procedure that was decentralised to it, flat (dữ kiện về cách đơn vị áp dụng thủ tục được phân cấp).</summary>
public sealed record LocalVariantFacts
{
    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The code of the procedure.</summary>
    public required string ProcedureCode { get; init; }

    /// <summary>The date on which the two are compared.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Whether the unit decides by decentralisation; null: not known.</summary>
    public bool? IsDecentralized { get; init; }

    /// <summary>Whether something beside the decentralisation allows the unit to differ.</summary>
    public bool MayDiffer { get; init; }

    /// <summary>How many documents it asks for beyond those of the procedure as issued; null: the documents of one are not recorded.</summary>
    public int? AddedDocuments { get; init; }

    /// <summary>How many conditions it sets beyond those of the procedure as issued; null: not known.</summary>
    public int? AddedConditions { get; init; }

    /// <summary>How many of its limits are longer than those of the procedure as issued.</summary>
    public int LongerLimits { get; init; }

    /// <summary>Of how many limits it cannot be told.</summary>
    public int LimitsOpen { get; init; }
}
