using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>A decision, permit or other paper that a body issued and that goes on to have effect (văn bản, giấy tờ đã ban hành, đã cấp).</summary>
/// <param name="Id">The identifier; for example its number.</param>
/// <param name="IssuerId">The unit that issued it.</param>
/// <param name="IssuedOn">The date on which it was issued.</param>
public sealed record IssuedAct(string Id, string IssuerId, LocalDate IssuedOn)
{
    /// <summary>The first date on which it is no longer valid by its own terms; null: it has no end.</summary>
    public LocalDate? ValidUntil { get; init; }

    /// <summary>What changed it without ending it, in any order (sửa đổi, bổ sung).</summary>
    public ValueList<ActAmendment> Amendments { get; init; } = [];

    /// <summary>The date on which it was replaced, withdrawn or repealed; null: it was not.</summary>
    public LocalDate? ReplacedOn { get; init; }

    /// <summary>The function by which it was issued, as succession links write it; null: not stated.</summary>
    public string? Function { get; init; }

    /// <summary>The territory for which it was issued, as succession links write it; null: not stated.</summary>
    public string? Territory { get; init; }
}

/// <summary>An amendment of an act (sửa đổi, bổ sung văn bản).</summary>
/// <param name="On">The date from which it holds.</param>
/// <param name="ByUnitId">The unit that amended it.</param>
public sealed record ActAmendment(LocalDate On, string ByUnitId);

/// <summary>Whether an act has effect on a date (hiệu lực của văn bản).</summary>
public enum ActState
{
    /// <summary>The issuer ended, and no law that was read says what becomes of its acts (chưa có căn cứ).</summary>
    NotSettled = 0,

    /// <summary>It has effect (còn hiệu lực).</summary>
    InForce = 1,

    /// <summary>It is not issued yet (chưa ban hành).</summary>
    NotIssued = 2,

    /// <summary>Its term is over (hết thời hạn).</summary>
    Expired = 3,

    /// <summary>It was replaced, withdrawn or repealed (đã được thay thế, thu hồi, bãi bỏ).</summary>
    Replaced = 4,
}

/// <summary>What an act is worth on a date, and who may change it.</summary>
/// <param name="Act">The act.</param>
/// <param name="On">The date.</param>
/// <param name="State">Whether it has effect.</param>
/// <param name="ChangedBy">Who may amend, replace or withdraw it: the issuer or its successor; null before it is issued.</param>
/// <param name="Reasons">Why; at least one.</param>
/// <param name="AmendedBy">The last amendment that holds on the date; null: it stands as it was issued.</param>
public sealed record ActStatus(IssuedAct Act, LocalDate On, ActState State, SuccessionAnswer? ChangedBy, ValueList<Reason> Reasons, ActAmendment? AmendedBy = null);

/// <summary>Who has to annul a wrongful Party decision about a member (thẩm quyền hủy bỏ quyết định sai).</summary>
/// <param name="UnitId">The body; null when none can be named.</param>
/// <param name="Reason">Why.</param>
public sealed record AnnullingBody(string? UnitId, Reason Reason);
