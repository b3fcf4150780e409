using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>A finding as it was followed from day to day (lịch sử phát hiện).</summary>
/// <param name="Finding">The finding as it was last found.</param>
/// <param name="State">Where it stands.</param>
/// <param name="FirstFoundOn">When it was first found.</param>
/// <param name="LastFoundOn">When it was last found: what confirms it.</param>
/// <param name="History">What happened to it, oldest first.</param>
public sealed record FindingRecord(
    Finding Finding, FindingState State, LocalDate FirstFoundOn, LocalDate LastFoundOn, ValueList<FindingEvent> History);

/// <summary>Where a finding stands.</summary>
public enum FindingState
{
    /// <summary>Found, and not remedied (đang mở).</summary>
    Open = 0,

    /// <summary>Found, and waived (được miễn).</summary>
    Waived = 1,

    /// <summary>No longer found (đã khắc phục).</summary>
    Resolved = 2,
}

/// <summary>Something that happened to a finding.</summary>
/// <param name="Kind">What.</param>
/// <param name="On">When.</param>
/// <param name="Verdict">The verdict from then on; null: it is resolved.</param>
/// <param name="WaiverId">The waiver from then on; null: none.</param>
public sealed record FindingEvent(FindingEventKind Kind, LocalDate On, Verdict? Verdict, string? WaiverId);

/// <summary>What can happen to a finding.</summary>
public enum FindingEventKind
{
    /// <summary>Found for the first time (phát hiện).</summary>
    Opened = 0,

    /// <summary>Found again with another verdict, reason or rule (thay đổi).</summary>
    Changed = 1,

    /// <summary>Waived (được miễn).</summary>
    Waived = 2,

    /// <summary>The waiver ended, and it is still found (hết hạn miễn).</summary>
    WaiverEnded = 3,

    /// <summary>No longer found (đã khắc phục).</summary>
    Resolved = 4,

    /// <summary>Found again after it was resolved (tái phát).</summary>
    Reopened = 5,
}
