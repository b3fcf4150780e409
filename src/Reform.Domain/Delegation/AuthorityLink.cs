using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>One link of a chain of authority (mắt xích của chuỗi thẩm quyền).</summary>
/// <param name="HolderId">Who holds the power by this link.</param>
/// <param name="Grant">The grant that gave it, or null for the holder by law.</param>
/// <param name="Basis">The provision, or the instrument of the grant.</param>
public sealed record AuthorityLink(string HolderId, Grant? Grant, LegalBasis Basis)
{
    internal static AuthorityLink By(PowerHolder holder) => new(holder.HolderId, null, holder.Basis);

    internal static AuthorityLink By(Grant grant) => new(grant.GranteeId, grant, BasisOf(grant));

    internal static LegalBasis BasisOf(Grant grant) => new(new BilingualText(
        grant.Instrument.Number + " – " + grant.Instrument.Title.Vietnamese, grant.Instrument.Number + " – " + grant.Instrument.Title.English));
}
