using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>A proposal to commend a unit (đề nghị biểu dương, khen thưởng); people decide about it.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="ProposedOn">When it was proposed.</param>
/// <param name="InspectionId">The inspection that it rests on; null: another result.</param>
public sealed record Commendation(string Id, string UnitId, LocalDate ProposedOn, string? InspectionId);

/// <summary>How a unit is told of what it did wrong (hình thức phê bình, nhắc nhở).</summary>
public enum ReminderKind
{
    /// <summary>A reminder (nhắc nhở).</summary>
    Reminder = 0,

    /// <summary>A criticism (phê bình).</summary>
    Criticism = 1,
}

/// <summary>A reminder or a criticism, with what has to be mended by when (phê bình, nhắc nhở).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Kind">Which.</param>
/// <param name="IssuedOn">When.</param>
/// <param name="RemedyDueOn">By when it has to be mended; that day is in time.</param>
/// <param name="What">What has to be mended.</param>
public sealed record Reminder(string Id, string UnitId, ReminderKind Kind, LocalDate IssuedOn, LocalDate RemedyDueOn, BilingualText What)
{
    /// <summary>The inspection that it rests on; null: another result.</summary>
    public string? InspectionId { get; init; }
}

/// <summary>Somebody other than the unit confirmed that it was mended (xác nhận đã khắc phục).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="ReminderId">The reminder.</param>
/// <param name="On">When.</param>
/// <param name="UnitId">The unit that confirms it.</param>
public sealed record RemedyConfirmation(string Id, string ReminderId, LocalDate On, string UnitId);

/// <summary>A shortcoming that is to be resolved (tồn tại, hạn chế); until it is fixed, its unit cannot be rated at the top.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="FoundOn">When it was found.</param>
/// <param name="DueOn">By when it is to be fixed.</param>
/// <param name="What">What it is.</param>
public sealed record Shortcoming(string Id, string UnitId, LocalDate FoundOn, LocalDate DueOn, BilingualText What)
{
    /// <summary>The position that answers for it; null: the head of the unit.</summary>
    public string? OwnerPositionId { get; init; }
}

/// <summary>A shortcoming was fixed (đã khắc phục).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="ShortcomingId">The shortcoming.</param>
/// <param name="On">When.</param>
/// <param name="Evidence">Where the proof is found; without one it is not fixed.</param>
public sealed record ShortcomingFix(string Id, string ShortcomingId, LocalDate On, string Evidence);

/// <summary>What a unit did well, for others to copy (cách làm hay, mô hình tốt).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Title">What it is; for example the paperless desk.</param>
/// <param name="RecordedOn">When it was entered.</param>
/// <param name="Source">Where it is told.</param>
public sealed record GoodPractice(string Id, string UnitId, BilingualText Title, LocalDate RecordedOn, string Source)
{
    /// <summary>When it was recommended to others; null: it was not.</summary>
    public LocalDate? RecommendedOn { get; init; }
}

/// <summary>Another unit took a practice over (nhân rộng).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="PracticeId">The practice.</param>
/// <param name="UnitId">The unit that took it over.</param>
/// <param name="On">When.</param>
public sealed record Replication(string Id, string PracticeId, string UnitId, LocalDate On);
