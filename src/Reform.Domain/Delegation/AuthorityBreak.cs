namespace Reform.Domain.Delegation;

/// <summary>Why an actor does not hold a power: where the nearest chain of grants is broken (chỗ đứt của chuỗi thẩm quyền).</summary>
/// <remarks>
/// A grant is looked at in the order: in force, in scope, grantor. Of several grants to the actor, the one that came
/// furthest in that order tells the cause.
/// </remarks>
public enum AuthorityBreak
{
    /// <summary>Nothing is broken: the actor is competent.</summary>
    None = 0,

    /// <summary>The power was never granted to the actor (không có văn bản giao quyền).</summary>
    NoGrant = 1,

    /// <summary>The grant is not yet in force (chưa có hiệu lực).</summary>
    NotYetInForce = 2,

    /// <summary>The grant has ended (hết hiệu lực).</summary>
    Expired = 3,

    /// <summary>The grant does not hold for this territory or procedure (ngoài phạm vi).</summary>
    OutOfScope = 4,

    /// <summary>The grantor did not hold the power itself (người giao không có thẩm quyền).</summary>
    GrantorLackedPower = 5,

    /// <summary>The grantor holds the power by a grant that may not be passed on (không được ủy quyền lại).</summary>
    OnwardNotPermitted = 6,
}
