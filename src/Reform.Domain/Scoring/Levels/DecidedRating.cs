using NodaTime;

namespace Reform.Domain.Scoring;

/// <summary>
/// The rating of a head, or of the Party organisation of a unit, as it was decided (kết quả xếp loại đã quyết định). That of the unit itself is its result:
/// <see cref="ResultHistory"/>.
/// </summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Subject">Who is rated.</param>
/// <param name="UnitId">The unit that the person heads, or whose Party organisation it is.</param>
/// <param name="Period">The period.</param>
/// <param name="Level">The level.</param>
/// <param name="DecidedBy">The unit that decided.</param>
/// <param name="DecidedOn">When.</param>
public sealed record DecidedRating(
    string Id, RatingSubject Subject, string UnitId, EvaluationPeriod Period, RatingLevel Level, string DecidedBy, LocalDate DecidedOn)
{
    /// <summary>The position of the head; never a name. Null: not stated.</summary>
    public string? PositionId { get; init; }

    /// <summary>The points of 100 that the reform criterion has in it; 0: it is not in it. Null: not known.</summary>
    public Fraction? ReformWeight { get; init; }
}
