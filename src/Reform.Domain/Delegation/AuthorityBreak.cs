namespace Reform.Domain.Delegation;

/// <summary>Why an actor does not hold a power: where the nearest chain is broken (chỗ đứt của chuỗi thẩm quyền).</summary>
/// <remarks>
/// A grant is looked at in the order: lawful from the start, those concerned exist, in time, its grantor still competent, in scope. Of
/// several grants to the actor, the one that came furthest in that order tells the cause. The code of a cause is its name in snake_case.
/// </remarks>
public enum AuthorityBreak
{
    /// <summary>Nothing is broken.</summary>
    None = 0,

    /// <summary>The power was never granted to the actor (không có văn bản giao quyền).</summary>
    NoGrant = 1,

    /// <summary>The grant is not yet in force (chưa có hiệu lực).</summary>
    GrantNotYetInForce = 2,

    /// <summary>The grant has expired (hết thời hạn).</summary>
    GrantExpired = 3,

    /// <summary>The grant does not hold for this case (ngoài phạm vi).</summary>
    OutOfScope = 4,

    /// <summary>The grantor did not hold the power when it granted it (người giao không có thẩm quyền).</summary>
    GrantorLackedPower = 5,

    /// <summary>The grant may not be passed on (không được ủy quyền lại).</summary>
    SubdelegationForbidden = 6,

    /// <summary>The grantor held the power when it granted it, and does not hold it on the day (người giao không còn thẩm quyền).</summary>
    GrantorLostPower = 7,

    /// <summary>The grant is suspended on the day (đang bị đình chỉ).</summary>
    GrantSuspended = 8,

    /// <summary>The grant was revoked, and the grantee told (đã bị thu hồi).</summary>
    Revoked = 9,

    /// <summary>The grant ended of itself (đã chấm dứt).</summary>
    Lapsed = 10,

    /// <summary>The law does not let the power be passed on, or not by this kind (không được phân cấp, ủy quyền).</summary>
    NonDelegable = 11,

    /// <summary>What was given is a task, and passes no power (giao nhiệm vụ không chuyển thẩm quyền).</summary>
    PassesNoPower = 12,

    /// <summary>The grant was not made in writing (không bằng văn bản).</summary>
    NoWrittenInstrument = 13,

    /// <summary>The kind of document cannot make this kind of grant (sai loại văn bản).</summary>
    WrongInstrumentKind = 14,

    /// <summary>The function passed to another unit (chức năng đã chuyển cho đơn vị khác).</summary>
    FunctionTransferred = 15,

    /// <summary>The law does not let this grantor grant to this grantee (cặp chủ thể không được phép).</summary>
    PairNotAllowed = 16,

    /// <summary>The law does not let a grantee of this kind have this power (loại chủ thể nhận không được phép).</summary>
    GranteeKindNotAllowed = 17,

    /// <summary>The grantee did not meet what the law asks of a grantee (bên nhận không đủ điều kiện).</summary>
    GranteeNotEligible = 18,

    /// <summary>The grantee no longer exists, and nobody succeeded it in this grant (bên nhận không còn).</summary>
    GranteeCeased = 19,

    /// <summary>The grantor no longer exists, and nobody succeeded it in this grant (bên giao không còn).</summary>
    GrantorCeased = 20,

    /// <summary>The unit for which the power was granted does not exist on the day (đơn vị áp dụng không còn).</summary>
    UnitCeased = 21,

    /// <summary>The actor holds the power by law, but only from a later day (luật chưa giao thẩm quyền).</summary>
    HolderNotYet = 22,

    /// <summary>The actor held the power by law until an earlier day (luật đã chuyển thẩm quyền).</summary>
    HolderNoLonger = 23,

    /// <summary>Another body of the same organization has the power (sai cơ quan quyết định).</summary>
    WrongBody = 24,

    /// <summary>The person's title was not yet confirmed (chức danh chưa được chuẩn y).</summary>
    NotYetConfirmed = 25,

    /// <summary>The case concerns the actor or one close to it (xung đột lợi ích).</summary>
    ConflictOfInterest = 26,

    /// <summary>The collective did not pass the decision (biểu quyết không thông qua).</summary>
    VoteNotPassed = 27,

    /// <summary>A condition of the grant is not met (không đáp ứng điều kiện).</summary>
    ConditionNotMet = 28,

    /// <summary>Competence was lost by time alone (hết thẩm quyền theo thời gian).</summary>
    CompetenceLostByTime = 29,

    /// <summary>The matter lies in territories of which the actor has only some (vụ việc thuộc nhiều địa bàn).</summary>
    MultiTerritory = 30,

    /// <summary>Several units succeeded the one that held the power, and it is not assigned to any (nhiều đơn vị kế thừa).</summary>
    SeveralSuccessors = 31,

    /// <summary>Facts are missing (thiếu dữ kiện).</summary>
    MissingFacts = 32,
}
