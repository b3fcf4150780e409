namespace Reform.Domain.Calendars;

/// <summary>Whether a yearly decision was made (tình trạng của quyết định).</summary>
public enum DecisionStatus
{
    /// <summary>It was made (đã ban hành).</summary>
    InForce = 0,

    /// <summary>It was proposed only: it changes no day and is named among the open questions (đề xuất).</summary>
    Proposed = 1,
}
