using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>What a review decides about a procedure (kết luận rà soát).</summary>
public enum ReviewOutcome
{
    /// <summary>It stays as it is (giữ nguyên).</summary>
    Keep = 0,

    /// <summary>It is changed: a new version follows (sửa đổi, bổ sung).</summary>
    Amend = 1,

    /// <summary>It becomes part of another procedure, and ends (gộp).</summary>
    Merge = 2,

    /// <summary>It ends (bãi bỏ).</summary>
    Abolish = 3,
}

/// <summary>A round in which units review procedures (đợt rà soát).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="Period">When it runs, [from, to).</param>
/// <param name="DueOn">By when every verdict is due; that day is in time.</param>
/// <param name="ProcedureCodes">The procedures that are reviewed.</param>
/// <param name="UnitIds">The units that review; each reviews every procedure.</param>
public sealed record ReviewRound(
    string Id, BilingualText Name, Validity Period, LocalDate DueOn, ValueList<string> ProcedureCodes, ValueList<string> UnitIds);

/// <summary>A verdict of a unit about a procedure in a round (kết luận của đơn vị rà soát).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="RoundId">The round.</param>
/// <param name="ProcedureCode">The procedure.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Outcome">What is decided.</param>
/// <param name="DecidedOn">When.</param>
/// <param name="Grounds">Why.</param>
public sealed record ReviewVerdict(
    string Id, string RoundId, string ProcedureCode, string UnitId, ReviewOutcome Outcome, LocalDate DecidedOn, BilingualText Grounds)
{
    /// <summary>The procedure that it becomes part of; null but for <see cref="ReviewOutcome.Merge"/>.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Within what that is carried out, from the day of the verdict; null: not recorded, and lateness stays unknown.</summary>
    public TimeLimit? FollowWithin { get; init; }
}

/// <summary>Rounds and verdicts as they were recorded (ghi nhận rà soát).</summary>
public sealed record ReviewRecords
{
    /// <summary>The rounds.</summary>
    public ValueList<Recorded<ReviewRound>> Rounds { get; init; } = [];

    /// <summary>The verdicts.</summary>
    public ValueList<Recorded<ReviewVerdict>> Verdicts { get; init; } = [];
}
