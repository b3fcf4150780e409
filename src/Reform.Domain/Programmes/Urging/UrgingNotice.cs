using NodaTime;
using NodaTime.Text;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>What makes a notice the one that it is: a task, a due date, a stage. It is sent once.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="DueOn">The due date; another one, after a change, is urged anew.</param>
/// <param name="Stage">The code of the stage.</param>
public readonly record struct NoticeKey(string TaskId, LocalDate DueOn, string Stage)
{
    /// <summary>The key as text: "task/2025-03-31/after_1".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => TaskId + "/" + LocalDatePattern.Iso.Format(DueOn) + "/" + Stage;
}

/// <summary>A notice that urges a task (văn bản, thông báo đôn đốc).</summary>
/// <param name="Key">What makes it the one that it is.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="Recipient">Whom it is for.</param>
/// <param name="UnitId">The unit that leads the task, as that is told on the day; null: nobody does.</param>
/// <param name="PositionId">The position that it is for; null: it is for the unit, or the post is not known.</param>
/// <param name="SentBy">The unit that sends it: the coordinator of that day.</param>
/// <param name="SentOn">When.</param>
/// <param name="Text">What it says, as code and arguments, and in both languages.</param>
public sealed record UrgingNotice(
    NoticeKey Key,
    string ProgrammeId,
    UrgingRecipient Recipient,
    string? UnitId,
    string? PositionId,
    string SentBy,
    LocalDate SentOn,
    Reason Text)
{
    /// <summary>The positions that get a copy: with the direct lead, the head of the issuer, who stays accountable.</summary>
    public ValueList<string> CopiedTo { get; init; } = [];

    /// <summary>The stages of missed days for which it stands as well, the earliest first; they are never sent afterwards.</summary>
    public ValueList<string> Covers { get; init; } = [];
}

/// <summary>A notice with its place in the outbox.</summary>
/// <param name="Number">Its number, from 1 on, without gaps, in the order of sending.</param>
/// <param name="Notice">The notice.</param>
public sealed record NumberedNotice(long Number, UrgingNotice Notice);
