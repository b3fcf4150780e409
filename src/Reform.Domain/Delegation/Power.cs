using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>A power to decide (thẩm quyền), and who holds it by law.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Name">The name; for example "Cấp thẻ đảng viên / Issue of a Party card".</param>
/// <param name="Holders">Who holds it by law, and when.</param>
public sealed record Power(string Id, BilingualText Name, ValueList<HolderRule> Holders)
{
    /// <summary>Which bodies of a kind hold it by law, each for itself; looked up in the organization register.</summary>
    public ValueList<HolderPattern> HolderPatterns { get; init; } = [];

    /// <summary>The function or field that it belongs to (lĩnh vực), by which a succession of units takes it along; null: none.</summary>
    public string? Field { get; init; }

    /// <summary>Whether a collective decides by vote (thẩm quyền của tập thể): no single person, the head neither, can in its place.</summary>
    public bool IsCollective { get; init; }

    /// <summary>Whether it is a matter of self-management or delivery of public services (tự chủ, cung ứng dịch vụ công).</summary>
    public bool IsPublicService { get; init; }

    /// <summary>What the law asks of a grantee beside the pair.</summary>
    public GranteeRule GranteeRule { get; init; }

    /// <summary>Which body of the organization that holds it decides, as the law changed; while nothing is said, the body that is named.</summary>
    /// <remarks>Where the list has a gap, what the law says then was not read, and it cannot be told.</remarks>
    public DatedValues<BodyKind> DecidingBody { get; init; } = new([]);

    /// <summary>By which kinds of grant it may be passed on, as the law changed; while nothing is said, by every kind.</summary>
    public DatedValues<Delegability> Delegability { get; init; } = new([]);
}

/// <summary>What the law asks of the grantee of a power (điều kiện của bên nhận).</summary>
public enum GranteeRule
{
    /// <summary>Nothing of its own (không có).</summary>
    None = 0,

    /// <summary>
    /// Admission and expulsion may be delegated only to grassroots organisations of certain kinds, size and rating
    /// (Regulation 294-QĐ/TW, 22.1).
    /// </summary>
    AdmissionByBase = 1,
}

/// <summary>That a unit or position holds a power by law (cấp có thẩm quyền).</summary>
/// <param name="HolderId">The unit or position.</param>
/// <param name="Validity">The dates on which the law gives it the power, [from, to).</param>
/// <param name="Basis">The provision.</param>
public sealed record HolderRule(string HolderId, Validity Validity, LegalBasis Basis)
{
    /// <summary>The unit for whose affairs it holds the power; null: for every unit.</summary>
    public string? UnitId { get; init; }

    /// <summary>The territories in which it holds the power; empty: everywhere.</summary>
    public ValueList<string> Territories { get; init; } = [];
}

/// <summary>
/// That by law every body of a kind holds a power for itself (thẩm quyền theo loại cơ quan, cấp): in its territory, or where it has none
/// recorded, for its own affairs.
/// </summary>
/// <param name="Body">The kind of body.</param>
/// <param name="Level">Its level; null: every level.</param>
/// <param name="Title">The post in it that holds the power; null: the body itself.</param>
/// <param name="Validity">The dates on which the law gives it the power, [from, to).</param>
/// <param name="Basis">The provision.</param>
public sealed record HolderPattern(BodyKind Body, OrganizationLevel? Level, TitleKind? Title, Validity Validity, LegalBasis Basis);

/// <summary>By which kinds of grant a power may be passed on (được phân quyền, phân cấp, ủy quyền đến đâu).</summary>
/// <param name="Kinds">The kinds; empty: by none.</param>
/// <param name="Why">Why not by others; null: the basis says it all.</param>
public sealed record Delegability(ValueList<GrantKind> Kinds, BilingualText? Why = null)
{
    /// <summary>May not be passed on at all (không được phân cấp, ủy quyền).</summary>
    /// <param name="why">Why.</param>
    /// <returns>The rule.</returns>
    public static Delegability None(BilingualText why) => new([], why);
}
