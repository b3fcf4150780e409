using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>What became of what a unit had (kết quả kế thừa).</summary>
public enum SuccessionOutcome
{
    /// <summary>The unit still has it (đơn vị vẫn còn thẩm quyền).</summary>
    StillThere = 0,

    /// <summary>Exactly one other unit has it now (một đơn vị kế thừa).</summary>
    Succeeded = 1,

    /// <summary>Several units may have it, or one may, as long as function or territory is not stated (chưa xác định được đơn vị kế thừa).</summary>
    Ambiguous = 2,

    /// <summary>The unit ended and no link says who has it (chưa ghi nhận kế thừa).</summary>
    NotRecorded = 3,

    /// <summary>The unit ended, and it is recorded that nobody took it over (không có đơn vị kế thừa).</summary>
    Nobody = 4,
}

/// <summary>A unit that may have it now, and how it came there.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Links">The links from the unit that was asked about, in the order of time; empty for that unit itself.</param>
public sealed record SuccessionPath(string UnitId, ValueList<SuccessionLink> Links);

/// <summary>Who has on a date what a unit had (đơn vị kế thừa tại một ngày).</summary>
/// <param name="UnitId">The unit that was asked about.</param>
/// <param name="On">The date.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Successors">The units that may have it now; exactly one for the first two outcomes, none for the last two.</param>
/// <param name="Missing">What would have to be stated to tell more: function, territory.</param>
/// <param name="Reasons">Why; at least one.</param>
public sealed record SuccessionAnswer(
    string UnitId,
    LocalDate On,
    SuccessionOutcome Outcome,
    ValueList<SuccessionPath> Successors,
    ValueList<string> Missing,
    ValueList<Reason> Reasons)
{
    /// <summary>The one unit that has it, or null where there is not exactly one.</summary>
    public string? Successor => Outcome is SuccessionOutcome.StillThere or SuccessionOutcome.Succeeded ? Successors[0].UnitId : null;
}
