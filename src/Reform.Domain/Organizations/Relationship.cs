using Reform.Domain.Legal;

namespace Reform.Domain.Organizations;

/// <summary>How a person is tied to another person or to an organisation (quan hệ lợi ích).</summary>
public enum RelationshipKind
{
    /// <summary>Spouse (vợ, chồng).</summary>
    Spouse = 0,

    /// <summary>Parent or child (cha, mẹ, con).</summary>
    ParentOrChild = 1,

    /// <summary>Sibling (anh, chị, em ruột).</summary>
    Sibling = 2,

    /// <summary>Parent or child of the spouse, spouse of a child (cha, mẹ, con bên vợ, chồng; con dâu, con rể).</summary>
    InLaw = 3,

    /// <summary>Other relative (họ hàng khác).</summary>
    OtherRelative = 4,

    /// <summary>Shareholder or contributor of capital (cổ đông, người góp vốn).</summary>
    Shareholder = 5,

    /// <summary>Manager (người quản lý, điều hành).</summary>
    Manager = 6,

    /// <summary>Another interest (lợi ích khác).</summary>
    OtherInterest = 7,
}

/// <summary>A tie of a person to another person or to an organisation, which makes a conflict of interest (quan hệ có xung đột lợi ích).</summary>
/// <param name="PersonId">The person: an opaque identifier.</param>
/// <param name="OtherId">The other person, or the unit or organisation: an opaque identifier.</param>
/// <param name="Kind">How they are tied; between persons it holds both ways.</param>
/// <param name="Validity">The dates on which they are, [from, to).</param>
public sealed record Relationship(string PersonId, string OtherId, RelationshipKind Kind, Validity Validity);
