using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>The passing of a power from one holder to another, by an instrument (việc phân quyền, phân cấp, ủy quyền, ủy nhiệm, giao quyền).</summary>
public sealed record Grant
{
    /// <summary>The identifier, unique in its register.</summary>
    public required string Id { get; init; }

    /// <summary>How the power is passed on.</summary>
    public required GrantKind Kind { get; init; }

    /// <summary>The power.</summary>
    public required string PowerId { get; init; }

    /// <summary>The unit or position that passes it on.</summary>
    public required string GrantorId { get; init; }

    /// <summary>The unit, position or person that receives it.</summary>
    public required string GranteeId { get; init; }

    /// <summary>Which of the three the grantee is.</summary>
    public GranteeKind GranteeKind { get; init; }

    /// <summary>The grant by which the grantor holds the power; null: it holds it by law.</summary>
    public string? ParentId { get; init; }

    /// <summary>The unit for whose affairs the power is granted; null: for every unit for which the grantor holds it.</summary>
    public string? UnitId { get; init; }

    /// <summary>The dates for which it is granted, [from, to). It has no effect before the date of its instrument.</summary>
    public Validity Validity { get; init; }

    /// <summary>Whether the instrument lets the grantee pass the power on; the law may forbid it all the same.</summary>
    public bool AllowsOnward { get; init; }

    /// <summary>For what it holds.</summary>
    public GrantScope Scope { get; init; } = GrantScope.Everything;

    /// <summary>The conditions under which it holds.</summary>
    public ValueList<GrantCondition> Conditions { get; init; } = [];

    /// <summary>What was known of the grantee when it was granted, where the law asks for it; null: nothing.</summary>
    public GranteeFacts? GranteeFacts { get; init; }

    /// <summary>The document that grants.</summary>
    public required Instrument Instrument { get; init; }
}

/// <summary>What is known of a grassroots organisation that receives a power (số liệu của tổ chức cơ sở đảng được giao).</summary>
/// <param name="Members">How many members it has; null: not known.</param>
/// <param name="Ratings">Its yearly ratings.</param>
public sealed record GranteeFacts(int? Members, ValueList<BaseRating> Ratings);

/// <summary>A condition under which a grant holds (điều kiện), to be met in each case.</summary>
/// <param name="Code">The snake_case code by which a case says that it is met or not.</param>
/// <param name="Text">What has to be so.</param>
public sealed record GrantCondition(string Code, BilingualText Text);
