using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>By what a link of a chain passes a power (loại mắt xích).</summary>
public enum AuthorityLinkKind
{
    /// <summary>By law: the top of every chain (theo quy định của pháp luật).</summary>
    ByLaw = 0,

    /// <summary>By a grant (theo văn bản giao quyền).</summary>
    ByGrant = 1,

    /// <summary>As the one who holds the position (người giữ chức vụ).</summary>
    AsHolder = 2,

    /// <summary>As the head of a body under one head (người đứng đầu cơ quan theo chế độ thủ trưởng).</summary>
    AsHead = 3,

    /// <summary>As a deputy who signs for the head in the field assigned to it (cấp phó ký thay trong lĩnh vực được phân công).</summary>
    AsDeputy = 4,

    /// <summary>As the body of the organization that decides (cơ quan của tổ chức được quyết định).</summary>
    AsDecidingBody = 5,

    /// <summary>As who took over from a unit that ended or gave the function away (đơn vị kế thừa).</summary>
    BySuccession = 6,
}

/// <summary>One link of a chain of authority (mắt xích của chuỗi thẩm quyền).</summary>
/// <param name="Kind">By what the power came here.</param>
/// <param name="HolderId">Who holds the power by this link.</param>
/// <param name="Grant">The grant that gave it, or null.</param>
/// <param name="Basis">The provision, or the instrument; null where none is recorded, of posts and reorganisations.</param>
public sealed record AuthorityLink(AuthorityLinkKind Kind, string HolderId, Grant? Grant, LegalBasis? Basis)
{
    /// <summary>The dates for which the law or the grant gives it, as amended, [from, to); open for other links.</summary>
    public Validity Term { get; init; }

    internal static AuthorityLink By(HolderRule rule) => new(AuthorityLinkKind.ByLaw, rule.HolderId, null, rule.Basis) { Term = rule.Validity };

    internal static AuthorityLink By(Grant grant, GrantLife life) => new(AuthorityLinkKind.ByGrant, grant.GranteeId, grant, BasisOf(grant))
    {
        Term = new Validity(DayNumber.ToDate(life.Starts), DayNumber.ToDateOrNull(life.Ends)),
    };

    internal static LegalBasis BasisOf(Grant grant) => new(new BilingualText(
        grant.Instrument.Number + " – " + grant.Instrument.Title.Vietnamese, grant.Instrument.Number + " – " + grant.Instrument.Title.English));
}
