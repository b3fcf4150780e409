using Reform.Domain.Legal;

namespace Reform.Domain.Organizations;

/// <summary>That a person is a member of a collective body over a period (thành viên tập thể).</summary>
/// <param name="PersonId">The person: an opaque identifier.</param>
/// <param name="UnitId">The collective body.</param>
/// <param name="Validity">The dates of the membership, [from, to).</param>
public sealed record Membership(string PersonId, string UnitId, Validity Validity);

/// <summary>Why a member does not count in the voting base (lý do không tính).</summary>
public enum ExclusionCause
{
    /// <summary>On temporary transfer of Party activities, and absent from the vote (chuyển sinh hoạt tạm thời và vắng mặt).</summary>
    TemporaryTransfer = 0,

    /// <summary>Suspended from Party activities (đình chỉ sinh hoạt).</summary>
    Suspended = 1,

    /// <summary>Prosecuted (bị khởi tố, truy tố).</summary>
    Prosecuted = 2,

    /// <summary>Detained (bị tạm giam).</summary>
    Detained = 3,
}

/// <summary>That a member does not count in the voting base over a period (không tính vào số thành viên).</summary>
/// <param name="PersonId">The member.</param>
/// <param name="UnitId">The collective body.</param>
/// <param name="Cause">Why.</param>
/// <param name="Validity">The dates on which it holds, [from, to).</param>
public sealed record MembershipExclusion(string PersonId, string UnitId, ExclusionCause Cause, Validity Validity);
