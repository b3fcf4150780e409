using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The evaluation of a peer group in a period as it is planned (kế hoạch đánh giá): whom, by when.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Period">The period.</param>
/// <param name="Group">The peer group.</param>
/// <param name="UnitId">The unit that evaluates.</param>
public sealed record EvaluationRound(string Id, EvaluationPeriod Period, string Group, string UnitId)
{
    /// <summary>The units that have to have a result.</summary>
    public ValueList<string> Units { get; init; } = [];

    /// <summary>By when the self-score is due; null: not set.</summary>
    public LocalDate? SelfScoreDueOn { get; init; }

    /// <summary>By when the result is due; null: not set.</summary>
    public LocalDate? ResultDueOn { get; init; }

    /// <summary>Whether the group has the higher cap of outstanding results.</summary>
    public bool IsOutstanding { get; init; }
}

/// <summary>A result of a unit as somebody saw it shown to the public (kết quả đang công bố), on a board or a page.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Period">The period.</param>
/// <param name="SeenOn">When it was seen.</param>
public sealed record ShownResult(string Id, string UnitId, EvaluationPeriod Period, LocalDate SeenOn)
{
    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <summary>The index that is shown; null: none is.</summary>
    public Fraction? Index { get; init; }

    /// <summary>The level that is shown; null: none is.</summary>
    public RatingLevel? Level { get; init; }

    /// <summary>The period with which it is compared there; null: with none.</summary>
    public EvaluationPeriod? ComparedWith { get; init; }

    /// <summary>Whether it differs from what was decided, in what it shows.</summary>
    /// <param name="decided">The version that stood on the day.</param>
    /// <returns>True when the index or the level is another.</returns>
    public bool DiffersFrom(ResultVersion decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        return (Index is not null && Index != decided.Score.Index) || (Level is not null && Level != decided.Level);
    }
}
