using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>What part a unit has in a task (vai trò trong nhiệm vụ).</summary>
public enum ParticipantRole
{
    /// <summary>Answers for it; a task has one at most (chủ trì).</summary>
    Lead = 0,

    /// <summary>Coordinates (phối hợp).</summary>
    Coordinate = 1,

    /// <summary>Takes note (nhận để biết).</summary>
    ForInformation = 2,
}

/// <summary>How hard a task is (độ khó).</summary>
public enum TaskDifficulty
{
    /// <summary>Not stated (chưa xác định).</summary>
    NotStated = 0,

    /// <summary>Easy (dễ).</summary>
    Easy = 1,

    /// <summary>In between (trung bình).</summary>
    Medium = 2,

    /// <summary>Hard (khó).</summary>
    Hard = 3,
}

/// <summary>A unit in a task (đơn vị tham gia): of the Party or of any other body of the political system, tracked alike.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Role">Its part.</param>
public sealed record TaskParticipant(string UnitId, ParticipantRole Role);

/// <summary>A point on the way of a task (mốc thực hiện).</summary>
/// <param name="Id">Its identifier in the task.</param>
/// <param name="Text">What is to be reached.</param>
/// <param name="DueOn">By when; that day is in time.</param>
public sealed record TaskMilestone(string Id, BilingualText Text, LocalDate DueOn);

/// <summary>A task of a programme (nhiệm vụ): who leads, what comes of it, by when, from which clause.</summary>
/// <remarks>What is missing is loaded and reported (CR-PRG-03); a register refuses two leads.</remarks>
/// <param name="Id">Its identifier, unique among all programmes.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="Title">What is to be done.</param>
public sealed record ProgrammeTask(string Id, string ProgrammeId, BilingualText Title)
{
    /// <summary>The units in it.</summary>
    public ValueList<TaskParticipant> Participants { get; init; } = [];

    /// <summary>What comes of it (sản phẩm); null: not stated.</summary>
    public BilingualText? Output { get; init; }

    /// <summary>By when it was due when it was assigned; that day is in time. Null: not stated.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>The points on its way, in the order given.</summary>
    public ValueList<TaskMilestone> Milestones { get; init; } = [];

    /// <summary>The clause of the programme that it comes from; null: not stated.</summary>
    public string? SourceClause { get; init; }

    /// <summary>How hard it is.</summary>
    public TaskDifficulty Difficulty { get; init; }

    /// <summary>The goal of the programme that it serves; null: none is named.</summary>
    public string? GoalId { get; init; }

    /// <summary>When it was assigned; null: when the programme was issued.</summary>
    public LocalDate? AssignedOn { get; init; }

    /// <summary>The unit that assigned it and confirms that it is done; null: the issuer of the programme.</summary>
    public string? AssignedBy { get; init; }

    /// <summary>The function that it belongs to, as succession links write it; null: not stated.</summary>
    public string? Function { get; init; }

    /// <summary>The territory that it belongs to, as succession links write it; null: not stated.</summary>
    public string? Territory { get; init; }

    /// <summary>Whether it is an example that no document states (minh họa).</summary>
    public bool IsIllustrative { get; init; }

    /// <summary>The unit that leads, as assigned; null: none.</summary>
    public string? LeadId => Participants.FirstOrDefault(p => p.Role == ParticipantRole.Lead)?.UnitId;

    /// <summary>The part of a unit.</summary>
    /// <param name="unitId">The unit.</param>
    /// <returns>Its part, or null when it has none.</returns>
    public ParticipantRole? RoleOf(string unitId) => Participants.FirstOrDefault(p => string.Equals(p.UnitId, unitId, StringComparison.Ordinal))?.Role;
}
